import type { Payload } from 'payload'
import type { Clock } from '../../../lib/time/clock.ts'
import { lastSeq, lastSeqBefore } from '../../publications/index.ts'
import type { LoggedEvent } from '../core/items.ts'
import { readLog } from '../outbox/readLog.ts'

/** How far back the archive reaches. */
const DAYS = 35
/** Rows kept; an import may bring more in an hour. */
const MOST_ROWS = 5_000

/**
 * Reads the newest rows of the publications log, and later only what was added, so that anybody may ask as often as
 * they like.
 *
 * @returns a function that gives the rows of the last five weeks, ascending, at most 5,000
 */
export const recentLog = ({ payload, clock }: { payload: Payload; clock: Clock }): (() => Promise<LoggedEvent[]>) => {
  let kept: { head: number; events: LoggedEvent[] } | undefined
  let reading: Promise<LoggedEvent[]> | undefined
  const read = async (): Promise<LoggedEvent[]> => {
    const head = await lastSeq({ payload })
    const oldest = new Date(clock.now().getTime() - DAYS * 86_400_000)
    const after = kept?.head ?? Math.max(await lastSeqBefore({ payload, instant: oldest }), head - MOST_ROWS)
    const added = head > after ? await readLog({ payload, after, upTo: head }) : []
    const since = oldest.toISOString()
    const events = [...(kept?.events ?? []), ...added].filter(({ at }) => at >= since).slice(-MOST_ROWS)
    kept = { head, events }
    return events
  }
  return () => {
    reading ??= read().finally(() => {
      reading = undefined
    })
    return reading
  }
}

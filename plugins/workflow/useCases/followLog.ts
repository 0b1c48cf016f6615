import type { Payload } from 'payload'
import type { Clock } from '../../../lib/time/clock.ts'
import { isNumbered, NUMBERED } from '../../publications/index.ts'
import { pageOf } from '../store/rows.ts'

/** Maximum delay between the instant of an event and its write: clocks differ, and copying files takes time. */
const LATENESS_MS = 15 * 60_000
/** Chronological order of a log; unique in combination. */
const ORDER = ['at', 'document', 'seq'] as const
const SLICE = 100

/** How far a log was followed; ISO 8601, UTC. */
interface Mark {
  /** Nothing from before this instant is looked at. */
  since: string
  at: string
}

interface Row {
  document: string
  seq: number
  at: string
}

const eventKey = ({ document, seq }: Row) => `${document}#${seq}`

/** Whoever begins to follow does not look at what happened long ago. */
const startMark = async (payload: Payload, name: string, now: Date): Promise<Mark> => {
  const stored = (await payload.kv.get(name)) as Mark | null
  if (stored) return stored
  const mark = { since: now.toISOString(), at: now.toISOString() }
  await payload.kv.set(name, mark)
  return mark
}

/**
 * Follows a log of streams from a mark in the database. Killed anywhere, it goes on from there; an entry may be handled
 * twice, but none is left out.
 *
 * @param args.mark key of the mark in Payload's key-value store
 * @param args.handle gets new entries of one stream by their `seq`
 * @returns one round, which reads everything up to now
 */
export const followLog = <Given>(args: {
  payload: Payload
  clock: Clock
  mark: string
  collection: string
  handle: (document: string, seqs: ReadonlySet<number>, given: Given) => Promise<void>
}): ((given: Given) => Promise<void>) => {
  const { payload, clock, collection, handle } = args
  /** Entries that this process has handled, with their instants. Spares it the streams of the last minutes. */
  const handled = new Map<string, string>()

  const handleAll = async (rows: Row[], given: Given): Promise<void> => {
    const streams = new Map<string, Set<number>>()
    for (const { document, seq } of rows) streams.set(document, (streams.get(document) ?? new Set()).add(seq))
    for (const [document, seqs] of streams) await handle(document, seqs, given)
    for (const row of rows) handled.set(eventKey(row), row.at)
  }

  return async (given) => {
    const mark = await startMark(payload, args.mark, clock.now())
    const late = new Date(Date.parse(mark.at) - LATENESS_MS).toISOString()
    const from = late > mark.since ? late : mark.since
    for (const [key, at] of handled) if (at < from) handled.delete(key)
    let last: Row | undefined
    for (let more = true; more; ) {
      const rows = await pageOf<Row>({
        payload,
        collection,
        sort: ORDER,
        columns: ORDER,
        where: { and: [NUMBERED, { at: { greater_than_equal: from } }] },
        after: last,
        limit: SLICE,
      })
      await handleAll(
        rows.filter((row) => isNumbered(row) && !handled.has(eventKey(row))),
        given,
      )
      last = rows.at(-1) ?? last
      more = rows.length === SLICE
    }
    if (last && last.at > mark.at) await payload.kv.set(args.mark, { ...mark, at: last.at } satisfies Mark)
  }
}

import type { Payload } from 'payload'
import type { Clock } from '../../../lib/time/clock.ts'
import { finishAll, type Looked, type Place, reconcileSlices } from './reconcile.ts'

/** Key of the mark in Payload's key-value store. */
const MARK = 'workflow-reconciled'
/** Maximum delay between the instant of an event and its write: clocks differ, and copying files takes time. */
const LATENESS_MS = 15 * 60_000
/** Limits of one round, so that it ends soon when the process must stop. */
const MOST_SLICES = 50
const MOST_RETRIES = 50
/** This many unfinished documents indicate a systemic failure. Do not advance while there are more. */
const MOST_OPEN = 1000

/** How far everything was checked, and which documents could not be finished. */
interface Mark {
  place?: Place
  open: string[]
}

const readMark = async (payload: Payload): Promise<Mark> =>
  ((await payload.kv.get(MARK)) as Mark | null) ?? { open: [] }

/**
 * Keeps the publications log and the projections in sync with the trail, round by round. Progress is stored in the
 * database, so that a start reads only new events and not the whole trail. A database without a mark is checked once
 * from the beginning, a bounded number of slices per round. Documents that could not be finished are remembered and
 * retried.
 *
 * @returns one round, which stops early on `stopping`; it resolves to the number of documents whose publication was
 * finished
 */
export const keepReconciled = (args: {
  payload: Payload
  clock: Clock
}): ((stopping?: AbortSignal) => Promise<number>) => {
  const { payload, clock } = args
  /** Where the check of recent events continues, if a round did not reach their end. */
  let recentPlace: Place | undefined
  return async (stopping) => {
    const before = await readMark(payload)
    const [retried, waiting] = [before.open.slice(0, MOST_RETRIES), before.open.slice(MOST_RETRIES)]
    const again = await finishAll(payload, retried)
    const forward =
      before.open.length < MOST_OPEN
        ? await reconcileSlices({ payload, after: before.place, slices: MOST_SLICES, stopping })
        : { finished: 0, failed: [], place: before.place, ended: false }
    const recent = await lookAtRecent(forward.ended ? before.place : undefined, stopping)
    const open = [...new Set([...waiting, ...again.failed, ...forward.failed, ...recent.failed])]
    const mark: Mark = { ...(forward.place ? { place: forward.place } : {}), open }
    if (
      JSON.stringify(mark) !== JSON.stringify({ ...(before.place ? { place: before.place } : {}), open: before.open })
    )
      await payload.kv.set(MARK, mark)
    return again.finished + forward.finished + recent.finished
  }

  /**
   * Checks recent events in addition. An event may be written behind the mark, because its instant is earlier than its
   * write. While the mark is far behind, recent events would otherwise wait for long.
   */
  async function lookAtRecent(place: Place | undefined, stopping: AbortSignal | undefined): Promise<Looked> {
    const since = new Date(clock.now().getTime() - LATENESS_MS).toISOString()
    const looked = await reconcileSlices({
      payload,
      after: recentPlace && recentPlace.at >= since ? recentPlace : undefined,
      since,
      until: place?.at,
      slices: MOST_SLICES,
      stopping,
    })
    recentPlace = looked.ended ? undefined : looked.place
    return looked
  }
}

import type { Payload } from 'payload'
import type { Clock } from '../../../lib/time/clock.ts'
import { finishAll, type Looked, type Place, reconcileSlices } from './reconcile.ts'

/** Where the mark lies in Payload's key-value store. */
const MARK = 'workflow-reconciled'
/** How late an event may be written after its instant: clocks that differ, files that take long to copy. */
const LATENESS_MS = 15 * 60_000
/** Bounds of one round, so that it ends soon when the process is to stop. */
const MOST_SLICES = 50
const MOST_RETRIES = 50
/** So many that cannot be finished mean that something else is wrong: no use in going on to the next. */
const MOST_OPEN = 1000

/** Up to where everything was looked at, and what of it could not be finished. */
interface Mark {
  place?: Place
  open: string[]
}

const readMark = async (payload: Payload): Promise<Mark> =>
  ((await payload.kv.get(MARK)) as Mark | null) ?? { open: [] }

/**
 * Keeps the publications log and the projections at the trail, round by round. How far it has come is kept in the
 * database, so that a start reads what is new and not the whole trail; a database without a mark is gone through once,
 * a bounded piece a round. What could not be finished is remembered and tried again.
 *
 * @returns one round, which ends where it is when it is to stop: the number of documents that had a publication to finish
 */
export const keepReconciled = (args: {
  payload: Payload
  clock: Clock
}): ((stopping?: AbortSignal) => Promise<number>) => {
  const { payload, clock } = args
  /** Where the look at recent events goes on, when one round did not come to their end. */
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
   * Looks at what is recent besides: events written behind the place, their instant being older than the time of their
   * writing, and, while the place is far back, what nobody would look at for long.
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

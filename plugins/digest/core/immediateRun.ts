import { changesOf, type LoggedEvent, tellsSomebody } from './items.ts'

/**
 * A publication is announced two seconds after it was made at the earliest. By then, a concurrent change to this
 * cadence has been stored, so no run misses that subscriber.
 */
const SETTLES_WITHIN = 2_000

/** The rows of the log, ascending, that may be told of already. */
export const settledOf = <Event extends LoggedEvent>(events: Event[], now: Date): Event[] => {
  const newestSettled = now.getTime() - SETTLES_WITHIN
  const tooNew = events.findIndex((event) => Date.parse(event.at) > newestSettled)
  return tooNew < 0 ? events : events.slice(0, tooNew)
}

/** Everything published since the last immediate run, as one run. */
export interface ImmediateRun {
  /**
   * `immediate:<publication key>`, by the first publication in it. The key identifies where the run starts in the log:
   * of several workers that see different ends of the log, only one creates the run, and ranges cannot overlap.
   */
  key: string
  startsAt: string
  endsAt: string
  fromSeq: number
  toSeq: number
  /** Whether it contains anything to announce; a silent import does not. */
  tells: boolean
}

/**
 * Joins everything published since the last immediate run into the next one, so that a burst of publications, or an
 * outage, gives one mail.
 *
 * @param args.fromSeq end of the last run, exclusive
 * @param args.events rows of the log after it, ascending
 * @returns `null` when there is nothing to announce yet
 */
export const immediateRun = (args: {
  fromSeq: number
  events: (LoggedEvent & { key: string })[]
  now: Date
}): ImmediateRun | null => {
  const { fromSeq, now } = args
  const events = settledOf(args.events, now)
  const [first] = events
  const last = events.at(-1)
  if (!first || !last) return null
  return {
    key: `immediate:${first.key}`,
    startsAt: first.at,
    endsAt: last.at,
    fromSeq,
    toSeq: last.seq,
    tells: changesOf(events).some(tellsSomebody),
  }
}

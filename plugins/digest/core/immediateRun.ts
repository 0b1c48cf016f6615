import { changesOf, type LoggedEvent, tellsSomebody } from './items.ts'

/**
 * A publication is told two seconds after it was made at the earliest. Somebody who changes to this cadence in that
 * moment has a row that says so by then, so no run passes them by.
 */
const SETTLES_WITHIN = 2_000

/** What was published since the last immediate run, as one run of its own. */
export interface ImmediateRun {
  /**
   * `immediate:<publication key>`, after the first publication in it. So it names the place in the log where the run
   * begins: of several workers that see logs of different lengths one makes the run, and ranges cannot overlap.
   */
  key: string
  startsAt: string
  endsAt: string
  fromSeq: number
  toSeq: number
  /** Whether there is anything in it to tell anybody; an import in silence has nothing. */
  tells: boolean
}

/**
 * Joins everything published since the last immediate run into the next one: a burst of publications, or an outage, is
 * one mail.
 *
 * @param args.fromSeq where the last run ended, exclusive
 * @param args.events rows of the log after it, ascending
 * @returns `null` when nothing was published that can be told yet
 */
export const immediateRun = (args: {
  fromSeq: number
  events: (LoggedEvent & { key: string })[]
  now: Date
}): ImmediateRun | null => {
  const { fromSeq, now } = args
  const newestSettled = now.getTime() - SETTLES_WITHIN
  const tooNew = args.events.findIndex((event) => Date.parse(event.at) > newestSettled)
  const events = tooNew < 0 ? args.events : args.events.slice(0, tooNew)
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

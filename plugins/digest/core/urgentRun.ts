import { settledOf } from './immediateRun.ts'
import { type Change, changesOf, type LoggedEvent } from './items.ts'

/**
 * What a portal is asked about a correction, a withdrawal, or a text that was published urgently and that a second
 * person has ratified.
 */
export type AtOnce = (
  change: Pick<LoggedEvent, 'collection' | 'major'> & { kind: 'corrected' | 'withdrawn' | 'ratified' },
) => boolean

/** What a change is to somebody who has the document already. */
const kindOf = ({ live, event }: Change): 'corrected' | 'withdrawn' | undefined => {
  if (!live) return 'withdrawn'
  return event.kind === 'corrected' ? 'corrected' : undefined
}

/**
 * The changes that people who received a document are told of at once, whatever their cadence: corrections and
 * withdrawals for which the portal wants that.
 */
export const urgentChanges = (changes: Change[], isAtOnce: AtOnce = () => false): Change[] =>
  changes.flatMap((change) => {
    const kind = change.concernsEarlierReaders ? kindOf(change) : undefined
    const { collection, major } = change.event
    // To everybody else a correction is an edition like any other, and comes with their digest.
    return kind && isAtOnce({ kind, collection, major }) ? [{ ...change, kind, announced: [] }] : []
  })

/** The ratifications of urgent texts that everybody whose filter matches is told of at once. */
export const urgentRatifications = <Event extends LoggedEvent>(
  events: readonly Event[],
  isAtOnce: AtOnce = () => false,
): Event[] =>
  events.filter(
    ({ ratifies, collection, major }) => ratifies === true && isAtOnce({ kind: 'ratified', collection, major }),
  )

/** So many rows that tell nothing are passed over for good, so that they are not read again at every round. */
const PASSED_OVER = 500

/** A range of the log, and whether anything in it is told at once. */
export interface UrgentRun {
  key: string
  startsAt: string
  endsAt: string
  fromSeq: number
  toSeq: number
  tells: boolean
}

/**
 * The next urgent run, named after the first publication that it tells of, or after the last that it passes over. Two
 * workers that see different ends of the log make the same run, or runs of which one tells nothing.
 *
 * @param args.fromSeq end of the last run, exclusive
 * @param args.events rows of the log after it, ascending
 * @returns `null` when nothing is to be told at once yet
 */
export const urgentRun = (args: {
  fromSeq: number
  events: (LoggedEvent & { key: string })[]
  now: Date
  isAtOnce: AtOnce
}): UrgentRun | null => {
  const { fromSeq, now, isAtOnce } = args
  const events = settledOf(args.events, now)
  const seqs = new Set([
    ...urgentChanges(changesOf(events), isAtOnce).map(({ event }) => event.seq),
    ...urgentRatifications(events, isAtOnce).map(({ seq }) => seq),
  ])
  const told = events.find(({ seq }) => seqs.has(seq))
  const last = events.at(-1)
  if (!last || (!told && events.length < PASSED_OVER)) return null
  const named = told ?? last
  return {
    key: `urgent:${named.key}`,
    startsAt: named.at,
    endsAt: last.at,
    fromSeq,
    toSeq: last.seq,
    tells: told !== undefined,
  }
}

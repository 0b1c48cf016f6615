import { dayBounds, dayOf, weekBounds, weekOf } from '../../../lib/time/periods.ts'
import { type Change, changesOf, type LoggedEvent, latestOf } from './items.ts'

/** A day or an ISO week in Viet Nam whose publications can be read by everybody. */
export interface ArchivePeriod {
  cadence: 'daily' | 'weekly'
  /** `2026-11-23` or `2026-W48`. */
  name: string
  /** Start, inclusive, and end, exclusive. */
  startsAt: Date
  endsAt: Date
}

/** @returns `undefined` when it is no day and no week */
export const archivePeriod = (name: string): ArchivePeriod | undefined => {
  const cadence = /^\d{4}-\d\d-\d\d$/.test(name) ? 'daily' : /^\d{4}-W\d\d$/.test(name) ? 'weekly' : undefined
  if (!cadence) return undefined
  try {
    const { start, end } = cadence === 'daily' ? dayBounds(name) : weekBounds(name)
    const isReal = (cadence === 'daily' ? dayOf(start) : weekOf(start)) === name
    return isReal ? { cadence, name, startsAt: start, endsAt: end } : undefined
  } catch {
    return undefined
  }
}

/**
 * What a digest without a reader shows: what was announced and is public now, and what was corrected or withdrawn.
 *
 * @param args.events rows of the log in the period, ascending
 * @param args.all the same and later ones, which tell what is public now
 */
export const archived = (args: { events: LoggedEvent[]; all: LoggedEvent[] }): Change[] => {
  const latest = latestOf(args.all)
  const now = new Map(changesOf(args.all).map((change) => [change.document, change.live]))
  return changesOf(args.events).filter((change) => {
    const isLive = now.get(change.document) ?? change.live
    // The first edition of what was withdrawn since is not told of; its withdrawal is, when that was.
    if (change.live !== isLive) return false
    if (!change.live) return change.concernsEarlierReaders && latest.has(change.document)
    return change.announced.length > 0 || change.concernsEarlierReaders
  })
}

/** The same changes for somebody who follows all of them: each is what its newest row made it. */
export const asFollowed = (changes: Change[]): Change[] =>
  changes.map((change) => {
    const { kind, edition } = change.event
    if (!change.live || kind === 'corrected') return { ...change, kind: change.live ? 'corrected' : 'withdrawn' }
    return { ...change, kind: edition > 1 ? 'updated' : 'new' }
  })

/** Days and weeks, the newest first, in which something was published. */
export const periodsOf = (events: LoggedEvent[]): { days: string[]; weeks: string[] } => {
  const instants = events.map(({ at }) => new Date(at))
  const newestFirst = (names: string[]) => [...new Set(names)].sort().reverse()
  return { days: newestFirst(instants.map(dayOf)), weeks: newestFirst(instants.map(weekOf)) }
}

import { dayOf, weekOf } from '../../../lib/time/periods.ts'

/** Of how many days, weeks and months with a backup the newest one is kept. */
export interface Retention {
  daily: number
  weekly: number
  monthly: number
}

const monthOf = (instant: Date): string => dayOf(instant).slice(0, 'YYYY-MM'.length)

/** The newest of each of the newest periods. */
const newestOf = (newestFirst: readonly Date[], periodOf: (instant: Date) => string, count: number): Date[] => {
  const found = new Map<string, Date>()
  for (const instant of newestFirst) {
    const period = periodOf(instant)
    if (found.has(period)) continue
    if (found.size === count) break
    found.set(period, instant)
  }
  return [...found.values()]
}

/**
 * Which backups are kept: of each of the newest days, weeks (ISO 8601) and months in Viet Nam that have one, the newest.
 * Periods without a backup do not count, so that a long pause deletes nothing. The newest backup is always kept.
 *
 * @param instants of all whole backups, in any order
 * @returns those that are kept, newest first
 */
export const keptOf = (instants: readonly Date[], { daily, weekly, monthly }: Retention): Date[] => {
  const newestFirst = [...instants].sort((a, b) => b.getTime() - a.getTime())
  const kept = new Set([
    ...newestFirst.slice(0, 1),
    ...newestOf(newestFirst, dayOf, daily),
    ...newestOf(newestFirst, weekOf, weekly),
    ...newestOf(newestFirst, monthOf, monthly),
  ])
  return newestFirst.filter((instant) => kept.has(instant))
}

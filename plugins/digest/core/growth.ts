import { weekBounds, weekOf } from '../../../lib/time/periods.ts'
import type { Tally } from './progress.ts'
import { totalOf } from './progress.ts'

/** Weeks that are shown. */
export const WEEKS = 12

/** A week of the calendar of Viet Nam. */
export interface Week {
  /** `2026-W48`. */
  week: string
  /** Start, ISO 8601. */
  from: string
  /** End, exclusive. */
  to: string
}

/** The last weeks up to the present one, the oldest first. */
export const lastWeeks = (now: Date, count = WEEKS): Week[] => {
  const weeks: Week[] = []
  for (let at = now; weeks.length < count; ) {
    const week = weekOf(at)
    const { start, end } = weekBounds(week)
    weeks.unshift({ week, from: start.toISOString(), to: end.toISOString() })
    at = new Date(start.getTime() - 1)
  }
  return weeks
}

/** Sums up the mails of runs by the week in which they were due. */
export const perWeek = (weeks: readonly Week[], runs: readonly (Tally & { dueAt: string })[]): (Week & Tally)[] =>
  weeks.map((week) => ({ ...week, ...totalOf(runs.filter(({ dueAt }) => dueAt >= week.from && dueAt < week.to)) }))

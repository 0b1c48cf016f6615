import { dayBounds, dayOf, weekBounds, weekOf } from '../../../lib/time/periods.ts'
import { type Schedule, sinceMidnight } from './schedule.ts'

/** Frequencies of digests that a subscriber can choose. */
export const CADENCES = ['immediate', 'daily', 'weekly'] as const
export type Cadence = (typeof CADENCES)[number]

/**
 * Cadence of a run: a subscriber's cadence, the evening digest that carries the surplus of the day, or what readers of a
 * document are told at once.
 */
export type RunCadence = Cadence | 'evening' | 'urgent'
/** Cadences that cover a calendar period. */
export type PeriodicCadence = Exclude<RunCadence, 'immediate' | 'urgent'>

/**
 * Period covered by a digest. Its key names the day (or ISO week) covered, in Asia/Ho_Chi_Minh. The digest is sent the
 * next morning (or on Monday morning); the evening digest on the same day.
 */
export interface Period {
  /** `daily:2026-11-23`, `weekly:2026-W48`, `evening:2026-11-23`. */
  key: string
  cadence: PeriodicCadence
  /** Start, inclusive. */
  startsAt: Date
  /** End, exclusive. */
  endsAt: Date
  /** When its digest is sent. */
  dueAt: Date
}

/** Times at which digests are sent. */
type Times = Pick<Schedule, 'morning' | 'evening'>

/** The period that contains an instant. */
export const periodOf = (cadence: PeriodicCadence, instant: Date, times: Times): Period => {
  const name = cadence === 'weekly' ? weekOf(instant) : dayOf(instant)
  const { start, end } = cadence === 'weekly' ? weekBounds(name) : dayBounds(name)
  const dueAt =
    cadence === 'evening'
      ? start.getTime() + sinceMidnight(times.evening)
      : end.getTime() + sinceMidnight(times.morning)
  return { key: `${cadence}:${name}`, cadence, startsAt: start, endsAt: end, dueAt: new Date(dueAt) }
}

/** The previous period. */
export const previousPeriod = (period: Period, times: Times): Period =>
  periodOf(period.cadence, new Date(period.startsAt.getTime() - 1), times)

/** Whether the evening digest of that day is still to come. */
export const isBeforeEvening = (instant: Date, times: Times): boolean =>
  instant < periodOf('evening', instant, times).dueAt

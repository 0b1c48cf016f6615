import { dayBounds, dayOf, weekBounds, weekOf } from '../../../lib/time/periods.ts'
import { type Schedule, sinceMidnight } from './schedule.ts'

/** How often somebody wants to hear from us. */
export const CADENCES = ['immediate', 'daily', 'weekly'] as const
export type Cadence = (typeof CADENCES)[number]

/** What a run is made for: a cadence, or the evening digest that takes what was too much for one day. */
export type RunCadence = Cadence | 'evening'
/** Those that cover a stretch of the calendar. */
export type PeriodicCadence = Exclude<RunCadence, 'immediate'>

/**
 * Periods a digest covers. A key names the day (or ISO week) covered, by the calendar of Asia/Ho_Chi_Minh; the digest
 * goes out on the next day (or Monday) in the morning there, the evening digest on the same day.
 */
export interface Period {
  /** `daily:2026-11-23`, `weekly:2026-W48`, `evening:2026-11-23`. */
  key: string
  cadence: PeriodicCadence
  /** First instant covered. */
  startsAt: Date
  /** First instant not covered any more. */
  endsAt: Date
  /** When its digest is sent. */
  dueAt: Date
}

/** When digests leave. */
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

/** The period before. */
export const previousPeriod = (period: Period, times: Times): Period =>
  periodOf(period.cadence, new Date(period.startsAt.getTime() - 1), times)

/** Whether an evening digest is still to come on the day of an instant. */
export const isBeforeEvening = (instant: Date, times: Times): boolean =>
  instant < periodOf('evening', instant, times).dueAt

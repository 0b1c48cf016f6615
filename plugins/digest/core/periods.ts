import { dayBounds, dayOf, weekBounds, weekOf } from '../../../src/time/periods.ts'

/**
 * Periods a digest covers. A key names the day (or ISO week) covered, by the calendar of Asia/Ho_Chi_Minh; the digest
 * goes out on the next day (or Monday) at 07:30 there.
 */
export type RunCadence = 'daily' | 'weekly'

export interface Period {
  /** `daily:2026-11-23`, `weekly:2026-W48`. */
  key: string
  cadence: RunCadence
  /** First instant covered. */
  startsAt: Date
  /** First instant not covered any more. */
  endsAt: Date
  /** When its digest is sent. */
  dueAt: Date
}

/** 07:30. */
const SENT_AT = 7.5 * 3_600_000

/** The period that contains an instant. */
export const periodOf = (cadence: RunCadence, instant: Date): Period => {
  const name = cadence === 'weekly' ? weekOf(instant) : dayOf(instant)
  const { start, end } = cadence === 'weekly' ? weekBounds(name) : dayBounds(name)
  return {
    key: `${cadence}:${name}`,
    cadence,
    startsAt: start,
    endsAt: end,
    dueAt: new Date(end.getTime() + SENT_AT),
  }
}

/** The period before. */
export const previousPeriod = (period: Period): Period =>
  periodOf(period.cadence, new Date(period.startsAt.getTime() - 1))

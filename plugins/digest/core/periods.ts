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

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Asia/Ho_Chi_Minh has been UTC+7 without summer time since 1975 (tz database), so its days are 24 hours long. */
const OFFSET = 7 * HOUR
/** 07:30. */
const SENT_AT = 7.5 * HOUR
const LENGTH: Record<RunCadence, number> = { daily: DAY, weekly: 7 * DAY }
/** 1970-01-05, the first Monday after the epoch. */
const FIRST_MONDAY = 4 * DAY

/** Milliseconds since 1970-01-01T00:00 on the wall clock in Viet Nam. */
const local = (instant: Date): number => instant.getTime() + OFFSET
const instantOf = (wallClock: number): Date => new Date(wallClock - OFFSET)
const isoDay = (wallClock: number): string => new Date(wallClock).toISOString().slice(0, 10)

/** ISO 8601 week of the day at `wallClock`: the week belongs to the year that has its Thursday. */
const isoWeek = (wallClock: number): string => {
  const thursday = new Date(wallClock - ((wallClock - FIRST_MONDAY) % (7 * DAY)) + 3 * DAY)
  const year = thursday.getUTCFullYear()
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY)) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** Day in Viet Nam on which an instant falls, `YYYY-MM-DD`. */
export const dayOf = (instant: Date): string => isoDay(local(instant))

/** The period that contains an instant. */
export const periodOf = (cadence: RunCadence, instant: Date): Period => {
  const wallClock = local(instant)
  const anchor = cadence === 'weekly' ? FIRST_MONDAY : 0
  const start = wallClock - ((wallClock - anchor) % LENGTH[cadence])
  const end = start + LENGTH[cadence]
  return {
    key: cadence === 'weekly' ? `weekly:${isoWeek(start)}` : `daily:${isoDay(start)}`,
    cadence,
    startsAt: instantOf(start),
    endsAt: instantOf(end),
    dueAt: instantOf(end + SENT_AT),
  }
}

/** The period before. */
export const previousPeriod = (period: Period): Period =>
  periodOf(period.cadence, new Date(period.startsAt.getTime() - 1))

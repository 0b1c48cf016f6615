import { isIsoDay } from '../text/dates.ts'

/** A time interval: `start` is inclusive, `end` is exclusive. */
export interface Bounds {
  start: Date
  end: Date
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const WEEK = 7 * DAY
/** Asia/Ho_Chi_Minh has been UTC+7 without daylight saving time since 1975 (tz database), so its days have 24 hours. */
const OFFSET = 7 * HOUR

const ISO_WEEK = /^(\d{4})-W(\d{2})$/

const wallClockOf = (instant: Date): number => instant.getTime() + OFFSET
const isoDay = (wallClock: number): string => new Date(wallClock).toISOString().slice(0, 10)
const bounds = (wallClock: number, length: number): Bounds => ({
  start: new Date(wallClock - OFFSET),
  end: new Date(wallClock - OFFSET + length),
})

/** Midnight of the Monday on or before a wall-clock time. */
const mondayOf = (wallClock: number): number => {
  const midnight = Math.floor(wallClock / DAY) * DAY
  return midnight - ((new Date(midnight).getUTCDay() + 6) % 7) * DAY
}

/** Date of an instant in Viet Nam, `YYYY-MM-DD`. */
export const dayOf = (instant: Date): string => isoDay(wallClockOf(instant))

/** Days since 1 January 1970 in Viet Nam, and the milliseconds since midnight there. */
export const dayNumberOf = (instant: Date): { day: number; sinceMidnight: number } => {
  const wallClock = wallClockOf(instant)
  const day = Math.floor(wallClock / DAY)
  return { day, sinceMidnight: wallClock - day * DAY }
}

/** ISO 8601 week of an instant in Viet Nam, `2026-W48`: it starts on Monday and belongs to the year of its Thursday. */
export const weekOf = (instant: Date): string => {
  const thursday = new Date(mondayOf(wallClockOf(instant)) + 3 * DAY)
  const year = thursday.getUTCFullYear()
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / WEEK) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

/**
 * Bounds of a day in Viet Nam, midnight to midnight.
 * @param day `YYYY-MM-DD`.
 * @throws RangeError when it is not a calendar date.
 */
export const dayBounds = (day: string): Bounds => {
  if (!isIsoDay(day)) throw new RangeError(`Not a day as YYYY-MM-DD: ${day}`)
  return bounds(Date.parse(`${day}T00:00:00Z`), DAY)
}

/**
 * Bounds of a week in Viet Nam, midnight on Monday to midnight on Monday.
 * @param week `2026-W48` (ISO 8601).
 * @throws RangeError when the year has no such week.
 */
export const weekBounds = (week: string): Bounds => {
  const [, year, count] = (ISO_WEEK.exec(week) ?? []).map(Number)
  // ISO 8601: 4 January is always in week 1.
  const monday = mondayOf(Date.UTC(year ?? Number.NaN, 0, 4)) + ((count ?? Number.NaN) - 1) * WEEK
  const result = bounds(monday, WEEK)
  if (!Number.isFinite(monday) || weekOf(result.start) !== week) throw new RangeError(`Not a week as YYYY-Www: ${week}`)
  return result
}

/** The first midnight in Viet Nam after an instant; facts derived from the day may change then. */
export const nextMidnight = (instant: Date): Date => dayBounds(dayOf(instant)).end

import { isIsoDay } from '../text/dates.ts'
import { type Bounds, dayBounds, dayNumberOf, dayOf } from './periods.ts'

/** When people work: a weekly pattern, and the days that differ from it. */
export interface WorkingCalendar {
  /** Days of the week on which people work, ISO 8601: 1 is Monday, 7 is Sunday. */
  weekdays: readonly number[]
  /** Hours of a working day in Viet Nam, `HH:MM`, in order and without overlap. */
  hours: readonly { from: string; to: string }[]
  /** Days that differ, by `YYYY-MM-DD`: a holiday on a weekday, or a day worked in exchange at a weekend. */
  days: ReadonlyMap<string, 'holiday' | 'working'>
}

/** Monday to Friday, eight hours a day, no holidays: for a portal that keeps no calendar of its own. */
export const OFFICE_HOURS: WorkingCalendar = {
  weekdays: [1, 2, 3, 4, 5],
  hours: [
    { from: '08:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ],
  days: new Map(),
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Longest search for working time: no calendar of an office rests longer. */
const MOST_IDLE_DAYS = 400
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/

const minutesOf = (time: string): number => {
  const [, hours, minutes] = TIME.exec(time) ?? []
  return Number(hours) * 60 + Number(minutes)
}

/**
 * Faults of a calendar, one English sentence each; empty when it can be used.
 *
 * @param calendar hours must be real, in order and without overlap, and some weekday must be worked
 */
export const calendarFaults = ({ weekdays, hours, days }: WorkingCalendar): string[] => {
  const faults: string[] = []
  if (!weekdays.length || weekdays.some((day) => !Number.isInteger(day) || day < 1 || day > 7))
    faults.push('Working days must be numbers from 1 (Monday) to 7 (Sunday), at least one.')
  const times = hours.flatMap(({ from, to }) => [from, to])
  if (!times.length || times.some((time) => !TIME.test(time))) faults.push('Working hours must be times as HH:MM.')
  else if (times.some((time, index) => index > 0 && minutesOf(time) <= minutesOf(times[index - 1]!)))
    faults.push('Working hours must follow each other in order.')
  for (const day of days.keys()) if (!isIsoDay(day)) faults.push(`"${day}" is no day of the calendar.`)
  return faults
}

/**
 * Whether people work on a day.
 *
 * @param day `YYYY-MM-DD`
 * @throws RangeError when it is not a calendar date
 */
export const isWorkingDay = (day: string, { weekdays, days }: WorkingCalendar): boolean => {
  const kind = days.get(day)
  if (kind) return kind === 'working'
  if (!isIsoDay(day)) throw new RangeError(`Not a day as YYYY-MM-DD: ${day}`)
  return weekdays.includes(new Date(`${day}T00:00:00Z`).getUTCDay() || 7)
}

/** The working hours of the day that begins at an instant, as intervals. */
const hoursFrom = (midnight: number, calendar: WorkingCalendar): Bounds[] =>
  isWorkingDay(dayOf(new Date(midnight)), calendar)
    ? calendar.hours.map(({ from, to }) => ({
        start: new Date(midnight + minutesOf(from) * MINUTE),
        end: new Date(midnight + minutesOf(to) * MINUTE),
      }))
    : []

const midnightOf = (instant: Date): number => dayBounds(dayOf(instant)).start.getTime()

/** Length of a full working day in milliseconds. */
export const workingDayLength = ({ hours }: WorkingCalendar): number =>
  hours.reduce((sum, { from, to }) => sum + (minutesOf(to) - minutesOf(from)) * MINUTE, 0)

/**
 * The first instant by which an amount of working time has passed since another. Time outside working hours does not
 * count: eight hours from a Friday afternoon end on Monday.
 *
 * @param amount milliseconds of working time, at least 0
 * @throws RangeError when the calendar holds no working time for more than a year
 */
export const afterWorkingTime = (start: Date, amount: number, calendar: WorkingCalendar): Date => {
  if (amount <= 0) return new Date(start)
  let left = amount
  let midnight = midnightOf(start)
  for (let idle = 0; idle < MOST_IDLE_DAYS; midnight += DAY) {
    idle += 1
    for (const { start: opens, end: closes } of hoursFrom(midnight, calendar)) {
      const from = Math.max(opens.getTime(), start.getTime())
      const length = closes.getTime() - from
      if (length <= 0) continue
      if (left <= length) return new Date(from + left)
      left -= length
      idle = 0
    }
  }
  throw new RangeError('The calendar holds no working time')
}

/** 5 January 1970, counted from the first. */
const FIRST_MONDAY = 4

/** A calendar in numbers, from which working days are counted without looking at each of them. */
interface Counted {
  /** How many of the first n days of a week are worked, Monday first. */
  upTo: number[]
  /** The days that differ, in order, and by how many working days the pattern is wrong up to and with them. */
  differing: { day: number; sum: number }[]
}

const counts = new WeakMap<WorkingCalendar, Counted>()
const countedOf = (calendar: WorkingCalendar): Counted => {
  const known = counts.get(calendar)
  if (known) return known
  const upTo = [0]
  for (let weekday = 1; weekday <= 7; weekday += 1)
    upTo.push(upTo.at(-1)! + (calendar.weekdays.includes(weekday) ? 1 : 0))
  let sum = 0
  const differing = [...calendar.days.keys()].sort().map((date) => {
    const day = Date.parse(`${date}T00:00:00Z`) / DAY
    const isWorked = calendar.weekdays.includes(new Date(day * DAY).getUTCDay() || 7)
    sum += Number(isWorkingDay(date, calendar)) - Number(isWorked)
    return { day, sum }
  })
  const counted = { upTo, differing }
  counts.set(calendar, counted)
  return counted
}

/** How many more days were worked before a day than before the first Monday of 1970. */
const workedDaysBefore = (day: number, { upTo, differing }: Counted): number => {
  const weeks = Math.floor((day - FIRST_MONDAY) / 7)
  const last = differing.findLast((one) => one.day < day)
  return weeks * upTo[7]! + upTo[day - FIRST_MONDAY - weeks * 7]! + (last?.sum ?? 0)
}

/** Working time before an instant, from an origin that is the same for all instants. */
const workedBefore = (instant: Date, calendar: WorkingCalendar): number => {
  const counted = countedOf(calendar)
  const { day, sinceMidnight } = dayNumberOf(instant)
  const days = workedDaysBefore(day, counted)
  const whole = days * workingDayLength(calendar)
  if (workedDaysBefore(day + 1, counted) === days) return whole
  return calendar.hours.reduce((sum, { from, to }) => {
    const opens = minutesOf(from) * MINUTE
    return sum + Math.max(0, Math.min(sinceMidnight, minutesOf(to) * MINUTE) - opens)
  }, whole)
}

/**
 * Working time between two instants, in constant time: a list of a hundred texts counts it for each.
 *
 * @param calendar must not change between calls
 * @returns milliseconds; 0 when `end` is not after `start`
 */
export const workingTimeBetween = (start: Date, end: Date, calendar: WorkingCalendar): number =>
  Math.max(0, workedBefore(end, calendar) - workedBefore(start, calendar))

/** Full working days between two instants; 0 when `end` is not after `start`. */
export const workingDaysBetween = (start: Date, end: Date, calendar: WorkingCalendar): number =>
  Math.floor(workingTimeBetween(start, end, calendar) / workingDayLength(calendar))

import { dayBounds, dayOf } from '../../../lib/time/periods.ts'
import {
  afterWorkingTime,
  isWorkingDay,
  type WorkingCalendar,
  workingDayLength,
  workingTimeBetween,
} from '../../../lib/time/workingTime.ts'

/** When officers are told of what is not urgent. */
export interface NoticeHours {
  /** Minutes of working time for which notices are collected into one mail. */
  collectedFor: number
  /** Time in Viet Nam from which the summary of a working day leaves, `HH:MM`. */
  morning: string
  /** Working hours before a deadline at which people are reminded, but never before half of their time is over. */
  remindBefore: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/

/**
 * Faults of the hours, one English sentence each; empty when they can be used.
 *
 * @param hours as the portal sets them
 */
export const noticeHoursFaults = ({ collectedFor, morning, remindBefore }: NoticeHours): string[] => [
  ...(collectedFor >= 1 && collectedFor <= 480 ? [] : ['Notices must be collected for 1 to 480 minutes.']),
  ...(TIME.test(morning) ? [] : ['The morning must be a time as HH:MM.']),
  ...(remindBefore > 0 && remindBefore <= 80 ? [] : ['People must be reminded 1 to 80 working hours before.']),
]

/** Working time of the day of an instant that is over by then; `undefined` outside working days and after closing. */
const workedToday = (now: Date, calendar: WorkingCalendar): number | undefined => {
  const day = dayOf(now)
  if (!isWorkingDay(day, calendar)) return undefined
  const worked = workingTimeBetween(dayBounds(day).start, now, calendar)
  return worked < workingDayLength(calendar) ? worked : undefined
}

/**
 * The day whose summary may leave at an instant: a working day, from `morning` until closing time.
 *
 * @returns `YYYY-MM-DD`, or `undefined` when none may
 */
export const summaryDay = (now: Date, hours: NoticeHours, calendar: WorkingCalendar): string | undefined => {
  if (workedToday(now, calendar) === undefined) return undefined
  const day = dayOf(now)
  const [, hour, minute] = TIME.exec(hours.morning) ?? []
  const from = dayBounds(day).start.getTime() + Number(hour) * HOUR + Number(minute) * MINUTE
  return now.getTime() >= from ? day : undefined
}

/**
 * Start of the slot of a working day in which an instant lies. What came up before it may leave. Slots are cut out of
 * working time, so that the noon break lengthens none.
 *
 * @returns `undefined` in the first slot of a day, whose mails are the summaries, and outside working time
 */
export const slotStart = (now: Date, hours: NoticeHours, calendar: WorkingCalendar): Date | undefined => {
  const worked = workedToday(now, calendar)
  if (worked === undefined) return undefined
  const length = hours.collectedFor * MINUTE
  const slot = Math.floor(worked / length)
  return slot === 0 ? undefined : afterWorkingTime(dayBounds(dayOf(now)).start, slot * length, calendar)
}

/** Whether a deadline is near enough for a reminder, and not past. */
export const isNear = (args: {
  arrivedAt: Date
  dueBy: Date
  now: Date
  hours: NoticeHours
  calendar: WorkingCalendar
}): boolean => {
  const { arrivedAt, dueBy, now, hours, calendar } = args
  if (now >= dueBy) return false
  const given = workingTimeBetween(arrivedAt, dueBy, calendar)
  return workingTimeBetween(now, dueBy, calendar) <= Math.min(hours.remindBefore * HOUR, given / 2)
}

import { dayBounds, dayOf } from '../../../lib/time/periods.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The latest time of day at or before an instant. */
const latestAt = (at: string, now: Date): Date => {
  const [hours, minutes] = at.split(':').map(Number) as [number, number]
  const today = dayBounds(dayOf(now)).start.getTime() + hours * HOUR + minutes * MINUTE
  return new Date(today > now.getTime() ? today - DAY : today)
}

/**
 * Whether the backup of the last night is missing; also where a machine was off at night.
 *
 * @param args.at time of day in Viet Nam, `01:30`
 * @param args.last instant of the newest whole backup
 */
export const isDue = (args: { at: string; last: Date | undefined; now: Date }): boolean => {
  const { at, last, now } = args
  // One from the future was made by a clock that has been set back since.
  return !last || last < latestAt(at, now) || last > new Date(now.getTime() + DAY)
}

/** Whether people are to be told that none succeeded for too long; also where there is none at all. */
export const isLate = (args: { lateAfterHours: number; last: Date | undefined; now: Date }): boolean => {
  const { lateAfterHours, last, now } = args
  return !last || now.getTime() - last.getTime() > lateAfterHours * HOUR
}

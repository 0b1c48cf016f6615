/** When digests are sent (time of day in Viet Nam), and the daily limit per person. */
export interface Schedule {
  /**
   * When a daily digest is sent, on the day after the one it covers, and a weekly one on the Monday after; `HH:MM`.
   * @default '07:30'
   */
  morning: string
  /**
   * When the evening digest is sent, which carries the surplus of the day; `HH:MM`.
   * @default '18:00'
   */
  evening: string
  /**
   * Maximum number of digests per person and day.
   * @default 3
   */
  mostADay: number
}

export const DEFAULT_SCHEDULE: Schedule = { morning: '07:30', evening: '18:00', mostADay: 3 }

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/

/**
 * Parses a time of day into hours and minutes.
 *
 * @throws RangeError for what is not `HH:MM`
 */
export const timeOfDay = (time: string): { hour: number; minute: number } => {
  const [, hour, minute] = TIME.exec(time) ?? []
  if (hour === undefined || minute === undefined)
    throw new RangeError(`digest: schedule: a time of day is written as 07:30, not as ${JSON.stringify(time)}`)
  return { hour: Number(hour), minute: Number(minute) }
}

/** Milliseconds from midnight to a time of day. Viet Nam has no daylight saving time, so every day has 24 hours. */
export const sinceMidnight = (time: string): number => {
  const { hour, minute } = timeOfDay(time)
  return (hour * 60 + minute) * 60_000
}

/** Fills in the defaults of a schedule and validates its times. */
export const scheduleFrom = (given: Partial<Schedule> = {}): Schedule => {
  const schedule = { ...DEFAULT_SCHEDULE, ...given }
  timeOfDay(schedule.morning)
  timeOfDay(schedule.evening)
  if (!Number.isInteger(schedule.mostADay) || schedule.mostADay < 1)
    throw new RangeError(`digest: schedule.mostADay: must be at least 1, not ${schedule.mostADay}`)
  return schedule
}

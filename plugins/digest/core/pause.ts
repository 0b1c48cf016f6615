import { isIsoDay } from '../../../lib/text/dates.ts'
import { dayBounds } from '../../../lib/time/periods.ts'

/** A pause until the person resumes. */
export const UNTIL_RESUMED = '9999-12-31T00:00:00.000Z'

/**
 * Parses the end of a pause.
 *
 * @param typed the first day on which mails are wanted again, `YYYY-MM-DD`; empty for "until I resume"
 * @returns the time from which mails are sent again, or `null` when it is not a day after today
 */
export const pausedUntil = (typed: unknown, now: Date): string | null => {
  if (typed === undefined || typed === '') return UNTIL_RESUMED
  if (typeof typed !== 'string' || !isIsoDay(typed)) return null
  const { start } = dayBounds(typed)
  return start > now ? start.toISOString() : null
}

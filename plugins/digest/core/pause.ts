import { isIsoDay } from '../../../lib/text/dates.ts'
import { dayBounds } from '../../../lib/time/periods.ts'

/** A pause that lasts until its owner ends it. */
export const UNTIL_RESUMED = '9999-12-31T00:00:00.000Z'

/**
 * Reads how long somebody wants no mails.
 *
 * @param typed the first day on which mails are wanted again, `YYYY-MM-DD`; empty for "until I resume"
 * @returns the instant from which mails go out again, or `null` when it is not a day after today
 */
export const pausedUntil = (typed: unknown, now: Date): string | null => {
  if (typed === undefined || typed === '') return UNTIL_RESUMED
  if (typeof typed !== 'string' || !isIsoDay(typed)) return null
  const { start } = dayBounds(typed)
  return start > now ? start.toISOString() : null
}

import { isBeforeEvening, type RunCadence } from './periods.ts'

/** Most digests that one person gets on one day in Viet Nam. */
export const MOST_MAILS_A_DAY = 3

/**
 * Whether another digest may go to somebody today. Until the evening one place is kept free: the evening digest takes
 * along what was too much, and with it there are still no more than three.
 *
 * @param args.sent digests that went to them today, or are on their way
 */
export const hasRoomToday = (args: { cadence: RunCadence; sent: number; now: Date }): boolean => {
  const { cadence, sent, now } = args
  const keptFree = cadence !== 'evening' && isBeforeEvening(now) ? 1 : 0
  return sent < MOST_MAILS_A_DAY - keptFree
}

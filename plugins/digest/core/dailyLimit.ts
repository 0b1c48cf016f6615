import { isBeforeEvening, type RunCadence } from './periods.ts'
import type { Schedule } from './schedule.ts'

/**
 * Whether another digest may go to somebody today. Until the evening one place is kept free: the evening digest takes
 * along what was too much, and with it there are still no more than the schedule allows.
 *
 * @param args.sent digests that went to them today, or are on their way
 */
export const hasRoomToday = (args: { cadence: RunCadence; sent: number; now: Date; schedule: Schedule }): boolean => {
  const { cadence, sent, now, schedule } = args
  const keptFree = cadence !== 'evening' && isBeforeEvening(now, schedule) ? 1 : 0
  return sent < schedule.mostADay - keptFree
}

import { isBeforeEvening, type RunCadence } from './periods.ts'
import type { Schedule } from './schedule.ts'

/**
 * Whether a person may get another digest today. Until the evening one slot is reserved for the evening digest, which
 * carries the surplus, so that the total stays within the schedule's limit. What is urgent waits for no room.
 *
 * @param args.sent digests sent to the person today, or in progress
 */
export const hasRoomToday = (args: { cadence: RunCadence; sent: number; now: Date; schedule: Schedule }): boolean => {
  const { cadence, sent, now, schedule } = args
  if (cadence === 'urgent') return true
  const keptFree = cadence !== 'evening' && isBeforeEvening(now, schedule) ? 1 : 0
  return sent < schedule.mostADay - keptFree
}

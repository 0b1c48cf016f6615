import type { Payload } from 'payload'
import { afterWorkingTime, OFFICE_HOURS, type WorkingCalendar } from '../../../lib/time/workingTime.ts'
import type { AfterWorkingHours } from '../core/schedule.ts'
import { workflowOptions } from '../options.ts'

const HOUR = 3_600_000

/** The working calendar of the portal. */
export const calendarOf = async (payload: Payload): Promise<WorkingCalendar> =>
  (await workflowOptions(payload.config).calendar?.(payload)) ?? OFFICE_HOURS

/** A lookup of deadlines in the working calendar as it is now. */
export const workingHoursOf = async (payload: Payload): Promise<AfterWorkingHours> => {
  const calendar = await calendarOf(payload)
  return (from, hours) => afterWorkingTime(new Date(from), hours * HOUR, calendar).toISOString()
}

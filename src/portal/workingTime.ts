import type { WorkingCalendar } from '../../lib/time/workingTime.ts'

/**
 * Working days and hours of the office (Decision 188/1999/QĐ-TTg: five days of eight hours). Public holidays and days
 * worked in exchange are rows of “Lịch làm việc” in the admin.
 */
export const workingTime = {
  weekdays: [1, 2, 3, 4, 5],
  hours: [
    { from: '07:00', to: '11:00' },
    { from: '13:00', to: '17:00' },
  ],
} satisfies Omit<WorkingCalendar, 'days'>

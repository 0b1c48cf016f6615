/** When backups are made, how long they are kept, and after how many hours without one people are told. */
export const backups = {
  /** Time of day in Viet Nam. */
  at: '01:30',
  lateAfterHours: 26,
  keep: { daily: 7, weekly: 4, monthly: 12 },
} as const

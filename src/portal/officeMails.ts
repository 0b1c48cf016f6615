import type { NoticeOptions } from '../../plugins/workflow/index.ts'

/**
 * When officers get mails. What is urgent leaves at once; everything else is collected, and every working day begins with
 * a summary. People are reminded of a step some working hours before its time is over (`due.within` in `chains.ts`).
 * Working days and hours: `workingTime.ts`, and “Lịch làm việc” in the admin.
 */
export const officeMails = {
  /** Minutes. */
  collectedFor: 30,
  morning: '07:00',
  /** Working hours. */
  remindBefore: 4,
} satisfies Partial<NoticeOptions>

import { isIsoDay, listDay } from '../../../lib/text/dates.ts'
import type { OwnText } from '../../../lib/text/languages.ts'
import { dayBounds, dayOf } from '../../../lib/time/periods.ts'

/** When a person is away: its first and its last day in Viet Nam, `YYYY-MM-DD`. Says nothing of what they may decide. */
export interface Absence {
  from: string
  until: string
}

/** Longest absence, in days from the first to the last: whoever forgets to clear it is not away for ever. */
const LONGEST_DAYS = 366
const DAY_MS = 24 * 3_600_000

const daysIn = ({ from, until }: Absence): number =>
  (dayBounds(until).end.getTime() - dayBounds(from).start.getTime()) / DAY_MS

/** Why two days are no absence, and which of them is wrong; `undefined` when they are one, or when neither is given. Pure. */
export const absenceFault = (
  from: string | null | undefined,
  until: string | null | undefined,
): { field: 'from' | 'until'; message: OwnText } | undefined => {
  if (!from && !until) return undefined
  if (!from || !until)
    return {
      field: from ? 'until' : 'from',
      message: {
        vi: 'Xin ghi cả ngày đầu và ngày cuối; không vắng mặt thì để trống cả hai.',
        en: 'Give the first and the last day; leave both empty if you are not away.',
      },
    }
  // What is no day has a fault of its own.
  if (!isIsoDay(from) || !isIsoDay(until)) return undefined
  if (until < from)
    return {
      field: 'until',
      message: {
        vi: `Ngày cuối phải từ ngày đầu (${listDay(from)}) trở đi.`,
        en: `The last day must not be before the first, ${listDay(from)}.`,
      },
    }
  return daysIn({ from, until }) > LONGEST_DAYS
    ? {
        field: 'until',
        message: {
          vi: 'Mỗi lần ghi vắng mặt không quá một năm; xin chọn ngày sớm hơn.',
          en: 'It may last a year at most; choose an earlier day.',
        },
      }
    : undefined
}

/** The absence that two stored values say; `undefined` when they say none. Pure. */
export const absenceIn = (from: unknown, until: unknown): Absence | undefined =>
  typeof from === 'string' &&
  typeof until === 'string' &&
  isIsoDay(from) &&
  isIsoDay(until) &&
  absenceFault(from, until) === undefined
    ? { from, until }
    : undefined

/** Whether somebody is away on a day. */
export const isAway = (absence: Absence | undefined, day: string): absence is Absence =>
  absence !== undefined && absence.from <= day && day <= absence.until

/** The day on which somebody is back, `YYYY-MM-DD`: the one after the last. */
export const backOn = ({ until }: Absence): string => dayOf(dayBounds(until).end)

/**
 * The day on which the first of several people is back, when all of them are away; `undefined` when somebody is here, or
 * when there is nobody. Pure.
 *
 * @param absences one a person
 * @param day `YYYY-MM-DD`
 */
export const firstBack = (absences: readonly (Absence | undefined)[], day: string): string | undefined => {
  const away = absences.filter((absence) => isAway(absence, day))
  return away.length === absences.length ? away.map(backOn).sort()[0] : undefined
}

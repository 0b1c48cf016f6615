import { normalise } from './normalise.ts'

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/
const MONTHS = ['một', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai']
/** Months as old documents and seals have them: `8-V-1975`. */
const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']
const MARK = String.raw`\s*[/.\-\u2010-\u2015\u2212]\s*`
const MONTH_NAMES = [...MONTHS, ...ROMANS].sort((one, other) => other.length - one.length).join('|')

/** A day as Vietnamese write it, day, month and year in groups 1 to 3, or year, month and day in groups 4 to 6. */
const WRITTEN = [
  String.raw`(\d{1,2})(?:${MARK}|,?\s+tháng\s+)(\d{1,2}|${MONTH_NAMES})(?:${MARK}|,?\s+năm\s+)(\d{4})`,
  String.raw`(\d{4})-(\d{2})-(\d{2})`,
].join('|')
const LEADING = String.raw`(?:(?:thứ\s+[\p{L}\d]+|chủ\s+nhật)\s*,?\s*)?(?:ngày\s+)?(?:(?:mùng|mồng)\s+)?`
const WHOLE = new RegExp(String.raw`^[("“]?${LEADING}(?:${WRITTEN})[\s.,;:)"”]*$`, 'iu')
/** Also what only looks like a day: two figures for the year, a month too large. */
const LIKE_A_DAY = String.raw`\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2}(?!\d)`
const IN_PROSE = new RegExp(
  String.raw`(?<![\p{L}\d/.\-])(?:${WRITTEN}|${LIKE_A_DAY})(?![\p{L}\d]|/[\p{L}\d]|[.\-]\d)`,
  'giu',
)

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const lengthOf = (month: number, year: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** Whether the text is a day of the calendar as `YYYY-MM-DD`, year 0001 or later. */
export const isIsoDay = (text: string): boolean => {
  const [, year, month, day] = (ISO.exec(text) ?? []).map(Number)
  if (!year || !month || !day) return false
  return month <= 12 && day <= lengthOf(month, year)
}

const dayOf = (groups: (string | undefined)[]): string | undefined => {
  const [day, month, year] = groups[0] ? groups : [groups[5], groups[4], groups[3]]
  if (!day || !month || !year) return undefined
  const named = MONTHS.indexOf(month.toLowerCase()) + 1 || ROMANS.indexOf(month.toUpperCase()) + 1
  const iso = `${year}-${(named ? String(named) : month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDay(iso) ? iso : undefined
}

/**
 * Reads a day as Vietnamese write it, the day first: `8/5/2024`, `08-05-2024`, `ngày 08 tháng 5 năm 2024`; takes
 * `2024-05-08` too. Never goes through `Date`, which would read the month first; a year of two figures is refused.
 * @returns `YYYY-MM-DD`, or undefined when it is not a day of the calendar.
 */
export const parseDay = (text: string): string | undefined => {
  const match = WHOLE.exec(normalise(text))
  return match ? dayOf(match.slice(1, 7)) : undefined
}

/** Something in running text that is written as a day. */
export interface FoundDay {
  /** `YYYY-MM-DD`; missing when the calendar has no such day or the year has two figures. */
  day?: string
  /** As it is written. */
  raw: string
  /** Where it stands in the text, in UTF-16 units. */
  start: number
  end: number
}

/**
 * Everything in running text that is written as a day, in order, those that are none included, so that they can be
 * reported. Numbers of documents and spans of years are not taken for days.
 *
 * @param text in NFC, so that the places returned are places in it
 */
export const findDays = (text: string): FoundDay[] =>
  [...text.matchAll(IN_PROSE)].map((match) => {
    const day = dayOf(match.slice(1, 7))
    return { ...(day ? { day } : {}), raw: match[0], start: match.index, end: match.index + match[0].length }
  })

const partsOf = (isoDay: string): { year: string; month: string; day: string } => {
  if (!isIsoDay(isoDay)) throw new RangeError(`Not a day as YYYY-MM-DD: ${isoDay}`)
  const [year = '', month = '', day = ''] = isoDay.split('-')
  return { year, month, day }
}

/**
 * A day in running text, `08/5/2024`: the day and the months 1 and 2 have two digits, the others have none to spare
 * (Decree 30/2020, Annex I).
 * @param isoDay `YYYY-MM-DD`.
 * @throws RangeError when it is not a day of the calendar.
 */
export const proseDay = (isoDay: string): string => {
  const { year, month, day } = partsOf(isoDay)
  return `${day}/${Number(month) > 2 ? Number(month) : month}/${year}`
}

/**
 * A day in lists and tables, `08/05/2024`.
 * @param isoDay `YYYY-MM-DD`.
 * @throws RangeError when it is not a day of the calendar.
 */
export const listDay = (isoDay: string): string => {
  const { year, month, day } = partsOf(isoDay)
  return `${day}/${month}/${year}`
}

import { normalise } from './normalise.ts'

/** Far more than any day with the words around it; what is longer is a text. */
const LONGEST = 500
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/
const COUNTS = ['một', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai']
/** Months as old documents and seals have them: `8-V-1975`. */
const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']
/** Sắc lệnh of 1945 and 1946 call the first and the last month of the solar year so: `ngày 06 tháng Giêng năm 1946`. */
const OTHER_NAMES: [name: string, count: number][] = [
  ['giêng', 1],
  ['bốn', 4],
  ['bẩy', 7],
  ['chạp', 12],
]
const named = new Map<string, number>([
  ...COUNTS.map((name, index): [string, number] => [name, index + 1]),
  ...ROMANS.map((name, index): [string, number] => [name.toLowerCase(), index + 1]),
  ...OTHER_NAMES,
])
const NAMES = [...named.keys()].sort((one, other) => other.length - one.length).join('|')
const DAY_NAMES = [...COUNTS.slice(0, 10), 'bốn', 'bẩy'].sort((one, other) => other.length - one.length).join('|')

const MARK = String.raw`\s*[/.\-\u2010-\u2015\u2212\u2044\u2215]\s*`
const DAY = String.raw`\d{1,2}|(?<=m[ùồ]ng\s)(?:${DAY_NAMES})`
const TO_MONTH = String.raw`\s*(?:,\s*)?th[áa]ng\s*`
const TO_YEAR = String.raw`\s*(?:,\s*)?n[ăa]m\s*`

/** A day as Vietnamese write it: day, month and year in groups 1 to 3 or 4 to 6, year, month and day in groups 7 to 9. */
const WRITTEN = [
  String.raw`(${DAY})(?:${MARK}|${TO_MONTH})(\d{1,2}|${NAMES})(?:${MARK}|${TO_YEAR})(\d{4})`,
  // Nothing before the year only after a figure: in `ngày 08 tháng năm 2024` the month was not filled in.
  String.raw`(${DAY})${TO_MONTH}(\d{1,2})(?:\s*,\s*|\s+)(\d{4})`,
  String.raw`(\d{4})-(\d{2})-(\d{2})`,
].join('|')
const WEEKDAY = String.raw`(?:thứ\s+[\p{L}\d]+|chủ\s+nhật|CN|T[2-7])\s*,?\s*`
const TIME = String.raw`\d{1,2}(?:\s*(?::|h|giờ)\s*\d{1,2}(?::\d{2}|\s*phút)?|\s*(?:h|giờ))(?:\s*[AP]M)?`
const PLACE = String.raw`[\p{L}][\p{L}\s.'’\-]{1,40},\s*`
/** What day it is, before a colon or in a verb: `Ngày ban hành: …`, `Ký ngày …`. Words like `trước` would change the day. */
const LABEL = String.raw`(?:[\p{L}][\p{L}\s]{1,30}:\s*|(?:(?:được\s+)?(?:ký|ban\s+hành|công\s+bố|đăng|cập\s+nhật)\s+){1,2}(?=ng[àa]y))`
const LEADING = String.raw`(?:${LABEL})?(?:${TIME}\s*,?\s+)?(?:${PLACE})?(?:${WEEKDAY})?(?:ng[àa]y\s*)?(?:(?:mùng|mồng)\s+)?`
/** Also the time after it, and what it is in other words: `(thứ Tư)`, `(nhằm ngày 01 tháng 4 năm Giáp Thìn)`, `(GMT+7)`. */
const TRAILING = String.raw`(?:[\s,\-–]*(?:(?:vào\s+)?(?:lúc|hồi)\s+)?${TIME})?(?:\s*\((?:thứ|chủ nhật|nhằm|tức|âm lịch|GMT)[^()]*\))?[\s.,;:)"”/]*`
const WHOLE = new RegExp(`^[("“]?${LEADING}(?:${WRITTEN})${TRAILING}$`, 'iu')

/** Also what only looks like a day: two figures for the year, a month too large. */
const LIKE_A_DAY = String.raw`\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2}(?!\d)`
/** A day may follow the dash of a span, `08-10/5/2024` or `01/01/2021-31/12/2025`, and may stick to the word before it. */
const BEFORE = String.raw`(?<![/.\d]|(?<!\d{4}|(?<![\d/.\-])\d{1,2})-|(?<!ng[àa]y)(?<=\p{L}))`
/** No number of a document; a word of three letters may stick to it. */
const AFTER = String.raw`(?!\d|\p{L}(?!\p{L}\p{L})|/[\p{L}\d]|[.\-](?!\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4})\d)`
const IN_PROSE = new RegExp(`${BEFORE}(?:${WRITTEN}|${LIKE_A_DAY})${AFTER}`, 'giu')

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const lengthOf = (month: number, year: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** Whether the text is a day of the calendar as `YYYY-MM-DD`, year 0001 or later. */
export const isIsoDay = (text: string): boolean => {
  const [, year, month, day] = (ISO.exec(text) ?? []).map(Number)
  if (!year || !month || !day) return false
  return month <= 12 && day <= lengthOf(month, year)
}

const countOf = (written: string): string => String(named.get(written.toLowerCase()) ?? written).padStart(2, '0')

const dayOf = (groups: (string | undefined)[]): string | undefined => {
  const forward = groups[0] ? groups.slice(0, 3) : groups.slice(3, 6)
  const [day, month, year] = forward[0] ? forward : groups.slice(6, 9).reverse()
  if (!day || !month || !year) return undefined
  const iso = `${year}-${countOf(month)}-${countOf(day)}`
  return isIsoDay(iso) ? iso : undefined
}

/**
 * Reads a day as Vietnamese write it, the day first: `8/5/2024`, `08-05-2024`, `ngày 08 tháng 5 năm 2024`; takes
 * `2024-05-08` too. The place before it (`Sóc Trăng, ngày …`, as documents are headed), what it is the
 * day of (`Ngày ban hành: …`), the weekday and the time of day may stand with it. Never goes through `Date`, which would read the month first; a year of two figures is refused.
 * @returns `YYYY-MM-DD`, or undefined when it is not a day of the calendar.
 */
export const parseDay = (text: string): string | undefined => {
  if (text.length > LONGEST) return undefined
  const match = WHOLE.exec(normalise(text))
  return match ? dayOf(match.slice(1, 10)) : undefined
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
    const day = dayOf(match.slice(1, 10))
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

/**
 * A day as lists write it, `08/05/2024`.
 *
 * @param date `YYYY-MM-DD`; anything else comes back unchanged
 */
export const dayFirst = (date: string): string => (isIsoDay(date) ? listDay(date) : date)

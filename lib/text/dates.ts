import { normalise } from './normalise.ts'

/** Far longer than any date with its label; longer input is not a date. */
const LONGEST = 500
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/
const COUNTS = ['một', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai']
/** Roman months, as in old documents and seals: `8-V-1975`. */
const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']
/** Names of the first and last month in decree-laws (sắc lệnh) of 1945 and 1946: `ngày 06 tháng Giêng năm 1946`. */
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

/** Written dates: day, month and year in groups 1 to 3 or 4 to 6; year, month and day in groups 7 to 9. */
const WRITTEN = [
  String.raw`(${DAY})(?:${MARK}|${TO_MONTH})(\d{1,2}|${NAMES})(?:${MARK}|${TO_YEAR})(\d{4})`,
  // The word before the year may be missing only after a numeric month: in `ngày 08 tháng năm 2024` the month was left
  // blank.
  String.raw`(${DAY})${TO_MONTH}(\d{1,2})(?:\s*,\s*|\s+)(\d{4})`,
  String.raw`(\d{4})-(\d{2})-(\d{2})`,
].join('|')
const WEEKDAY = String.raw`(?:thứ\s+[\p{L}\d]+|chủ\s+nhật|CN|T[2-7])\s*,?\s*`
const MINUTES = String.raw`\d{1,2}(?::\d{2}|\s*(?:phút|['’′´]))?`
const ZONE = String.raw`\s*\(?(?:GMT|UTC)\s*[+\-]?\s*\d{0,2}(?::\d{2})?\)?`
const PART_OF_DAY = '(?:sáng|trưa|chiều|tối|đêm)'
const TIME = String.raw`\d{1,2}(?:\s*(?::|h|g|giờ)\s*${MINUTES}|\s*(?:h|g|giờ))(?:\s*[AP]M|\s+${PART_OF_DAY})?(?:${ZONE})?`
const AT = String.raw`(?:(?:vào\s+)?(?:(?:lúc|hồi)\s*:?\s+)?)`
const PLACE = String.raw`[\p{L}][\p{L}\s.'’\-]{1,40},\s*`
/** Counted periods: `quý 2-3/2021` is a span of quarters and no day. */
const PERIOD = `(?:th[áa]ng|qu[ýí]|tuần|đợt|kỳ|kì|học kỳ|vụ|lần|khóa|khoá|số|tập|chương|bài)`
/**
 * Label before a date, with a colon or as a verb: `Ngày ban hành: …`, `Ký ngày …`. Words like `trước` ("before") would
 * change the meaning.
 */
const LABEL = String.raw`(?:(?!${PERIOD}\s*:)[\p{L}][\p{L}\s]{1,30}:\s*|(?:(?:được\s+)?(?:ký|ban\s+hành|công\s+bố|đăng|cập\s+nhật)\s+){1,2}(?=ng[àa]y|lúc|vào|hồi))`
const LEADING = String.raw`(?:${LABEL})?(?:${AT}(?:${TIME}|${PART_OF_DAY})(?:\s*[,|\-–]\s*|\s+))?(?:${PLACE})?(?:${WEEKDAY})?(?:ng[àa]y\s*)?(?:(?:mùng|mồng)\s+)?`
/**
 * After a date: the time, and the date in other words: `(thứ Tư)`, `(nhằm ngày 01 tháng 4 năm Giáp Thìn)`, `(GMT+7)`.
 */
const TRAILING = String.raw`(?:[\s,\-–|(]*${AT}${TIME})?(?:\s*\((?:thứ|chủ nhật|nhằm|tức|âm lịch|GMT)[^()]*\))?[\s.,;:)\]"”/]*`
const WHOLE = new RegExp(String.raw`^[("“[]?\s*${LEADING}(?:${WRITTEN})${TRAILING}$`, 'iu')

/** Also matches malformed dates: a two-digit year, or a month out of range. */
const LIKE_A_DAY = String.raw`\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2}(?!\d)`
/**
 * A date may follow the dash of a range, `08-10/5/2024` or `01/01/2021-31/12/2025`, and may touch the word before it.
 */
const BEFORE = String.raw`(?<![/.\d]|(?<!\d{4}|(?<![\d/.\-])(?:\d{1,2}/)?\d{1,2})-|(?<!ng[àa]y)(?<=\p{L}))`
/** Excludes document numbers; a word of at least three letters may touch the date. */
const AFTER = String.raw`(?!\d|\p{L}(?!\p{L}\p{L})|/[\p{L}\d]|[.\-](?!\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4})\d)`
const IN_PROSE = new RegExp(`${BEFORE}(?:${WRITTEN}|${LIKE_A_DAY})${AFTER}`, 'giu')

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const lengthOf = (month: number, year: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** Whether the text is a calendar date `YYYY-MM-DD`, year 0001 or later. */
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
 * Parses a Vietnamese date, day first: `8/5/2024`, `08-05-2024`, `ngày 08 tháng 5 năm 2024`; also accepts `2024-05-08`.
 * Accepts the place before it (`Sóc Trăng, ngày …`, as in document headings), a label (`Ngày ban hành: …`), the weekday
 * and the time of day. Does not use `Date`, which would read the month first. Rejects a two-digit year.
 * @returns `YYYY-MM-DD`, or undefined when it is not a calendar date.
 */
export const parseDay = (text: string): string | undefined => {
  if (text.length > LONGEST) return undefined
  const match = WHOLE.exec(normalise(text))
  return match ? dayOf(match.slice(1, 10)) : undefined
}

const SHORT_YEAR = /^(\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*)(\d{2})$/
/** How far ahead a day with a two-digit year may lie. */
const YEARS_AHEAD = 20

/**
 * Reads a day as people type it into a form: as `parseDay` does, and with a two-digit year too, which means the latest
 * such year up to 20 years ahead: in 2026 `5/11/26` is in 2026 and `5/11/98` in 1998.
 *
 * @param thisYear four digits
 * @returns `YYYY-MM-DD`, or undefined when it is not a day of the calendar
 */
export const typedDay = (text: string, thisYear: number): string | undefined => {
  const [, before, year] = SHORT_YEAR.exec(text.trim()) ?? []
  if (before === undefined || year === undefined) return parseDay(text)
  const latest = thisYear + YEARS_AHEAD
  const inThisCentury = latest - (latest % 100) + Number(year)
  return parseDay(`${before}${inThisCentury > latest ? inThisCentury - 100 : inThisCentury}`)
}

/** A date found in running text. */
export interface FoundDay {
  /** `YYYY-MM-DD`; missing when there is no such date or the year has two digits. */
  day?: string
  /** As written. */
  raw: string
  /** Offset in the text, in UTF-16 units. */
  start: number
  end: number
}

const partsOf = (isoDay: string): { year: string; month: string; day: string } => {
  if (!isIsoDay(isoDay)) throw new RangeError(`Not a day as YYYY-MM-DD: ${isoDay}`)
  const [year = '', month = '', day = ''] = isoDay.split('-')
  return { year, month, day }
}

/** How far back to search, in UTF-16 units. */
const REACH = 40
const DASHES = String.raw`[\-\u2010-\u2015\u2212]`
const OF_PERIODS = new RegExp(String.raw`(?<!\p{L})${PERIOD}\s*(?:\d{1,2}\s*(?:${DASHES}|,)\s*){0,6}$`, 'iu')
const FROM_DASH = new RegExp(String.raw`^\d{1,2}\s*${DASHES}`, 'u')

/** Whether an apparent day counts periods: `tháng 02-7/2021`. */
const countsPeriods = (raw: string, before: string): boolean => FROM_DASH.test(raw) && OF_PERIODS.test(before)

/** The first end of a span, without its year or its month: `3/5 đến `, `ngày 08 đến ngày `. */
const SPAN_FROM = new RegExp(
  String.raw`(?<![\d/.,\-])(?:(\d{1,2})(?:/|${TO_MONTH})(\d{1,2})|(?<=(?:ng[àa]y|từ)\s+)(\d{1,2})(?:[.\-](\d{1,2}))?)(?=\s*(?:(?:đến|tới)(?:\s+hết)?|${DASHES})\s*(?:ng[àa]y\s*)?$)`,
  'iu',
)

/**
 * The first end of a span whose second end is a whole date, `3/5` in `từ 3/5 đến 7/5/2021`. It has the year of the second
 * end, or the year before across the turn of a year.
 */
const beginningOfSpan = (before: string, end: string): { day: string; raw: string; index: number } | undefined => {
  const match = SPAN_FROM.exec(before)
  if (!match) return undefined
  const [raw, marked, markedMonth, alone, aloneMonth] = match
  const { year, month } = partsOf(end)
  const own = `${countOf(markedMonth ?? aloneMonth ?? month)}-${countOf(marked ?? alone ?? '')}`
  const day = [year, String(Number(year) - 1).padStart(4, '0')]
    .map((ownYear) => `${ownYear}-${own}`)
    .find((iso) => isIsoDay(iso) && iso < end)
  return day && (markedMonth || aloneMonth || day.slice(0, 4) === year) ? { day, raw, index: match.index } : undefined
}

/**
 * Finds everything in running text that is written as a date, in order. Invalid dates are included, so that they can be
 * reported. Document numbers, ranges of years and spans of months are not matched. The first end of a span needs no year
 * (`từ 3/5 đến 7/5/2021`).
 *
 * @param text in NFC, so that the returned offsets apply to it
 */
export const findDays = (text: string): FoundDay[] => {
  const found: FoundDay[] = []
  for (const match of text.matchAll(IN_PROSE)) {
    const [raw, start, end] = [match[0], match.index, match.index + match[0].length]
    const from = Math.max(found.at(-1)?.end ?? 0, start - REACH)
    const before = text.slice(from, start)
    if (countsPeriods(raw, before)) continue
    const day = dayOf(match.slice(1, 10))
    const first = day && beginningOfSpan(before, day)
    if (first) {
      const at = from + first.index
      found.push({ day: first.day, raw: first.raw, start: at, end: at + first.raw.length })
    }
    found.push({ ...(day ? { day } : {}), raw, start, end })
  }
  return found
}

/**
 * Formats a date for running text, `08/5/2024`: two digits for the day and for months 1 and 2, one digit for months 3
 * to 9 (Decree 30/2020, Annex I).
 * @param isoDay `YYYY-MM-DD`.
 * @throws RangeError when it is not a calendar date.
 */
export const proseDay = (isoDay: string): string => {
  const { year, month, day } = partsOf(isoDay)
  return `${day}/${Number(month) > 2 ? Number(month) : month}/${year}`
}

/**
 * Formats a date for lists and tables, `08/05/2024`.
 * @param isoDay `YYYY-MM-DD`.
 * @throws RangeError when it is not a calendar date.
 */
export const listDay = (isoDay: string): string => {
  const { year, month, day } = partsOf(isoDay)
  return `${day}/${month}/${year}`
}

/**
 * Like `listDay`, but never throws: `08/05/2024`.
 *
 * @param date `YYYY-MM-DD`; anything else is returned unchanged
 */
export const dayFirst = (date: string): string => (isIsoDay(date) ? listDay(date) : date)

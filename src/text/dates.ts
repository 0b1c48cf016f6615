const ISO = /^(\d{4})-(\d{2})-(\d{2})$/
const DAY_FIRST = /^(?:ngày\s+)?(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})$/iu

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const lengthOf = (month: number, year: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** Whether the text is a day of the calendar as `YYYY-MM-DD`, year 0001 or later. */
export const isIsoDay = (text: string): boolean => {
  const [, year, month, day] = (ISO.exec(text) ?? []).map(Number)
  if (!year || !month || !day) return false
  return month <= 12 && day <= lengthOf(month, year)
}

/**
 * Reads a day as Vietnamese write it, the day first: `8/5/2024`, `08-05-2024`, `ngày 08 tháng 5 năm 2024`; takes
 * `2024-05-08` too. Never goes through `Date`, which would read the month first.
 * @returns `YYYY-MM-DD`, or undefined when it is not a day of the calendar.
 */
export const parseDay = (text: string): string | undefined => {
  const trimmed = text.normalize('NFC').trim()
  const [, day, month, year] = DAY_FIRST.exec(trimmed) ?? []
  const iso = day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : trimmed
  return isIsoDay(iso) ? iso : undefined
}

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

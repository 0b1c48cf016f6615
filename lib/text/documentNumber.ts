import { DECREE_LAW, hyphenatedAlone } from './bodies.ts'
import { withFewMarks } from './fewMarks.ts'
import { fold } from './fold.ts'
import { normaliseNumber } from './normalise.ts'
import { countsSomethingElse } from './otherCounts.ts'
import { clearPrinted, type Repair, slipsOf } from './printedRepairs.ts'
import { type NumberStyle, readSymbol } from './symbol.ts'
import { typeCodes as knownTypeCodes } from './typeCodes.ts'

export interface DocumentNumber {
  /** As counted by the issuer within a year, >= 1. */
  number: number
  /** Letter of a number put in between, `a` in `84a/KH-UBND`, or place in a series, `.7` in `66.7/2025/NQ-CP`. */
  suffix?: string
  /** Printed year; statutory documents carry one (`42/2022/NĐ-CP`), administrative ones do not. */
  year?: number
  /** Code of the type; official letters and laws have none. */
  typeCode?: string
  /** Everything after number and year: `KH-UBND`, `NĐ-CP`, `QH15`; `NQ/TW` for documents of the Party. */
  symbol: string
  /** Abbreviation of the issuing body, `UBND`. */
  issuer: string
  /** Those that issued it together with the first one, `BCA` in `01/2020/TTLT-BTP-BCA`. */
  coIssuers: string[]
  /** Units that drafted it, `HC` in `QĐ-UBND.HC`. */
  units: string[]
  /**
   * `statutory` carries its year, `administrative` opens with a code, a `letter` with its issuer, one of the `party`
   * follows a hyphen, `old` is a form that was given up in 1997 or before.
   */
  style: NumberStyle
  /** What had to be put right to read it. */
  repairs: Repair[]
  /** As it was written. */
  raw: string
}

/** Far more than any number with the words around it; what is longer is a text. */
const LONGEST = 500
/** Minutes are filled in on printed forms with a serial number, `0012345/BB-VPHC`. */
const COUNTED = /^(\d{1,3}(?:\.\d{3})+|0{0,4}\d{1,6})([A-Za-zĐđ]|bis|ter|\.\d{1,2})?([-/])(.+)$/u
/** Years had two figures from the seventies on; a glued one is a slip: `15/2024QĐ-UBND`. */
const YEAR_THEN = /^((?:19|20)\d{2}(?=\p{L}{2,4}-)|(?:(?:19|20)\d{2}|[789]\d)[-/])(?=\p{L})(.+)$/u

/**
 * Reads one printed number, wherever in Vietnam and whenever it was printed: `84/KH-UBND`, `42/2022/NĐ-CP`,
 * `512/UBND-NC`, `36-NQ/TW`, `57-CP`, `84a/KH-UBND`; with or without `Số:` or the type's name before it. Puts right
 * what typing, scanning and copying spoil, and says so. Never throws.
 *
 * @param codes type codes to recognise; by default the ones this house ships.
 * @returns undefined when the text is not one printed number.
 */
export const parseDocumentNumber = (
  raw: string,
  codes: readonly string[] = knownTypeCodes,
): DocumentNumber | undefined => {
  if (raw.length > LONGEST) return undefined
  const cleared = clearPrinted(raw)
  const [, counted = '', suffix, separator, rest = ''] = COUNTED.exec(cleared.text) ?? []
  const number = Number(counted.replaceAll('.', ''))
  if (!counted || number < 1 || number > 999_999) return undefined
  const [, yearAndMark, symbolAfterYear] = YEAR_THEN.exec(rest) ?? []
  const printedYear = yearAndMark?.replace(/\D/g, '')
  const year = printedYear ? Number(printedYear.padStart(4, '19')) : undefined
  // `2.5/KH`: a series is printed with its year.
  if (suffix?.startsWith('.') && year === undefined) return undefined
  const read = readSymbol(symbolAfterYear ?? rest, {
    separator: year === undefined ? (separator as '-' | '/') : '/',
    hasYear: year !== undefined,
    codes,
  })
  if (!read) return undefined
  const alone = year === undefined && !/[-/.]/.test(read.symbol)
  // `20.000đ/kg`, `500đ/kg`: money. `12A/B`: a house or a class, for no body is a single letter.
  if (alone && (suffix === 'đ' || read.symbol.length === 1)) return undefined
  if (countsSomethingElse(/^\D*/.exec(withFewMarks(raw).normalize('NFC'))![0], alone)) return undefined
  const found = { number, ...(suffix ? { suffix } : {}), ...(year === undefined ? {} : { year }), ...read }
  const slips = slipsOf({
    printed: cleared.text,
    counted,
    canonical: formatDocumentNumber(found),
    shortYear: printedYear?.length === 2,
  })
  return { ...found, repairs: [...new Set([...cleared.repairs, ...slips])], raw }
}

/**
 * A number as it is printed: `84/KH-UBND`, `05/2021/TT-BTP`. Below 10 it gets a zero before it (Decree 30/2020, Annex
 * I), except a sắc lệnh; a symbol with a slash is one of the Party's or an old one and follows a hyphen (`36-NQ/TW`), and
 * so does a body's name that stood alone before 1997 (`57-CP`).
 */
export const formatDocumentNumber = (parts: {
  number: number
  suffix?: string | null
  symbol: string
  year?: number
}): string => {
  const own = normaliseNumber(parts.symbol)
  const printed = String(parts.number).padStart(own === DECREE_LAW ? 1 : 2, '0') + (parts.suffix ?? '')
  if (own.includes('/') || (parts.year === undefined && hyphenatedAlone.has(own))) return `${printed}-${own}`
  return [printed, parts.year, own].filter((part) => part !== undefined).join('/')
}

/**
 * The form in which two printed numbers are compared: blind to separators, capitals, padding and Đ, so that what a
 * citizen types finds what was printed. Tells apart less than `naturalKey`; never an identity.
 */
export const numberKey = (parts: { number: number; suffix?: string; symbol: string; year?: number }): string =>
  [
    `${parts.number}${parts.suffix?.toLowerCase() ?? ''}`,
    parts.year ?? '',
    fold(parts.symbol).replace(/[^\p{L}\p{N}]/gu, ''),
  ].join('|')

/**
 * What makes an official document one of its kind. The printed number alone repeats every year and in every province.
 * @param issuer stable code of the issuing body.
 * @param series set apart numberings of one issuer, where it keeps several.
 * @param suffix letter after the number, in either case.
 * @param year year of issue, whether printed or not.
 */
export const naturalKey = ({
  issuer,
  series = '',
  symbol,
  number,
  suffix,
  year,
}: {
  issuer: string
  series?: string
  symbol: string
  number: number
  suffix?: string | null
  year: number
}): string =>
  [issuer, series, normaliseNumber(symbol), `${number}${suffix?.toLowerCase() ?? ''}`, String(year)]
    .map((part) => part.replace(/[%|]/g, encodeURIComponent))
    .join('|')

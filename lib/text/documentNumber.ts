import { DECREE_LAW, hyphenatedAlone } from './bodies.ts'
import { withFewMarks } from './fewMarks.ts'
import { fold } from './fold.ts'
import { normaliseNumber } from './normalise.ts'
import { countsSomethingElse } from './otherCounts.ts'
import { clearPrinted, type Repair, slipsOf } from './printedRepairs.ts'
import { type NumberStyle, readSymbol } from './symbol.ts'
import { typeCodes as knownTypeCodes } from './typeCodes.ts'

export interface DocumentNumber {
  /** Sequence number within the issuer's year, >= 1. */
  number: number
  /** Suffix of an inserted number, `a` in `84a/KH-UBND`, or of a series, `.7` in `66.7/2025/NQ-CP`. */
  suffix?: string
  /** Printed year; normative documents have one (`42/2022/NĐ-CP`), administrative ones do not. */
  year?: number
  /** Code of the document type; official letters and laws have none. */
  typeCode?: string
  /** Everything after number and year: `KH-UBND`, `NĐ-CP`, `QH15`; `NQ/TW` for Party documents. */
  symbol: string
  /** Abbreviation of the issuing body, `UBND`. */
  issuer: string
  /** Further issuing bodies of a joint document, `BCA` in `01/2020/TTLT-BTP-BCA`. */
  coIssuers: string[]
  /** Drafting units, `HC` in `QĐ-UBND.HC`. */
  units: string[]
  /**
   * `statutory` has a year, `administrative` starts with a type code, `letter` starts with its issuer, `party` follows
   * a hyphen, `old` is a form abandoned in or before 1997.
   */
  style: NumberStyle
  /** Repairs that were needed to read it. */
  repairs: Repair[]
  /**
   * As printed, with the separators, zeros and two-digit year of the print, but without label, remarks and errors of
   * typing in its letters: `9/HĐBT` where the canonical form is `09-HĐBT`. Citations show it.
   */
  printed: string
  /** As written. */
  raw: string
}

/** Far longer than any number with its label; longer input is not a number. */
const LONGEST = 500
/** Minutes on printed forms have a zero-padded serial number, `0012345/BB-VPHC`. */
const COUNTED = /^(\d{1,3}(?:\.\d{3})+|0{0,4}\d{1,6})(\.?[A-Za-zĐđ]|bis|ter|\.\d{1,2})?([-/])(.+)$/u
/** A missing slash is a typing error: `15/2024QĐ-UBND`. */
const YEAR_THEN = /^((?:19|20)\d{2}(?=\p{L}{2,4}-)|(?:(?:19|20)\d{2}|\d{2})[-/])(?=\p{L})(.+)$/u

/**
 * A year printed with two figures belongs to the time since 1945; numbers of the next decades are not printed yet.
 *
 * @returns undefined when it is neither
 */
const yearOf = (printed: string): number | undefined => {
  const year = Number(printed)
  if (printed.length === 4) return year
  return year >= 45 ? 1900 + year : year < 40 ? 2000 + year : undefined
}

/**
 * Parses one printed number from any province and period: `84/KH-UBND`, `42/2022/NĐ-CP`, `512/UBND-NC`, `36-NQ/TW`,
 * `57-CP`, `84a/KH-UBND`; with or without `Số:` or the document type before it. Repairs errors of typing, scanning and
 * copying, and reports them. Never throws.
 *
 * @param codes type codes to recognise; by default the built-in ones.
 * @returns undefined when the text is not a single printed number.
 */
export const parseDocumentNumber = (
  raw: string,
  codes: readonly string[] = knownTypeCodes,
): DocumentNumber | undefined => {
  if (raw.length > LONGEST) return undefined
  const cleared = clearPrinted(raw)
  const [, counted = '', printedSuffix = '', separator, rest = ''] = COUNTED.exec(cleared.text) ?? []
  // `08.a/2010/TT-BTP`: the dot is not part of a letter.
  const suffix = printedSuffix.replace(/^\.(?=\p{L})/u, '')
  const number = Number(counted.replaceAll('.', ''))
  if (!counted || number < 1 || number > 999_999) return undefined
  const [, yearAndMark = '', symbolAfterYear] = YEAR_THEN.exec(rest) ?? []
  const printedYear = yearAndMark.replace(/\D/g, '')
  const year = printedYear ? yearOf(printedYear) : undefined
  if (printedYear && year === undefined) return undefined
  // `2.5/KH`: a series number is always printed with its year.
  if (suffix.startsWith('.') && year === undefined) return undefined
  const symbol = readSymbol(symbolAfterYear ?? rest, {
    separator: year === undefined ? (separator as '-' | '/') : '/',
    hasYear: year !== undefined,
    codes,
  })
  if (!symbol) return undefined
  const { asPrinted, ...read } = symbol
  // `45/12/KP3` is an address, `5/10/KH` a ratio. Years of two figures were usual from the seventies to 1999 only.
  if (/^[0-6]\d$/.test(printedYear) && !(read.typeCode && read.issuer)) return undefined
  const alone = year === undefined && !/[-/.]/.test(read.symbol)
  // `20.000đ/kg`, `500đ/kg` are prices. `12A/B` is a house or a class, because no issuer is a single letter.
  if (alone && (suffix === 'đ' || read.symbol.length === 1)) return undefined
  if (countsSomethingElse(/^\D*/.exec(withFewMarks(raw).normalize('NFC'))![0], alone)) return undefined
  const found = { number, ...(suffix ? { suffix } : {}), ...(year === undefined ? {} : { year }), ...read }
  const slips = slipsOf({
    printed: cleared.text,
    counted,
    canonical: formatDocumentNumber(found),
    shortYear: printedYear.length === 2,
  })
  const repairs = new Set([...cleared.repairs, ...slips])
  if (suffix !== printedSuffix) repairs.add('punctuation')
  const ownYear = printedYear && printedYear + (yearAndMark.at(-1) === '-' ? '-' : '/')
  const printed = `${counted.replaceAll('.', '')}${printedSuffix}${separator}${ownYear}${asPrinted}`
  return { ...found, repairs: [...repairs], printed, raw }
}

/**
 * Formats a number as printed: `84/KH-UBND`, `05/2021/TT-BTP`. A number below 10 gets a leading zero (Decree 30/2020,
 * Annex I), except in a decree-law (sắc lệnh). A symbol with a slash belongs to the Party or to an old document and
 * follows a hyphen (`36-NQ/TW`), as does an issuer that stood alone before 1997 (`57-CP`).
 *
 * @param form `printed` gives the number as its document prints it (`9/HĐBT`), if that is known
 */
export const formatDocumentNumber = (
  parts: { number: number; suffix?: string | null; symbol: string; year?: number; printed?: string | null },
  form: 'canonical' | 'printed' = 'canonical',
): string => {
  if (form === 'printed' && parts.printed) return parts.printed
  const own = normaliseNumber(parts.symbol)
  const printed = String(parts.number).padStart(own === DECREE_LAW ? 1 : 2, '0') + (parts.suffix ?? '')
  if (own.includes('/') || (parts.year === undefined && hyphenatedAlone.has(own))) return `${printed}-${own}`
  return [printed, parts.year, own].filter((part) => part !== undefined).join('/')
}

/**
 * Key for comparing printed numbers. It ignores separators, case, padding and Đ, so that a reader's input matches the
 * printed form. Less precise than `naturalKey`; never use it as an identity.
 */
export const numberKey = (parts: { number: number; suffix?: string; symbol: string; year?: number }): string =>
  [
    `${parts.number}${parts.suffix?.toLowerCase() ?? ''}`,
    parts.year ?? '',
    fold(parts.symbol).replace(/[^\p{L}\p{N}]/gu, ''),
  ].join('|')

/**
 * Unique identity of an official document. The printed number alone repeats every year and in every province.
 * @param issuer stable code of the issuing body.
 * @param series distinguishes number series of one issuer, if it keeps several.
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

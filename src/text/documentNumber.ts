import { normaliseNumber } from './normalise.ts'
import { typeCodes as knownTypeCodes } from './typeCodes.ts'

export interface DocumentNumber {
  /** As counted by the issuer within a year, >= 1. */
  number: number
  /** Printed year; statutory documents carry one (`42/2022/NĐ-CP`), administrative ones do not. */
  year?: number
  /** Code of the type; official letters and laws have none. */
  typeCode?: string
  /** Everything after number and year: `KH-UBND`, `NĐ-CP`, `QH15`; `NQ/TW` for documents of the Party. */
  symbol: string
  /** As it was written. */
  raw: string
}

const PRINTED = /^(?:Số:?)?(\d{1,6})(?:\/((?:19|20)\d{2}))?\/([^/]+)$/iu
const PRINTED_BY_THE_PARTY = /^(?:Số:?)?(\d{1,6})-([^/\d]+\/[^/]+)$/iu
const SYMBOL = /^\p{L}[\p{L}\p{N}]*(?:[-/.&][\p{L}\p{N}]+)*$/u

/**
 * Reads a printed number: `84/KH-UBND`, `05/2021/TT-BTP`, `36-NQ/TW`, with or without `Số:` before it.
 * @param codes type codes to recognise; by default the ones this house ships.
 * @returns undefined when the text is not one printed number.
 */
export const parseDocumentNumber = (
  raw: string,
  codes: readonly string[] = knownTypeCodes,
): DocumentNumber | undefined => {
  const text = normaliseNumber(raw)
  const [, number, year, symbol] =
    PRINTED.exec(text) ?? PRINTED_BY_THE_PARTY.exec(text)?.toSpliced(2, 0, '') ?? ([] as string[])
  if (!number || !symbol || Number(number) < 1 || !SYMBOL.test(symbol)) return undefined
  const first = symbol.split(/[-/]/)[0]
  return {
    number: Number(number),
    ...(year && { year: Number(year) }),
    ...(first && first !== symbol && codes.includes(first) && { typeCode: first }),
    symbol,
    raw,
  }
}

/**
 * A number as it is printed: `84/KH-UBND`, `05/2021/TT-BTP`. Below 10 it gets a zero before it (Decree 30/2020, Annex I);
 * a symbol with a slash is one of the Party's and follows a hyphen (`36-NQ/TW`).
 */
export const formatDocumentNumber = ({
  number,
  symbol,
  year,
}: {
  number: number
  symbol: string
  year?: number
}): string => {
  const printed = String(number).padStart(2, '0')
  const own = normaliseNumber(symbol)
  if (own.includes('/')) return `${printed}-${own}`
  return [printed, year, own].filter((part) => part !== undefined).join('/')
}

/**
 * What makes an official document one of its kind. The printed number alone repeats every year and in every province.
 * @param issuer stable code of the issuing body.
 * @param series set apart numberings of one issuer, where it keeps several.
 * @param year year of issue, whether printed or not.
 */
export const naturalKey = ({
  issuer,
  series = '',
  symbol,
  number,
  year,
}: {
  issuer: string
  series?: string
  symbol: string
  number: number
  year: number
}): string =>
  [issuer, series, normaliseNumber(symbol), String(number), String(year)]
    .map((part) => part.replace(/[%|]/g, encodeURIComponent))
    .join('|')

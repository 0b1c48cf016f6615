import { type DocumentNumber, parseDocumentNumber } from '../../lib/text/documentNumber.ts'
import { fold } from '../../lib/text/fold.ts'

export interface KnownType {
  id: string | number
  code: string
  abbreviation?: string | null
  family?: string | null
}

export interface KnownBody {
  id: string | number
  name: string
  validFrom?: string | null
  validTo?: string | null
}

/** Suggested field values for a printed number. */
export interface Suggestion {
  number: number
  numberSuffix: string | null
  symbol: string
  printsYear: boolean
  printedYear: number | null
  numberAsPrinted: string
  docType?: KnownType['id']
  issuer?: KnownBody
}

/** Initials of an organisation's name, `UBNDTPCT` for Ủy ban nhân dân thành phố Cần Thơ. */
const initials = (name: string): string =>
  fold(name)
    .split(/[^a-z0-9]+/)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase()

const typeOf = ({ style, typeCode }: DocumentNumber, types: KnownType[]): KnownType['id'] | undefined => {
  if (!typeCode) return style === 'letter' ? types.find(({ code }) => code === 'CV')?.id : undefined
  const family = style === 'old' ? 'statutory' : style
  const named = types.filter(({ abbreviation }) => abbreviation === typeCode)
  return (named.find((type) => type.family === family) ?? named[0])?.id
}

/**
 * The only organisation that an abbreviation can mean on a date. `UBND` is the province's, if there is only one. With
 * several candidates nothing is suggested, because a wrong issuer is worse than none.
 */
const bodyOf = (abbreviation: string, bodies: KnownBody[], day: string): KnownBody | undefined => {
  const wanted = fold(abbreviation).toUpperCase()
  const fitting = bodies.filter(
    (body) =>
      initials(body.name).startsWith(wanted) &&
      (!body.validFrom || body.validFrom <= day) &&
      (!body.validTo || body.validTo >= day),
  )
  return wanted.length >= 2 && fitting.length === 1 ? fitting[0] : undefined
}

/**
 * Parses a number as printed, and suggests its type and issuer.
 *
 * @param day date of issue, or today, `YYYY-MM-DD`, because organisations have a validity period
 * @returns `undefined` when it is not a printed number
 */
export const suggest = (
  typed: string,
  known: { types: KnownType[]; bodies: KnownBody[] },
  day: string,
): Suggestion | undefined => {
  const read = parseDocumentNumber(typed)
  if (!read) return undefined
  return {
    number: read.number,
    numberSuffix: read.suffix ?? null,
    symbol: read.symbol,
    printsYear: read.year !== undefined,
    printedYear: read.year ?? null,
    numberAsPrinted: read.printed,
    docType: typeOf(read, known.types),
    issuer: bodyOf(read.issuer, known.bodies, day),
  }
}

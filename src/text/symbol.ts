import { bodies, hyphenatedAlone, isOldStateBody, partyBodies } from './bodies.ts'
import { fold } from './fold.ts'
import { clearPrinted } from './printedRepairs.ts'
import { jointTypes, statutoryTypes, typeCodes } from './typeCodes.ts'

/** How a number is printed, which tells who issued it: see `DocumentNumber.style`. */
export type NumberStyle = 'administrative' | 'statutory' | 'party' | 'letter' | 'old'

export interface ReadSymbol {
  /** In canonical spelling: `KH-UBND`, `NĐ-CP`, `QH15`, `NQ/TW`. */
  symbol: string
  typeCode?: string
  issuer: string
  coIssuers: string[]
  units: string[]
  style: NumberStyle
}

/** Letters without tones, for abbreviations have none; digits stand in terms and units (`QH15`, `PC07`). */
const TOKEN = '[A-Za-zĐđƯưƠơÂâĂăÊêÔô][A-Za-zĐđƯưƠơÂâĂăÊêÔô0-9]*(?:&[A-Za-zĐđ0-9]+)*'
const SYMBOL = new RegExp(`^${TOKEN}(?:[-/.]${TOKEN})*$`, 'u')

const LONGEST = 120

const lowered = (text: string) => text.toLowerCase()

/** The spelling of a list that a token means: the same letters first, then D for Đ. */
const spelling = (token: string, list: readonly string[]): string | undefined =>
  list.find((known) => known === token) ??
  list.find((known) => lowered(known) === lowered(token)) ??
  list.find((known) => fold(known) === fold(token))

const canonicalTokens = (tokens: string[], codes: readonly string[]): string[] => {
  const typedLow = tokens.every((token) => token === lowered(token))
  return tokens.map((token, place) => {
    const type = place === 0 && tokens.length > 1 ? spelling(token, codes) : undefined
    // A term's figures belong to the body (`UBTVQH15`, `HĐNN8`).
    const [, letters = token, figures = ''] = /^(.*?\D)(\d*)$/u.exec(token) ?? []
    const body = type ?? spelling(token, bodies) ?? (figures && spelling(letters, bodies)?.concat(figures))
    return body || (typedLow ? token.toUpperCase() : token)
  })
}

/** Splits the parts after the code into issuers and units. */
const partsOf = (typeCode: string | undefined, parts: string[]): Pick<ReadSymbol, 'issuer' | 'coIssuers' | 'units'> => {
  const [issuer = '', ...rest] = parts
  return typeCode && jointTypes.has(typeCode)
    ? { issuer, coIssuers: rest, units: [] }
    : { issuer, coIssuers: [], units: rest }
}

/**
 * Reads what follows the number: restores its capitals and Đ, and says what its parts are.
 *
 * @param text the symbol, cleared of spaces and look-alikes
 * @param given.separator what stands between number and symbol
 * @param given.hasYear whether a year was printed before it
 * @param given.codes type codes to recognise
 * @returns undefined for what is no symbol
 */
export const readSymbol = (
  text: string,
  given: { separator: '-' | '/'; hasYear: boolean; codes?: readonly string[] },
): ReadSymbol | undefined => {
  if (!SYMBOL.test(text)) return undefined
  const codes = given.codes ?? typeCodes
  const tokens = canonicalTokens(text.split(/[-/.]/), codes)
  const marks: string[] = text.match(/[-/.]/g) ?? []
  const [first = '', second = ''] = tokens
  const written = (between: string[]) => tokens.map((token, place) => token + (between[place] ?? '')).join('')
  const typeFirst = tokens.length > 1 && codes.includes(first)
  const slash = marks.indexOf('/')

  if (tokens.length === 1) {
    if (given.separator === '-' && !hyphenatedAlone.has(first)) return undefined
    const old = !given.hasYear && (hyphenatedAlone.has(first) || first === 'SL')
    return {
      symbol: first,
      issuer: first,
      coIssuers: [],
      units: [],
      style: given.hasYear ? 'statutory' : old ? 'old' : 'letter',
    }
  }

  // `15/CT-TW` and `15-CT-TW` are slips for `15-CT/TW`: no body of the State has these names.
  const slip = typeFirst && !given.hasYear && partyBodies.has(second) && slash !== 0
  if (slip || (given.separator === '-' && slash >= 0) || (slash === 0 && typeFirst && isOfTheParty(second, first))) {
    const at = slip ? 0 : slash
    const between = marks.map((mark, place) => (place === at ? '/' : mark === '/' ? '-' : mark))
    const after = tokens.slice(at + 1)
    const typeAfter = !typeFirst && after.length === 1 && codes.includes(after[0]!)
    const typeCode = typeFirst ? first : typeAfter ? after[0] : undefined
    const issuers = typeAfter ? tokens.slice(0, at + 1) : [...after, ...tokens.slice(typeFirst ? 1 : 0, at + 1)]
    const old = typeAfter || isOldStateBody(issuers[0]!) || isOldStateBody(first)
    const style = old && !partyBodies.has(issuers[0]!) ? 'old' : 'party'
    return { symbol: written(between), ...(typeCode ? { typeCode } : {}), ...partsOf(typeCode, issuers), style }
  }

  if (given.separator === '-' && !typeFirst && !given.hasYear) return undefined
  const symbol = written(marks.map((mark) => (mark === '/' ? '-' : mark)))
  if (!typeFirst) return { symbol, ...partsOf(undefined, tokens), style: given.hasYear ? 'statutory' : 'letter' }
  const style = given.hasYear || first === 'VBHN' ? 'statutory' : statutoryTypes.has(first) ? 'old' : 'administrative'
  return { symbol, typeCode: first, ...partsOf(first, tokens.slice(1)), style }
}

const isOfTheParty = (issuer: string, type: string): boolean =>
  partyBodies.has(issuer) || ((type === 'L' || type === 'LCT') && isOldStateBody(issuer))

/**
 * A symbol typed without its number, in canonical spelling (`kh-ubnd` → `KH-UBND`); one that cannot be read stays as it
 * is typed. Idempotent.
 */
export const canonicalSymbol = (typed: string): string => {
  if (typed.length > LONGEST) return typed
  const { text } = clearPrinted(typed)
  return readSymbol(text, { separator: text.includes('/') ? '-' : '/', hasYear: false })?.symbol ?? typed
}

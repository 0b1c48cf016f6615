import { bodies, DECREE_LAW, FINANCE, financeUnits, hyphenatedAlone, isOldStateBody, partyBodies } from './bodies.ts'
import { fold } from './fold.ts'
import { clearPrinted } from './printedRepairs.ts'
import { jointTypes, statutoryTypes, typeCodes } from './typeCodes.ts'

/** Style of a printed number; it indicates the kind of issuer: see `DocumentNumber.style`. */
export type NumberStyle = 'administrative' | 'statutory' | 'party' | 'letter' | 'old'

export interface ReadSymbol {
  /** Canonical spelling: `KH-UBND`, `NĐ-CP`, `QH15`, `NQ/TW`. */
  symbol: string
  typeCode?: string
  issuer: string
  coIssuers: string[]
  units: string[]
  style: NumberStyle
  /** The canonical letters between the separators as printed: `QĐ-UB/NC` where `symbol` is `QĐ-UB-NC`. */
  asPrinted: string
}

/**
 * Letters without tone marks, because abbreviations have none; digits in terms and units (`QH15`, `PC07`), a comma in
 * offices with several fields (`SVH,TT&DL`).
 */
const TOKEN = '[A-Za-zĐđƯưƠơÂâĂăÊêÔô][A-Za-zĐđƯưƠơÂâĂăÊêÔô0-9]*(?:(?:,[A-ZĐ]+)?&[A-Za-zĐđ0-9]+)*'
/** Some offices appended the year to their symbols before 1997: `34/CT-UB-93`. */
const SYMBOL = new RegExp(`^${TOKEN}(?:[-/.]${TOKEN})*(?:[-/.][789]\\d)?$`, 'u')

/** Far longer than any symbol. */
const LONGEST = 120

const lowered = (text: string) => text.toLowerCase()

type Lookup = ReadonlyMap<string, string>
const lookups = new WeakMap<readonly string[], Lookup>()

/** Lookup table of a list: exact, lower-case and folded. On a conflict the earlier entry wins. */
const lookupOf = (list: readonly string[]): Lookup => {
  const known = lookups.get(list)
  if (known) return known
  const made = new Map<string, string>()
  for (const [kind, form] of [
    ['is', (entry: string) => entry],
    ['low', lowered],
    ['fold', fold],
  ] as const)
    for (const entry of list) {
      const key = `${kind} ${form(entry)}`
      if (!made.has(key)) made.set(key, entry)
    }
  lookups.set(list, made)
  return made
}

/** The entry of a list that a token matches: exact letters first, then D for Đ. */
const spelling = (token: string, list: readonly string[]): string | undefined => {
  const lookup = lookupOf(list)
  return lookup.get(`is ${token}`) ?? lookup.get(`low ${lowered(token)}`) ?? lookup.get(`fold ${fold(token)}`)
}

/** Type code and issuer typed without a separator: `QĐUBND`, `QĐUB`, `NĐCP`. */
const GLUED = /^(?:(.{2,4})(UBNDT?|UBT?|H[ĐD]ND|TTg)|(N[ĐDQ])(CP))$/u

const unglued = (token: string, codes: readonly string[]): string[] => {
  const parts = bodies.some((known) => known === token) ? undefined : GLUED.exec(token)
  const [code = '', body = ''] = parts?.slice(1).filter(Boolean) ?? []
  const known = spelling(code, codes)
  return known ? [known, body] : [token]
}

const canonicalTokens = (tokens: string[], codes: readonly string[]): string[] => {
  const typedLow = tokens.every((token) => token === lowered(token))
  return tokens.map((token, place) => {
    const type = place === 0 && (tokens.length > 1 || codes.includes(token)) ? spelling(token, codes) : undefined
    // The digits of a legislative term belong to the body (`UBTVQH15`, `HĐNN8`).
    const [, letters = token, figures = ''] = /^(.*?\D)(\d*)$/u.exec(token) ?? []
    const body = type ?? spelling(token, bodies) ?? (figures && spelling(letters, bodies)?.concat(figures))
    return body || (typedLow ? token.toUpperCase() : token)
  })
}

/** Splits the parts after the type code into issuers and units. */
const partsOf = (typeCode: string | undefined, parts: string[]): Pick<ReadSymbol, 'issuer' | 'coIssuers' | 'units'> => {
  const [issuer = '', ...rest] = parts
  return typeCode && jointTypes.has(typeCode)
    ? { issuer, coIssuers: rest, units: [] }
    : { issuer, coIssuers: [], units: rest }
}

/** A symbol split at its separators: `NQ/TW` has the tokens `NQ`, `TW` and the separator `/`. */
interface Parts {
  tokens: string[]
  marks: string[]
  /** Whether the first token is a type code. */
  coded: boolean
  codes: readonly string[]
  separator: '-' | '/'
  hasYear: boolean
}

type Reading = Omit<ReadSymbol, 'asPrinted'>

const knownBodies: ReadonlySet<string> = new Set(bodies)
const isStateBody = (token: string) => isOldStateBody(token) || (knownBodies.has(token) && !partyBodies.has(token))

/**
 * Whether the symbol starts with the old Ministry of Finance (`118-TC/QĐ-TT`, `2118/TC/TCT`) rather than with the code
 * of a communiqué (`05/TC-UBND`, `03-TC/TW`).
 */
const isFinance = ({ tokens, marks, separator, hasYear, codes }: Omit<Parts, 'coded'>): boolean => {
  const [first, second = ''] = tokens
  if (first !== FINANCE || hasYear) return false
  if (financeUnits.has(second)) return true
  if (marks[0] !== '/') return false
  return codes.includes(second) || (separator === '-' && !partyBodies.has(second) && !/TW|ĐTN|^UBND/.test(second))
}

const written = (tokens: string[], marks: string[]): string =>
  tokens.map((token, place) => token + (marks[place] ?? '')).join('')

/**
 * A single token: an issuer, a legislature's term, or a symbol that stood alone before 1997, including type codes
 * (`05/TTLN`).
 */
const readAlone = (token: string, { separator, hasYear, codes }: Parts): Reading | undefined => {
  const old = hyphenatedAlone.has(token) || statutoryTypes.has(token)
  // `40-UBND`: the hyphen of the old forms before a body that prints a slash today.
  if (separator === '-' && !old && !isStateBody(token)) return undefined
  const coded = codes.includes(token) && !hyphenatedAlone.has(token) && token !== DECREE_LAW
  return {
    symbol: token,
    ...(coded ? { typeCode: token } : {}),
    issuer: coded ? '' : token,
    coIssuers: [],
    units: [],
    style: hasYear ? 'statutory' : old ? 'old' : coded ? 'administrative' : 'letter',
  }
}

/**
 * Position of the slash between type and issuer in a number that follows a hyphen. `15/CT-TW`, `15-CT-TW` and
 * `15/CT/TW` are misspellings of `15-CT/TW`, because no State body has such a name. `undefined` for numbers that follow
 * a slash.
 */
const slashPlace = ({ tokens, marks, coded, separator, hasYear }: Parts): number | undefined => {
  const [first = '', second = ''] = tokens
  const slash = marks.indexOf('/')
  if (coded && !hasYear && partyBodies.has(second)) return 0
  if (separator === '-' && slash >= 0) return slash
  if (slash === 0 && first === FINANCE && !coded) return 0
  const lawful = (first === 'L' || first === 'LCT') && isOldStateBody(second)
  return slash === 0 && coded && lawful ? 0 : undefined
}

/** A Party number (`36-NQ/TW`), or an old State number (`53-L/CTN`, `03-BYT/TT`). */
const readHyphenated = ({ tokens, marks, coded, codes }: Parts, at: number): Reading => {
  const [before, after] = [tokens.slice(0, at + 1), tokens.slice(at + 1)]
  const codedAfter = !coded && codes.includes(after[0]!)
  const typeCode = coded ? tokens[0] : codedAfter ? after[0] : undefined
  // Without a type code the unit follows its body: `05-BXD/ĐT`. With one it follows the code: `118-BYT/QĐ-TT`.
  const issuers = coded ? [...after, ...before.slice(1)] : codedAfter ? [...before, ...after.slice(1)] : tokens
  // Party numbers always have a type code.
  const state = !coded || isOldStateBody(issuers[0]!) || isOldStateBody(tokens[0]!) || statutoryTypes.has(tokens[0]!)
  const slashed = marks.map((mark, place) => (place === at ? '/' : mark === '/' ? '-' : mark))
  return {
    symbol: written(tokens, slashed),
    ...(typeCode ? { typeCode } : {}),
    ...partsOf(typeCode, issuers),
    style: state && !partyBodies.has(issuers[0]!) ? 'old' : 'party',
  }
}

/** A number that follows a slash: `84/KH-UBND`, `42/2022/NĐ-CP`, `512/UBND-NC`. */
const readSlashed = ({ tokens, marks, coded, separator, hasYear }: Parts): Reading | undefined => {
  const [first = ''] = tokens
  if (separator === '-' && !coded && !hasYear) return undefined
  const symbol = written(
    tokens,
    marks.map((mark) => (mark === '/' ? '-' : mark)),
  )
  if (!coded) return { symbol, ...partsOf(undefined, tokens), style: hasYear ? 'statutory' : 'letter' }
  const style = hasYear || first === 'VBHN' ? 'statutory' : statutoryTypes.has(first) ? 'old' : 'administrative'
  return { symbol, typeCode: first, ...partsOf(first, tokens.slice(1)), style }
}

/**
 * Parses the symbol after the number: restores its capitals and Đ, and identifies its parts.
 *
 * @param text the symbol, without spaces and look-alikes
 * @param given.separator separator between number and symbol
 * @param given.hasYear whether a year was printed before it
 * @param given.codes type codes to recognise
 * @returns undefined when it is not a symbol
 */
export const readSymbol = (
  text: string,
  given: { separator: '-' | '/'; hasYear: boolean; codes?: readonly string[] },
): ReadSymbol | undefined => {
  if (text.length > LONGEST || !SYMBOL.test(text)) return undefined
  const codes = given.codes ?? typeCodes
  const [opening = '', ...others] = text.split(/[-/.]/)
  const typed = [...unglued(opening, codes), ...others]
  const tokens = canonicalTokens(typed, codes)
  const own = text.match(/[-/.]/g) ?? []
  const marks: string[] = own.length === typed.length - 1 ? own : ['-', ...own]
  const [first = '', second = ''] = tokens
  // `TT.HĐND` is the standing committee of a council, not a circular.
  const standing = first === 'TT' && second === 'HĐND' && !given.hasYear
  const split = { ...given, codes, tokens, marks }
  const parts = { ...split, coded: tokens.length > 1 && codes.includes(first) && !standing && !isFinance(split) }
  const slash = slashPlace(parts)
  const read =
    tokens.length === 1
      ? readAlone(first, parts)
      : slash === undefined
        ? readSlashed(parts)
        : readHyphenated(parts, slash)
  return read && { ...read, asPrinted: written(tokens, marks) }
}

/**
 * Canonical spelling of a symbol typed without its number (`kh-ubnd` → `KH-UBND`); one that cannot be parsed is
 * returned unchanged. Idempotent.
 */
export const canonicalSymbol = (typed: string): string => {
  if (typed.length > LONGEST) return typed
  const { text } = clearPrinted(typed)
  return readSymbol(text, { separator: text.includes('/') ? '-' : '/', hasYear: false })?.symbol ?? typed
}

import { FIRST_LANGUAGE, isLanguage, type Language } from '../words/index.ts'

/** An address that can be looked for. */
export interface Address {
  language: Language
  /** Decoded parts of the path, without the prefix of the language. */
  parts: string[]
  /** The path of these parts, encoded in one way. */
  path: string
  parameters: URLSearchParams
  /** The path and the parameters as they ought to be written, with the prefix. */
  isCanonical: boolean
}

const LONGEST = 2_048
/** What only those read who follow people: nothing of it changes a page. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|igshid|mc_[ce]id|zarsrc|_ga|_gl|ref_src|si)$/i
/** Control characters, halves of letters, and what turns the direction of writing. */
const UNWRITABLE = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u200b\u2060\ufeff\\]/u

/** Encodes a part of a path as browsers do: only what must be. */
const encoded = (part: string): string => encodeURI(part).replace(/[/?#]/g, encodeURIComponent)

/**
 * Reads the target of a request. Total: hostile bytes give `undefined`, never an exception.
 *
 * @param target path and query as they were sent, `/km/van-ban/x?page=2`
 * @returns `undefined` for what no address of a page can be
 */
export const readAddress = (target: string): Address | undefined => {
  if (!target.startsWith('/') || target.length > LONGEST) return undefined
  const [rawPath = '/', ...rest] = target.split('?')
  const rawQuery = rest.join('?')
  let parts: string[]
  try {
    parts = rawPath
      .split('/')
      .filter(Boolean)
      .map((part) => decodeURIComponent(part).normalize('NFC'))
    decodeURIComponent(rawQuery.replaceAll('+', ' '))
  } catch {
    return undefined
  }
  if (parts.some((part) => UNWRITABLE.test(part) || part === '.' || part === '..')) return undefined
  const [first] = parts
  const prefix = first !== undefined && isLanguage(first) ? first : undefined
  const language = prefix ?? FIRST_LANGUAGE
  const own = prefix ? parts.slice(1) : parts
  const path = `/${own.map(encoded).join('/')}`
  const given = new URLSearchParams(rawQuery)
  const parameters = new URLSearchParams([...given].filter(([name]) => !TRACKING.test(name)))
  // Only the form of the path counts: programs encode the same letters in different ways.
  const isCanonical =
    prefix !== FIRST_LANGUAGE &&
    !/\/\/|.\/$/.test(rawPath) &&
    parameters.size === given.size &&
    !(rawQuery === '' && target.includes('?'))
  return { language, parts: own, path, parameters, isCanonical }
}

/** What a route's parameters are in an address. */
export interface Read {
  query: Record<string, string>
  /** Whether each is written as it ought to be, once, and nothing else is there. */
  isCanonical: boolean
  /** Names that no page knows; an address of an old portal may have them. */
  unknown: string[]
}

/**
 * Reads the parameters that a page knows. Pure.
 *
 * @param args.names in the order that addresses have
 * @param args.checks by name: the value in its one spelling, or `undefined` when it cannot be used
 * @returns `undefined` when a value cannot be used
 */
export const readParameters = (args: {
  parameters: URLSearchParams
  names: readonly string[]
  checks: Readonly<Record<string, (value: string) => string | undefined>>
}): Read | undefined => {
  const { parameters, names, checks } = args
  const query: Record<string, string> = {}
  for (const name of names) {
    const given = parameters.get(name)
    if (!given) continue
    const value = checks[name]?.(given)
    if (value === undefined) return undefined
    if (value) query[name] = value
  }
  const given = [...parameters]
  const same = given.length === Object.keys(query).length && given.every(([name, value]) => query[name] === value)
  return {
    query,
    isCanonical: same,
    unknown: [...new Set(given.map(([name]) => name))].filter((name) => !names.includes(name)),
  }
}

/**
 * Matches parts of a path with a route.
 *
 * @param route `/van-ban/:slug`
 * @returns the parts that the route names, or `undefined`
 */
export const matchRoute = (route: string, parts: readonly string[]): Record<string, string> | undefined => {
  const wanted = route.split('/').filter(Boolean)
  if (wanted.length !== parts.length) return undefined
  const params: Record<string, string> = {}
  for (const [at, part] of wanted.entries()) {
    const given = parts[at]!
    if (part.startsWith(':')) params[part.slice(1)] = given
    else if (part !== given) return undefined
  }
  return params
}

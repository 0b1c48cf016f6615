import { type MailAddress, readAddress } from './address.ts'
import { FACETS, type Facet, type Filter, readFilter } from './filter.ts'
import { CADENCES, type Cadence } from './periods.ts'

/** A validation error of a request, with the part concerned. */
export interface Fault {
  code: 'EMAIL_INVALID' | 'CADENCE_NOT_OFFERED' | 'LOCALE_UNKNOWN' | 'FILTER_UNKNOWN'
  path: 'email' | 'cadence' | 'locale' | 'filter'
  /** The invalid facet of a filter, if known. */
  facet?: Facet
  /** The unknown value, cut to a readable length. */
  what: string
}

export interface ReadWanted {
  cadence: Cadence
  filter: Filter
}

export interface ReadRequest extends ReadWanted {
  address: MailAddress
  locale: string
}

const readable = (value: unknown): string =>
  // An object may have no string form, or a forged one.
  (typeof value === 'string' || typeof value === 'number' ? String(value) : '').slice(0, 60).replace(/\p{Cc}/gu, ' ')

const isCadence = (value: unknown): value is Cadence => (CADENCES as readonly unknown[]).includes(value)

/** A form has one field per facet, a program sends one `filter`. */
const filterOf = (body: Record<string, unknown>): unknown =>
  body.filter ?? Object.fromEntries(FACETS.filter((facet) => facet in body).map((facet) => [facet, body[facet]]))

/** Parses filter and cadence from a request. */
export const readWanted = (args: {
  body: Record<string, unknown>
  known: Record<Facet, ReadonlySet<string>>
}): { wanted: ReadWanted } | { faults: Fault[] } => {
  const { body, known } = args
  const { cadence = 'daily' } = body
  const faults: Fault[] = []
  if (!isCadence(cadence)) faults.push({ code: 'CADENCE_NOT_OFFERED', path: 'cadence', what: readable(cadence) })
  const read = readFilter({ input: filterOf(body), known })
  if ('unknown' in read)
    faults.push({ code: 'FILTER_UNKNOWN', path: 'filter', facet: read.facet, what: readable(read.unknown) })
  if (!isCadence(cadence) || 'unknown' in read) return { faults }
  return { wanted: { cadence, filter: read.filter } }
}

/**
 * Parses a subscription request. It reads no stored data about people, so the response cannot reveal any.
 *
 * @param args.known existing values, by facet
 * @param args.locales content locales, the default first
 */
export const readRequest = (args: {
  body: Record<string, unknown>
  known: Record<Facet, ReadonlySet<string>>
  locales: readonly string[]
}): { request: ReadRequest } | { faults: Fault[] } => {
  const { body, known, locales } = args
  const faults: Fault[] = []
  const address = typeof body.email === 'string' ? readAddress(body.email) : null
  if (!address) faults.push({ code: 'EMAIL_INVALID', path: 'email', what: '' })
  const wanted = readWanted({ body, known })
  if ('faults' in wanted) faults.push(...wanted.faults)
  const { locale = locales[0]! } = body
  if (typeof locale !== 'string' || !locales.includes(locale))
    faults.push({ code: 'LOCALE_UNKNOWN', path: 'locale', what: readable(locale) })
  if (faults.length || !address || 'faults' in wanted) return { faults }
  return { request: { ...wanted.wanted, address, locale: locale as string } }
}

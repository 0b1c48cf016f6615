import { type MailAddress, readAddress } from './address.ts'
import { FACETS, type Facet, type Filter, readFilter } from './filter.ts'
import { CADENCES, type Cadence } from './periods.ts'

/** What is wrong with a request, and with which part. */
export interface Fault {
  code: 'EMAIL_INVALID' | 'CADENCE_NOT_OFFERED' | 'LOCALE_UNKNOWN' | 'FILTER_UNKNOWN'
  path: 'email' | 'cadence' | 'locale' | 'filter'
  /** The part of a filter that is at fault, where it is known. */
  facet?: Facet
  /** What does not exist, cut to a readable length. */
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
  // An object may have no text, or one that it makes up itself.
  (typeof value === 'string' || typeof value === 'number' ? String(value) : '').slice(0, 60).replace(/\p{Cc}/gu, ' ')

const isCadence = (value: unknown): value is Cadence => (CADENCES as readonly unknown[]).includes(value)

/** A form has one field a facet, a program one `filter`. */
const filterOf = (body: Record<string, unknown>): unknown =>
  body.filter ?? Object.fromEntries(FACETS.filter((facet) => facet in body).map((facet) => [facet, body[facet]]))

/** Reads what somebody wants to get and how often. */
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
 * Reads a subscription request. Looks at nothing that is stored about people, so its answer tells nothing about them.
 *
 * @param args.known values that exist, by facet
 * @param args.locales content languages, the default one first
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

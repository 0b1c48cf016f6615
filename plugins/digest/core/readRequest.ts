import { type MailAddress, readAddress } from './address.ts'
import { FACETS, type Facet, type Filter, readFilter } from './filter.ts'

/** What is wrong with a request, and with which part. */
export interface Fault {
  code: 'EMAIL_INVALID' | 'CADENCE_NOT_OFFERED' | 'LOCALE_UNKNOWN' | 'FILTER_UNKNOWN'
  path: 'email' | 'cadence' | 'locale' | 'filter'
  /** The part that does not exist, cut to a readable length. */
  what: string
}

export interface ReadRequest {
  address: MailAddress
  cadence: 'daily'
  locale: string
  filter: Filter
}

const readable = (value: unknown): string =>
  String(value)
    .replace(/\p{Cc}/gu, ' ')
    .slice(0, 60)

/** A form has one field a facet, a program one `filter`. */
const filterOf = (body: Record<string, unknown>): unknown =>
  body.filter ?? Object.fromEntries(FACETS.filter((facet) => facet in body).map((facet) => [facet, body[facet]]))

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
  const { cadence = 'daily', locale = locales[0]! } = body
  if (cadence !== 'daily') faults.push({ code: 'CADENCE_NOT_OFFERED', path: 'cadence', what: readable(cadence) })
  if (typeof locale !== 'string' || !locales.includes(locale))
    faults.push({ code: 'LOCALE_UNKNOWN', path: 'locale', what: readable(locale) })
  const filter = readFilter({ input: filterOf(body), known })
  if ('unknown' in filter) faults.push({ code: 'FILTER_UNKNOWN', path: 'filter', what: readable(filter.unknown) })
  if (faults.length || !address || 'unknown' in filter) return { faults }
  return { request: { address, cadence: 'daily', locale: locale as string, filter: filter.filter } }
}

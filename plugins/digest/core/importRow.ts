import { isRecord } from '../../../lib/isRecord.ts'
import { normalise } from '../../../lib/text/normalise.ts'
import { type MailAddress, networkOf, readAddress } from './address.ts'
import { CADENCES, type Cadence } from './periods.ts'

/** Program that wrote a list, by its columns. */
export type ListSource = 'listmonk' | 'mailchimp' | 'csv'

/** Where the parts of a row stand. */
export interface ImportColumns {
  source: ListSource
  /** Column of each name, in lower case and with underscores. */
  at: ReadonlyMap<string, number>
  email: string
}

/** What proves a consent that was given elsewhere. */
export interface ImportedProof {
  /** ISO 8601. */
  at: string
  network: string
  method: string
}

/** Why a row is not taken. */
export type RowFault = 'EMAIL_MISSING' | 'EMAIL_INVALID' | 'LEFT_THERE' | 'BOUNCED_THERE' | 'NOT_SUBSCRIBED_THERE'
/** What was mended in a row. */
export type RowRepair = 'ADDRESS_TIDIED' | 'LOCALE_REPLACED' | 'CADENCE_REPLACED' | 'CONSENT_UNREADABLE'

/** A row that can be taken. */
export interface ImportableRow {
  address: MailAddress
  locale: string
  cadence: Cadence
  /** `undefined` when the list proves nothing: then the person is asked. */
  proof: ImportedProof | undefined
  repairs: RowRepair[]
}

/** What stands in for a value that a list lacks, or that is not offered. */
export interface ImportDefaults {
  locale: string
  locales: readonly string[]
  cadence: Cadence
  now: Date
}

/** Longest name of a column, in characters. */
const LONGEST_NAME = 200

const nameOf = (header: string): string =>
  normalise(header.slice(0, LONGEST_NAME))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '')

const EMAIL = ['email_address', 'email', 'e_mail', 'mail', 'địa_chỉ_thư', 'thư_điện_tử']

/**
 * Reads the header of a list: exports of listmonk (`uuid, email, name, attributes, status, …`) and Mailchimp (`Email
 * Address, …, OPTIN_TIME, OPTIN_IP, CONFIRM_TIME, CONFIRM_IP, …`), or any table with a column `email`.
 *
 * @returns `null` when no column holds addresses
 */
export const readColumns = (header: readonly string[]): ImportColumns | null => {
  const at = new Map<string, number>()
  for (const [index, name] of header.entries()) if (!at.has(nameOf(name))) at.set(nameOf(name), index)
  const email = EMAIL.find((name) => at.has(name))
  if (!email) return null
  const has = (...names: string[]) => names.some((name) => at.has(name))
  const source =
    at.has('uuid') && has('attributes', 'attribs')
      ? 'listmonk'
      : has('euid', 'leid', 'confirm_time', 'optin_time', 'unsub_time', 'clean_time')
        ? 'mailchimp'
        : 'csv'
  return { source, at, email }
}

/** An address within what people put around it: `An <an@example.vn>`, `mailto:an@example.vn;`. */
const tidyAddress = (cell: string): string => {
  const inner = /<([^<>\s]+)>\s*$/.exec(cell.slice(0, 1_000))?.[1] ?? cell
  return inner
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^['"=]+/, '')
    .replace(/[\s'",;.]{1,20}$/, '')
}

/** `2024-05-03T10:20:30Z`, `2024-05-03 10:20:30`, `2024-05-03 10:20:30.123 +0000 UTC`. Without an offset: UTC. */
const TIME =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s?(?:Z|UTC|([+-]\d{2}):?(\d{2})(?: \w{2,5})?)?$/
/** Nobody could consent on the web to us before. */
const EARLIEST = Date.parse('2000-01-01T00:00:00Z')

/** @returns ISO 8601; `undefined` for what is no instant in the past */
const instantIn = (cell: string, now: Date): string | undefined => {
  const [, day, time, hours = '+00', minutes = '00'] = TIME.exec(cell.trim()) ?? []
  if (day === undefined || time === undefined) return undefined
  const at = new Date(`${day}T${time}${hours}:${minutes}`)
  return at.getTime() >= EARLIEST && at <= now ? at.toISOString() : undefined
}

const TIMES = ['consent_time', 'consent_at', 'consented_at', 'confirmed_at', 'confirm_time']
const NETWORKS = ['consent_ip', 'confirmed_ip', 'confirm_ip']
const METHODS = ['consent_method', 'consent_source', 'method']
const LOCALES = ['locale', 'language', 'lang', 'ngôn_ngữ']
const LONGEST_METHOD = 200

type Get = (names: readonly string[]) => string

/** Cells by name; attributes of listmonk stand in one column as JSON. */
const cellsOf = ({ at, source }: ImportColumns, cells: readonly string[]): Get => {
  let attributes: Record<string, unknown> = {}
  if (source === 'listmonk')
    try {
      const read: unknown = JSON.parse(cells[at.get('attributes') ?? at.get('attribs') ?? -1] || '{}')
      if (isRecord(read)) attributes = read
    } catch {
      // Attributes that are no JSON prove nothing.
    }
  return (names) => {
    for (const name of names) {
      const cell = cells[at.get(name) ?? -1]?.trim()
      if (cell) return cell
      const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined
      if (typeof attribute === 'string' && attribute.trim()) return attribute.trim()
    }
    return ''
  }
}

/** A consent is proven by its time together with the network or the way in which it was given. */
const proofIn = (cell: Get, now: Date): { proof: ImportedProof | undefined; unreadable: boolean } => {
  const written = cell(TIMES)
  const network = networkOf(cell(NETWORKS) || undefined)
  const method = normalise(cell(METHODS).slice(0, 4 * LONGEST_METHOD)).slice(0, LONGEST_METHOD)
  if (!written || (network === 'unknown' && !method)) return { proof: undefined, unreadable: false }
  const at = instantIn(written, now)
  return at ? { proof: { at, network, method }, unreadable: false } : { proof: undefined, unreadable: true }
}

const GONE: Record<string, RowFault> = {
  unsubscribed: 'LEFT_THERE',
  blocklisted: 'LEFT_THERE',
  blacklisted: 'LEFT_THERE',
  disabled: 'LEFT_THERE',
  cleaned: 'BOUNCED_THERE',
  bounced: 'BOUNCED_THERE',
  pending: 'NOT_SUBSCRIBED_THERE',
  unconfirmed: 'NOT_SUBSCRIBED_THERE',
  nonsubscribed: 'NOT_SUBSCRIBED_THERE',
  non_subscribed: 'NOT_SUBSCRIBED_THERE',
  transactional: 'NOT_SUBSCRIBED_THERE',
}

/**
 * Reads a row of a list. Names and other facts about people are not taken: digests need none.
 *
 * @param cells of the row, in the order of the header
 */
export const readRow = (
  columns: ImportColumns,
  cells: readonly string[],
  defaults: ImportDefaults,
): { row: ImportableRow } | { fault: RowFault } => {
  const cell = cellsOf(columns, cells)
  const typed = cell([columns.email])
  if (!typed) return { fault: 'EMAIL_MISSING' }
  const tidied = tidyAddress(typed)
  const address = readAddress(tidied)
  if (!address) return { fault: 'EMAIL_INVALID' }
  if (cell(['unsub_time'])) return { fault: 'LEFT_THERE' }
  if (cell(['clean_time'])) return { fault: 'BOUNCED_THERE' }
  const status = nameOf(cell(['status', 'subscription_status']).slice(0, 100))
  if (Object.hasOwn(GONE, status)) return { fault: GONE[status]! }
  const repairs: RowRepair[] = tidied === typed ? [] : ['ADDRESS_TIDIED']
  const language = cell(LOCALES).toLowerCase()
  const locale = defaults.locales.find((code) => code.toLowerCase() === language) ?? defaults.locale
  if (language && locale.toLowerCase() !== language) repairs.push('LOCALE_REPLACED')
  const wanted = cell(['cadence', 'frequency']).toLowerCase()
  const cadence = CADENCES.find((offered) => offered === wanted) ?? defaults.cadence
  if (wanted && cadence !== wanted) repairs.push('CADENCE_REPLACED')
  const { proof, unreadable } = proofIn(cell, defaults.now)
  if (unreadable) repairs.push('CONSENT_UNREADABLE')
  return { row: { address, locale, cadence, proof, repairs } }
}

import type { DocumentState } from '../../publications/index.ts'
import { legacyAddresses, ownPath } from './legacy.ts'
import type { Sql } from './sql.ts'

/** A document by its name. */
export interface Holder {
  collection: string
  document: string
}

/** The document that an address belongs or once belonged to. */
export interface Addressed {
  state: DocumentState
  /** Expiry time from its content, ISO 8601. */
  expires: string | null
  /** Whether a live edition exists. */
  shown: boolean
}

/** Every key under which an address is looked up, until one is found; `host` is that of this site. */
export const lookupsOf = (url: string, host: string): { paths: string[]; legacy: string[] } => {
  const path = ownPath(url, host)
  return { paths: path === undefined || path === url ? [url] : [url, path], legacy: legacyAddresses(url) }
}

export interface Addresses {
  /** Finds a document by slug within its collection. */
  bySlug(collection: string, slug: string): Holder | undefined
  /** Finds a document by a current or former URL, on this site or an earlier one. */
  byUrl(url: string): Holder | undefined
  /** State of a document. */
  stateOf(holder: Holder): Addressed | undefined
  /** Keys under which an address is looked up. */
  lookups(url: string): ReturnType<typeof lookupsOf>
}

/** @param site origin of this site */
export const readAddresses = (sql: () => Sql, site: string): Addresses => {
  const host = new URL(site).hostname
  const ofThisSite = (path: string) =>
    sql().get<Holder>('SELECT collection, document FROM addresses WHERE url = ?', path)
  const byUrl = (url: string): Holder | undefined => {
    // Most readers send a path as it stands in the log; only others need taking apart.
    const known = ofThisSite(url)
    if (known) return known
    const { paths, legacy } = lookupsOf(url, host)
    const own = paths[1] === undefined ? undefined : ofThisSite(paths[1])
    if (own) return own
    for (const address of legacy) {
      const found = sql().get<Holder>('SELECT collection, document FROM legacy WHERE address = ?', address)
      if (found) return found
    }
    return undefined
  }
  return {
    bySlug: (collection, slug) =>
      sql().get<Holder>(
        'SELECT collection, document FROM addresses WHERE collection = ? AND slug = ?',
        collection,
        slug,
      ),
    byUrl,
    lookups: (url) => lookupsOf(url, host),
    stateOf: (holder) => {
      const found = sql().get<{ state: string; expires: string | null; id: number | null }>(
        `SELECT d.state, l.expires, l.id FROM documents d
           LEFT JOIN live l ON l.collection = d.collection AND l.document = d.document
           WHERE d.collection = ? AND d.document = ?`,
        holder.collection,
        holder.document,
      )
      return (
        found && {
          state: JSON.parse(found.state) as DocumentState,
          expires: found.expires,
          shown: found.id !== null,
        }
      )
    },
  }
}

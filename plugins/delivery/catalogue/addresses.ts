import type { DocumentState } from '../../publications/index.ts'
import { legacyAddresses, ownPath } from './legacy.ts'
import type { Sql } from './sql.ts'

interface Holder {
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

export interface Addresses {
  /** Finds a document by slug within its collection. */
  bySlug(collection: string, slug: string): Holder | undefined
  /** Finds a document by a current or former URL, on this site or an earlier one. */
  byUrl(url: string): Holder | undefined
  /** State of the document that an address belonged to. */
  addressed(url: string): Addressed | undefined
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
    const path = ownPath(url, host)
    const own = path === undefined || path === url ? undefined : ofThisSite(path)
    if (own) return own
    for (const address of legacyAddresses(url)) {
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
    addressed: (url) => {
      const holder = byUrl(url)
      const found =
        holder &&
        sql().get<{ state: string; expires: string | null; id: number | null }>(
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

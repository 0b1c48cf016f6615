import type { DocumentState, Provenance } from '../../publications/index.ts'
import type { LiveDocument } from './documents.ts'
import type { Sql } from './sql.ts'

export interface EditionRow {
  edition: number
  at: string
  hash: string
  note: string | null
  /** When its content was erased, ISO 8601. */
  purgedAt?: string
}

/** Provenance of one edition. */
export interface EditionProvenance extends Provenance {
  /** Instant of the edition, ISO 8601. */
  at: string
  /** Content hash of the edition. */
  hash: string
  /** Content hash of the edition before it; `null` for the first. */
  previousHash: string | null
}

/** An edition that is or was public, with what became of its document. */
export interface KnownEdition extends EditionProvenance {
  edition: number
  state: DocumentState
  /** Expiry time from the content of the live edition, ISO 8601. */
  expires: string | null
}

/** Reads which editions there are and how they became public. */
export interface Editions {
  /** Editions of a document, latest first. */
  editions(document: LiveDocument): EditionRow[]
  /** How the live edition became public. */
  provenance(document: LiveDocument): EditionProvenance
  /** Editions with a content hash, latest first; several when a text was published again. */
  editionsWith(hash: string): KnownEdition[]
}

/** More editions with one content are not listed. */
const MOST_ALIKE = 20

interface StoredEdition {
  edition: number
  at: string
  hash: string
  provenance: string
}

/** @param sql returns the current file, because a rebuild replaces it */
export const readEditions = (sql: () => Sql): Editions => {
  const upTo = (collection: string, document: string, edition: number) =>
    sql().all<StoredEdition>(
      `SELECT edition, at, hash, provenance FROM editions WHERE collection = ? AND document = ? AND edition <= ?
       ORDER BY edition DESC LIMIT 2`,
      collection,
      document,
      edition,
    )
  return {
    editions: ({ state }) =>
      sql()
        .all<EditionRow & { provenance: string }>(
          `SELECT edition, at, hash, note, provenance FROM editions WHERE collection = ? AND document = ?
           ORDER BY edition DESC`,
          state.collection,
          state.document,
        )
        .map(({ provenance, ...row }) => ({ ...row, purgedAt: (JSON.parse(provenance) as Provenance).purgedAt })),
    provenance: ({ state }) => {
      const found = upTo(state.collection, state.document, state.edition)
      const shown = found.find(({ edition }) => edition === state.edition)
      const before = found.find(({ edition }) => edition < state.edition)
      // The row that made a restored edition may be missing from a damaged log, and then nothing says who approved it.
      const told = shown ? (JSON.parse(shown.provenance) as Provenance) : { steps: [], ratified: false }
      return { at: shown?.at ?? state.updatedAt, hash: state.contentHash, previousHash: before?.hash ?? null, ...told }
    },
    editionsWith: (hash) =>
      sql()
        .all<{ collection: string; document: string; edition: number; state: string; expires: string | null }>(
          `SELECT e.collection, e.document, e.edition, d.state, l.expires FROM editions e
           JOIN documents d ON d.collection = e.collection AND d.document = e.document
           LEFT JOIN live l ON l.id = d.live
           WHERE e.hash = ? ORDER BY e.at DESC, e.collection, e.document, e.edition DESC LIMIT ${MOST_ALIKE}`,
          hash,
        )
        .map(({ collection, document, edition, state, expires }) => {
          const [own, before] = upTo(collection, document, edition)
          return {
            edition,
            at: own!.at,
            hash,
            previousHash: before?.hash ?? null,
            ...(JSON.parse(own!.provenance) as Provenance),
            state: JSON.parse(state) as DocumentState,
            expires,
          }
        }),
  }
}

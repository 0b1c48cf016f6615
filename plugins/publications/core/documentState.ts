import type { Publication, PublicationKind } from '../types.ts'
import { publicSince } from './capacities.ts'

/** Identifies a document across collections. */
export interface DocumentName {
  collection: string
  /** Stable public key. */
  document: string
}

export type ChangeKind = 'major' | 'minor' | 'correction'

/** How an edition ceased to be live. */
export interface Ended {
  kind: 'withdrawn' | 'expired' | 'redirected'
  reason: string | null
  /** ISO 8601 timestamp. */
  at: string
  /** Public address that a redirect points to; `null` for the other kinds. */
  to: string | null
}

/** Public state of one document, computed from all its log rows. */
export interface DocumentState extends DocumentName {
  slug: string
  url: string
  /** Whether an edition is live. */
  live: boolean
  /** Number of the live edition, or of the last one that was live. */
  edition: number
  contentHash: string
  /** Time of first publication, ISO 8601; elsewhere, if the text was taken over from there. */
  publishedAt: string
  /** Publication time of the live edition, ISO 8601; elsewhere likewise. */
  updatedAt: string
  changeKind: ChangeKind
  changeNote: string | null
  /** Why and when the document ceased to be live; `null` while it is live or set aside. */
  ended: Ended | null
  /**
   * Time of the last restoration. An expiry date in the content that was already over by then no longer hides the
   * document.
   */
  restoredAt?: string
}

/** Effect of each kind of row: a new edition replaces the previous one; others end or restore it, or leave it as it is. */
const EFFECTS: Record<PublicationKind, 'edition' | 'shown' | 'ended' | 'none'> = {
  published: 'edition',
  corrected: 'edition',
  restored: 'shown',
  withdrawn: 'ended',
  expired: 'ended',
  redirected: 'ended',
  ratified: 'none',
  purged: 'none',
  term: 'none',
}

/** Whether this is a known kind of row. */
export const isKind = (kind: unknown): kind is PublicationKind =>
  typeof kind === 'string' && Object.hasOwn(EFFECTS, kind)

type Kinded = Pick<Publication, 'kind'>

/** Whether a row of this kind creates an edition. */
export const makesEdition = ({ kind }: Kinded): boolean => EFFECTS[kind] === 'edition'

/** Whether a row changes what is public of a document; changes of reference data, ratifications and purges do not. */
export const tellsOfDocument = ({ kind }: Kinded): boolean => EFFECTS[kind] !== 'none'

/** Whether a document is live after a row. */
export const isShownAfter = ({ kind }: Kinded): boolean => EFFECTS[kind] === 'edition' || EFFECTS[kind] === 'shown'

const endedBy = (row: Publication): Ended => ({
  kind: row.kind as Ended['kind'],
  reason: row.changeNote,
  at: row.at,
  to: row.kind === 'redirected' ? row.url : null,
})

/** The address a row gives to its document. A redirect row holds its target instead. */
const addressOf = (row: Publication, before: DocumentState | undefined) =>
  row.url && row.kind !== 'redirected'
    ? { slug: row.slug, url: row.url }
    : { slug: before?.slug ?? row.slug, url: before?.url ?? '' }

/**
 * The only state machine for public state: computes the state of a document after one more log row. Rows come in
 * ascending `seq`. Pure.
 *
 * @param before `undefined` for the first row of a document
 */
export const evolve = (before: DocumentState | undefined, row: Publication): DocumentState => {
  const since = makesEdition(row) ? publicSince(row) : undefined
  const edition: DocumentState = {
    collection: row.collection,
    document: row.document,
    ...addressOf(row, before),
    live: true,
    edition: row.edition,
    contentHash: row.contentHash,
    publishedAt: before?.publishedAt ?? since ?? row.at,
    updatedAt: since ?? row.at,
    changeKind: row.kind === 'corrected' ? 'correction' : row.major ? 'major' : 'minor',
    changeNote: row.changeNote,
    ended: null,
  }
  switch (EFFECTS[row.kind]) {
    case 'edition':
      return edition
    case 'ended':
      return { ...(before ?? edition), live: false, ended: endedBy(row) }
    case 'none':
      return before ?? { ...edition, live: false }
    case 'shown':
      // A restored edition keeps its own date and note, because it is the same edition as before.
      return before && row.edition === before.edition && row.contentHash === before.contentHash
        ? { ...before, ...addressOf(row, before), live: true, ended: null, restoredAt: row.at }
        : { ...edition, restoredAt: row.at }
  }
}

/**
 * State of a document with a corrupt row: no edition is live, not even the last valid one, until a later edition
 * replaces it.
 */
export const setAside = (before: DocumentState | undefined): DocumentState | undefined =>
  before && { ...before, live: false, ended: null }

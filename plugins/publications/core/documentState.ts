import type { Publication, PublicationKind } from '../types.ts'

/** Names a document across collections. */
export interface DocumentName {
  collection: string
  /** Stable public key. */
  document: string
}

export type ChangeKind = 'major' | 'minor' | 'correction'

/** How an edition stopped being shown. */
export interface Ended {
  kind: 'withdrawn' | 'expired' | 'redirected'
  reason: string | null
  /** ISO 8601 instant. */
  at: string
  /** Public address that a redirected one leads on to; `null` for the others. */
  to: string | null
}

/** What stands before the public for one document, from all that was ever recorded about it. */
export interface DocumentState extends DocumentName {
  slug: string
  url: string
  /** Whether an edition is shown. */
  live: boolean
  /** Number of the edition in force, or of the last one that was. */
  edition: number
  contentHash: string
  /** First public instant, ISO 8601. */
  publishedAt: string
  /** Instant of the edition in force, ISO 8601. */
  updatedAt: string
  changeKind: ChangeKind
  changeNote: string | null
  /** Why and when nothing is shown any more; `null` while live, and while it is set aside. */
  ended: Ended | null
  /** Instant at which it was last shown again; a day in its content that was over by then does not hide it any more. */
  restoredAt?: string
}

/** What each kind of row does to a document: an edition takes the place of the one before, the others end or show it. */
const EFFECTS: Record<PublicationKind, 'edition' | 'shown' | 'ended' | 'none'> = {
  published: 'edition',
  corrected: 'edition',
  restored: 'shown',
  withdrawn: 'ended',
  expired: 'ended',
  redirected: 'ended',
  term: 'none',
}

/** Whether a row of this kind means anything. */
export const isKind = (kind: unknown): kind is PublicationKind =>
  typeof kind === 'string' && Object.hasOwn(EFFECTS, kind)

type Kinded = Pick<Publication, 'kind'>

/** Kinds of rows that make an edition. */
export const makesEdition = ({ kind }: Kinded): boolean => EFFECTS[kind] === 'edition'

/** Whether a row tells of a document; changes of reference data do not. */
export const tellsOfDocument = ({ kind }: Kinded): boolean => EFFECTS[kind] !== 'none'

/** Whether a document is shown after a row. */
export const isShownAfter = ({ kind }: Kinded): boolean => EFFECTS[kind] === 'edition' || EFFECTS[kind] === 'shown'

const endedBy = (row: Publication): Ended => ({
  kind: row.kind as Ended['kind'],
  reason: row.changeNote,
  at: row.at,
  to: row.kind === 'redirected' ? row.url : null,
})

/** The address a row gives its document; a redirection names where it leads, not where the document stands. */
const addressOf = (row: Publication, before: DocumentState | undefined) =>
  row.url && row.kind !== 'redirected'
    ? { slug: row.slug, url: row.url }
    : { slug: before?.slug ?? row.slug, url: before?.url ?? '' }

/**
 * The one state machine of what is public: the state of a document after one more row of the log. Rows come in
 * ascending `seq`. Pure.
 *
 * @param before `undefined` for the first row of a document
 */
export const evolve = (before: DocumentState | undefined, row: Publication): DocumentState => {
  const edition: DocumentState = {
    collection: row.collection,
    document: row.document,
    ...addressOf(row, before),
    live: true,
    edition: row.edition,
    contentHash: row.contentHash,
    publishedAt: before?.publishedAt ?? row.at,
    updatedAt: row.at,
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
      // The edition keeps its own date and note: what is shown again is what was shown before.
      return before && row.edition === before.edition && row.contentHash === before.contentHash
        ? { ...before, ...addressOf(row, before), live: true, ended: null, restoredAt: row.at }
        : { ...edition, restoredAt: row.at }
  }
}

/**
 * The state of a document of which a row is broken: nothing of it is shown, its last sound edition neither, until an
 * edition after the fault takes its place.
 */
export const setAside = (before: DocumentState | undefined): DocumentState | undefined =>
  before && { ...before, live: false, ended: null }

import type { Publication } from '../../publications/index.ts'

/** What stands before the public for one document, from all that was ever recorded about it. */
export interface DocumentState {
  collection: string
  /** Stable public key. */
  document: string
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
  /** Why and when nothing is shown any more; `null` while live. */
  ended: { kind: 'withdrawn' | 'expired'; reason: string | null; at: string } | null
  /** Instant at which it was last shown again; a day in its content that was over by then does not hide it any more. */
  restoredAt?: string
}

export type ChangeKind = 'major' | 'minor' | 'correction'

/** Kinds of rows that make an edition. */
export const makesEdition = (row: Pick<Publication, 'kind'>): boolean =>
  row.kind === 'published' || row.kind === 'corrected'

/**
 * The state of a document after one more row of the log; rows come in ascending `seq`.
 *
 * @param before `undefined` for the first row of a document
 */
export const evolve = (before: DocumentState | undefined, row: Publication): DocumentState => {
  const { collection, document } = row
  const address = row.url ? { slug: row.slug, url: row.url } : { slug: before?.slug ?? '', url: before?.url ?? '' }
  const edition: DocumentState = {
    collection,
    document,
    ...address,
    live: true,
    edition: row.edition,
    contentHash: row.contentHash,
    publishedAt: before?.publishedAt ?? row.at,
    updatedAt: row.at,
    changeKind: row.kind === 'corrected' ? 'correction' : row.major ? 'major' : 'minor',
    changeNote: row.changeNote,
    ended: null,
  }
  if (makesEdition(row) || !before) {
    if (row.kind === 'withdrawn' || row.kind === 'expired')
      return { ...edition, live: false, ended: { kind: row.kind, reason: row.changeNote, at: row.at } }
    return row.kind === 'redirected' ? { ...edition, live: false } : edition
  }
  switch (row.kind) {
    case 'withdrawn':
    case 'expired':
      return { ...before, live: false, ended: { kind: row.kind, reason: row.changeNote, at: row.at } }
    case 'restored':
      // The edition keeps its own date and note: what is shown again is what was shown before.
      return row.edition === before.edition && row.contentHash === before.contentHash
        ? { ...before, ...address, live: true, ended: null, restoredAt: row.at }
        : { ...edition, restoredAt: row.at }
    case 'redirected':
      return { ...before, ...address }
    default:
      return before
  }
}

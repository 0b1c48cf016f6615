import type { Publication, TrustedEntry } from '../../publications/index.ts'

/** Value of `webhook-id`: the same for every try, so that a receiver knows what it has already. */
export const messageId = (ref: string, seq: number): string => `msg_${ref}_${seq}`

/** Body of the message about one row of the log, JSON. It says what the change feed of the public API says of the row. */
export const publicationBody = (row: Publication): string => {
  const { seq, kind, collection, document: id, url, edition, contentHash, at, changeNote } = row
  const data = {
    seq,
    kind,
    collection,
    id,
    // Changes of reference data have none of these.
    url: url || null,
    edition: edition || null,
    contentHash: contentHash || null,
    at,
    changeNote,
  }
  return JSON.stringify({ type: 'publication', timestamp: at, data })
}

/** Body of the message that a button sends to try a receiver, JSON. */
export const testBody = (at: Date): string => JSON.stringify({ type: 'test', timestamp: at.toISOString(), data: {} })

/**
 * Whether a receiver is told of a row: of every row of a collection that it named; of every document when it named none.
 *
 * @param collections as written in the webhook
 */
export const wantsRow = (
  collections: readonly string[] | null | undefined,
  row: Pick<Publication, 'kind' | 'collection'>,
): boolean => (collections?.length ? collections.includes(row.collection) : row.kind !== 'term')

/** Rows of a verified stretch that can be told: none of a document that the same stretch sets aside afterwards. */
export const tellable = (entries: readonly TrustedEntry[]): Publication[] =>
  entries.flatMap((entry) => {
    if (!('row' in entry)) return []
    const { collection, document } = entry.row
    const isAside = entries.some(
      (other) =>
        'aside' in other &&
        other.seq >= entry.seq &&
        other.aside.collection === collection &&
        other.aside.document === document,
    )
    return isAside ? [] : [entry.row]
  })

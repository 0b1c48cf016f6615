import type { SearchResult } from '../../plugins/delivery/index.ts'

/** A search result with its thousand documents in arrays of numbers, which cost next to nothing to send. */
export interface PackedResult extends Omit<SearchResult, 'ranked'> {
  ids: Float64Array
  scores: Float64Array
  inTitle: Uint8Array
}

export const packed = ({ ranked, ...rest }: SearchResult): { packed: PackedResult } => ({
  packed: {
    ...rest,
    ids: Float64Array.from(ranked, ({ id }) => id),
    scores: Float64Array.from(ranked, ({ score }) => score),
    inTitle: Uint8Array.from(ranked, (one) => (one.inTitle ? 1 : 0)),
  },
})

export const unpacked = ({ ids, scores, inTitle, ...rest }: PackedResult): SearchResult => ({
  ...rest,
  ranked: Array.from(ids, (id, at) => ({ id, score: scores[at]!, inTitle: inTitle[at] === 1 })),
})

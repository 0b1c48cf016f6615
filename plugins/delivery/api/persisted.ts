import { createHash } from 'node:crypto'
import { parse, print } from 'graphql'
import { boundedCache } from '../boundedCache.ts'
import { samples } from './samples.ts'

const SEEN_BYTES = 4 * 1024 * 1024

/** Hash of a persisted query: SHA-256 of its UTF-8 bytes, 64 hexadecimal digits. */
export const hashOf = (query: string): string => createHash('sha256').update(query).digest('hex')

/**
 * Queries that clients can request by hash. The website samples are preloaded, both as written and as clients print
 * them. Any other query is added when it is first sent as text, and evicted once the cache is full.
 */
export const persistedQueries = () => {
  const known = new Map(
    samples()
      .flatMap(({ text, query }) => [text, query, print(parse(text))])
      .map((query) => [hashOf(query), query]),
  )
  const seen = boundedCache<string>(SEEN_BYTES)
  return {
    get: (hash: string): string | undefined => known.get(hash) ?? seen.get(hash),
    /** @param hash hash of the query, already verified by the caller */
    keep: (hash: string, query: string): void => {
      if (!known.has(hash)) seen.set(hash, query, query.length * 2)
    },
  }
}

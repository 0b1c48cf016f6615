import { createHash } from 'node:crypto'
import { parse, print } from 'graphql'
import { boundedCache } from '../boundedCache.ts'
import { samples } from './samples.ts'

const SEEN_BYTES = 4 * 1024 * 1024

/** The name of a query in requests that leave its text out: SHA-256 of its UTF-8 bytes, 64 hexadecimal digits. */
export const hashOf = (query: string): string => createHash('sha256').update(query).digest('hex')

/**
 * Queries that may be asked by their hash: the samples for the website, as their files are and as clients print them,
 * from the start; others from the first time somebody asked them with their text, until many more were asked.
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
    /** @param hash that of the query, which the caller has checked */
    keep: (hash: string, query: string): void => {
      if (!known.has(hash)) seen.set(hash, query, query.length * 2)
    },
  }
}

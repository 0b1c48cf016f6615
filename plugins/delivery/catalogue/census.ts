import { type BoundedCache, boundedCache } from '../boundedCache.ts'
import { conditions, type ListFilter } from './list.ts'
import type { Sql } from './sql.ts'

export interface FacetCount {
  name: string
  value: string
  count: number
}

/** A sitemap entry. */
export interface ListedUrl {
  url: string
  updatedAt: string
}

/** Counts over live documents. */
export interface Census {
  /** Facet counts of the documents in a collection that match a filter, highest count first. */
  facets(request: { collection: string; names: readonly string[]; filter: ListFilter; now: string }): FacetCount[]
  /** Facet counts over given documents of any collection. */
  facetsAmong(ids: readonly number[], names: readonly string[]): FacetCount[]
  documents(collection: string, now: string): number
  /** The most recently inserted document with a value; it may have expired. */
  example(collection: string, name: string, value: string): number | undefined
  /** Time of the latest edition, ISO 8601. */
  lastPublication(): string | undefined
  /** URLs of live documents, earliest published first, so that listed URLs keep their position. */
  urls(request: { collection: string; now: string; offset: number; limit: number }): ListedUrl[]
  forget(): void
}

const CACHE_BYTES = 4 * 1024 * 1024
const MOST_VALUES = 500
const holders = (names: readonly string[]) => names.map(() => '?').join(', ')

/** @param era identifies the period around `now` in which nothing expires; used as a cache key */
export const takeCensus = (sql: () => Sql, era: (now: string) => string): Census => {
  const counts: BoundedCache<FacetCount[]> = boundedCache(CACHE_BYTES)
  const documents = (collection: string, now: string) =>
    sql().get<{ count: number }>(
      'SELECT count(*) AS count FROM live WHERE collection = ? AND (expires IS NULL OR expires > ?)',
      collection,
      now,
    )!.count

  return {
    documents,
    example: (collection, name, value) =>
      sql().get<{ live: number }>(
        'SELECT live FROM facets WHERE collection = ? AND name = ? AND value = ? ORDER BY live DESC LIMIT 1',
        collection,
        name,
        value,
      )?.live,
    facets: ({ collection, names, filter, now }) => {
      if (!names.length) return []
      const key = JSON.stringify([collection, names, filter, era(now)])
      const known = counts.get(key)
      if (known) return known
      const isOpen = !Object.keys(filter.facets).length && !filter.match && !filter.from && !filter.to
      const scope = conditions({ collections: [collection], filter, now }, 'gather')
      // Without a filter, exclude the few expired documents instead of scanning every live one.
      const among = isOpen
        ? { text: 'f.live NOT IN (SELECT id FROM live WHERE expires <= ?)', values: [now] }
        : { text: `f.live IN (SELECT l.id FROM live l WHERE ${scope.text})`, values: scope.values }
      const found = sql().all<FacetCount>(
        `SELECT f.name, f.value, count(*) AS count FROM facets f
         WHERE f.collection = ? AND f.name IN (${holders(names)}) AND ${among.text}
         GROUP BY f.name, f.value ORDER BY count DESC, f.name, f.value LIMIT ${MOST_VALUES}`,
        collection,
        ...names,
        ...among.values,
      )
      counts.set(key, found, found.length * 60)
      return found
    },
    facetsAmong: (ids, names) =>
      ids.length && names.length
        ? sql().all<FacetCount>(
            `SELECT f.name, f.value, count(*) AS count FROM json_each(?) e JOIN facets f ON f.live = e.value
             WHERE f.name IN (${holders(names)})
             GROUP BY f.name, f.value ORDER BY count DESC, f.name, f.value LIMIT ${MOST_VALUES}`,
            JSON.stringify(ids),
            ...names,
          )
        : [],
    lastPublication: () =>
      sql().get<{ at: string }>("SELECT at FROM log WHERE kind IN ('published', 'corrected') ORDER BY seq DESC LIMIT 1")
        ?.at,
    urls: ({ collection, now, offset, limit }) =>
      sql().all<ListedUrl>(
        `SELECT url, updated_at AS updatedAt FROM live WHERE collection = ? AND (expires IS NULL OR expires > ?)
         ORDER BY published_at, document DESC LIMIT ? OFFSET ?`,
        collection,
        now,
        limit,
        offset,
      ),
    forget: () => counts.clear(),
  }
}

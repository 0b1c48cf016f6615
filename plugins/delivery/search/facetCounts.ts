import { boundedCache } from '../boundedCache.ts'
import type { ListFilter } from '../catalogue/list.ts'
import type { Sql } from '../catalogue/sql.ts'
import { type DocSet, emptySet, newest, put, sizeOfBoth } from './docSet.ts'
import type { DocSets } from './docSets.ts'
import type { Scopes } from './scope.ts'

export interface FacetCount {
  name: string
  value: string
  count: number
}

export interface FacetsRequest {
  collection: string
  /** Facets that are counted. */
  names: readonly string[]
  filter: ListFilter
  /** ISO 8601 timestamp. */
  now: string
  /**
   * Greatest number of values in the answer, over all facets.
   * @default 500
   */
  most?: number
}

const CACHE_BYTES = 4 * 1024 * 1024
/** Values of one facet that are kept as sets; of more, rows are counted. */
const MOST_VALUES = 2_000
/** Values of all facets in an answer. */
const MOST_SHOWN = 500

const byCount = (a: FacetCount, b: FacetCount): number =>
  b.count - a.count || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.value < b.value ? -1 : 1)

/** Counts documents by the values of their facets, each value's documents being kept as a set. */
export const facetCounts = ({ sql, sets, scopes }: { sql: () => Sql; sets: DocSets; scopes: Scopes }) => {
  const counts = boundedCache<FacetCount[]>(CACHE_BYTES)
  const values = new Map<string, string[]>()

  /** The values of a facet, each found by one step in the index. */
  const valuesOf = (collection: string, name: string): string[] => {
    const key = `${collection} ${name}`
    const known = values.get(key)
    if (known) return known
    const found = sql()
      .all<{ value: string | null }>(
        `WITH RECURSIVE each (value) AS (
           SELECT min(value) FROM facets WHERE collection = ?1 AND name = ?2
           UNION ALL
           SELECT (SELECT min(value) FROM facets WHERE collection = ?1 AND name = ?2 AND value > each.value)
             FROM each WHERE each.value IS NOT NULL
         ) SELECT value FROM each WHERE value IS NOT NULL LIMIT ${MOST_VALUES + 1}`,
        collection,
        name,
      )
      .flatMap(({ value }) => value ?? [])
    values.set(key, found)
    return found
  }

  /** Counts the rows of a facet that has very many values. */
  const countRows = (collection: string, name: string, among: DocSet, most: number) =>
    sql().all<{ value: string; count: number }>(
      `SELECT value, count(*) AS count FROM facets
       WHERE collection = ? AND name = ? AND live IN (SELECT value FROM json_each(?))
       GROUP BY value ORDER BY count DESC, value LIMIT ?`,
      collection,
      name,
      JSON.stringify(newest(among)),
      most,
    )

  const countSets = (collection: string, name: string, values: readonly string[], among: DocSet) =>
    values.map((value) => ({ value, count: sizeOfBoth(among, sets.meeting('facet', collection, name, value)) }))

  const count = (
    collections: readonly string[],
    names: readonly string[],
    among: DocSet,
    most: number,
  ): FacetCount[] => {
    const found: FacetCount[] = []
    for (const name of names) {
      const sums = new Map<string, number>()
      for (const collection of collections) {
        const values = valuesOf(collection, name)
        const isMany = values.length > MOST_VALUES
        const counted = isMany ? countRows(collection, name, among, most) : countSets(collection, name, values, among)
        for (const { value, count: size } of counted) if (size) sums.set(value, (sums.get(value) ?? 0) + size)
      }
      for (const [value, size] of sums) found.push({ name, value, count: size })
    }
    return found.sort(byCount).slice(0, most)
  }

  return {
    /**
     * Facet counts of the documents in a collection that match a filter, highest count first. Cached until `forget`.
     *
     * @param era identifies the period around `now` in which nothing expires; used as a cache key
     */
    facets: ({ collection, names, filter, now, most = MOST_SHOWN }: FacetsRequest, era: string): FacetCount[] => {
      if (!names.length) return []
      const key = JSON.stringify([collection, names, filter, era, most])
      const known = counts.get(key)
      if (known) return known
      const found = count([collection], names, scopes.of({ collections: [collection], filter, now }, era), most)
      counts.set(key, found, found.length * 60)
      return found
    },
    /** Facet counts over given documents. */
    facetsAmong: (ids: readonly number[], collections: readonly string[], names: readonly string[]): FacetCount[] => {
      const among = emptySet(ids.reduce((highest, id) => Math.max(highest, id), 0))
      for (const id of ids) put(among, id)
      return count(collections, names, among, MOST_SHOWN)
    },
    forget: (): void => {
      counts.clear()
      values.clear()
    },
  }
}

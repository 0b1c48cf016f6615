import { boundedCache } from '../boundedCache.ts'
import type { ListFilter } from '../catalogue/list.ts'
import { both, type DocSet, either, without } from './docSet.ts'
import type { DocSets } from './docSets.ts'

/** Among which documents is counted or searched. */
export interface Scope {
  collections: readonly string[]
  filter: ListFilter
  /** ISO 8601 timestamp; excludes documents that have expired by then. */
  now: string
}

const CACHE_BYTES = 8 * 1024 * 1024

/** The documents of a scope, cached until `forget`. */
export const scopesOf = (sets: DocSets) => {
  const known = boundedCache<DocSet>(CACHE_BYTES)
  const any = (some: DocSet[]): DocSet => some.reduce(either)

  let expired: { era: string; set: DocSet } | undefined
  const expiredIn = (era: string, now: string): DocSet => {
    if (expired?.era !== era) expired = { era, set: sets.expiredBy(now) }
    return expired.set
  }

  const read = ({ collections, filter, now }: Scope, era: string): DocSet => {
    let scope = without(
      both(sets.live(), any(collections.map((collection) => sets.meeting('collection', collection)))),
      expiredIn(era, now),
    )
    for (const [name, wanted] of Object.entries(filter.facets)) {
      const values = [wanted].flat()
      if (!values.length) return scope.fill(0)
      scope = both(
        scope,
        any(collections.flatMap((collection) => values.map((value) => sets.meeting('facet', collection, name, value)))),
      )
    }
    if (filter.match !== undefined) scope = both(scope, sets.meeting('match', filter.match))
    if (filter.from !== undefined || filter.to !== undefined) scope = both(scope, sets.dated(filter.from, filter.to))
    return scope
  }

  return {
    /** @param era identifies the period around `now` in which nothing expires; used as a cache key */
    of: (scope: Scope, era: string): DocSet => {
      const key = JSON.stringify([scope.collections, scope.filter, era])
      const before = known.get(key)
      if (before) return before
      const set = read(scope, era)
      known.set(key, set, set.byteLength)
      return set
    },
    forget: () => {
      known.clear()
      expired = undefined
    },
  }
}
export type Scopes = ReturnType<typeof scopesOf>

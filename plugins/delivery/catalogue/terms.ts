import type { Json, JsonObject } from '../../publications/index.ts'
import { isJsonObject } from '../../publications/index.ts'
import type { Sql } from './sql.ts'

/** Names of the public fields that hold the validity period and successors of a reference row. */
export interface DatedReference {
  /** First day, `YYYY-MM-DD`. */
  from: string
  /** Last day, `YYYY-MM-DD`. */
  to: string
  /** List of references to the successor rows. */
  successors: string
}

/** Latest published reference data: labels in all locales, and facts. */
export interface Terms {
  get(collection: string, key: string): JsonObject | undefined
  /** All rows of a collection, in the order of their keys. */
  all(collection: string): JsonObject[]
  /** Keys of all rows of a collection, in order. */
  keys(collection: string): string[]
  /** Keys of the rows of a collection that refer to one of its rows by a field: its children by `parent`. */
  referring(collection: string, field: string, key: string): string[]
  /** All direct and indirect predecessors of this row, without the row itself. */
  predecessors(collection: string, key: string): string[]
  /** Clears the cache. */
  forget(): void
}

/** Real organisations have tens of predecessors, not hundreds; the limit bounds the size of a filter. */
const MOST_PREDECESSORS = 200

/** Reference keys in a value: a single reference or a list. */
export const referencedKeys = (value: Json | undefined): string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).flatMap((one) =>
    isJsonObject(one) && typeof one.key === 'string' ? [one.key] : [],
  )

/** @param dated reference collections whose rows have successors, by slug */
export const readTerms = (sql: () => Sql, dated: Readonly<Record<string, DatedReference>>): Terms => {
  let known: Map<string, JsonObject> | undefined
  /** By collection and field, then by the key referred to. */
  const inverse = new Map<string, Map<string, string[]>>()
  const nameOf = (collection: string, key: string) => `${collection}/${key}`

  const load = () => {
    if (known) return known
    const rows = sql().all<{ collection: string; key: string; fields: string }>(
      'SELECT collection, key, fields FROM terms ORDER BY key',
    )
    known = new Map(
      rows.map(({ collection, key, fields }) => [nameOf(collection, key), JSON.parse(fields) as JsonObject]),
    )
    return known
  }
  const rowsOf = (collection: string): [key: string, fields: JsonObject][] =>
    [...load()]
      .filter(([name]) => name.startsWith(`${collection}/`))
      .map(([name, fields]) => [name.slice(collection.length + 1), fields])

  const referring = (collection: string, field: string, key: string): string[] => {
    const name = nameOf(collection, field)
    let byKey = inverse.get(name)
    if (!byKey) {
      byKey = new Map()
      for (const [from, fields] of rowsOf(collection))
        for (const to of referencedKeys(fields[field])) byKey.set(to, [...(byKey.get(to) ?? []), from])
      inverse.set(name, byKey)
    }
    return byKey.get(key) ?? []
  }

  return {
    get: (collection, key) => load().get(nameOf(collection, key)),
    all: (collection) => rowsOf(collection).map(([, fields]) => fields),
    keys: (collection) => rowsOf(collection).map(([key]) => key),
    referring,
    predecessors: (collection, key) => {
      const successors = dated[collection]?.successors
      if (!successors) return []
      const found = new Set<string>([key])
      for (const each of found) {
        if (found.size > MOST_PREDECESSORS) break
        for (const earlier of referring(collection, successors, each)) found.add(earlier)
      }
      found.delete(key)
      return [...found]
    },
    forget: () => {
      known = undefined
      inverse.clear()
    },
  }
}

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
  /** All rows of a collection, by key. */
  all(collection: string): JsonObject[]
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
  let known: { rows: Map<string, JsonObject>; before: Map<string, string[]> } | undefined
  const nameOf = (collection: string, key: string) => `${collection}/${key}`

  const load = () => {
    if (known) return known
    const rows = new Map<string, JsonObject>()
    const before = new Map<string, string[]>()
    for (const row of sql().all<{ collection: string; key: string; fields: string }>(
      'SELECT collection, key, fields FROM terms',
    )) {
      const fields = JSON.parse(row.fields) as JsonObject
      rows.set(nameOf(row.collection, row.key), fields)
      const successors = dated[row.collection]?.successors
      if (!successors) continue
      for (const next of referencedKeys(fields[successors])) {
        const name = nameOf(row.collection, next)
        before.set(name, [...(before.get(name) ?? []), row.key])
      }
    }
    known = { rows, before }
    return known
  }

  return {
    get: (collection, key) => load().rows.get(nameOf(collection, key)),
    all: (collection) =>
      [...load().rows]
        .filter(([name]) => name.startsWith(`${collection}/`))
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([, fields]) => fields),
    predecessors: (collection, key) => {
      const { before } = load()
      const found = new Set<string>([key])
      for (const each of found) {
        if (found.size > MOST_PREDECESSORS) break
        for (const earlier of before.get(nameOf(collection, each)) ?? []) found.add(earlier)
      }
      found.delete(key)
      return [...found]
    },
    forget: () => {
      known = undefined
    },
  }
}

import type { Json, JsonObject } from '../../publications/index.ts'
import { isJsonObject } from '../../publications/index.ts'
import type { Sql } from './sql.ts'

/** Names of public fields of a reference collection that say how its rows live in time. */
export interface DatedReference {
  /** First day, `YYYY-MM-DD`. */
  from: string
  /** Last day. */
  to: string
  /** List of references to the rows that took over. */
  successors: string
}

/** Reference data as it was last published: labels in all languages and facts. */
export interface Terms {
  get(collection: string, key: string): JsonObject | undefined
  /** Every row that was merged into this one, however many steps before, itself left out. */
  predecessors(collection: string, key: string): string[]
  /** Reads them again at the next question. */
  forget(): void
}

/** A body has had tens of predecessors, not hundreds; more would make a filter without bounds. */
const MOST_PREDECESSORS = 200

/** Keys of references in a value: one reference or a list of them. */
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

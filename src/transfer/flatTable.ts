import type { Payload } from 'payload'

/** Fields that are one column of their collection's own table. */
const ONE_COLUMN = new Set(['text', 'textarea', 'email', 'number', 'checkbox', 'date'])
/** Columns that a table has beside its fields. */
const BESIDE = new Set(['id', 'createdAt', 'updatedAt'])

interface Drizzle {
  drizzle?: { insert(table: unknown): { values(rows: object[]): Promise<unknown> } }
  tables?: Record<string, unknown>
}

/**
 * Writes many rows in one statement, into a collection that is one table of SQLite without languages, lists and relations,
 * as all logs are. Payload writes one row at a time, which takes twenty times as long.
 *
 * @returns `undefined` for every other collection, and on every other database
 */
export const flatTable = (
  payload: Payload,
  collection: string,
): ((rows: Record<string, unknown>[]) => Promise<unknown>) | undefined => {
  const { drizzle, tables } = payload.db as unknown as Drizzle
  const table = tables?.[collection.replaceAll('-', '_')]
  const { flattenedFields, auth, upload } = payload.collections[collection]!.config
  const isFlat = flattenedFields.every(
    (field) =>
      BESIDE.has(field.name) ||
      (ONE_COLUMN.has(field.type) &&
        !('localized' in field && field.localized) &&
        !('hasMany' in field && field.hasMany) &&
        !('virtual' in field && field.virtual)),
  )
  if (!drizzle || !table || !isFlat || auth || upload) return undefined
  return (rows) => drizzle.insert(table).values(rows)
}

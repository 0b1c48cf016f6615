import type { sqliteAdapter } from '@payloadcms/db-sqlite'

interface RawTables {
  localesSuffix: string
  rawTables: Record<string, { indexes?: Record<string, { name: string; on: string | string[] }> }>
}
type SchemaHook = NonNullable<Parameters<typeof sqliteAdapter>[0]['beforeSchemaInit']>[number]

/**
 * `@payloadcms/drizzle` 3.90.2 indexes the tables of translations only by language and parent, but reads them by parent
 * alone: a list of 10 scans the whole table. This adds the index that the reads need.
 */
export const localeIndexes: SchemaHook = (args) => {
  const { adapter, schema } = args as typeof args & { adapter: RawTables }
  for (const [name, table] of Object.entries(adapter.rawTables))
    if (name.endsWith(adapter.localesSuffix))
      table.indexes = { ...table.indexes, [`${name}_parent`]: { name: `${name}_parent_idx`, on: '_parentID' } }
  return schema
}

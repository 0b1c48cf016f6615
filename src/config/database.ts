import { randomBytes } from 'node:crypto'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { DatabaseAdapterObj } from 'payload'
import { migrations } from '../migrations/index.ts'
import { localeIndexes } from '../repairs/localeIndexes.ts'
import { serialSqlite } from '../repairs/serialSqlite.ts'

/** A table of drizzle's; ids of rows inside documents are given by Payload and have no default. */
interface IdTable {
  id?: { defaultFn?: () => unknown }
}
type SchemaHook = NonNullable<Parameters<typeof sqliteAdapter>[0]['beforeSchemaInit']>[number]

/**
 * Ids on SQLite look like MongoDB's (24 hexadecimal digits, random here), so that everything can move from one database
 * to the other with its ids, and what names them in logs and keys stays true.
 */
const sameIdsEverywhere: SchemaHook = (args) => {
  const { adapter, schema } = args as typeof args & { adapter: { tables: Record<string, IdTable> } }
  for (const { id } of Object.values(adapter.tables))
    if (id?.defaultFn) id.defaultFn = () => randomBytes(12).toString('hex')
  return schema
}

/**
 * The database, chosen by the scheme of its address: `file:` is SQLite, `mongodb://` is MongoDB. Schemas change by
 * migration only; a push would ask questions at the next production start.
 */
export const database = (args: { uri: string; migrationDir: string }): DatabaseAdapterObj =>
  /^mongodb/.test(args.uri)
    ? mongooseAdapter({ url: args.uri, ensureIndexes: true })
    : serialSqlite(
        sqliteAdapter({
          client: { url: args.uri },
          idType: 'uuid',
          push: false,
          // Truthy turns Payload's transactions on; the queue in serialSqlite makes them safe.
          transactionOptions: {},
          beforeSchemaInit: [localeIndexes],
          afterSchemaInit: [sameIdsEverywhere],
          migrationDir: args.migrationDir,
          prodMigrations: migrations,
        }),
      )

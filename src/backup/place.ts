import { rm, stat } from 'node:fs/promises'
import { MongoClient } from 'mongodb'
import { databaseFile } from '../config/databaseFile.ts'
import { SCHEMA_KEY } from '../config/schema.ts'
import { RESTORING } from './restoring.ts'

/** What a database holds: nothing, half of a restore, or something that must not be touched, by the name of its table. */
export type Holding = 'nothing' | 'half' | { table: string }

/** What a database holds that nobody has used: the record of its migrations, and the note of the newest of them. */
const OF_MIGRATIONS = new Set(['payload_migrations', 'payload-migrations'])

/** Payload's key-value store, and how Mongoose names its collection. */
const KEYS = 'payload_kv'
const KEYS_ON_SERVER = 'payload-kvs'

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

const sqliteHolds = async (file: string): Promise<Holding> => {
  if (!(await stat(file).catch(() => undefined))?.size) return 'nothing'
  const { createClient } = await import('@libsql/client')
  const client = createClient({ url: `file:${file}` })
  try {
    const { rows } = await client.execute(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    const tables = rows.map(({ name }) => String(name))
    if (tables.includes(KEYS)) {
      const half = await client.execute({ sql: `SELECT 1 FROM ${KEYS} WHERE key = ?`, args: [RESTORING] })
      if (half.rows.length) return 'half'
    }
    for (const table of tables.filter((each) => !OF_MIGRATIONS.has(each))) {
      const used = table === KEYS ? { where: 'WHERE key <> ?', args: [SCHEMA_KEY] } : { where: '', args: [] }
      const sql = `SELECT 1 FROM ${quoted(table)} ${used.where} LIMIT 1`
      if ((await client.execute({ sql, args: used.args })).rows.length) return { table }
    }
    return 'nothing'
  } catch (error) {
    // Some other file is no place either.
    if ((error as { code?: string }).code === 'SQLITE_NOTADB') return { table: file }
    throw error
  } finally {
    client.close()
  }
}

const onServer = async <T>(
  databaseUri: string,
  work: (db: ReturnType<MongoClient['db']>) => Promise<T>,
): Promise<T> => {
  const client = await new MongoClient(databaseUri).connect()
  try {
    return await work(client.db())
  } finally {
    await client.close()
  }
}

/** Condition of the documents that somebody's use has left in a collection. */
const usedOn = (collection: string) => (collection === KEYS_ON_SERVER ? { key: { $ne: SCHEMA_KEY } } : {})

const serverHolds = (databaseUri: string): Promise<Holding> =>
  onServer(databaseUri, async (db) => {
    if (await db.collection(KEYS_ON_SERVER).findOne({ key: RESTORING })) return 'half'
    const collections = await db.listCollections({}, { nameOnly: true }).toArray()
    for (const { name } of collections.filter((each) => !each.name.startsWith('system.')))
      if (!OF_MIGRATIONS.has(name) && (await db.collection(name).findOne(usedOn(name)))) return { table: name }
    return 'nothing'
  })

/** What a database holds, without opening it as a system: nothing is migrated and nothing is written. */
export const holdingOf = (databaseUri: string): Promise<Holding> => {
  const file = databaseFile(databaseUri)
  return file ? sqliteHolds(file) : serverHolds(databaseUri)
}

/** Removes half of a restore. */
export const clearPlace = async (databaseUri: string): Promise<void> => {
  const file = databaseFile(databaseUri)
  if (!file) return void (await onServer(databaseUri, (db) => db.dropDatabase()))
  // The database first: a journal without one is nothing to SQLite, a database without its journal is damaged.
  for (const ending of ['', '-wal', '-shm']) await rm(`${file}${ending}`, { force: true })
}

import { stat } from 'node:fs/promises'
import type { Payload } from 'payload'
import { isRecord } from '../../lib/isRecord.ts'
import { knownSchemas, SCHEMA_KEY, schemaName } from '../config/schema.ts'

/** Names that Payload gives while somebody develops are no versions. */
const RELEASED = /^\d{8}_\d{6}_/

const latest = (names: readonly string[]): string =>
  names
    .filter((name) => RELEASED.test(name))
    .sort()
    .at(-1) ?? ''

/**
 * Name of the newest change that some version of the software has made to a database, if this version does not know it.
 * Otherwise notes the own newest, so that an older version recognises it: a database of documents has no record of
 * migrations.
 *
 * @returns `undefined` when this version may use the database
 */
export const newerSchema = async (payload: Payload): Promise<string | undefined> => {
  const stored: unknown = await payload.kv.get(SCHEMA_KEY)
  const noted = isRecord(stored) && typeof stored.newest === 'string' ? stored.newest : ''
  const { docs } = await payload.db.find<{ id: string; name: string }>({
    collection: 'payload-migrations',
    limit: 0,
    pagination: false,
  })
  const newest = latest([noted, ...docs.map(({ name }) => name)])
  const own = schemaName()
  if (newest > own) return newest
  if (noted !== own)
    await payload.kv.set(SCHEMA_KEY, { newest: own }).catch((err: unknown) => {
      // The next start notes it; a disk that cannot be written says so by itself.
      payload.logger.warn({ msg: 'the version of the tables could not be noted', err })
    })
  return undefined
}

/**
 * The changes that the next start makes to a SQLite file, oldest first. Opens nothing as a system and changes nothing.
 *
 * @param file its path
 * @returns `undefined` when there is no database yet
 */
export const pendingSchemas = async (file: string): Promise<readonly string[] | undefined> => {
  if (!(await stat(file).catch(() => undefined))?.size) return undefined
  const { createClient } = await import('@libsql/client')
  const client = createClient({ url: `file:${file}` })
  try {
    const { rows } = await client.execute('SELECT name FROM payload_migrations')
    const made = new Set(rows.map(({ name }) => String(name)))
    return knownSchemas.filter((name) => !made.has(name))
  } catch (error) {
    // A file without that table was never opened by the system.
    if (/no such table/.test((error as Error).message)) return undefined
    throw error
  } finally {
    client.close()
  }
}

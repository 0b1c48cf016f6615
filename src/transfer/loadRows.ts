import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Payload, PayloadRequest } from 'payload'
import { flatTable } from './flatTable.ts'
import { COMPRESSED, fileOf, movedCollections, versionedCollections, type Written } from './format.ts'
import { linesOf } from './lines.ts'

type LoadedRow = Record<string, unknown> & { id: string }
type LoadedVersion = LoadedRow & { parent: string; createdAt: string; updatedAt: string; version: object }
type LoadedGlobal = { slug: string; value: Record<string, unknown> }
type Within = Pick<PayloadRequest, 'transactionID'>

/** Rows that are written together; SQLite takes 32,766 values in one statement. */
const BATCH = 500

/** A row whose id no database but its own takes. */
export class ForeignId extends Error {
  override name = 'ForeignId'
}

/** What every database of this system takes as an id (MongoDB's ObjectId). */
const ID = /^[0-9a-f]{24}$/

/**
 * A row without the `null` of fields that must be unique: MongoDB takes several rows in which such a field is missing,
 * but only one in which it is `null`.
 */
const withoutEmptyKeys = (payload: Payload, collection: string, row: Record<string, unknown>) => {
  const unique = payload.collections[collection]!.config.flattenedFields.filter(
    (field) => 'unique' in field && field.unique && row[field.name] === null,
  )
  const dropped = new Set(unique.map(({ name }) => name))
  return Object.fromEntries(Object.entries(row).filter(([name]) => !dropped.has(name)))
}

interface SqliteClient {
  execute(sql: string): Promise<{ rows: unknown[] }>
  /** Goes to the connection that writes. */
  executeMultiple(sql: string): Promise<void>
}

const sqliteOf = (payload: Payload): SqliteClient | undefined => {
  const { client } = payload.db as unknown as { client?: Partial<SqliteClient> }
  return client?.executeMultiple && client.execute ? (client as SqliteClient) : undefined
}

/** SQLite checks relations row by row, and rows come in no order of theirs: they are checked at the end instead. */
const withoutForeignKeys = async (payload: Payload, work: () => Promise<void>): Promise<void> => {
  const client = sqliteOf(payload)
  if (!client) return work()
  await client.executeMultiple('PRAGMA foreign_keys = OFF')
  try {
    await work()
  } finally {
    await client.executeMultiple('PRAGMA foreign_keys = ON')
  }
  const { rows } = await client.execute('PRAGMA foreign_key_check')
  if (rows.length) throw new Error(`${rows.length} relations of the rows lead nowhere: ${JSON.stringify(rows[0])}`)
}

/** SQLite flushes the disk once a transaction, MongoDB answers several at a time. */
const together = async <T>(payload: Payload, rows: T[], take: (row: T, req?: Within) => Promise<unknown>) => {
  if (!sqliteOf(payload)) return void (await Promise.all(rows.map((row) => take(row))))
  const transactionID = await payload.db.beginTransaction()
  if (transactionID === null) throw new Error('The database began no transaction')
  try {
    for (const row of rows) await take(row, { transactionID })
  } catch (error) {
    await payload.db.rollbackTransaction(transactionID)
    throw error
  }
  await payload.db.commitTransaction(transactionID)
}

/**
 * Loads rows that `writeRows` wrote into an empty database of either kind. Ids, keys, contents, logs and versions stay
 * what they were.
 *
 * @param args.written files that are not named in it are taken for empty
 * @param args.onRow called with how many of all were written
 * @throws ForeignId before anything is written
 */
export const loadRows = async (args: {
  payload: Payload
  folder: string
  written: Written
  onRow?: (done: number, of: number) => void
}): Promise<void> => {
  const { payload, folder, written, onRow } = args
  const { config, db } = payload
  const total = Object.values(written.rows).reduce((sum, count) => sum + count, 0)
  const pathOf = (name: string): string | undefined => {
    const file = [name, `${name}${COMPRESSED}`].find((each) => each in written.files)
    return file && path.join(folder, file)
  }
  let done = 0
  const each = async <T>(
    name: string,
    take: (row: T, req?: Within) => Promise<unknown>,
    takeAll: (rows: T[]) => Promise<unknown> = (rows) => together(payload, rows, take),
  ) => {
    const file = pathOf(name)
    if (!file) return
    let batch: T[] = []
    const flush = async () => {
      await takeAll(batch)
      done += batch.length
      onRow?.(done, total)
      batch = []
      await setImmediate()
    }
    for await (const row of linesOf<T>(file)) {
      batch.push(row)
      if (batch.length === BATCH) await flush()
    }
    if (batch.length) await flush()
  }
  for (const slug of movedCollections(config)) {
    const file = pathOf(fileOf.rows(slug))
    if (file) for await (const { id } of linesOf<LoadedRow>(file)) if (!ID.test(id)) throw new ForeignId(id)
  }
  await withoutForeignKeys(payload, async () => {
    for (const collection of movedCollections(config))
      await each<LoadedRow>(
        fileOf.rows(collection),
        ({ id, ...row }, req) => {
          const data = withoutEmptyKeys(payload, collection, row)
          return db.create({ collection, customID: id, data, req, returning: false })
        },
        flatTable(payload, collection),
      )
    for (const collectionSlug of versionedCollections(config))
      await each<LoadedVersion>(fileOf.versions(collectionSlug), ({ parent, createdAt, updatedAt, version }, req) =>
        db.createVersion({
          collectionSlug,
          parent,
          createdAt,
          updatedAt,
          versionData: version,
          autosave: false,
          req,
          returning: false,
        }),
      )
    await each<LoadedGlobal>(fileOf.globals, ({ slug, value }, req) =>
      db.createGlobal({ slug, data: value, req, returning: false }),
    )
  })
}

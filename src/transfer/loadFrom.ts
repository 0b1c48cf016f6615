import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import { FORMAT, fileOf, MANIFEST, type Manifest, movedCollections, versionedCollections } from './format.ts'

type Row = Record<string, unknown> & { id: string }

/** Why a folder cannot be loaded: `message` says what to do, in Vietnamese and English. */
export class CannotLoad extends Error {
  override name = 'CannotLoad'
}

/** What every database of this system takes as an id (MongoDB's ObjectId). */
const ID = /^[0-9a-f]{24}$/

const readManifest = async (folder: string): Promise<Manifest> => {
  let text: string
  try {
    text = await readFile(path.join(folder, MANIFEST), 'utf8')
  } catch {
    throw new CannotLoad(`Thư mục này không phải bản xuất: thiếu ${MANIFEST}. / No export: ${MANIFEST} is missing.`)
  }
  const manifest = JSON.parse(text) as Manifest
  if (manifest.format !== FORMAT)
    throw new CannotLoad(
      'Bản xuất do phiên bản khác tạo; xin dùng đúng phiên bản. / The export was made by another version; use that one.',
    )
  return manifest
}

async function* linesOf(file: string): AsyncGenerator<string> {
  for await (const line of createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  }))
    if (line) yield line
}

/** Refuses a folder that is not whole before anything is written. */
const checkFiles = async (folder: string, manifest: Manifest): Promise<void> => {
  for (const [file, sha256] of Object.entries(manifest.files)) {
    const hash = createHash('sha256')
    try {
      for await (const chunk of createReadStream(path.join(folder, path.basename(file)))) hash.update(chunk as Buffer)
    } catch {
      throw new CannotLoad(`Thiếu tệp ${file} trong bản xuất. / The file ${file} is missing.`)
    }
    if (hash.digest('hex') !== sha256)
      throw new CannotLoad(`Tệp ${file} đã bị thay đổi sau khi xuất. / The file ${file} was changed after the export.`)
  }
}

const checkEmpty = async (payload: Payload): Promise<void> => {
  for (const collection of movedCollections(payload.config))
    if ((await payload.db.count({ collection })).totalDocs)
      throw new CannotLoad(
        `Cơ sở dữ liệu đích đã có dữ liệu (${collection}); chỉ nạp được vào cơ sở dữ liệu trống. / The database holds rows (${collection}); load into an empty one.`,
      )
}

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

/** SQLite checks relations row by row, and rows come in no order of theirs: they are checked at the end instead. */
const withoutForeignKeys = async (payload: Payload, work: () => Promise<void>): Promise<void> => {
  const { client } = payload.db as unknown as { client?: Partial<SqliteClient> }
  if (!client?.executeMultiple || !client.execute) return work()
  await client.executeMultiple('PRAGMA foreign_keys = OFF')
  try {
    await work()
  } finally {
    await client.executeMultiple('PRAGMA foreign_keys = ON')
  }
  const { rows } = await client.execute('PRAGMA foreign_key_check')
  if (rows.length) throw new Error(`${rows.length} relations of the export lead nowhere: ${JSON.stringify(rows[0])}`)
}

/**
 * Loads a folder that `exportTo` wrote into an empty database of either kind. Everything that is hashed or points to
 * something stays what it was: ids, keys, content, logs, versions.
 *
 * @param args.onRow called after each row with how many of all were written
 * @throws CannotLoad before anything is written, when the folder is not whole or the database not empty
 */
export const loadFrom = async (args: {
  payload: Payload
  folder: string
  onRow?: (done: number, of: number) => void
}): Promise<Manifest> => {
  const { payload, folder, onRow } = args
  const { config, db } = payload
  const manifest = await readManifest(folder)
  await checkFiles(folder, manifest)
  await checkEmpty(payload)
  const total = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0)
  let done = 0
  const each = async <T>(file: string, take: (row: T) => Promise<unknown>) => {
    if (!(file in manifest.files)) return
    for await (const line of linesOf(path.join(folder, file))) {
      await take(JSON.parse(line) as T)
      done += 1
      onRow?.(done, total)
      await setImmediate()
    }
  }
  for (const slug of movedCollections(config))
    await each<Row>(fileOf.rows(slug), async ({ id }) => {
      if (!ID.test(id))
        throw new CannotLoad(
          `Dữ liệu do bản thử cũ tạo, mã ${id} không chuyển được. / The rows were made by an early trial; the id ${id} cannot be moved.`,
        )
    })
  done = 0
  await withoutForeignKeys(payload, async () => {
    for (const collection of movedCollections(config))
      await each<Row>(fileOf.rows(collection), ({ id, ...row }) => {
        const data = withoutEmptyKeys(payload, collection, row)
        return db.create({ collection, customID: id, data, returning: false })
      })
    for (const collectionSlug of versionedCollections(config))
      await each<Row & { parent: string; createdAt: string; updatedAt: string; version: object }>(
        fileOf.versions(collectionSlug),
        ({ parent, createdAt, updatedAt, version }) =>
          db.createVersion({
            collectionSlug,
            parent,
            createdAt,
            updatedAt,
            versionData: version,
            autosave: false,
            returning: false,
          }),
      )
    await each<{ slug: string; value: Record<string, unknown> }>(fileOf.globals, ({ slug, value }) =>
      db.createGlobal({ slug, data: value, returning: false }),
    )
  })
  return manifest
}

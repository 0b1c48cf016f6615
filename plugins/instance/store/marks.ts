import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { flushFolder } from '../../../lib/files/flushFolder.ts'
import { isRecord } from '../../../lib/isRecord.ts'
import { insertOnce } from '../../publications/index.ts'
import type { Mark } from '../core/mark.ts'

/** Payload's own collection of keys and values; it is neither exported nor restored. */
const KEYS = 'payload-kv'
const KEY = 'instance'

/** Name of the mark in the data folder. */
const FILE = 'instance.json'

const isMark = (value: unknown): value is Mark =>
  isRecord(value) && typeof value.id === 'string' && isRecord(value.place) && Array.isArray(value.place.servers)

/** The mark in the database; `undefined` when there is none. */
export const readMark = async (payload: Payload): Promise<Mark | undefined> => {
  const stored: unknown = await payload.kv.get(KEY)
  return isMark(stored) ? stored : undefined
}

/** Puts a mark into a database that has none. @returns the mark that it has then, which another process may have put */
export const beginMark = async (payload: Payload, mark: Mark): Promise<Mark> => {
  const { row } = await insertOnce<{ key: string; data: unknown }>({
    payload,
    collection: KEYS,
    data: { key: KEY, data: mark },
    unique: ['key'],
  })
  return isMark(row.data) ? row.data : mark
}

/** Exchanges the mark in the database. */
export const writeMark = (payload: Payload, mark: Mark): Promise<void> => payload.kv.set(KEY, { ...mark })

/** The id in the data folder; `undefined` when there is none. An unreadable one is no id of any database. */
export const readBeside = async (dataDir: string): Promise<string | undefined> => {
  let text: string
  try {
    text = await readFile(path.join(dataDir, FILE), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) && typeof value.id === 'string' ? value.id : ''
  } catch {
    return ''
  }
}

/** Writes the id into the data folder, for good. */
export const writeBeside = async (dataDir: string, id: string): Promise<void> => {
  const file = path.join(dataDir, FILE)
  const part = `${file}.${randomUUID()}`
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const handle = await open(part, 'wx', 0o600)
  try {
    await handle.writeFile(`${JSON.stringify({ id })}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(part, file)
  await flushFolder(dataDir)
}

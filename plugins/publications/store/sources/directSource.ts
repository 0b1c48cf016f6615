import type { Payload } from 'payload'
import { PUBLICATION_COLUMNS } from '../../core/columns.ts'
import { LAST_SEQ } from '../../core/numbering.ts'
import type { Publication } from '../../types.ts'
import type { LogSource, StoredContent } from './source.ts'

const ROW = [...PUBLICATION_COLUMNS, 'seq', 'prev', 'hash'] as const
const CONTENT = ['hash', 'bytes'] as const

/** Location of the log for another thread, which has no Payload instance. It can be sent to a worker thread. */
export type LogAddress =
  | { kind: 'sqlite'; file: string; columns: Record<'publications' | 'contents', Record<string, string>> }
  | { kind: 'mongodb'; uri: string }

interface SqliteAdapter {
  clientConfig: { url: string }
  tables: Record<string, Record<string, { name: string }>>
}

/** Location of the log; `undefined` for a database that only Payload can read. */
export const addressOfLog = (payload: Payload): LogAddress | undefined => {
  const db: unknown = payload.db
  if (payload.db.name === 'mongoose') return { kind: 'mongodb', uri: String((db as { url: unknown }).url) }
  const { clientConfig, tables } = db as SqliteAdapter
  const file = /^file:(.+)$/.exec(clientConfig?.url ?? '')?.[1]
  if (!file) return undefined
  const columns = (table: string, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, tables[table]![name]!.name]))
  return {
    kind: 'sqlite',
    file,
    columns: { publications: columns('publications', ROW), contents: columns('contents', CONTENT) },
  }
}

/** Content as raw bytes, with its SQLite storage type. */
type StoredBytes = Omit<StoredContent, 'bytes'> & { bytes: ArrayBuffer | null; type: string }

const sqliteSource = async ({ file, columns }: Extract<LogAddress, { kind: 'sqlite' }>): Promise<Direct> => {
  const { default: Database } = await import('libsql')
  const db = new Database(file)
  db.exec('PRAGMA busy_timeout = 5000; PRAGMA query_only = ON')
  const named = ([name, column]: [string, string]) => `"${column}" AS "${name}"`
  const seq = columns.publications.seq!
  const rows = db.prepare(
    `SELECT ${Object.entries(columns.publications).map(named).join(', ')} FROM "publications" WHERE "${seq}" > ? AND "${seq}" <= ${LAST_SEQ} ORDER BY "${seq}" LIMIT ?`,
  )
  const { bytes, ...others } = columns.contents
  // Read as bytes: the driver takes three times as long as Node to decode text.
  const contents = db.prepare(
    `SELECT ${Object.entries(others).map(named).join(', ')}, CAST("${bytes}" AS BLOB) AS "bytes",
       typeof("${bytes}") AS "type"
     FROM "contents" WHERE "${others.hash}" IN (SELECT value FROM json_each(?))`,
  )
  return {
    // SQLite has no booleans, but the row hash depends on the type.
    rows: async (after, limit) =>
      (rows.all(after, limit) as (Omit<Publication, 'major'> & { major: number })[]).map((row) => ({
        ...row,
        major: row.major === 1,
      })),
    contents: async (hashes) =>
      (contents.all(JSON.stringify(hashes)) as StoredBytes[]).map(({ type, bytes, ...row }) => ({
        ...row,
        bytes: type === 'text' ? Buffer.from(bytes ?? new ArrayBuffer(0)).toString() : bytes,
      })),
    close: async () => void db.close(),
  }
}

const mongoSource = async ({ uri }: Extract<LogAddress, { kind: 'mongodb' }>): Promise<Direct> => {
  const { MongoClient } = await import('mongodb')
  const client = await MongoClient.connect(uri)
  const db = client.db()
  const shown = (names: readonly string[]) => ({ _id: 0, ...Object.fromEntries(names.map((name) => [name, 1])) })
  return {
    rows: (after, limit) =>
      db
        .collection<Publication>('publications')
        .find({ seq: { $gt: after, $lte: LAST_SEQ } }, { sort: { seq: 1 }, limit, projection: shown(ROW) })
        .toArray(),
    contents: (hashes) =>
      db
        .collection<StoredContent>('contents')
        .find({ hash: { $in: [...hashes] } }, { projection: shown(CONTENT) })
        .toArray(),
    close: () => client.close(),
  }
}

/** The part of a log source that a thread needs, up to the current end. */
type Direct = Pick<LogSource, 'rows' | 'contents'> & { close(): Promise<void> }

/**
 * Reads the log without Payload, for a thread that reads all of it. Opens the database read-only.
 *
 * @throws Error when it cannot be opened
 */
export const directSource = (address: LogAddress): Promise<Direct> =>
  address.kind === 'sqlite' ? sqliteSource(address) : mongoSource(address)

import { rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { databaseFile } from '../config/databaseFile.ts'
import type { Environment } from '../config/environment.ts'
import type { System } from '../system.ts'
import { BackupFault } from './fault.ts'

/** Opens systems for a backup. */
export interface Opener {
  /** The configured database. */
  database: () => Promise<System>
  /** A copy of it. */
  copy: (environment: Environment) => Promise<System>
}

const SNAPSHOT = '.snapshot'

/** Whoever waits for a lock waits within one statement; a checkpoint takes no longer. */
const BUSY_TIMEOUT_MS = 10_000

/**
 * One moment of a SQLite database as a file of its own. It is read within one transaction, which in WAL mode keeps
 * nobody from writing.
 */
export const snapshot = async (from: string, to: string): Promise<void> => {
  const { createClient } = await import('@libsql/client')
  // Made before SQLite writes into it, so that only its owner can read it.
  await writeFile(to, '', { mode: 0o600 })
  const client = createClient({ url: `file:${from}` })
  try {
    await client.execute(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`)
    await client.execute({ sql: 'VACUUM INTO ?', args: [to] })
  } finally {
    client.close()
  }
}

/**
 * Opens what is backed up: of SQLite a snapshot, which is one moment of everything; of MongoDB the database itself, where
 * rows are read in an order in which nothing misses what it names.
 *
 * @param args.folder for the snapshot
 * @throws BackupFault when there is no database
 */
export const openSource = async (args: {
  environment: Environment
  open: Opener
  folder: string
}): Promise<{ payload: Payload; close: () => Promise<void> }> => {
  const { environment, open, folder } = args
  const file = databaseFile(environment.databaseUri)
  if (!file) {
    const { payload } = await open.database()
    return { payload, close: () => payload.destroy() }
  }
  const size = (await stat(file).catch(() => undefined))?.size
  if (!size)
    throw new BackupFault(
      `Không có cơ sở dữ liệu ở ${file}; xin kiểm tra DATABASE_URI.`,
      `There is no database at ${file}; check DATABASE_URI.`,
    )
  const copy = path.join(folder, SNAPSHOT)
  await snapshot(file, copy)
  const { payload } = await open.copy({ ...environment, databaseUri: `file:${copy}` })
  return {
    payload,
    close: async () => {
      await payload.destroy()
      for (const ending of ['', '-wal', '-shm']) await rm(`${copy}${ending}`, { force: true })
    },
  }
}

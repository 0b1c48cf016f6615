import { setTimeout as wait } from 'node:timers/promises'
import type { Client, InStatement, ResultSet } from '@libsql/client'

/** Maximum time to wait for another process that writes, such as a backup or a command. */
const LONGEST_WAIT_MS = 10_000
/** The same for those who queued behind a write that waited in vain: they waited as long already. */
const SHORTEST_WAIT_MS = 3_000
const FIRST_PAUSE_MS = 5
/** Another process may be faster after each wait. */
const MOST_ATTEMPTS = 20
const LONGEST_PAUSE_MS = 100

/** The database could not be written to in time; the same request may succeed later. */
export class DatabaseBusy extends Error {
  override name = 'DatabaseBusy'
}

const isLocked = (error: unknown): boolean => {
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === 'string' && (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
}

const busy = (cause: unknown) => new DatabaseBusy('The database is busy; try again in a moment.', { cause })

/** The only connection that writes. The caller makes sure that one transaction at a time uses it. */
export interface SqliteWriter {
  /** Starts a transaction, once no other process writes. @throws DatabaseBusy */
  begin(): Promise<void>
  /** @throws what the database reports; nothing of the transaction is stored then */
  commit(): Promise<void>
  rollback(): Promise<void>
  execute(statement: InStatement): Promise<ResultSet>
  executeMultiple(sql: string): Promise<void>
  /** Runs work in a transaction of its own. @throws DatabaseBusy */
  alone<R>(work: (connection: Client) => Promise<R>): Promise<R>
  /** Runs statements that begin and end their own transaction. @throws DatabaseBusy */
  migrate(statements: InStatement[]): Promise<ResultSet[]>
  close(): void
}

/**
 * `@libsql/client` 0.14.0 waits for another process's lock within the event loop, so a busy timeout stops the whole
 * server for as long; a statement that it refused stays in progress, so that the next `COMMIT` fails. `@payloadcms/drizzle` 3.90.2 swallows the error of a failed `COMMIT` and leaves the connection in its
 * transaction, so that the request is answered as saved and every later write fails. This waits outside the loop, for at
 * most ten seconds, and always ends a transaction.
 *
 * @param open opens a connection whose busy timeout is 0
 */
export const sqliteWriter = async (open: () => Promise<Client>): Promise<SqliteWriter> => {
  let connection = await open()
  /** When a write first found another process writing, until one got through. */
  let lockedSince: number | undefined

  const reopen = async () => {
    connection.close()
    connection = await open()
  }

  /** Waits until no other process writes. A script leaves no statement behind, unlike a statement. */
  const untilFree = async () => {
    const now = performance.now()
    lockedSince ??= now
    const until = Math.max(lockedSince + LONGEST_WAIT_MS, now + SHORTEST_WAIT_MS)
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        return await connection.executeMultiple('BEGIN IMMEDIATE; ROLLBACK')
      } catch (error) {
        if (!isLocked(error)) throw error
        if (performance.now() > until) throw busy(error)
      }
      await wait(pause)
    }
  }

  const unlocked = async <R>(work: () => Promise<R>): Promise<R> => {
    let locked: unknown
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      try {
        const result = await work()
        lockedSince = undefined
        return result
      } catch (error) {
        if (!isLocked(error)) throw error
        locked = error
        // The statement stays in progress until it is collected, and no transaction could be stored meanwhile.
        await reopen()
        await untilFree()
      }
    }
    throw busy(locked)
  }

  /** Ends whatever is open. A connection that cannot even do that is replaced, which ends it too. */
  const rollback = async () => {
    try {
      await connection.execute('ROLLBACK')
    } catch (error) {
      // SQLite ends some transactions by itself when a statement fails.
      if (!/no transaction is active/.test(String(error))) await reopen()
    }
  }

  const begin = () => unlocked(async () => void (await connection.execute('BEGIN IMMEDIATE')))
  const commit = async () => {
    try {
      await connection.execute('COMMIT')
    } catch (error) {
      await rollback()
      throw error
    }
  }

  return {
    begin,
    commit,
    rollback,
    execute: (statement) => connection.execute(statement),
    executeMultiple: (sql) => connection.executeMultiple(sql),
    alone: async (work) => {
      await begin()
      try {
        const result = await work(connection)
        await commit()
        return result
      } catch (error) {
        await rollback()
        throw error
      }
    },
    migrate: (statements) => unlocked(() => connection.migrate(statements)),
    close: () => connection.close(),
  }
}

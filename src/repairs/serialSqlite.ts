import { AsyncLocalStorage } from 'node:async_hooks'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Client, Config, InStatement, InValue, ResultSet, Transaction } from '@libsql/client'
import type { DatabaseAdapterObj, Payload } from 'payload'
import { inexactRows } from './inexactRows.ts'

/** Maximum time a write waits for another transaction. After that it is refused and the log names the holder. */
const LONGEST_WAIT_MS = 30_000
/** Maximum time to wait for another process that writes. */
const BUSY_TIMEOUT_MS = 5_000
/** The driver waits for a held database without letting the event loop go on, so it may do so only briefly. */
const BUSY_STEP_MS = 20

interface Hold {
  open: boolean
  name: string
}

interface SqliteAdapter {
  client: Client | undefined
  clientConfig: { url: string }
  connect(options?: { hotReload?: boolean }): Promise<void>
  destroy(): Promise<void>
  beginTransaction(options?: unknown): Promise<null | number | string>
  payload: Payload
}

const READS = /^\s*(select|explain|pragma|with\b(?!.*\b(insert|update|delete)\b))/is
const bound = (statement: InStatement | string, args: InValue[] = []): InStatement =>
  typeof statement === 'string' ? { sql: statement, args } : statement
const isBusy = (error: unknown) => (error as { code?: unknown }).code === 'SQLITE_BUSY'
const textOf = (statement: InStatement | string) => (typeof statement === 'string' ? statement : statement.sql)

/**
 * `@libsql/client` 0.14.0 opens a connection for each transaction and never closes it, so that under
 * `@payloadcms/db-sqlite` 3.90.2 concurrent transactions fail with SQLITE_BUSY. This sends all writes through one
 * connection with a first-come queue, while reads run concurrently. A write that would wait for its own transaction
 * fails at once instead of deadlocking.
 *
 * The driver also leaves a statement open that failed because another process holds the database; every later commit of
 * that connection fails then, unnoticed. So a write first tries the lock in a way that leaves nothing open, and takes a
 * new connection where the other process was faster.
 */
export const serialSqlite = <T extends DatabaseAdapterObj>(adapter: T): T => {
  /** The queue's holder, visible to all code that runs within its transaction. */
  const context = new AsyncLocalStorage<Hold>()
  let tail: Promise<void> = Promise.resolve()
  let holder: Hold | undefined

  const acquire = async (hold: Hold, payload: Payload): Promise<() => void> => {
    if (context.getStore()?.open)
      throw new Error(
        `A write inside the transaction "${context.getStore()!.name}" is not part of it: pass \`req\` to the nested call.`,
      )
    let release!: () => void
    const before = tail
    tail = new Promise((resolve) => {
      release = resolve
    })
    let timer: NodeJS.Timeout | undefined
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        payload.logger.error({ msg: 'database write waited too long', holder: holder?.name })
        reject(new Error('The database is busy; try again in a moment.'))
      }, LONGEST_WAIT_MS)
    })
    try {
      await Promise.race([before, tooLong])
    } catch (error) {
      // Pass the turn on when it comes, so that later writes do not wait for this abandoned one.
      before.then(release)
      throw error
    } finally {
      clearTimeout(timer)
    }
    holder = hold
    return () => {
      holder = undefined
      release()
    }
  }

  const serialise = (args: {
    client: Client
    openWriter: () => Promise<Client>
    writer: Client
    /** Opens another client that returns integers as `bigint`. */
    openExact: () => Promise<Client>
    payload: Payload
  }): Client => {
    const { client, openWriter, openExact, payload } = args
    let { writer } = args
    /** Begins a transaction of the writer, as soon as no other process writes. */
    const begin = async (): Promise<void> => {
      const until = performance.now() + BUSY_TIMEOUT_MS
      for (let tried = false; ; ) {
        try {
          // Ends with a rollback of its own.
          await writer.executeMultiple('BEGIN IMMEDIATE')
          tried = true
          await writer.execute('BEGIN IMMEDIATE')
          return
        } catch (error) {
          if (!isBusy(error)) throw error
          if (tried) {
            writer.close()
            writer = await openWriter()
            tried = false
          }
          if (performance.now() > until) throw error
          await wait(BUSY_STEP_MS)
        }
      }
    }
    const committed = async <R>(work: () => Promise<R>): Promise<R> => {
      await begin()
      try {
        const result = await work()
        await writer.execute('COMMIT')
        return result
      } catch (error) {
        await writer.execute('ROLLBACK').catch(() => undefined)
        throw error
      }
    }
    /** For work that begins a transaction of its own. */
    const patiently = async <R>(work: () => Promise<R>): Promise<R> => {
      await writer.execute(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`)
      try {
        return await work()
      } finally {
        await writer.execute(`PRAGMA busy_timeout = ${BUSY_STEP_MS}`)
      }
    }
    let exact: Promise<Client> | undefined
    const alone = async <R>(name: string, work: () => Promise<R>): Promise<R> => {
      const release = await acquire({ open: false, name }, payload)
      try {
        return await work()
      } finally {
        release()
      }
    }
    const inOrder = async (statements: InStatement[]): Promise<ResultSet[]> => {
      const results: ResultSet[] = []
      for (const statement of statements) results.push(await writer.execute(statement))
      return results
    }
    const execute = (statement: InStatement | string, args?: InValue[]): Promise<ResultSet> => {
      const run = (on: Client) => on.execute(bound(statement, args))
      if (!READS.test(textOf(statement))) return alone('statement', () => committed(() => run(writer)))
      return run(client).catch(async (error: unknown) => {
        // The driver rejects the whole result if one integer cannot be represented as a number.
        if (!(error instanceof RangeError)) throw error
        exact ??= openExact()
        return inexactRows(await run(await exact))
      })
    }
    const transaction = async (): Promise<Transaction> => {
      // `beginTransaction` stores its hold in the async context. Migrations have none.
      const hold = pending.getStore() ?? { open: false, name: 'migration' }
      const release = await acquire(hold, payload)
      try {
        await begin()
      } catch (error) {
        release()
        throw error
      }
      hold.open = true
      const end = (sql: 'COMMIT' | 'ROLLBACK') => async () => {
        if (closed) return
        closed = true
        try {
          await writer.execute(sql)
        } finally {
          hold.open = false
          release()
        }
      }
      let closed = false
      return {
        execute: (statement: InStatement | string, args?: InValue[]) => writer.execute(bound(statement, args)),
        batch: inOrder,
        executeMultiple: (sql: string) => writer.executeMultiple(sql),
        commit: end('COMMIT'),
        rollback: end('ROLLBACK'),
        close: () => void end('ROLLBACK')(),
        get closed() {
          return closed
        },
      } as Transaction
    }
    return new Proxy(client, {
      get(target, property) {
        if (property === 'execute') return execute
        if (property === 'transaction') return transaction
        if (property === 'batch')
          return (statements: InStatement[]) => alone('batch', () => committed(() => inOrder(statements)))
        if (property === 'executeMultiple')
          return (sql: string) => alone('script', () => patiently(() => writer.executeMultiple(sql)))
        if (property === 'migrate')
          return (statements: InStatement[]) => alone('migration', () => patiently(() => writer.migrate(statements)))
        if (property === 'close')
          return () => {
            void exact?.then((opened) => opened.close())
            writer.close()
            target.close()
          }
        const value = Reflect.get(target, property, target)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  }

  const pending = new AsyncLocalStorage<Hold>()
  let transactions = 0

  return {
    ...adapter,
    init: (args) => {
      const db = adapter.init(args) as ReturnType<T['init']> & SqliteAdapter
      const { connect, destroy, beginTransaction } = db
      db.connect = async (options) => {
        if (!db.client) {
          const { createClient } = await import('@libsql/client')
          const file = /^file:(.+)$/.exec(db.clientConfig.url)?.[1]
          if (file) {
            mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
            // Create the file before SQLite does, so that only its owner can read it; SQLite gives its journals the
            // same mode.
            closeSync(openSync(file, 'a', 0o600))
          }
          const open = async (more: Partial<Config> = {}) => {
            const opened = createClient({ ...db.clientConfig, ...more })
            await opened.execute(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`)
            await opened.execute('PRAGMA foreign_keys = ON')
            // Erased data must not remain in freed pages.
            await opened.execute('PRAGMA secure_delete = ON')
            return opened
          }
          const openWriter = async () => {
            const opened = await open()
            await opened.execute('PRAGMA journal_mode = WAL')
            await opened.execute('PRAGMA synchronous = FULL')
            await opened.execute(`PRAGMA busy_timeout = ${BUSY_STEP_MS}`)
            return opened
          }
          const writer = await openWriter()
          db.client = serialise({
            client: await open(),
            openWriter,
            writer,
            openExact: () => open({ intMode: 'bigint' }),
            payload: args.payload,
          })
        }
        return connect.call(db, options)
      }
      db.destroy = async () => {
        db.client?.close()
        db.client = undefined
        return destroy.call(db)
      }
      db.beginTransaction = (options) => {
        if (context.getStore()?.open)
          return Promise.reject(
            new Error(
              `A second transaction inside "${context.getStore()!.name}" would wait for itself: pass \`req\` to the nested call.`,
            ),
          )
        transactions += 1
        const hold: Hold = { open: false, name: `transaction ${transactions}` }
        // Entered synchronously, before the first await, so that the hold is in the caller's context from here on.
        context.enterWith(hold)
        return pending.run(hold, () => beginTransaction.call(db, options))
      }
      return db
    },
  }
}

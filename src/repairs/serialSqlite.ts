import { AsyncLocalStorage } from 'node:async_hooks'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import path from 'node:path'
import type { Client, Config, InStatement, InValue, ResultSet, Transaction } from '@libsql/client'
import type { DatabaseAdapterObj, Payload } from 'payload'
import { inexactRows } from './inexactRows.ts'
import { DatabaseBusy, type SqliteWriter, sqliteWriter } from './sqliteWriter.ts'

/** Maximum time a write waits for another transaction. After that it is refused and the log names the holder. */
const LONGEST_WAIT_MS = 30_000
/** For readers, which wait within the event loop: only a recovery after a crash makes them wait at all. */
const BUSY_TIMEOUT_MS = 1_000

interface Hold {
  open: boolean
  name: string
  /** Why it could not begin, or was not stored. */
  failure?: unknown
}

interface SqliteAdapter {
  client: Client | undefined
  clientConfig: { url: string }
  connect(options?: { hotReload?: boolean }): Promise<void>
  destroy(): Promise<void>
  beginTransaction(options?: unknown): Promise<null | number | string>
  commitTransaction(id: number | string | Promise<number | string>): Promise<void>
  rollbackTransaction(id: number | string | Promise<number | string>): Promise<void>
  payload: Payload
}

const READS = /^\s*(select|explain|pragma|with\b(?!.*\b(insert|update|delete)\b))/is
const bound = (statement: InStatement | string, args: InValue[] = []): InStatement =>
  typeof statement === 'string' ? { sql: statement, args } : statement
const all = async (on: Pick<SqliteWriter, 'execute'>, statements: readonly InStatement[]): Promise<ResultSet[]> => {
  const results: ResultSet[] = []
  for (const statement of statements) results.push(await on.execute(statement))
  return results
}
const textOf = (statement: InStatement | string) => (typeof statement === 'string' ? statement : statement.sql)

/**
 * `@libsql/client` 0.14.0 opens a connection for each transaction and never closes it, so that under
 * `@payloadcms/db-sqlite` 3.90.2 concurrent transactions fail with SQLITE_BUSY. This sends all writes through one
 * connection with a first-come queue, while reads run concurrently. A write that would wait for its own transaction
 * fails at once instead of deadlocking.
 */
export const serialSqlite = <T extends DatabaseAdapterObj>(adapter: T): T => {
  /** The queue's holder, visible to all code that runs within its transaction. */
  const context = new AsyncLocalStorage<Hold>()
  // Node follows contexts from their first use on. Whatever waited before that would go on in the context of the first
  // transaction, and its writes would be refused as parts of that.
  context.run({ open: false, name: 'none' }, () => undefined)
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
        reject(new DatabaseBusy('The database is busy; try again in a moment.'))
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
    writer: SqliteWriter
    /** Opens another client that returns integers as `bigint`. */
    openExact: () => Promise<Client>
    payload: Payload
  }): Client => {
    const { client, writer, openExact, payload } = args
    let exact: Promise<Client> | undefined
    const alone = async <R>(name: string, work: () => Promise<R>): Promise<R> => {
      const release = await acquire({ open: false, name }, payload)
      try {
        return await work()
      } finally {
        release()
      }
    }
    const execute = (statement: InStatement | string, args?: InValue[]): Promise<ResultSet> => {
      const run = (on: Client) => on.execute(bound(statement, args))
      if (!READS.test(textOf(statement))) return alone('statement', () => writer.alone(run))
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
        await writer.begin()
      } catch (error) {
        hold.failure = error
        release()
        throw error
      }
      hold.open = true
      const end = (how: 'commit' | 'rollback') => async () => {
        if (closed) return
        closed = true
        try {
          await writer[how]()
        } catch (error) {
          hold.failure = error
          throw error
        } finally {
          hold.open = false
          release()
        }
      }
      let closed = false
      return {
        execute: (statement: InStatement | string, args?: InValue[]) => writer.execute(bound(statement, args)),
        batch: (statements: InStatement[]) => all(writer, statements),
        executeMultiple: (sql: string) => writer.executeMultiple(sql),
        commit: end('commit'),
        rollback: end('rollback'),
        close: () => void end('rollback')(),
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
          return (statements: InStatement[]) =>
            alone('batch', () => writer.alone((connection) => all(connection, statements)))
        if (property === 'executeMultiple') return (sql: string) => alone('script', () => writer.executeMultiple(sql))
        if (property === 'migrate')
          return (statements: InStatement[]) => alone('migration', () => writer.migrate(statements))
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
  const holds = new Map<number | string, Hold>()
  let transactions = 0

  return {
    ...adapter,
    init: (args) => {
      const db = adapter.init(args) as ReturnType<T['init']> & SqliteAdapter
      const { connect, destroy, beginTransaction, commitTransaction, rollbackTransaction } = db
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
          const open = async (more: Partial<Config> = {}, busyMs = BUSY_TIMEOUT_MS) => {
            const opened = createClient({ ...db.clientConfig, ...more })
            await opened.execute(`PRAGMA busy_timeout = ${busyMs}`)
            await opened.execute('PRAGMA foreign_keys = ON')
            // Erased data must not remain in freed pages.
            await opened.execute('PRAGMA secure_delete = ON')
            return opened
          }
          const writer = await sqliteWriter(async () => {
            const opened = await open()
            await opened.execute('PRAGMA journal_mode = WAL')
            await opened.execute('PRAGMA synchronous = FULL')
            await opened.execute('PRAGMA busy_timeout = 0')
            return opened
          })
          db.client = serialise({
            client: await open(),
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
        return pending
          .run(hold, () => beginTransaction.call(db, options))
          .then(
            (id) => {
              if (id !== null) holds.set(id, hold)
              return id
            },
            (error: unknown) => {
              // The adapter reports an error of its own instead.
              throw hold.failure ?? error
            },
          )
      }
      // The adapter swallows the error of a transaction that could not be stored.
      db.commitTransaction = async (given) => {
        const id = await given
        const hold = holds.get(id)
        holds.delete(id)
        await commitTransaction.call(db, id)
        if (hold?.failure !== undefined) throw hold.failure
      }
      db.rollbackTransaction = async (given) => {
        const id = await given
        holds.delete(id)
        await rollbackTransaction.call(db, id)
      }
      return db
    },
  }
}

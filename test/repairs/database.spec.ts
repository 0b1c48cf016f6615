import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { type Client, createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundle } from '../../scripts/lib/bundle.mjs'
import { sourceOf } from './support/installed.ts'
import { type PlainPayload, startPlainPayload } from './support/plainPayload.ts'

let plain: PlainPayload
let client: Client
beforeAll(async () => {
  plain = await startPlainPayload()
  client = (plain.payload.db as unknown as { client: Client }).client
})
afterAll(() => plain.stop())

const save = async (title: string) => (await plain.rest('POST', '/pages', { body: { title } })).status

describe('serialSqlite.ts', () => {
  it('payload 3.90.2 with @libsql/client 0.14.0 loses saves that come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => save(`Trang ${index}`)))
    expect(answers).toContain(201)
    expect(answers).toContain(500)
  })

  it('@libsql/client 0.14.0 goes on with another connection after a transaction', async () => {
    const own = createClient({ url: `file:${plain.dir}/own.db` })
    const ofConnection = () => own.execute('SELECT count(*) AS rows FROM temp.kept')
    await own.execute('CREATE TEMP TABLE kept (id)')
    expect((await ofConnection()).rows[0]?.rows).toBe(0)
    await (await own.transaction('write')).commit()
    await expect(ofConnection()).rejects.toThrow('no such table')
    own.close()
  })

  it('takes no write for a part of the first transaction that only waited when this began', async () => {
    const into = `.tmp/first-transaction-${process.pid}`
    await bundle({ entries: { child: 'test/repairs/support/firstTransaction.ts' }, into })
    const url = `file:${plain.dir}/first.db`
    const args = ['--conditions=production', `${into}/child.js`, url]
    expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toBe('written')
    rmSync(into, { recursive: true })
  })

  it('source of @libsql/client 0.14.0 closes no connection of a transaction', () => {
    const source = sourceOf('@libsql/client', 'lib-esm/sqlite3.js')
    expect(source).toContain('this.#db = null; // A new connection will be lazily created on next use')
    expect(source).toContain(
      'close() { if (this.#database.inTransaction) { executeStmt(this.#database, "ROLLBACK", this.#intMode); } }',
    )
  })
})

describe('sqliteWriter.ts', () => {
  it('@libsql/client 0.14.0 waits for a lock within the event loop', async () => {
    const url = `file:${plain.dir}/locked.db`
    const [one, other] = [createClient({ url }), createClient({ url })]
    await one.execute('PRAGMA journal_mode = WAL')
    await other.execute('PRAGMA busy_timeout = 400')
    await one.execute('BEGIN IMMEDIATE')
    let turns = 0
    const counting = setInterval(() => (turns += 1), 5)
    await expect(other.execute('BEGIN IMMEDIATE')).rejects.toThrow(/locked/)
    clearInterval(counting)
    expect(turns).toBe(0)
    for (const opened of [one, other]) opened.close()
  })

  it('@payloadcms/drizzle 3.90.2 takes a transaction that was not stored for stored', async () => {
    const { db } = plain.payload
    const id = await db.beginTransaction()
    const { sessions } = db as unknown as { sessions: Record<string, { db: { run(sql: string): Promise<unknown> } }> }
    const transaction = sessions[String(id)]!.db
    await transaction.run('PRAGMA defer_foreign_keys = ON')
    await transaction.run("INSERT INTO pages_locales (title, _locale, _parent_id) VALUES ('x', 'vi', 'of nobody')")
    await expect(db.commitTransaction(id!)).resolves.toBeUndefined()
  })
})

describe('inexactRows.ts', () => {
  it('@libsql/client 0.14.0 refuses a whole result for one integer beyond 2^53', async () => {
    await expect(client.execute('SELECT 1 AS small UNION ALL SELECT 9007199254740993')).rejects.toThrow(RangeError)
  })
})

describe('localeIndexes.ts', () => {
  it('@payloadcms/drizzle 3.90.2 makes no index of translations that begins with their parent', async () => {
    const { rows } = await client.execute(
      "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'pages_locales'",
    )
    const columns = rows.map(({ sql }) => /\((.+)\)/.exec(String(sql))?.[1])
    expect(columns).toEqual(['`_locale`,`_parent_id`'])
  })
})

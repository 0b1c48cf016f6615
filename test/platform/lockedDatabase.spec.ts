import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { type Client, createClient } from '@libsql/client'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, type HttpServer, serveSystem } from '../http/server.ts'
import { PASSWORD, type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
let server: HttpServer
let other: Client
beforeAll(async () => {
  portal = await startPortal()
  server = await serveSystem(portal)
  other = createClient({ url: portal.environment.databaseUri })
})
afterEach(async () => {
  await other.execute('ROLLBACK').catch(() => undefined)
})
afterAll(async () => {
  other.close()
  await server.stop()
})

/** Another process, such as a backup or a command, writes and does not finish. */
const hold = () => other.execute('BEGIN IMMEDIATE')
const save = async (title: string) =>
  portal.rest('POST', '/notices', { token: await portal.as('author'), body: { title } })
const titles = async () =>
  (await portal.payload.find({ collection: 'notices', pagination: false, depth: 0 })).docs.map(({ title }) => title)

describe('a database that another process writes to', () => {
  it('makes a save wait, and nobody else', async () => {
    await portal.as('author')
    await hold()
    const lags = monitorEventLoopDelay({ resolution: 10 })
    lags.enable()
    const saving = save('Lưu khi máy khác đang ghi')
    await wait(1_000)
    lags.disable()
    await other.execute('ROLLBACK')
    expect((await saving).status).toBe(201)
    expect(lags.max / 1e6).toBeLessThan(700)
  })

  it('is answered with what to do, once it took too long, and takes the same save later', async () => {
    await portal.as('author')
    await hold()
    const token = await portal.as('author')
    const query = 'mutation { createNotice(data: { title: "Thử lại sau" }) { id } }'
    const [saving, login, overGraphql] = await Promise.all([
      server.ask('/api/notices', { method: 'POST', body: { title: 'Thử lại sau' }, token }),
      server.ask('/api/users/login', { method: 'POST', body: { email: 'author2@demo.local', password: PASSWORD } }),
      server.ask('/api/graphql', { method: 'POST', body: { query }, token }),
    ])
    for (const answer of [saving, login])
      expect([answer.status, codeOf(answer), answer.headers['retry-after'], answer.text]).toEqual([
        503,
        'TRY_AGAIN',
        '5',
        expect.stringContaining('thử lại'),
      ])
    expect(codeOf(overGraphql)).toBe('TRY_AGAIN')
    expect((await server.ask('/api/notices', { token })).status).toBe(200)
    await other.execute('ROLLBACK')
    expect(await titles()).not.toContain('Thử lại sau')
    expect((await save('Thử lại sau')).status).toBe(201)
    expect(await titles()).toContain('Thử lại sau')
  })
})

describe('a transaction that cannot be stored', () => {
  it('is no success, leaves nothing, and the next one is stored', async () => {
    const { db } = portal.payload
    const id = await db.beginTransaction()
    const { db: transaction } = (db as unknown as { sessions: Record<string, { db: { run(sql: string): unknown } }> })
      .sessions[String(id)]!
    // SQLite looks at a deferred key only when the transaction ends.
    await transaction.run('PRAGMA defer_foreign_keys = ON')
    await transaction.run(
      "INSERT INTO notices_locales (title, _locale, _parent_id) VALUES ('Mồ côi', 'vi', 'of nobody')",
    )
    await expect(db.commitTransaction(id!)).rejects.toThrow(/FOREIGN KEY/)
    expect((await save('Lần sau vẫn lưu được')).status).toBe(201)
    expect(await titles()).toContain('Lần sau vẫn lưu được')
    expect(
      (await other.execute("SELECT count(*) AS rows FROM notices_locales WHERE title = 'Mồ côi'")).rows[0],
    ).toEqual(expect.objectContaining({ rows: 0 }))
  })
})

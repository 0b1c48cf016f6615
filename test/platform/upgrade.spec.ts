import { readdirSync } from 'node:fs'
import path from 'node:path'
import { type Client, createClient } from '@libsql/client'
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrations } from '../../src/migrations/index.ts'
import { type Place, place, runToEnd } from './process.ts'

const FUTURE = '29991231_000000_of_a_newer_version'
const last = migrations.at(-1)!

let here: Place
let client: Client
beforeEach(async () => {
  here = await place()
  expect((await congbo('audit', 'verify')).code).toBe(0)
  client = createClient({ url: `file:${path.join(here.dir, 'test.db')}` })
})
afterEach(async () => {
  client.close()
  await here.remove()
})

const congbo = async (...args: string[]) => {
  const { code, printed } = await runToEnd('cli', { env: here.env, args })
  const line = printed.split('\n').find((each) => each.startsWith('{"'))
  return { code, printed, json: line ? (JSON.parse(line) as unknown) : undefined }
}
const made = async () =>
  (await client.execute('SELECT name FROM payload_migrations ORDER BY name')).rows.map(({ name }) => name)

/** Takes the last change back, as if an older version had made the database. */
const age = async () => {
  await last.down({ db: drizzle(client) } as unknown as Parameters<typeof last.down>[0])
  await client.execute({ sql: 'DELETE FROM payload_migrations WHERE name = ?', args: [last.name] })
  await client.execute("DELETE FROM payload_kv WHERE key = 'schema'")
}

describe('a database that a newer version has upgraded', () => {
  it.each([
    [
      'by its migrations',
      'INSERT INTO payload_migrations (id, name, batch) VALUES (?, ?, 99)',
      ['f'.repeat(24), FUTURE],
    ],
    ['by its own note', "UPDATE payload_kv SET data = ? WHERE key = 'schema'", [JSON.stringify({ newest: FUTURE })]],
  ])('is known %s, and no command of an older one works on it', async (_, sql, args) => {
    await client.execute({ sql, args })
    for (const command of ['start', 'migrate']) {
      const { code, printed } = await congbo(command)
      expect(code).toBe(1)
      expect(printed).toContain(`phiên bản mới hơn của phần mềm đã nâng cấp cơ sở dữ liệu này (${FUTURE})`)
      expect(printed).not.toMatch(/^\s+at /m)
    }
  })
})

describe('an upgrade', () => {
  it('is tried on a copy that is removed again, made when it is asked for, and then not again', async () => {
    await age()
    const before = await made()
    expect(before).not.toContain(last.name)
    expect(await congbo('migrate', '--dry-run', '--json')).toMatchObject({
      code: 0,
      json: { pending: [last.name], seconds: expect.any(Number) },
    })
    expect(await made()).toEqual(before)
    expect(readdirSync(path.join(here.dir, 'data')).filter((name) => name.startsWith('.migrating'))).toEqual([])
    expect(await congbo('migrate', '--json')).toMatchObject({ code: 0, json: { made: [last.name] } })
    expect(await made()).toEqual(migrations.map(({ name }) => name).sort())
    expect(await congbo('migrate', '--json')).toMatchObject({ code: 0, json: { made: [] } })
    expect(await congbo('migrate', '--dry-run', '--json')).toMatchObject({ code: 0, json: { pending: [] } })
    expect((await congbo('audit', 'verify')).code).toBe(0)
  })

  it('is nothing where there is no database yet, and makes none', async () => {
    const there = await place()
    const { code, printed } = await runToEnd('cli', { env: there.env, args: ['migrate', '--dry-run'] })
    expect([code, printed]).toEqual([0, expect.stringContaining('Chưa có cơ sở dữ liệu')])
    expect(readdirSync(there.dir)).not.toContain('test.db')
    await there.remove()
  })
})

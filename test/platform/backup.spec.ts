import { existsSync, readdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Place, place, runToEnd, start } from './process.ts'

let here: Place
let there: Place
let folder: string

beforeAll(async () => {
  here = await place()
  there = await place()
  folder = path.join(here.dir, 'backups')
  expect((await runToEnd('cli', { env: here.env, args: ['seed'] })).code).toBe(0)
})
afterAll(async () => {
  await here.remove()
  await there.remove()
})

const congbo = async (at: Place, args: string[], more: Record<string, string> = {}) => {
  const { code, printed } = await runToEnd('cli', { env: { ...at.env, ...more }, args })
  const line = printed.split('\n').find((each) => /^\[?\{"/.test(each))
  return { code, printed, json: (line ? JSON.parse(line) : {}) as Record<string, unknown> }
}
const whole = () =>
  existsSync(folder) &&
  readdirSync(folder).some((name) => existsSync(path.join(folder, name, 'manifest.json')) && !name.endsWith('.part'))

describe('a backup from the command line', () => {
  it('is made where BACKUP_DIR is set by a worker, which goes behind readers, and is whole', async () => {
    const worker = start('worker', { env: { ...here.env, BACKUP_DIR: folder } })
    await expect.poll(whole, { timeout: 120_000, interval: 250 }).toBe(true)
    expect(os.getPriority(worker.child.pid)).toBeGreaterThan(os.getPriority())
    worker.child.kill('SIGTERM')
    expect(await worker.ended).toBe(0)
    expect(await congbo(here, ['backup', 'verify', folder, '--json'])).toMatchObject({
      code: 0,
      json: { ok: true, rows: expect.any(Number) },
    })
  })

  it('is found by the doctor, who misses one that is not there', async () => {
    const findings = async (dir: string) =>
      (await congbo(here, ['doctor', '--json'], { BACKUP_DIR: dir })).json as unknown as {
        check: string
        ok: boolean
      }[]
    expect((await findings(folder)).find(({ check }) => check === 'backup')).toMatchObject({ ok: true })
    const none = await findings(path.join(here.dir, 'none'))
    expect(none.find(({ check }) => check === 'backup')).toMatchObject({ ok: false })
  })

  it('says how it is called, in code 2', async () => {
    for (const args of [
      ['backup'],
      ['backup', 'verify'],
      ['backup', 'a', 'b'],
      ['restore'],
      ['instance'],
      ['instance', 'confirm'],
    ])
      expect([args, (await congbo(here, args)).code]).toEqual([args, 2])
    const inside = await congbo(here, ['backup'], { BACKUP_DIR: path.join(here.dir, 'media', 'x') })
    expect(inside).toMatchObject({ code: 2, printed: expect.stringContaining('BACKUP_DIR') })
  })

  it('is refused in code 1 where somebody else’s files are', async () => {
    const { code, printed } = await congbo(here, ['backup', here.dir])
    expect([code, printed]).toEqual([1, expect.stringContaining('holds other files')])
  })
})

describe('a restore from the command line', () => {
  it('fills a place that only commands have opened, which sends nothing until it is confirmed', async () => {
    expect((await congbo(there, ['audit', 'verify'])).code).toBe(0)
    expect(await congbo(there, ['restore', folder, '--json'])).toMatchObject({ code: 0, json: { faults: [] } })
    expect((await congbo(there, ['audit', 'verify'])).code).toBe(0)
    expect(await congbo(there, ['instance', 'status', '--json'])).toMatchObject({ code: 1, json: { allowed: false } })
    expect((await congbo(there, ['instance', 'confirm', '--reason', 'Máy mới'])).code).toBe(0)
    expect(await congbo(there, ['instance', 'status', '--json'])).toMatchObject({ code: 0, json: { allowed: true } })
  })

  it('is refused over a living system in code 1', async () => {
    const { code, printed } = await congbo(there, ['restore', folder])
    expect([code, printed]).toEqual([1, expect.stringContaining('nothing is overwritten')])
  })

  it('that was cut off keeps the server from starting, and starts anew', async () => {
    const client = createClient({ url: there.env.DATABASE_URI! })
    await client.execute(
      "INSERT INTO payload_kv (id, key, data) VALUES ('aaaaaaaaaaaaaaaaaaaaaaaa', 'restoring', '{\"backup\":\"x\"}')",
    )
    client.close()
    const { code, printed } = await runToEnd('worker', { env: there.env })
    expect([code, printed]).toEqual([1, expect.stringContaining('run `congbo restore`')])
    expect(await congbo(there, ['restore', folder, '--json'])).toMatchObject({ code: 0, json: { anew: true } })
  })
})

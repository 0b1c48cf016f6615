import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openSql } from '../../plugins/delivery/catalogue/sql.ts'
import { place, start } from '../platform/process.ts'
import { linesWith, publish, published, readers, server, side, withDocuments } from './support/wholeServers.ts'

withDocuments()

describe('the public side of a process', () => {
  it('that was killed at any moment of a rebuild answers every page at its next start', async () => {
    const at = await place()
    onTestFinished(() => rmSync(at.dir, { recursive: true, force: true }))
    const first = await server({ at })
    await expect.poll(first.missing).toEqual([])
    await first.kill()
    const files = () =>
      readdirSync(first.folder)
        .filter((name) => name.endsWith('.db'))
        .sort()
    /** Makes the next start find that its catalogue is that of another log. */
    const forge = () => {
      const sql = openSql(path.join(first.folder, files()[0]!))
      sql.run(`UPDATE meta SET value = json_set(value, '$.hash', 'of another log') WHERE name = 'position'`)
      sql.close()
    }
    const moments: [string, (before: string[]) => boolean][] = [
      ['as the new file appears', (before) => files().length > before.length],
      ['as it takes the place of the old one', (before) => !existsSync(path.join(first.folder, before[0]!))],
    ]
    for (const [, isNow] of moments) {
      forge()
      const before = files()
      const started = start('server', { env: { ...at.env, DATABASE_URI: side.environment.databaseUri, ROLE: 'web' } })
      onTestFinished(() => void started.child.kill('SIGKILL'))
      while (!isNow(before)) await pause(1)
      started.child.kill('SIGKILL')
      await started.ended
      const next = await server({ at })
      expect(await next.missing()).toEqual([])
      await next.kill()
    }
  }, 300_000)

  it('whose disk is full goes on with what it has, says so once, and catches up when there is room', async () => {
    const one = await server()
    await expect.poll(one.missing).toEqual([])
    const limit = (bytes: string) =>
      expect(spawnSync('prlimit', ['--pid', String(one.child.pid), `--fsize=${bytes}:unlimited`]).status).toBe(0)
    limit('4096')
    const before = [...published]
    const stop = readers(one)
    await publish('Thông báo khi đĩa đầy', { summary: 'Dài. '.repeat(2_000) })
    const late = published.at(-1)!
    await expect.poll(() => linesWith(one, 'DATA_DIR is full').length).toBe(1)
    await expect.poll(one.ready, { interval: 500 }).toMatchObject({ status: 'degraded', because: ['catalogue'] })
    expect(await one.missing(before)).toEqual([])
    limit('unlimited')
    await expect.poll(() => one.missing([late])).toEqual([])
    const { refused, answered } = await stop()
    expect(refused).toEqual([])
    expect(answered).toBeGreaterThan(50)
    await expect.poll(one.ready, { interval: 500 }).toMatchObject({ status: 'ok' })
    expect(linesWith(one, 'DATA_DIR is full')).toHaveLength(1)
    expect(linesWith(one, 'follows the log again')).toHaveLength(1)
  }, 300_000)

  it('whose catalogue is overwritten under it heals itself, and stays up', async () => {
    const one = await server()
    await expect.poll(one.missing).toEqual([])
    const file = path.join(one.folder, readdirSync(one.folder).find((name) => name.endsWith('.db'))!)
    rmSync(`${file}-wal`, { force: true })
    const handle = openSync(file, 'r+')
    for (let at = 4_096; at < statSync(file).size; at += 4_096)
      writeSync(handle, Buffer.alloc(4_096, 0xa7), 0, 4_096, at)
    closeSync(handle)
    await publish('Thông báo sau khi hỏng')
    await expect.poll(() => one.missing(), { timeout: 60_000, interval: 500 }).toEqual([])
    expect(one.child.exitCode).toBeNull()
    await one.kill()
    const next = await server({ at: one.at })
    await expect.poll(() => next.missing()).toEqual([])
  }, 300_000)

  it('that cannot write at all at its start names the folder, and one that can then starts', async () => {
    const at = await place({ DATA_DIR: '/proc/no-room' })
    onTestFinished(() => rmSync(at.dir, { recursive: true, force: true }))
    const { ended, printed } = start('server', { env: { ...at.env, DATABASE_URI: side.environment.databaseUri } })
    expect(await ended).not.toBe(0)
    expect(printed()).toMatch(/DATA_DIR/)
    expect(printed()).not.toMatch(/^\s+at /m)
  }, 60_000)
})

import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openSql } from '../../plugins/delivery/catalogue/sql.ts'
import { type Place, place, type Started, start } from '../platform/process.ts'
import { type TcpGate, tcpGate } from '../support/tcpGate.ts'
import { type PublicSide, startPublicSide } from './support/publicSide.ts'

const ON_MONGO = process.env.TEST_DATABASE === 'mongodb'
const DOCUMENTS = 60
/** How long a database is away. Longer by hand: `CONGBO_AWAY_MS=300000`. */
const AWAY_MS = Number(process.env.CONGBO_AWAY_MS ?? 6_000)

let side: PublicSide
const published: string[] = []
const publish = async (title: string, more: Record<string, string> = {}) => {
  const key = `n${published.length}`
  await side.publish('notices', key, { title, slug: key, ...more })
  published.push(key)
}
beforeAll(async () => {
  side = await startPublicSide()
  for (let n = 0; n < DOCUMENTS; n += 1) await publish(`Thông báo số ${n}`)
})
afterAll(() => side.stop())

/** A whole server on the database of the suite, with a catalogue of its own. */
const server = async (given?: { at: Place; uri?: string }) => {
  const at = given?.at ?? (await place())
  const env: Record<string, string> = {
    ...at.env,
    DATABASE_URI: given?.uri ?? side.environment.databaseUri,
    MEDIA_DIR: side.environment.mediaDir,
    ROLE: 'web',
    // Readers without a limit by network.
    SITE_ADDRESSES: '127.0.0.1',
  }
  const started: Started = start('server', { env })
  onTestFinished(async () => {
    started.child.kill('SIGKILL')
    await started.ended
    if (!given) rmSync(at.dir, { recursive: true, force: true })
  })
  const origin = `http://127.0.0.1:${env.PORT}`
  const isListening = () =>
    fetch(`${origin}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    )
  await expect.poll(isListening, { interval: 20, timeout: 150_000 }).toBe(true)
  let asked = 0
  const ask = async (key: string) => {
    asked += 1
    // Another question every time, so that nothing is answered from memory.
    const query = encodeURIComponent(`{ notice(id: "${key}") { title edition a${asked}: url } notices { totalDocs } }`)
    const answer = await fetch(`${origin}/graphql?query=${query}`)
    const { data } = (await answer.json()) as { data?: { notice: { title: string } | null } | null }
    return { status: answer.status, title: data?.notice?.title }
  }
  return {
    at,
    ...started,
    ask,
    /** Those of the published documents that are not answered. */
    missing: async (keys: readonly string[] = published) => {
      const found: string[] = []
      for (const key of keys) if (!(await ask(key).catch(() => undefined))?.title) found.push(key)
      return found
    },
    /** What is wrong with the public side. Another data folder makes the database look like a copy, which sends nothing. */
    ready: async () => {
      const { because = [] } = (await (await fetch(`${origin}/readyz`)).json()) as { because?: string[] }
      const left = because.filter((name) => name !== 'sending')
      return { status: left.length ? 'degraded' : 'ok', because: left }
    },
    folder: path.join(env.DATA_DIR!, 'read'),
    kill: async () => {
      started.child.kill('SIGKILL')
      await started.ended
    },
  }
}
type Server = Awaited<ReturnType<typeof server>>

/** Asks for page after page until it is told to stop; gives what was not answered. */
const readers = (one: Server) => {
  let reading = true
  const refused: unknown[] = []
  let answered = 0
  const read = async (from: number) => {
    const keys = [...published]
    for (let n = from; reading; n += 1) {
      const answer = await one
        .ask(keys[n % keys.length]!)
        .catch((error: unknown) => ({ status: String(error), title: undefined }))
      answered += 1
      if (!answer.title) refused.push(answer)
      await pause(5)
    }
  }
  const all = [0, 7, 13, 29].map(read)
  return async () => {
    reading = false
    await Promise.all(all)
    return { refused, answered }
  }
}

const linesWith = ({ printed }: Pick<Server, 'printed'>, text: string) =>
  printed()
    .split('\n')
    .filter((line) => line.includes(text))

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

if (ON_MONGO)
  describe('the public side of a process whose database', () => {
    let gate: TcpGate
    let uri: string
    beforeAll(async () => {
      const own = new URL(side.environment.databaseUri)
      gate = await tcpGate({ host: own.hostname, port: Number(own.port) })
      own.host = `127.0.0.1:${gate.port}`
      uri = own.href
    })
    afterAll(() => gate.close())

    it.each(['freeze', 'cut'] as const)(
      'is away (%s) answers every page, says so, and catches up by itself',
      async (away) => {
        const at = await place()
        onTestFinished(() => rmSync(at.dir, { recursive: true, force: true }))
        const one = await server({ at, uri })
        await expect.poll(one.missing).toEqual([])
        const before = [...published]
        const stop = readers(one)
        gate[away]()
        await publish(`Thông báo lúc cơ sở dữ liệu vắng (${away})`)
        await pause(AWAY_MS)
        await expect.poll(one.ready, { interval: 500 }).toMatchObject({ status: 'degraded' })
        expect(await one.missing(before)).toEqual([])
        gate.open()
        await expect.poll(() => one.missing(), { timeout: 60_000 }).toEqual([])
        const { refused, answered } = await stop()
        expect(refused).toEqual([])
        expect(answered).toBeGreaterThan(100)
        await expect.poll(one.ready, { interval: 500, timeout: 60_000 }).toMatchObject({ status: 'ok' })
      },
      600_000,
    )
  })

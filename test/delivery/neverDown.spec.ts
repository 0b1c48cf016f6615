import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { place } from '../platform/process.ts'
import { type TcpGate, tcpGate } from '../support/tcpGate.ts'
import { publish, published, readers, server, side, withDocuments } from './support/wholeServers.ts'

/** How long a database is away. Longer by hand: `CONGBO_AWAY_MS=300000`. */
const AWAY_MS = Number(process.env.CONGBO_AWAY_MS ?? 6_000)

withDocuments()

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

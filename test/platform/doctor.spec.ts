import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Where } from 'payload'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../lib/time/clock.ts'
import { recordTerms } from '../../plugins/publications/index.ts'
import { disks } from '../../src/cli/doctor/disks.ts'
import type { Finding } from '../../src/cli/doctor/finding.ts'
import { machine } from '../../src/cli/doctor/machine.ts'
import { mail } from '../../src/cli/doctor/mail.ts'
import { people } from '../../src/cli/doctor/people.ts'
import { records } from '../../src/cli/doctor/records.ts'
import type { Environment } from '../../src/config/environment.ts'
import { clockSkew } from '../../src/process/clockSkew.ts'
import type { System } from '../../src/system.ts'
import { type HttpServer, serveSystem } from '../http/server.ts'
import { freePort } from '../support/freePort.ts'
import { type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
let server: HttpServer
beforeAll(async () => {
  portal = await startPortal()
  for (const folder of [portal.environment.dataDir, portal.environment.mediaDir]) mkdirSync(folder, { recursive: true })
  server = await serveSystem(portal)
  // The reference data is public, so it stands in the log.
  await recordTerms(portal)
})
afterAll(() => server.stop())

const HOUR_MS = 3_600_000
const ON_MONGO = process.env.TEST_DATABASE === 'mongodb'

/** The portal where something of its surroundings is otherwise. */
const where = (environment: Partial<Environment>, more: Partial<System> = {}): System => ({
  ...portal,
  ...more,
  environment: { ...portal.environment, port: server.port, siteUrl: portal.environment.publicUrl, ...environment },
})
/** What is not in order, each with its next step. */
const faultsOf = (findings: Finding[]): Record<string, string> => {
  const faults = findings.filter(({ ok }) => !ok)
  for (const { check, next } of faults) expect(next?.vi, check).toMatch(/\S/)
  return Object.fromEntries(faults.map(({ check, says }) => [check, `${says.vi} / ${says.en}`]))
}

describe('the doctor', () => {
  it('finds nothing where everything is in order', async () => {
    const system = where({})
    const each = await Promise.all([disks, mail, people, records].map((look) => look(system)))
    expect(faultsOf([...each.flat(), ...(await machine(where({}, { clock: systemClock })))])).toEqual({})
  })

  it('names a server that does not answer, and looks for none beside a worker', async () => {
    const port = await freePort()
    expect(faultsOf(await machine(where({ port })))).toMatchObject({
      server: expect.stringContaining(`không trả lời ở cổng ${port}`),
    })
    expect((await machine(where({ port, role: 'worker' }))).map(({ check }) => check)).not.toContain('server')
  })

  it('names a certificate that browsers do not trust, and an address without one', async () => {
    // Its own certificate is signed by nobody.
    const untrusted = new SMTPServer({ secure: true })
    untrusted.on('error', () => {})
    const port = await freePort()
    await new Promise<void>((resolve) => untrusted.listen(port, '127.0.0.1', () => resolve()))
    const closed = await freePort()
    const found = faultsOf(
      await machine(where({ publicUrl: `https://127.0.0.1:${port}`, siteUrl: `https://127.0.0.1:${closed}` })),
    )
    expect(found.PUBLIC_URL).toMatch(/chứng thư đến \d{2}\/\d{2}\/\d{4} \d{2}:\d{2}, không được tin/)
    expect(found.SITE_URL).toContain(`không kết nối được https://127.0.0.1:${closed} (ECONNREFUSED)`)
    await new Promise<void>((resolve) => untrusted.close(() => resolve()))
  })

  it('names a folder that is not there, and backups that are missing', async () => {
    const gone = path.join(portal.dir, 'gone')
    expect(faultsOf(await disks(where({ dataDir: gone, backupDir: portal.dir })))).toEqual({
      DATA_DIR: expect.stringContaining('(ENOENT)'),
      backup: 'bản gần nhất: chưa có / last one: none yet',
    })
  })

  it('names a relay that cannot be reached, without its password', async () => {
    const port = await freePort()
    const found = faultsOf(await mail(where({ smtpUrl: `smtp://nguoi:mat-khau-thu@127.0.0.1:${port}` })))
    expect(found.SMTP_URL).toMatch(/^máy chủ thư không nhận \((?:ECONNREFUSED|ESOCKET|ECONNECTION)\)/)
    expect(JSON.stringify(found)).not.toContain('mat-khau-thu')
  })

  it('names a step of the approval that nobody holds', async () => {
    const { payload } = portal
    const heads: Where = { and: [{ role: { in: ['head'] } }, { active: { not_equals: false } }] }
    const { docs } = await payload.find({ collection: 'users', where: heads, pagination: false })
    for (const { id } of docs) await payload.db.updateOne({ collection: 'users', id, data: { active: false } })
    try {
      expect(faultsOf(await people(where({}))).approvers).toContain('không ai giữ nhiệm vụ: head')
    } finally {
      for (const { id } of docs) await payload.db.updateOne({ collection: 'users', id, data: { active: true } })
    }
  })

  it('names a clock that is behind what was published', async () => {
    const { docs } = await portal.payload.db.find<{ at: string }>({
      collection: 'publications',
      sort: '-seq',
      limit: 1,
    })
    expect(docs).toHaveLength(1)
    const before = { now: () => new Date(Date.parse(docs[0]!.at) - HOUR_MS) }
    // On MongoDB the server is asked first.
    expect(faultsOf(await machine(where({}, { clock: before }))).clock).toMatch(ON_MONGO ? /lệch máy chủ/ : /trước lần/)
  })

  it.each([-1, 1])('names a clock that is %i hours off that of a database server', async (hours) => {
    const clock = { now: () => new Date(systemClock.now().getTime() + hours * HOUR_MS) }
    const skew = await clockSkew({ payload: portal.payload, clock })
    if (!ON_MONGO) return void expect(skew).toBeUndefined()
    expect(Math.round(skew! / 60_000)).toBe(hours * 60)
    expect(faultsOf(await machine(where({}, { clock }))).clock).toContain('lệch máy chủ cơ sở dữ liệu')
    expect(Math.abs((await clockSkew({ payload: portal.payload, clock: systemClock }))!)).toBeLessThan(1_000)
  })

  it('names a log that somebody has changed', async () => {
    const { payload } = portal
    const { docs } = await payload.db.find<{ id: string; at: string }>({
      collection: 'publications',
      sort: 'seq',
      limit: 1,
    })
    const { id, at } = docs[0]!
    await payload.db.updateOne({ collection: 'publications', id, data: { at: '2020-01-01T00:00:00.000Z' } })
    try {
      expect(faultsOf(await records(where({}))).audit).toMatch(/sai lệch: publications/)
    } finally {
      await payload.db.updateOne({ collection: 'publications', id, data: { at } })
    }
    expect(faultsOf(await records(where({})))).toEqual({})
  })
})

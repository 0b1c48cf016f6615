import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tick } from '../../plugins/digest/index.ts'
import { markRestored, openInstance, sendingAllowed } from '../../plugins/instance/index.ts'
import { verify } from '../../plugins/workflow/index.ts'
import { composeMounts } from '../../src/http/mounts.ts'
import { backupRound } from '../../src/process/backups.ts'
import { type Portal, startPortal } from '../support/portal.ts'
import { rowsIn } from './support/systems.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

const beside = () => path.join(portal.environment.dataDir, 'instance.json')
const confirm = async (login: 'admin' | 'mail' | 'head' | 'auditor', body: object = { reason: 'Máy cũ đã hỏng' }) =>
  portal.rest('POST', '/instance/confirm', { token: await portal.as(login), body })

describe('a restored system', () => {
  beforeEach(() => markRestored({ payload: portal.payload, from: 'one' }))

  it('sends no mail until it is confirmed, and sends what waited then', async () => {
    const { payload, clock } = portal
    await payload.db.create({
      collection: 'deliveries',
      data: {
        key: 'notice:test',
        kind: 'notice',
        run: '',
        subscriber: 'nobody',
        state: 'pending',
        createdOn: clock.now().toISOString(),
        token: '',
        leaseUntil: '',
        attempts: 0,
        notBefore: clock.now().toISOString(),
        expiresAt: '2027-01-01T00:00:00.000Z',
        items: '{}',
        carriedFrom: '[]',
        carry: false,
        carriedBy: '',
        messageId: '',
        mime: '',
        mimeSha256: '',
        mimeSize: 0,
        reply: '',
        reason: '',
        settledAt: '',
      },
    })
    expect((await tick({ payload, clock })).relay).toBe('paused')
    const stateOf = async () => (await rowsIn(payload, 'deliveries')).find(({ key }) => key === 'notice:test')?.state
    expect(await stateOf()).toBe('pending')
    expect((await confirm('mail')).status).toBe(200)
    expect((await tick({ payload, clock })).relay).not.toBe('paused')
    expect(await stateOf()).not.toBe('pending')
  })

  it('is confirmed by administrators and mail officers, with a reason, and by nobody else', async () => {
    expect((await portal.rest('POST', '/instance/confirm', { body: { reason: 'x' } })).status).toBe(401)
    for (const login of ['head', 'auditor'] as const) expect((await confirm(login)).status).toBe(403)
    for (const body of [{}, { reason: ' ' }, { reason: 5 }, { reason: 'x'.repeat(2001) }]) {
      const { status, body: answer } = await confirm('admin', body)
      expect([status, answer]).toMatchObject([422, { errors: [{ code: 'INSTANCE_REASON_MISSING' }] }])
    }
    expect(await portal.rest('GET', '/instance', { token: await portal.as('admin') })).toMatchObject({
      status: 200,
      body: { sending: 'paused', because: expect.stringContaining('congbo instance confirm') },
    })
    expect(await confirm('admin')).toMatchObject({ status: 200, body: { sending: 'allowed' } })
    expect(await confirm('admin')).toMatchObject({ status: 409, body: { errors: [{ code: 'INSTANCE_NOT_PAUSED' }] } })
  })

  it('keeps in the trail who confirmed it and why, and the chains hold', async () => {
    await confirm('admin', { reason: 'Chuyển sang máy mới' })
    const rows = await rowsIn(portal.payload, 'workflow-powers')
    const row = rows.find(({ data }) => String(data).includes('Chuyển sang máy mới'))!
    expect(row).toMatchObject({ type: 'instanceConfirmed', actorRole: 'admin' })
    expect(JSON.parse(String(row.data))).toMatchObject({
      copyOf: 'one',
      sign: 'restored',
      reason: 'Chuyển sang máy mới',
    })
    expect((await verify({ payload: portal.payload })).faults).toEqual([])
  })
})

it('a copy, and a backup that is late, make the server ready with a reservation', async () => {
  const { payload, environment } = portal
  await markRestored({ payload, from: 'one' })
  const served = await composeMounts({ ...portal, environment: { ...environment, backupDir: `${portal.dir}/none` } })
  try {
    await expect(served.probes.sending!()).rejects.toThrow('waits for a confirmation')
    await expect(served.probes.backup!()).rejects.toThrow('No backup')
    const measured = (await served.measures()).find(
      ({ name }) => name === 'congbo_backup_last_success_timestamp_seconds',
    )
    expect(measured?.values).toEqual([{ value: 0 }])
    await confirm('admin')
    await expect(served.probes.sending!()).resolves.toBeUndefined()
  } finally {
    await served.close()
  }
})

describe('a database without the mark beside it', () => {
  it('sends nothing where it is a file, and belongs to another machine of the same system on a server', async () => {
    const { payload } = portal
    await confirm('admin')
    await openInstance({ payload, fresh: false })
    expect(existsSync(beside())).toBe(true)
    const mark = readFileSync(beside(), 'utf8')
    rmSync(beside())
    const onServer = process.env.TEST_DATABASE === 'mongodb'
    expect(await sendingAllowed(payload)).toMatchObject({ allowed: onServer })
    await openInstance({ payload, fresh: false })
    expect(existsSync(beside())).toBe(onServer)
    if (onServer) return expect(readFileSync(beside(), 'utf8')).toBe(mark)
    await confirm('admin', { reason: 'DATA_DIR mới' })
    expect(readFileSync(beside(), 'utf8')).not.toBe(mark)
    expect(await sendingAllowed(payload)).toEqual({ allowed: true })
  })
})

describe('the round of every night', () => {
  it('makes one when it is due, rests an hour after a failure, and tells the administrators once a day', async () => {
    const { payload, clock } = portal
    const backupDir = path.join(portal.dir, 'nightly')
    const environment = { ...portal.environment, backupDir }
    let made = 0
    const round = backupRound({
      system: { payload, clock, environment },
      make: async () => {
        made += 1
        return { outcome: 'failed', message: 'Hết chỗ' }
      },
    })
    const never = new AbortController().signal
    const mails = async () =>
      (await rowsIn(payload, 'deliveries')).filter(({ key }) => String(key).startsWith('backup-late:')).length
    clock.set('2026-12-01T03:00:00.000Z')
    await round(never)
    expect([made, await mails()]).toEqual([1, 1])
    clock.set('2026-12-01T03:30:00.000Z')
    await round(never)
    expect([made, await mails()]).toEqual([1, 1])
    clock.set('2026-12-01T04:01:00.000Z')
    await round(never)
    expect([made, await mails()]).toEqual([2, 1])
    clock.set('2026-12-02T04:01:00.000Z')
    await round(never)
    expect([made, await mails()]).toEqual([3, 2])
  })

  it('does nothing where no folder is named, and leaves it to another that is making one', async () => {
    const { payload, clock, environment } = portal
    const never = new AbortController().signal
    let made = 0
    const make = async () => {
      made += 1
      return { outcome: 'busy' as const }
    }
    await backupRound({ system: { payload, clock, environment }, make })(never)
    expect(made).toBe(0)
    clock.set('2026-12-05T04:01:00.000Z')
    const before = (await rowsIn(payload, 'deliveries')).length
    const named = { ...environment, backupDir: path.join(portal.dir, 'other') }
    await backupRound({ system: { payload, clock, environment: named }, make })(never)
    expect(made).toBe(1)
    expect((await rowsIn(payload, 'deliveries')).length).toBe(before)
  })
})

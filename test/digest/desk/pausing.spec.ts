import { describe, expect, it } from 'vitest'
import { type PauseStatus, tick } from '../../../plugins/digest/index.ts'
import { enrol } from '../support/enrol.ts'
import { at, eachOnItsOwn, mailbox, portal } from '../support/standing.ts'
import { login } from './support/officers.ts'

eachOnItsOwn()

const post = (token: string | undefined, path: string, body: unknown) =>
  portal.rest('POST', `/digest/${path}`, { token, body })
const statusOf = ({ body }: { body: Record<string, unknown> }) => body as unknown as PauseStatus
const codeOf = ({ body }: { body: Record<string, unknown> }) => (body.errors as { code: string }[])[0]?.code
const MORNING = '2026-11-24T00:30:00.000Z'
const waiting = () => portal.rows('deliveries', { state: { equals: 'pending' } })

describe('pausing digests', () => {
  it('is for mail officers, with a reason, for a cadence that exists', async () => {
    const officer = await login('mail-officer')
    const auditor = await login('auditor')
    const admin = await login('admin')
    for (const path of ['pause', 'resume']) {
      expect((await post(undefined, path, { reason: 'Bảo trì' })).status).toBe(401)
      expect((await post(auditor, path, { reason: 'Bảo trì' })).status).toBe(403)
      expect((await post(admin, path, { reason: 'Bảo trì' })).status).toBe(403)
      for (const reason of [undefined, '', ' \u200b ', 7, 'a'.repeat(1001), '…!'])
        expect(codeOf(await post(officer, path, { reason }))).toBe('REASON_MISSING')
      for (const cadence of ['hourly', '', 7, ['daily'], { equals: 'daily' }]) {
        const refused = await post(officer, path, { cadence, reason: 'Bảo trì' })
        expect([refused.status, codeOf(refused)]).toEqual([422, 'CADENCE_NOT_OFFERED'])
      }
    }
    expect(await portal.rows('digest-acts')).toEqual([])
  })

  it('holds back one cadence until it is resumed; the others leave, and nothing is lost', async () => {
    const officer = await login('mail-officer')
    await enrol(portal, ['an', 'binh'])
    await enrol(portal, ['chi'], 'immediate')
    const paused = await post(officer, 'pause', { cadence: 'daily', reason: 'Chờ sửa mẫu thư' })
    expect(paused.status).toBe(200)
    expect(statusOf(paused)).toMatchObject({ all: false, cadences: ['daily'], mailPaused: false })
    await portal.publish({ document: 'a' })
    await at(MORNING)
    expect(mailbox.mails.flatMap(({ to }) => to)).toEqual(['chi@example.vn'])
    expect(await waiting()).toHaveLength(2)
    expect(statusOf(await post(officer, 'resume', { cadence: 'daily', reason: 'Đã sửa' })).pauses).toEqual([])
    await tick(portal)
    expect(mailbox.mails).toHaveLength(3)
  })

  it('holds back every digest, but no confirmation', async () => {
    const officer = await login('mail-officer')
    await enrol(portal, ['an'])
    await enrol(portal, ['chi'], 'immediate')
    expect(statusOf(await post(officer, 'pause', { reason: 'Sự cố' })).all).toBe(true)
    await portal.publish({ document: 'a' })
    await portal.subscribe('moi@example.vn')
    await at(MORNING)
    expect(mailbox.mails.flatMap(({ to }) => to)).toEqual(['moi@example.vn'])
    await post(officer, 'resume', { reason: 'Hết sự cố' })
    await tick(portal)
    expect(mailbox.mails).toHaveLength(3)
  })

  it('twice is once, and every act is kept with who, when and why', async () => {
    const officer = await login('mail-officer')
    await post(officer, 'pause', { cadence: 'weekly', reason: 'Lý do đầu' })
    const again = await post(officer, 'pause', { cadence: 'weekly', reason: 'Lý do sau' })
    expect(statusOf(again).pauses).toMatchObject([{ scope: 'weekly', reason: 'Lý do đầu' }])
    await Promise.all(Array.from({ length: 4 }, () => post(officer, 'pause', { reason: 'Cùng lúc' })))
    const resumed = await post(officer, 'resume', { reason: 'Xong' })
    expect(statusOf(resumed)).toMatchObject({ all: false, cadences: [], pauses: [] })
    await post(officer, 'resume', { reason: 'Xong lần nữa' })
    const acts = await portal.rows<{ seq: number; kind: string; scope: string; byName: string; at: string }>(
      'digest-acts',
    )
    expect(acts.sort((a, b) => a.seq - b.seq).map(({ kind, scope }) => `${kind} ${scope}`)).toEqual([
      'paused weekly',
      'paused all',
      'resumed all',
      'resumed weekly',
    ])
    for (const act of acts)
      expect(act).toMatchObject({ byName: 'mail-officer@example.org', at: '2026-11-23T03:00:00.000Z' })
  })

  it('stops a run that is being sent within a page of rows', async () => {
    const officer = await login('mail-officer')
    await enrol(
      portal,
      Array.from({ length: 250 }, (_, index) => `nguoi${index}`),
    )
    await portal.publish({ document: 'a' })
    portal.clock.set(MORNING)
    let handed = 0
    await tick({
      ...portal,
      onStep: async (step) => {
        if (step !== 'delivery settled') return
        handed += 1
        if (handed === 20) await post(officer, 'pause', { reason: 'Dừng ngay' })
      },
    })
    expect(mailbox.mails.length).toBeGreaterThanOrEqual(20)
    expect(mailbox.mails.length).toBeLessThanOrEqual(110)
    await post(officer, 'resume', { reason: 'Tiếp' })
    await tick(portal)
    expect(mailbox.mails).toHaveLength(250)
    expect(new Set(mailbox.mails.flatMap(({ to }) => to)).size).toBe(250)
  })
})

import { describe, expect, it } from 'vitest'
import type { DeskOverview } from '../../../plugins/digest/desk/overview.ts'
import { tick } from '../../../plugins/digest/index.ts'
import { enrol } from '../support/enrol.ts'
import { at, eachOnItsOwn, insteadWith, mailbox, portal } from '../support/standing.ts'
import { login } from './support/officers.ts'

eachOnItsOwn({ connections: 1 })

const MORNING = '2026-11-24T00:30:00.000Z'
const desk = async (token: string, language = 'vi'): Promise<DeskOverview> => {
  const headers = { 'accept-language': language }
  const { status, body } = await portal.rest('GET', '/digest/desk', { token, headers })
  expect(status).toBe(200)
  return body as unknown as DeskOverview
}

describe('the desk', () => {
  it('is for mail officers, auditors and administrators', async () => {
    expect((await portal.rest('GET', '/digest/desk')).status).toBe(401)
    expect((await portal.rest('GET', '/digest/desk', { token: await login('editor') })).status).toBe(403)
    for (const role of ['mail-officer', 'auditor', 'admin']) await desk(await login(role))
  })

  it('tells of today and the week, by readable names, with figures that balance', async () => {
    const officer = await login('mail-officer')
    await enrol(portal, ['an', 'binh', 'chi'])
    await portal.publish({ document: 'a' })
    mailbox.refuse.recipient = '550 5.2.1 disabled'
    portal.clock.set(MORNING)
    await tick({
      ...portal,
      onStep: (step) => {
        if (step === 'delivery settled') delete mailbox.refuse.recipient
      },
    })
    portal.clock.set('2026-11-24T00:35:00.000Z')
    const { today, week, sending, next, subscribers, alarms } = await desk(officer)
    expect(sending).toEqual([])
    expect(today.runs.map(({ name }) => name)).toContain('Bản tin ngày 23/11/2026')
    const [daily] = today.runs.filter(({ cadence }) => cadence === 'daily')
    expect(daily).toMatchObject({ state: 'complete', rows: 3, sent: 2, refused: 1, unknown: 0, waiting: 0, done: 1 })
    expect(today.totals).toMatchObject({ rows: 3, sent: 2, refused: 1 })
    expect(week.totals).toEqual(today.totals)
    expect(next.map(({ name, dueAt }) => [name, dueAt])).toEqual([
      ['Bản tin ngày 24/11/2026', '2026-11-25T00:30:00.000Z'],
      ['Bản tin tuần 48', '2026-11-30T00:30:00.000Z'],
    ])
    expect(subscribers).toEqual({ active: 3, pending: 0, left: 0 })
    expect(alarms).toEqual([])
    expect((await desk(officer, 'en')).today.runs[0]?.name).toBe('Daily digest of 23 November 2026')
    // On Monday of the next week none of it is told any more.
    portal.clock.set('2026-11-30T00:00:00.000Z')
    expect((await desk(officer)).week.runs).toEqual([])
  })

  it('shows a run while it is sent: how many wait, how fast it goes, how long it takes', async () => {
    const officer = await login('mail-officer')
    await enrol(
      portal,
      Array.from({ length: 30 }, (_, index) => `nguoi${index}`),
    )
    await portal.publish({ document: 'a' })
    portal.clock.set(MORNING)
    let handed = 0
    let during: DeskOverview | undefined
    await tick({
      ...portal,
      onStep: async (step) => {
        if (step !== 'delivery settled') return
        handed += 1
        if (handed === 5) portal.clock.set('2026-11-24T00:31:00.000Z')
        if (handed === 10) during = await desk(officer)
      },
    })
    const [line] = during!.sending
    expect(line).toMatchObject({ name: 'Bản tin ngày 23/11/2026', state: 'enumerated', rows: 30, lateMinutes: 0 })
    expect(line!.sent + line!.waiting).toBe(30)
    expect(line!.sent).toBeGreaterThanOrEqual(9)
    expect(line!.perMinute).toBeGreaterThanOrEqual(9)
    expect(line!.minutesLeft).toBe(Math.ceil(line!.waiting / line!.perMinute!))
    expect(line!.done).toBeCloseTo(line!.sent / 30)
    expect((await desk(officer)).sending).toEqual([])
  })

  it('tells of pauses and of what they hold back, without calling it a fault', async () => {
    const officer = await login('mail-officer')
    await enrol(portal, ['an'])
    await portal.publish({ document: 'a' })
    await portal.rest('POST', '/digest/pause', { token: officer, body: { cadence: 'daily', reason: 'Sửa mẫu thư' } })
    await at(MORNING)
    portal.clock.set('2026-11-24T04:00:00.000Z')
    const { sending, alarms, pauses } = await desk(officer)
    expect(sending).toMatchObject([{ held: true, waiting: 1, perMinute: null, minutesLeft: null }])
    expect(alarms.map(({ code }) => code)).toEqual(['PAUSED'])
    expect(alarms[0]).toMatchObject({ message: expect.stringContaining('Sửa mẫu thư'), advice: expect.any(String) })
    expect(pauses.cadences).toEqual(['daily'])
  })

  it('says what is wrong and what to do: no run, no relay, mails stopped by the configuration', async () => {
    const officer = await login('mail-officer')
    await enrol(portal, ['an'])
    await portal.publish({ document: 'a' })
    portal.clock.set('2026-11-24T02:00:00.000Z')
    const codes = async (token: string) => (await desk(token)).alarms.map(({ code }) => code)
    expect(await codes(officer)).toContain('RUN_MISSING')
    await portal.subscribe('moi@example.vn')
    portal.clock.set('2026-11-24T02:20:00.000Z')
    expect(await codes(officer)).toContain('AWAITED_STUCK')
    await insteadWith({ paused: true })
    expect(await codes(await login('mail-officer'))).toContain('MAIL_PAUSED')
  })
})

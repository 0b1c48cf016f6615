import { describe, expect, it } from 'vitest'
import { tick } from '../../plugins/digest/index.ts'
import type { Capacity } from '../../plugins/publications/types.ts'
import { enrol } from './support/enrol.ts'
import type { Announcement } from './support/portal.ts'
import { at, eachOnItsOwn, insteadWith, mailbox, portal } from './support/standing.ts'
import { join } from './support/subscriber.ts'

interface Run {
  key: string
  state: string
  rows: number
  accepted: number
}

eachOnItsOwn()

const runs = (cadence: string) => portal.rows<Run>('digest-runs', { cadence: { equals: cadence } })
const subjects = async () => (await mailbox.parsed()).map((mail) => mail.subject)
/** Documents per mail, in the order of the mails. */
const told = async () =>
  (await mailbox.parsed()).map((mail) => [...mail.text!.matchAll(/^Thông báo (\S+)$/gm)].map((match) => match[1]))
const MONDAY = '2026-11-23'

describe('what a portal wants told at once', () => {
  const insteadTelling = () => insteadWith({ tellAtOnce: ({ kind, major }) => kind === 'withdrawn' || major })
  const correct = (more: Partial<Announcement> = {}) =>
    portal.publish({ document: 'a', kind: 'corrected', edition: 2, changeNote: 'Sửa mức chi', ...more })

  it('reaches everybody who got the document, within seconds and once, whatever their cadence', async () => {
    await insteadTelling()
    await join(portal, mailbox, 'an@example.vn')
    await join(portal, mailbox, 'binh@example.vn', { cadence: 'immediate' })
    await portal.publish({ document: 'a' })
    await at('2026-11-24T00:30:00.000Z')
    await join(portal, mailbox, 'chi@example.vn')
    mailbox.mails.length = 0
    await correct()
    await at('2026-11-24T00:30:02.000Z')
    expect(mailbox.mails.map(({ to }) => to[0]).sort()).toEqual(['an@example.vn', 'binh@example.vn'])
    const [mail] = (await mailbox.parsed()).filter(({ text }) => text?.includes('Sửa mức chi'))
    expect(mail!.subject).toBe('Đã đính chính: Thông báo a')
    expect(await runs('urgent')).toMatchObject([{ state: 'complete', rows: 1, accepted: 1 }])
    for (const instant of ['2026-11-24T00:31:02.000Z', '2026-11-25T00:30:00.000Z', '2026-11-26T00:30:00.000Z'])
      await at(instant)
    // Who did not get the document learns of it like of any other edition.
    expect(mailbox.mails.map(({ to }) => to[0]).sort()).toEqual(['an@example.vn', 'binh@example.vn', 'chi@example.vn'])
  })

  it('is a withdrawal too, and neither a small correction nor what nobody got', async () => {
    await insteadTelling()
    await join(portal, mailbox, 'an@example.vn')
    await portal.publish({ document: 'a' })
    await at('2026-11-24T00:30:00.000Z')
    mailbox.mails.length = 0
    await correct({ major: false })
    await portal.publish({ document: 'b' })
    await portal.publish({ document: 'b', kind: 'withdrawn', changeNote: 'Nhầm' })
    await at('2026-11-24T00:40:00.000Z')
    expect(mailbox.mails).toEqual([])
    await portal.publish({ document: 'a', kind: 'withdrawn', changeNote: 'Nhầm' })
    await at('2026-11-24T00:50:00.000Z')
    expect(await subjects()).toEqual(['Đã rút khỏi cổng thông tin: Thông báo a'])
    await at('2026-11-25T00:30:00.000Z')
    expect(mailbox.mails).toHaveLength(1)
  })

  it('is told once by any number of workers, and to nobody who left or is paused', async () => {
    await insteadTelling()
    await enrol(portal, ['an', 'binh', 'chi'])
    await portal.publish({ document: 'a' })
    await at('2026-11-24T00:30:00.000Z')
    const [left, paused] = await portal.rows<{ id: string; email: string }>('subscribers')
    const change = (id: string, data: Record<string, unknown>) =>
      portal.payload.db.updateOne({ collection: 'subscribers', id, data })
    await change(left!.id, { state: 'left' })
    await change(paused!.id, { pausedUntil: '2027-01-01T00:00:00.000Z' })
    mailbox.mails.length = 0
    await correct()
    portal.clock.set('2026-11-24T00:40:00.000Z')
    await Promise.all([tick(portal), tick(portal), tick(portal)])
    expect(mailbox.mails).toHaveLength(1)
    expect([left!.email, paused!.email]).not.toContain(mailbox.mails[0]!.to[0])
  })

  it('comes even when a person had all digests of the day', async () => {
    await insteadTelling()
    await join(portal, mailbox, 'an@example.vn', { cadence: 'weekly' })
    await join(portal, mailbox, 'an@example.vn')
    await portal.publish({ document: 'a' })
    await at('2026-11-30T00:30:00.000Z')
    const before = mailbox.mails.length
    await correct()
    await at('2026-11-30T00:40:00.000Z')
    expect(mailbox.mails).toHaveLength(before + 1)
  })

  it('is not told after more than a day without a worker; the digest tells it then', async () => {
    await insteadTelling()
    await join(portal, mailbox, 'an@example.vn', { cadence: 'weekly' })
    await portal.publish({ document: 'a' })
    await at('2026-11-30T00:30:00.000Z')
    await correct()
    await at('2026-12-01T00:30:01.000Z')
    expect(mailbox.mails).toHaveLength(1)
    await at('2026-12-07T00:30:00.000Z')
    expect(await subjects()).toEqual([expect.anything(), 'Đã đính chính: Thông báo a'])
  })
})

describe('an urgent text that a second person ratified', () => {
  const AWAITING: Capacity[] = [{ step: 'publish-urgently', capacity: 'Trưởng ban', awaits: true }]
  const RATIFIED: Capacity[] = [{ step: 'ratify', capacity: 'Phó Trưởng ban', ratifies: 'publication' }]
  const insteadTelling = () => insteadWith({ tellAtOnce: ({ kind }) => kind === 'ratified' })
  const urgent = (more: Partial<Announcement> = {}) =>
    portal.publish({ document: 'bao', title: 'Bão số 9', capacities: AWAITING, ...more })
  const ratify = (more: Partial<Announcement> = {}) =>
    portal.publish({ document: 'bao', kind: 'ratified', title: 'Bão số 9', capacities: RATIFIED, ...more })
  const toldTo = () => mailbox.mails.map(({ to }) => to[0]!.split('@')[0]).sort()

  it('reaches everybody whose filter matches at once and once, whatever their cadence', async () => {
    await insteadTelling()
    await join(portal, mailbox, 'daily@example.vn')
    await join(portal, mailbox, 'weekly@example.vn', { cadence: 'weekly' })
    await join(portal, mailbox, 'immediate@example.vn', { cadence: 'immediate' })
    await join(portal, mailbox, 'other@example.vn', { filter: { collections: ['directives'] } })
    mailbox.mails.length = 0
    await urgent()
    await at(`${MONDAY}T03:10:00.000Z`)
    expect(toldTo()).toEqual(['immediate'])
    await ratify()
    await at(`${MONDAY}T03:10:02.000Z`)
    expect(toldTo()).toEqual(['daily', 'immediate', 'weekly'])
    expect(await subjects()).toEqual(['Bão số 9', 'Bão số 9', 'Bão số 9'])
    for (const instant of ['2026-11-24T00:30:00.000Z', '2026-11-30T00:30:00.000Z']) await at(instant)
    expect(mailbox.mails).toHaveLength(3)
  })

  it('takes no correction of another text along to people who never got that', async () => {
    await insteadWith({ tellAtOnce: () => true })
    await join(portal, mailbox, 'an@example.vn')
    await portal.publish({ document: 'a' })
    await at('2026-11-24T00:30:00.000Z')
    await join(portal, mailbox, 'binh@example.vn')
    mailbox.mails.length = 0
    await urgent({ title: undefined })
    await ratify({ title: undefined })
    await portal.publish({ document: 'a', kind: 'corrected', edition: 2, changeNote: 'Sửa mức chi' })
    await at('2026-11-24T00:40:00.000Z')
    const got = mailbox.mails.map(({ to }, index) => [to[0]!, index] as const)
    const documents = await told()
    expect(Object.fromEntries(got.map(([to, index]) => [to, documents[index]!.sort()]))).toEqual({
      'an@example.vn': ['a', 'bao'],
      'binh@example.vn': ['bao'],
    })
  })

  it('is told by its digest alone when it was ratified after that, or what was ratified was a withdrawal', async () => {
    await insteadTelling()
    await join(portal, mailbox, 'an@example.vn')
    mailbox.mails.length = 0
    await urgent()
    await at('2026-11-24T00:30:00.000Z')
    await ratify()
    await ratify({ document: 'khac', capacities: [{ step: 'ratify', capacity: '', ratifies: 'withdrawal' }] })
    await at('2026-11-24T00:30:02.000Z')
    await at('2026-11-25T00:30:00.000Z')
    expect(toldTo()).toEqual(['an'])
  })

  it('reaches who has an immediate subscription to something else', async () => {
    await insteadTelling()
    await join(portal, mailbox, 'an@example.vn', { cadence: 'immediate', filter: { collections: ['directives'] } })
    await join(portal, mailbox, 'an@example.vn', { cadence: 'weekly' })
    mailbox.mails.length = 0
    await urgent()
    await ratify()
    await at(`${MONDAY}T03:10:02.000Z`)
    expect(toldTo()).toEqual(['an'])
  })

  it('is not told at once when it was withdrawn meanwhile, nor when the portal does not want it', async () => {
    await insteadTelling()
    await join(portal, mailbox, 'an@example.vn')
    mailbox.mails.length = 0
    await urgent()
    await portal.publish({ document: 'bao', kind: 'withdrawn', changeNote: 'Nhầm' })
    await ratify()
    await at(`${MONDAY}T03:10:02.000Z`)
    expect(mailbox.mails).toEqual([])
    await insteadWith({ tellAtOnce: ({ kind }) => kind === 'withdrawn' })
    await join(portal, mailbox, 'an@example.vn')
    mailbox.mails.length = 0
    await urgent()
    await ratify()
    await at(`${MONDAY}T03:10:02.000Z`)
    expect(mailbox.mails).toEqual([])
  })

  it('comes once though its mail still waits for the relay when the digest is made', async () => {
    await insteadTelling()
    await join(portal, mailbox, 'an@example.vn')
    mailbox.mails.length = 0
    const settings = portal.payload.config.custom!.digest as { paused: boolean }
    await urgent({ title: undefined })
    await portal.publish({ document: 'b' })
    settings.paused = true
    await ratify({ title: undefined, at: '2026-11-23T23:59:00.000Z' })
    await at('2026-11-24T00:00:00.000Z')
    await at('2026-11-24T00:30:00.000Z')
    settings.paused = false
    await at('2026-11-24T00:31:00.000Z')
    expect((await told()).map((documents) => documents.sort()).sort()).toEqual([['b'], ['bao']])
  })
})

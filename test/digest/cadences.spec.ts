import { describe, expect, it } from 'vitest'
import { runDigest, tick } from '../../plugins/digest/index.ts'
import { enrol } from './support/enrol.ts'
import { at, eachOnItsOwn, mailbox, portal } from './support/standing.ts'
import { join, manageLink, press } from './support/subscriber.ts'

interface Run {
  key: string
  state: string
  rows: number
  accepted: number
  fromSeq: number
  toSeq: number
}
interface Delivery {
  key: string
  state: string
  reason: string
}

eachOnItsOwn()

const runs = (cadence: string) => portal.rows<Run>('digest-runs', { cadence: { equals: cadence } })
const digests = () => portal.rows<Delivery>('deliveries', { kind: { equals: 'digest' } })
/** Documents per mail, in the order of the mails. */
const told = async () =>
  (await mailbox.parsed()).map((mail) => [...mail.text!.matchAll(/^Thông báo (\S+)$/gm)].map((match) => match[1]))
const subjects = async () => (await mailbox.parsed()).map((mail) => mail.subject)
/** Instants are relative to 10:00 on Monday, 23 November 2026, in Viet Nam. */
const MONDAY = '2026-11-23'

describe('an immediate digest', () => {
  it('comes with the next round after publication, once, in one mail for a burst', async () => {
    await join(portal, mailbox, 'an@example.vn', { cadence: 'immediate' })
    await portal.publish({ document: 'a' })
    await portal.publish({ document: 'b' })
    await at(`${MONDAY}T03:00:02.000Z`)
    await at(`${MONDAY}T03:01:02.000Z`)
    expect(await told()).toEqual([['a', 'b']])
    expect(await subjects()).toEqual(['Vừa công bố: 2 nội dung mới'])
    expect(mailbox.mails[0]!.raw.toString()).toMatch(/^List-Id:\s+<immediate\.digest\.congbo\.example\.vn>/im)
    expect(await runs('immediate')).toMatchObject([
      { key: expect.stringMatching(/^immediate:a:published/), state: 'complete', fromSeq: 0, toSeq: 2, rows: 1 },
    ])
  })

  it('is not sent twice by several workers at once, whatever each of them saw of the log', async () => {
    await enrol(portal, ['an', 'binh', 'chi'], 'immediate')
    for (const [index, document] of ['a', 'b', 'c', 'd'].entries()) {
      await portal.publish({ document })
      portal.clock.set(`${MONDAY}T03:0${index}:30.000Z`)
      await Promise.all([tick(portal), tick(portal), tick(portal)])
    }
    await at(`${MONDAY}T11:00:00.000Z`)
    const ranges = (await runs('immediate')).sort((a, b) => a.toSeq - b.toSeq)
    expect(ranges.map(({ fromSeq }) => fromSeq)).toEqual([0, ...ranges.slice(0, -1).map(({ toSeq }) => toSeq)])
    for (const name of ['an', 'binh', 'chi']) {
      const own = mailbox.mails.filter((mail) => mail.to.includes(`${name}@example.vn`))
      const all = own.flatMap(({ raw }) => [...raw.toString().matchAll(/thong-bao\/(\w)/g)].map((match) => match[1]))
      expect([...new Set(all)].sort()).toEqual(['a', 'b', 'c', 'd'])
      expect(own).toHaveLength(3)
    }
  })

  it('says nothing of an import in silence, and makes nothing while nobody wants it', async () => {
    await portal.publish({ document: 'before' })
    await at(`${MONDAY}T03:10:00.000Z`)
    expect(await runs('immediate')).toEqual([])
    await enrol(portal, ['an'], 'immediate')
    for (let index = 0; index < 5; index += 1) await portal.publish({ document: `d${index}`, major: false })
    await at(`${MONDAY}T03:20:00.000Z`)
    expect(mailbox.mails).toEqual([])
    expect(await runs('immediate')).toMatchObject([{ state: 'complete', toSeq: 6, reason: 'nothing to tell' }])
  })

  it('is one, late, after an outage', async () => {
    await enrol(portal, ['an'], 'immediate')
    await portal.publish({ document: 'a' })
    await portal.publish({ document: 'b', at: '2026-11-25T03:00:00.000Z' })
    await at('2026-11-28T03:00:00.000Z')
    expect(await told()).toEqual([['a', 'b']])
  })
})

describe('a weekly digest', () => {
  it('covers an ISO week and comes on Monday at 07:30 in Viet Nam', async () => {
    await join(portal, mailbox, 'an@example.vn', { cadence: 'weekly' })
    await portal.publish({ document: 'monday' })
    await portal.publish({ document: 'sunday', at: '2026-11-29T16:59:59.999Z' })
    await portal.publish({ document: 'next', at: '2026-11-29T17:00:00.000Z' })
    await at('2026-11-30T00:29:59.999Z')
    expect(mailbox.mails).toEqual([])
    await at('2026-11-30T00:30:00.000Z')
    await at('2026-12-07T00:30:00.000Z')
    expect(await told()).toEqual([['monday', 'sunday'], ['next']])
    expect((await subjects())[0]).toBe('Bản tin tuần 23/11/2026 – 29/11/2026: 2 nội dung mới')
  })

  it('covers week 53 across the end of the year', async () => {
    await join(portal, mailbox, 'an@example.vn', { cadence: 'weekly' })
    await at('2026-12-28T00:30:00.000Z')
    await portal.publish({ document: 'old-year', at: '2026-12-31T16:59:59.999Z' })
    await portal.publish({ document: 'new-year', at: '2026-12-31T17:00:00.000Z' })
    await portal.publish({ document: 'week-1', at: '2027-01-03T17:00:00.000Z' })
    await at('2027-01-04T00:30:00.000Z')
    expect(await told()).toEqual([['old-year', 'new-year']])
    expect((await runs('weekly')).at(-1)).toMatchObject({ key: 'weekly:2026-W53', state: 'complete' })
  })

  it('that would be more than 48 hours late is joined to the next', async () => {
    await join(portal, mailbox, 'an@example.vn', { cadence: 'weekly' })
    await portal.publish({ document: 'a' })
    await at('2026-12-02T00:30:00.001Z')
    expect(mailbox.mails).toEqual([])
    await portal.publish({ document: 'b' })
    await at('2026-12-07T00:30:00.000Z')
    expect(await told()).toEqual([['a', 'b']])
    expect((await runs('weekly')).slice(1)).toMatchObject([{ state: 'skipped' }, { state: 'complete' }])
  })
})

describe('somebody who changes cadence', () => {
  it('gets nothing twice and misses nothing', async () => {
    await join(portal, mailbox, 'an@example.vn')
    await portal.publish({ document: 'a' })
    await at('2026-11-24T00:30:00.000Z')
    const link = await manageLink(mailbox)
    const change = async (cadence: string) => {
      const [subscription] = await portal.rows<{ key: string }>('subscriptions', { state: { equals: 'active' } })
      expect((await press(portal, link, 'change', { subscription: subscription!.key, cadence })).status).toBe(200)
    }
    await portal.publish({ document: 'b', at: '2026-11-24T01:00:00.000Z' })
    portal.clock.set('2026-11-24T02:00:00.000Z')
    await change('weekly')
    await portal.publish({ document: 'c', at: '2026-11-24T03:00:00.000Z' })
    await at('2026-11-25T00:30:00.000Z')
    await portal.publish({ document: 'd', at: '2026-11-25T03:00:00.000Z' })
    portal.clock.set('2026-11-25T04:00:00.000Z')
    await change('immediate')
    await portal.publish({ document: 'e', at: '2026-11-25T05:00:00.000Z' })
    await at('2026-11-25T05:01:00.000Z')
    portal.clock.set('2026-11-25T06:00:00.000Z')
    await change('daily')
    await portal.publish({ document: 'f', at: '2026-11-25T07:00:00.000Z' })
    await at('2026-11-26T00:30:00.000Z')
    await at('2026-11-30T00:30:00.000Z')
    await at('2026-12-07T00:30:00.000Z')
    expect(await told()).toEqual([['a'], ['b'], ['e'], ['f'], ['c', 'd']])
  })

  it('by subscribing again, too', async () => {
    await join(portal, mailbox, 'an@example.vn')
    await portal.publish({ document: 'a' })
    portal.clock.set(`${MONDAY}T04:00:00.000Z`)
    await join(portal, mailbox, 'an@example.vn', { cadence: 'weekly' })
    await portal.publish({ document: 'b' })
    await at('2026-11-24T00:30:00.000Z')
    await at('2026-11-30T00:30:00.000Z')
    expect(await told()).toEqual([['a'], ['b']])
    expect(await portal.rows('subscriptions', { state: { equals: 'active' } })).toMatchObject([{ cadence: 'weekly' }])
  })
})

describe('the limit of three mails a day', () => {
  it('holds what is over for the evening digest of that day', async () => {
    await enrol(portal, ['an'], 'immediate')
    for (const [index, document] of ['a', 'b', 'c', 'd', 'e'].entries()) {
      await portal.publish({ document, at: `${MONDAY}T0${index + 3}:00:00.000Z` })
      await at(`${MONDAY}T0${index + 3}:01:00.000Z`)
    }
    expect(await told()).toEqual([['a'], ['b']])
    expect((await digests()).filter((row) => row.reason === 'enough-today')).toHaveLength(3)
    await at(`${MONDAY}T10:59:59.999Z`)
    expect(mailbox.mails).toHaveLength(2)
    await at(`${MONDAY}T11:00:00.000Z`)
    await at(`${MONDAY}T11:01:00.000Z`)
    expect(await told()).toEqual([['a'], ['b'], ['c', 'd', 'e']])
    expect((await subjects()).at(-1)).toBe('Bản tin tối ngày 23/11/2026: 3 nội dung mới')
    await portal.publish({ document: 'f', at: `${MONDAY}T12:00:00.000Z` })
    await at(`${MONDAY}T12:01:00.000Z`)
    expect(mailbox.mails).toHaveLength(3)
    await portal.publish({ document: 'g', at: '2026-11-24T03:00:00.000Z' })
    await at('2026-11-24T03:01:00.000Z')
    expect((await told()).at(-1)).toEqual(['f', 'g'])
  })

  it('keeps nothing waiting for somebody who left and came back', async () => {
    await join(portal, mailbox, 'an@example.vn', { cadence: 'immediate' })
    for (const [index, document] of ['a', 'b', 'c'].entries()) {
      await portal.publish({ document, at: `${MONDAY}T0${index + 3}:00:00.000Z` })
      await at(`${MONDAY}T0${index + 3}:01:00.000Z`)
    }
    await press(portal, await manageLink(mailbox), 'leave')
    await join(portal, mailbox, 'an@example.vn', { cadence: 'immediate' })
    await at(`${MONDAY}T11:00:00.000Z`)
    expect(await told()).toEqual([['a'], ['b']])
    expect(await runs('evening')).toEqual([])
  })

  it('holds for several mails at once and several workers', async () => {
    await enrol(portal, ['an'], 'immediate')
    await portal.publish({ document: 'a' })
    const settings = portal.payload.config.custom!.digest as { paused: boolean }
    settings.paused = true
    for (const [index, document] of ['b', 'c', 'd', 'e'].entries()) {
      await at(`${MONDAY}T03:1${index}:00.000Z`)
      await portal.publish({ document })
    }
    settings.paused = false
    portal.clock.set(`${MONDAY}T03:20:00.000Z`)
    await Promise.all([tick(portal), tick(portal), tick(portal)])
    expect(mailbox.mails.length).toBeLessThanOrEqual(2)
    await at(`${MONDAY}T11:00:00.000Z`)
    expect(mailbox.mails.length).toBeLessThanOrEqual(3)
    expect((await told()).flat().sort()).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})

describe('a correction', () => {
  it('comes once to somebody who got the document, though two of their digests could bring it', async () => {
    await join(portal, mailbox, 'an@example.vn')
    await join(portal, mailbox, 'an@example.vn', { cadence: 'weekly', filter: { collections: ['directives'] } })
    await portal.publish({ document: 'a' })
    await at('2026-11-24T00:30:00.000Z')
    await portal.publish({ document: 'a', kind: 'corrected', edition: 2, major: false, changeNote: 'Sửa ngày' })
    await at('2026-11-25T00:30:00.000Z')
    await at('2026-11-30T00:30:00.000Z')
    expect(await told()).toEqual([['a'], ['a']])
    expect((await mailbox.parsed()).at(-1)!.text).toContain('Đã đính chính')
  })
})

describe('a dry run', () => {
  it('says who would get what, for every cadence or for one', async () => {
    for (const cadence of ['immediate', 'daily', 'weekly'])
      await join(portal, mailbox, `${cadence}@example.vn`, { cadence })
    await portal.publish({ document: 'a' })
    const planned = async (more: { cadence?: 'weekly' } = {}) => {
      const instant = new Date('2026-11-30T00:30:00.000Z')
      const { runs: would } = await runDigest({ payload: portal.payload, at: instant, dryRun: true, ...more })
      return would.flatMap((run) => ('recipients' in run ? run.recipients.map(({ to }) => `${run.key} ${to}`) : []))
    }
    expect(await planned()).toEqual([
      expect.stringMatching(/^immediate:a\S+ i\*\*\*@example.vn$/),
      'daily:2026-11-29 d***@example.vn',
      'weekly:2026-W48 w***@example.vn',
    ])
    expect(await planned({ cadence: 'weekly' })).toEqual(['weekly:2026-W48 w***@example.vn'])
    expect(await digests()).toEqual([])
  })
})

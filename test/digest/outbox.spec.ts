import { describe, expect, it } from 'vitest'
import { runDigest, tick } from '../../plugins/digest/index.ts'
import { eachOnItsOwn, mailbox, portal } from './support/standing.ts'
import { join, linkIn } from './support/subscriber.ts'

interface Delivery {
  key: string
  state: string
  reason: string
  mime: string
  mimeSize: number
  carry: boolean
  items: string
  reply: string
}

const NEXT_MORNING = '2026-11-24T00:30:00.000Z'
const A_DAY_LATER = '2026-11-25T00:30:00.000Z'

eachOnItsOwn()

const morning = (at = NEXT_MORNING) => {
  portal.clock.set(at)
  return runDigest({ payload: portal.payload, at: new Date(at) })
}
const digests = () => portal.rows<Delivery>('deliveries', { kind: { equals: 'digest' } })
/** Daily runs since the portal was started; the day before had no recipients. */
const runs = (where: Record<string, unknown> = {}) =>
  portal.rows<{ key: string; state: string }>('digest-runs', {
    key: { not_equals: 'daily:2026-11-22' },
    cadence: { equals: 'daily' },
    ...where,
  })
const toWhom = () => mailbox.mails.flatMap((mail) => mail.to).sort()
const subjects = async () => (await mailbox.parsed()).map((mail) => mail.subject)

describe('a daily digest', () => {
  it('reaches everybody who asked for it, once, with what was published the day before', async () => {
    await join(portal, mailbox, 'an@example.vn')
    await join(portal, mailbox, 'binh@example.vn', { filter: { collections: ['directives'] } })
    await join(portal, mailbox, 'chi@example.vn', { filter: { collections: ['directives', 'notices'] } })
    await portal.publish({ document: 'a' })
    await morning()
    expect(toWhom()).toEqual(['an@example.vn', 'chi@example.vn'])
    expect(new Set(await subjects())).toEqual(new Set(['Thông báo a']))
    expect((await digests()).map((row) => [row.state, row.mime, row.mimeSize > 500])).toEqual([
      ['accepted', '', true],
      ['accepted', '', true],
    ])
  })

  it('is not sent twice by running it again, or by two at once', async () => {
    for (const name of ['an', 'binh', 'chi', 'dung', 'em']) await join(portal, mailbox, `${name}@example.vn`)
    await portal.publish({ document: 'a' })
    await Promise.all([morning(), morning(), tick(portal)])
    await morning()
    expect(toWhom()).toEqual(['an', 'binh', 'chi', 'dung', 'em'].map((name) => `${name}@example.vn`))
    expect(await runs({ state: { equals: 'complete' } })).toMatchObject([
      { key: 'daily:2026-11-23', rows: 5, accepted: 5, rejected: 0, unknown: 0, skipped: 0 },
    ])
  })

  it('is not sent when there is nothing to say', async () => {
    await join(portal, mailbox, 'an@example.vn')
    await morning()
    expect(mailbox.mails).toEqual([])
    expect(await digests()).toEqual([])
    expect(await runs()).toMatchObject([{ state: 'complete', rows: 0 }])
  })

  it('says nothing of what was published before somebody subscribed', async () => {
    await portal.publish({ document: 'before', at: '2026-11-23T02:59:59.999Z' })
    await join(portal, mailbox, 'an@example.vn')
    await portal.publish({ document: 'after' })
    await morning()
    const [mail] = await mailbox.parsed()
    expect(mail!.text).toContain('Thông báo after')
    expect(mail!.text).not.toContain('Thông báo before')
  })

  it('covers the log without a gap or an overlap at midnight in Viet Nam', async () => {
    await join(portal, mailbox, 'an@example.vn')
    await portal.publish({ document: 'last', at: '2026-11-23T16:59:59.999Z' })
    await portal.publish({ document: 'first', at: '2026-11-23T17:00:00.000Z' })
    await morning()
    await morning(A_DAY_LATER)
    const texts = (await mailbox.parsed()).map((mail) => mail.text ?? '')
    expect(texts.map((text) => ['last', 'first'].filter((document) => text.includes(`Thông báo ${document}`)))).toEqual(
      [['last'], ['first']],
    )
    expect(await runs()).toMatchObject([
      { fromSeq: 0, toSeq: 1 },
      { fromSeq: 1, toSeq: 2 },
    ])
  })

  it('after an outage is one, with all the days', async () => {
    await join(portal, mailbox, 'an@example.vn')
    await portal.publish({ document: 'a', at: '2026-11-23T05:00:00.000Z' })
    await morning()
    await portal.publish({ document: 'b', at: '2026-11-24T05:00:00.000Z' })
    await portal.publish({ document: 'c', at: '2026-11-25T05:00:00.000Z' })
    mailbox.mails.length = 0
    await morning('2026-11-28T01:00:00.000Z')
    expect(await subjects()).toEqual(['Bản tin ngày 27/11/2026: 2 nội dung mới'])
    expect((await runs()).map(({ key, state }) => `${key} ${state}`)).toEqual([
      'daily:2026-11-23 complete',
      'daily:2026-11-24 skipped',
      'daily:2026-11-25 skipped',
      'daily:2026-11-26 skipped',
      'daily:2026-11-27 complete',
    ])
  })

  it('that would be more than 12 hours late is joined to the next', async () => {
    await join(portal, mailbox, 'an@example.vn')
    await portal.publish({ document: 'a' })
    await morning('2026-11-24T12:30:00.001Z')
    expect(mailbox.mails).toEqual([])
    await morning(A_DAY_LATER)
    expect(await subjects()).toEqual(['Thông báo a'])
  })

  it('leaves out what was withdrawn between run and sending', async () => {
    await join(portal, mailbox, 'an@example.vn')
    await portal.publish({ document: 'a' })
    await portal.publish({ document: 'b' })
    mailbox.refuse.recipient = '450 4.2.0 later'
    await morning()
    await portal.publish({ document: 'a', kind: 'withdrawn' })
    mailbox.refuse.recipient = undefined
    portal.clock.set('2026-11-24T00:40:00.000Z')
    await tick(portal)
    const [mail] = await mailbox.parsed()
    expect(mail!.text).not.toContain('Thông báo a')
    expect(mail!.text).toContain('Thông báo b')
  })

  it('is not sent at all when everything in it was withdrawn', async () => {
    await join(portal, mailbox, 'an@example.vn')
    await portal.publish({ document: 'a' })
    await tick(portal)
    await portal.publish({ document: 'a', kind: 'withdrawn', at: '2026-11-24T00:10:00.000Z' })
    await morning()
    expect(mailbox.mails).toEqual([])
    expect(await digests()).toMatchObject([{ state: 'skipped', reason: 'nothing-left' }])
  })

  it('tells those who got a document of its withdrawal, and nobody else', async () => {
    await join(portal, mailbox, 'an@example.vn')
    await portal.publish({ document: 'a' })
    await morning()
    await join(portal, mailbox, 'binh@example.vn')
    mailbox.mails.length = 0
    await portal.publish({ document: 'a', kind: 'withdrawn', changeNote: 'Ban hành nhầm' })
    await morning(A_DAY_LATER)
    expect(toWhom()).toEqual(['an@example.vn'])
    const [mail] = await mailbox.parsed()
    expect(mail!.text).toMatch(
      /Đính chính và rút khỏi cổng[\s\S]*Thông báo a\n\s+Đã rút khỏi cổng thông tin\n\s+Ghi chú: Ban hành nhầm/,
    )
  })

  it('mails nobody about documents that are imported in silence', async () => {
    await join(portal, mailbox, 'an@example.vn')
    for (let index = 0; index < 20; index += 1) await portal.publish({ document: `d${index}`, major: false })
    await morning()
    expect(mailbox.mails).toEqual([])
  })
})

describe('paused mail', () => {
  it('is made but held back, and goes out when the pause ends', async () => {
    await join(portal, mailbox, 'an@example.vn')
    await portal.publish({ document: 'a' })
    const settings = portal.payload.config.custom!.digest as { paused: boolean }
    settings.paused = true
    expect((await morning()).relay).toBe('paused')
    expect(mailbox.mails).toEqual([])
    expect(await digests()).toMatchObject([{ state: 'pending' }])
    settings.paused = false
    await tick(portal)
    expect(toWhom()).toEqual(['an@example.vn'])
  })
})

describe('a dry run', () => {
  it('says who would get what, masked, and writes nothing', async () => {
    await join(portal, mailbox, 'nguyen@example.vn')
    await portal.publish({ document: 'a' })
    const report = await runDigest({ payload: portal.payload, at: new Date(NEXT_MORNING), dryRun: true })
    expect(report.runs).toEqual([
      {
        key: 'daily:2026-11-23',
        state: 'open',
        fromSeq: 0,
        toSeq: 1,
        recipients: [{ to: 'n***@example.vn', items: [{ title: 'Thông báo a', url: '/thong-bao/a', kind: 'new' }] }],
      },
    ])
    expect(await runs()).toEqual([])
    expect(await digests()).toEqual([])
    expect(mailbox.mails).toEqual([])
  })
})

describe('leaving', () => {
  it('between the making of a mail and its hand-over stops that mail', async () => {
    await join(portal, mailbox, 'an@example.vn')
    await portal.publish({ document: 'a' })
    await morning()
    const link = linkIn((await mailbox.parsed())[0]!.text!, '/u/')
    await portal.publish({ document: 'b' })
    mailbox.mails.length = 0
    portal.clock.set(A_DAY_LATER)
    await tick({
      ...portal,
      onStep: async (step) => {
        if (step === 'mail stored') await portal.ask('POST', link)
      },
    })
    expect(mailbox.mails).toEqual([])
    const [, second] = await digests()
    expect(second).toMatchObject({ state: 'skipped', reason: 'left', mime: '' })
  })
})

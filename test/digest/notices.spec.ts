import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { hasNoticeOnItsWay, type NoticeMail, queueNotice, sendAwaited, tick } from '../../plugins/digest/index.ts'
import { startBrittleRelay } from './support/brittleRelay.ts'
import { enrol } from './support/enrol.ts'
import { eachOnItsOwn, insteadWith, mailbox, portal } from './support/standing.ts'

interface Delivery {
  key: string
  kind: string
  state: string
  reason: string
  mime: string
  mimeSha256: string
  items: string
}

/** What the mails of this test say; `null` when nothing is left. */
let says: NoticeMail | null
const notice = (more: Partial<NoticeMail> = {}): NoticeMail => ({
  to: 'giang@example.vn',
  items: '["a"]',
  language: 'vi',
  subject: 'Hai văn bản chờ bạn',
  heading: 'Hai văn bản chờ bạn',
  groups: [
    {
      heading: 'Chờ bạn giải quyết',
      entries: [
        {
          title: 'Kế hoạch <năm>',
          url: 'https://congbo.example.vn/admin/collections/notices/1',
          lines: ['Bước: Duyệt'],
        },
      ],
    },
  ],
  more: (count) => `Và ${count} văn bản nữa.`,
  all: { text: 'Mở danh sách việc', url: 'https://congbo.example.vn/admin' },
  why: {
    text: 'Vì công việc của bạn.',
    link: { text: 'Chọn loại thư', url: 'https://congbo.example.vn/admin/account' },
  },
  ...more,
})

eachOnItsOwn({
  connections: 1,
  notices: async () => says,
  imprint: async () => ({ agency: 'Sở Tư pháp thành phố Cần Thơ' }),
})
beforeEach(() => {
  says = notice()
})

const queue = (key = 'k', items = '["a"]') =>
  queueNotice({ payload: portal.payload, key, recipient: 'giang', items, at: portal.clock.now().toISOString() })
const rows = () => portal.rows<Delivery>('deliveries', { kind: { equals: 'notice' } })
const later = (minutes: number) =>
  portal.clock.set(new Date(portal.clock.now().getTime() + minutes * 60_000).toISOString())

describe('a mail to an officer', () => {
  it('is queued once per key, whoever asks how often, and says which items are stored', async () => {
    const stored = await Promise.all([queue('k', '["a"]'), queue('k', '["b"]'), queue('k', '["c"]')])
    expect(new Set(stored).size).toBe(1)
    expect(await rows()).toMatchObject([{ key: 'k', items: stored[0] }])
    await Promise.all([sendAwaited(portal), sendAwaited(portal), tick(portal)])
    await tick(portal)
    expect(mailbox.mails.map(({ to }) => to)).toEqual([['giang@example.vn']])
    expect(await hasNoticeOnItsWay({ payload: portal.payload, recipient: 'giang' })).toBe(false)
  })

  it('has the agency, a text and an HTML part, and belongs to no list', async () => {
    await queue()
    await sendAwaited(portal)
    const [mail] = await mailbox.parsed()
    expect(mail!.subject).toBe('Hai văn bản chờ bạn')
    expect(mail!.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail!.headers.has('list')).toBe(false)
    expect(mail!.text).toContain(
      'Kế hoạch <năm>\n  Bước: Duyệt\n  https://congbo.example.vn/admin/collections/notices/1',
    )
    expect(mail!.text).toContain('Sở Tư pháp thành phố Cần Thơ')
    expect(mail!.html).toContain(
      '<a href="https://congbo.example.vn/admin/collections/notices/1">Kế hoạch &lt;năm&gt;</a>',
    )
    expect(mail!.html).toContain('Sở Tư pháp thành phố Cần Thơ')
  })

  it('says what is true when it is handed over, and is not sent when nothing is', async () => {
    await queue()
    says = null
    await sendAwaited(portal)
    expect(mailbox.mails).toEqual([])
    expect(await rows()).toMatchObject([{ state: 'skipped', reason: 'nothing-left', mime: '' }])
  })

  it('leaves out what has no room, and says how much', async () => {
    const entries = Array.from({ length: 2_000 }, (_, index) => ({
      title: `Văn bản thứ ${index}`,
      url: `https://congbo.example.vn/admin/collections/notices/${index}`,
      lines: ['Bước: Biên tập, thẩm định', 'Hạn: 25/11/2026 10:00'],
    }))
    says = notice({ groups: [{ heading: 'Chờ bạn giải quyết', entries }] })
    await queue()
    await sendAwaited(portal)
    expect(mailbox.mails[0]!.raw.length).toBeLessThan(100_000)
    const [mail] = await mailbox.parsed()
    const shown = mail!.text!.match(/Văn bản thứ/g)!.length
    expect(shown).toBeGreaterThan(50)
    expect(mail!.text).toContain(`Và ${2_000 - shown} văn bản nữa.`)
  })

  it('cannot be given a header by a title', async () => {
    says = notice({ subject: 'Việc\r\nBcc: ai@example.vn' })
    await queue()
    await sendAwaited(portal)
    expect(mailbox.mails.map(({ to }) => to)).toEqual([['giang@example.vn']])
    const [headers] = mailbox.mails[0]!.raw.toString('latin1').split('\r\n\r\n', 1)
    expect(headers).not.toMatch(/^Bcc:/m)
  })

  it('reaches an officer who left the digests as a citizen for ever', async () => {
    mailbox.refuse.recipient = '550 5.1.1 user unknown'
    await enrol(portal, ['giang'])
    await portal.publish({ document: 'a' })
    portal.clock.set('2026-11-24T00:30:00.000Z')
    await tick(portal)
    expect(await portal.rows('suppressions')).toHaveLength(1)
    mailbox.refuse.recipient = undefined
    await queue()
    await sendAwaited(portal)
    expect(mailbox.mails).toHaveLength(1)
  })

  it('is not sent while sending is paused', async () => {
    await insteadWith({ notices: async () => says, paused: true })
    await queue()
    expect(await sendAwaited(portal)).toBeUndefined()
    expect(await rows()).toMatchObject([{ state: 'pending' }])
  })

  it('is forgotten 90 days after its end', async () => {
    await queue()
    await sendAwaited(portal)
    later(89 * 24 * 60)
    await tick(portal)
    expect(await rows()).toHaveLength(1)
    later(2 * 24 * 60)
    await tick(portal)
    expect(await rows()).toEqual([])
  })
})

describe('a relay that does not take it', () => {
  it('gets the same bytes later, unless something stopped being true', async () => {
    mailbox.refuse.body = '451 4.3.0 try again later'
    await queue()
    await sendAwaited(portal)
    const [before] = await rows()
    expect(before).toMatchObject({ state: 'deferred' })
    later(5)
    mailbox.refuse.body = undefined
    await sendAwaited(portal)
    const sent = mailbox.mails[0]!.raw
    expect(createHash('sha256').update(sent).digest('hex')).toBe(before!.mimeSha256)
    expect(await rows()).toMatchObject([{ state: 'accepted', mime: '', mimeSha256: before!.mimeSha256 }])

    mailbox.refuse.body = '451 4.3.0 try again later'
    await queue('other', '["a","b"]')
    await sendAwaited(portal)
    later(5)
    mailbox.refuse.body = undefined
    says = notice({ items: '["b"]', subject: 'Một văn bản chờ bạn' })
    await sendAwaited(portal)
    expect((await mailbox.parsed()).map(({ subject }) => subject)).toEqual([
      'Hai văn bản chờ bạn',
      'Một văn bản chờ bạn',
    ])
  })

  it('and whose answer is lost is never given it again', async () => {
    const relay = await startBrittleRelay('after the final dot')
    try {
      await insteadWith({ notices: async () => says, smtpUrl: relay.url, connections: 1 })
      await queue()
      await sendAwaited(portal)
      for (const minutes of [1, 11, 60, 24 * 60]) {
        later(minutes)
        await tick(portal)
      }
      expect(relay.seen.mails).toHaveLength(1)
      expect(await rows()).toMatchObject([{ state: 'unknown' }])
    } finally {
      await relay.close()
    }
  })
})

describe('the lanes', () => {
  it('send what somebody waits for without waiting for digests', async () => {
    await enrol(portal, ['an', 'binh'])
    await portal.publish({ document: 'a' })
    mailbox.refuse.recipient = '450 4.2.0 later'
    portal.clock.set('2026-11-24T00:30:00.000Z')
    await tick(portal)
    mailbox.refuse.recipient = undefined
    later(5)
    await portal.subscribe('chi@example.vn')
    await queue()
    await sendAwaited(portal)
    expect(mailbox.mails.flatMap(({ to }) => to).sort()).toEqual(['chi@example.vn', 'giang@example.vn'])
    await tick(portal)
    expect(mailbox.mails.flatMap(({ to }) => to).sort()).toEqual([
      'an@example.vn',
      'binh@example.vn',
      'chi@example.vn',
      'giang@example.vn',
    ])
  })

  it('come in order: what somebody waits for, immediate digests, the others', async () => {
    await enrol(portal, ['daily'])
    await enrol(portal, ['immediate'], 'immediate')
    await portal.publish({ document: 'a' })
    mailbox.refuse.recipient = '450 4.2.0 later'
    await tick(portal)
    portal.clock.set('2026-11-24T00:30:00.000Z')
    await tick(portal)
    mailbox.refuse.recipient = undefined
    later(70)
    await queue()
    await tick(portal)
    expect(mailbox.mails.flatMap(({ to }) => to)).toEqual([
      'giang@example.vn',
      'immediate@example.vn',
      'daily@example.vn',
    ])
  })
})

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type DigestOptions, tick } from '../../plugins/digest/index.ts'
import { compose } from '../../plugins/digest/mail/compose.ts'
import { enrol } from './support/enrol.ts'
import { faultsIn } from './support/html.ts'
import { type Mailbox, startMailbox } from './support/mailbox.ts'
import { type Portal, startPortal } from './support/portal.ts'

const NEXT_MORNING = '2026-11-24T00:30:00.000Z'
const PLAN = {
  document: '84-kh-ubnd',
  collection: 'directives',
  title: 'Kế hoạch trợ giúp pháp lý cho <người khuyết tật> & "người nghèo"',
  fields: {
    title: { '@vi': 'Kế hoạch trợ giúp pháp lý cho <người khuyết tật> & "người nghèo"' },
    number: '84',
    symbol: 'KH-UBND',
    issuedOn: '2024-05-08',
    issuer: { collection: 'organisations', key: 'ubnd-st', name: { '@vi': 'UBND tỉnh' } },
    issuerNameAtIssue: 'Ủy ban nhân dân tỉnh Sóc Trăng',
  },
}

/** The headers of a mail that does not belong to a list. */
const OURS = [
  'auto-submitted',
  'content-transfer-encoding',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'subject',
  'to',
]

let mailbox: Mailbox
let portal: Portal
beforeEach(async () => {
  mailbox = await startMailbox()
})
afterEach(async () => {
  await portal.stop()
  await mailbox.close()
})

const start = async (options: Partial<DigestOptions> = {}) => {
  portal = await startPortal({ smtpUrl: mailbox.url, ...options })
  await enrol(portal, ['an'])
}
const morning = async () => {
  portal.clock.set(NEXT_MORNING)
  await tick(portal)
  return mailbox.mails[0]!
}

describe('a digest mail', () => {
  it('says title, number, date, issuer, link and why, in text and in HTML alike', async () => {
    await start()
    await portal.publish(PLAN)
    await portal.publish({ document: 'a', title: 'Lịch tiếp dân' })
    const mail = await simpleParser((await morning()).raw)
    const text = mail.text!
    for (const said of [
      'Văn bản chỉ đạo',
      'Kế hoạch trợ giúp pháp lý cho <người khuyết tật> & "người nghèo"',
      'Số: 84/KH-UBND',
      'Ngày ban hành: 08/05/2024',
      'Cơ quan ban hành: Ủy ban nhân dân tỉnh Sóc Trăng',
      'https://www.example.vn/van-ban/84-kh-ubnd',
      'Bạn nhận mục này vì đã đăng ký: mọi nội dung mới.',
      'Thông báo',
      'Lịch tiếp dân',
    ])
      expect(text).toContain(said)
    const html = mail.html as string
    expect(html).toContain('&lt;người khuyết tật&gt; &amp; &quot;người nghèo&quot;')
    expect(html.match(/<h1>/g)).toHaveLength(1)
    expect(html.match(/<h2>/g)).toHaveLength(2)
    expect(await faultsIn(html)).toEqual([])
  })

  it('names the unit of news as what it is, shows the summary, and is found by the title of its only text', async () => {
    await start({
      imprint: async () => ({ name: 'Cổng Tây Đô', agency: 'Sở Tư pháp Tây Đô', telephone: '0292 3000 111' }),
    })
    await portal.publish({
      document: 'tin',
      collection: 'bulletins',
      title: 'Ngày hội pháp luật ở trường học',
      fields: { byline: { '@vi': 'Phòng Tuyên truyền' }, summary: { '@vi': 'Hơn ba trăm học sinh <tham gia>.' } },
    })
    const mail = await simpleParser((await morning()).raw)
    expect(mail.subject).toBe('Ngày hội pháp luật ở trường học')
    for (const line of [
      'Hơn ba trăm học sinh <tham gia>.',
      'Đơn vị đưa tin: Phòng Tuyên truyền',
      'Sở Tư pháp Tây Đô\nĐiện thoại: 0292 3000 111',
    ])
      expect(mail.text).toContain(line)
    expect(mail.text).not.toContain('Cơ quan ban hành')
    expect(mail.text).toContain('Cổng Tây Đô gửi bạn')
    const html = mail.html as string
    expect(html).toContain('<p>Hơn ba trăm học sinh &lt;tham gia&gt;.</p>')
    expect(html).toContain('<p>Sở Tư pháp Tây Đô<br>Điện thoại: 0292 3000 111</p>')
    expect(await faultsIn(html)).toEqual([])
  })

  it('carries the headers that lists owe their readers', async () => {
    await start()
    await portal.publish(PLAN)
    const { raw, from } = await morning()
    const mail = await simpleParser(raw)
    const header = (name: string) =>
      new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(raw.toString('latin1'))?.[1]
    expect(header('List-Unsubscribe')).toMatch(/^<https:\/\/congbo\.example\.vn\/u\/[0-9a-f]{88}>$/)
    expect(header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
    expect(header('List-Id')).toBe('<daily.digest.congbo.example.vn>')
    expect(header('Auto-Submitted')).toBe('auto-generated')
    expect(header('Message-ID')).toMatch(/^<[0-9a-f]{32}@example\.vn>$/)
    expect(header('Date')).toBe('Tue, 24 Nov 2026 00:30:00 +0000')
    expect(header('X-Mailer')).toBeUndefined()
    expect(from).toMatch(/^no-reply\+[0-9a-f]{32}@example\.vn$/)
    expect(mail.from?.value).toEqual([{ name: 'Công Bố', address: 'no-reply@example.vn' }])
    expect((mail.subject ?? '').length).toBeLessThanOrEqual(78)
    expect(raw.every((byte) => byte < 128)).toBe(true)
    expect(raw.toString('latin1')).not.toMatch(/[^\r]\n/)
  })

  it('loads nothing and follows nobody: every link is the same for all readers, but those to manage what is their own', async () => {
    await start()
    await enrol(portal, ['binh'])
    await portal.publish(PLAN)
    await morning()
    const [one, two] = await mailbox.parsed()
    const links = (html: string) => [...html.matchAll(/(?:href|src|url\()="?([^">)]+)/g)].map((match) => match[1])
    const shared = (html: string) => links(html).filter((link) => !/\/(u|m|subscriptions\/manage)\//.test(link!))
    expect(links(one!.html as string)).toHaveLength(4)
    expect(shared(one!.html as string)).toEqual(shared(two!.html as string))
    expect(one!.html).not.toMatch(/<img|<link|@import|url\(|\?/)
    expect(one!.attachments).toEqual([])
    expect(one!.html).not.toContain('an@example.vn')
  })

  it('stays below 100 kB, and counts what it cannot show', async () => {
    await start()
    for (let index = 0; index < 150; index += 1)
      await portal.publish({ document: `d${index}`, title: `Văn bản số ${index}: ${'nội dung dài '.repeat(20)}` })
    const { raw } = await morning()
    expect(raw.length).toBeLessThanOrEqual(100_000)
    const { text } = await simpleParser(raw)
    const [, more] = /Và (\d+) văn bản nữa/.exec(text!)!
    expect(text!.match(/Văn bản số \d+:/g)!.length + Number(more)).toBe(150)
    expect(text).toContain('/u/')
  })

  it('speaks a reader’s language where a document does, and marks where it does not', async () => {
    await start()
    const [subscriber] = await portal.rows<{ id: string }>('subscribers')
    await portal.payload.db.updateOne({ collection: 'subscribers', id: subscriber!.id, data: { locale: 'km' } })
    const title = { '@vi': 'Thông báo hai thứ tiếng', '@km': 'សេចក្តីជូនដំណឹង' }
    await portal.publish({ document: 'two', locales: ['vi', 'km'], fields: { title } })
    await portal.publish({ document: 'one', title: 'Thông báo một thứ tiếng' })
    const html = (await simpleParser((await morning()).raw)).html as string
    expect(html).toContain('<html lang="km">')
    expect(html).toMatch(/<h3><a [^>]*>សេចក្តីជូនដំណឹង<\/a>/)
    expect(html).toMatch(/<h3 lang="vi"><a [^>]*>Thông báo một thứ tiếng<\/a>/)
  })
})

describe('a letter', () => {
  beforeEach(() => start())

  const letter = {
    to: 'an@example.vn',
    date: new Date('2026-11-24T00:30:00Z'),
    messageId: 'x@example.vn',
    html: '<p>a</p>',
  }
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'a\r\nBcc: x@example.org',
      'a\nX-Evil: 1',
      'a\r\n\r\nbody',
      '\r\n.\r\nMAIL FROM:<x>',
      'a\u2028Bcc: x',
      'Hóa đơn \u202egpj.exe',
      'a\u0000b',
      'a\ud83d',
      '\udc00b',
      'An" <evil@example.org>, "',
      'An <evil@example.org>',
    ),
  )
  const namesIn = (bytes: Buffer) =>
    bytes
      .toString('latin1')
      .split('\r\n\r\n')[0]!
      .split(/\r\n(?![ \t])/)
      .map((line) => line.slice(0, line.indexOf(':')).toLowerCase())

  it('gets no header, recipient or hidden character from any text in it', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (subject, text) => {
        const bytes = await compose({ ...letter, from: 'Công Bố <no-reply@example.vn>', subject, text })
        const names = namesIn(bytes)
        expect(new Set(names).size).toBe(names.length)
        for (const name of names) expect(OURS).toContain(name)
        expect(names).toContain('to')
        const read = await simpleParser(bytes)
        expect(read.to).toMatchObject({ value: [{ address: 'an@example.vn' }] })
        expect(read.subject ?? '').not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u)
        expect((read.subject ?? '').length).toBeLessThanOrEqual(78)
      }),
      { numRuns: 200 },
    )
  })

  it('has one sender, whatever stands in the sender’s name', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (name) => {
        const from = `${name.replace(/[<>]/g, '')} <no-reply@example.vn>`
        const bytes = await compose({ ...letter, from, subject: 'a', text: 'a' }).catch((error: Error) => error)
        // A line break in a name is no sender at all.
        if (bytes instanceof Error) {
          expect(bytes.message).toContain('mailFrom')
          return
        }
        for (const found of namesIn(bytes)) expect(OURS).toContain(found)
        const { from: read } = await simpleParser(bytes)
        expect(read?.value.map(({ address }) => address)).toEqual(['no-reply@example.vn'])
        expect(read?.value[0]?.name ?? '').not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u)
      }),
      { numRuns: 200 },
    )
  })

  it.each(['an@example.vn, binh@example.vn', 'an@example.vn\r\nBcc: x@example.org', 'An <an@example.vn>', '', 'an'])(
    'is not made for %j, which is no single address',
    async (to) => {
      const made = compose({ ...letter, to, from: 'no-reply@example.vn', subject: 'a', text: 'a' })
      await expect(made).rejects.toThrow()
    },
  )
})

describe('without a relay', () => {
  it('mails become files that only their owner reads', async () => {
    await start({ smtpUrl: undefined })
    await portal.publish(PLAN)
    portal.clock.set(NEXT_MORNING)
    expect((await tick(portal)).sent.accepted).toBe(1)
    const folder = path.join(portal.dir, 'mail')
    const [file, ...others] = readdirSync(folder)
    expect(others).toEqual([])
    expect(statSync(path.join(folder, file!)).mode & 0o777).toBe(0o600)
    const mail = await simpleParser(readFileSync(path.join(folder, file!)))
    expect(mail.text).toContain('84/KH-UBND')
  })

  it('and without a folder to write to, they wait', async () => {
    await start({ smtpUrl: undefined })
    await portal.publish(PLAN)
    writeFileSync(path.join(portal.dir, 'mail'), 'in the way')
    portal.clock.set(NEXT_MORNING)
    expect((await tick(portal)).relay).toBe('down')
    expect(await portal.rows('deliveries')).toMatchObject([{ state: 'pending', attempts: 0 }])
  })
})

describe("Payload's own mails", () => {
  it('go through the same relay, or into the same folder', async () => {
    await start()
    await portal.payload.sendEmail({ to: 'head@example.vn', subject: 'Đặt lại mật khẩu', text: 'x' })
    expect((await mailbox.parsed())[0]).toMatchObject({ subject: 'Đặt lại mật khẩu' })
    await portal.stop()
    await start({ smtpUrl: undefined })
    await portal.payload.sendEmail({ to: 'head@example.vn', subject: 'Đặt lại mật khẩu', text: 'x' })
    expect(readdirSync(path.join(portal.dir, 'mail'))).toHaveLength(1)
  })
})

import { HtmlValidate } from 'html-validate'
import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tick } from '../../plugins/digest/index.ts'
import { type Mailbox, startMailbox } from './support/mailbox.ts'
import { type Portal, startPortal } from './support/portal.ts'
import { join, linkIn } from './support/subscriber.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const A_MORNING = '2026-11-24T00:30:00.000Z'

let mailbox: Mailbox
let portal: Portal
beforeEach(async () => {
  mailbox = await startMailbox()
  portal = await startPortal({ smtpUrl: mailbox.url })
})
afterEach(async () => {
  await portal.stop()
  await mailbox.close()
})

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: { 'form-dup-name': ['error', { shared: ['checkbox'] }] },
})
const faultsIn = async (html: string) =>
  (await validator.validateString(html)).results.flatMap((result) =>
    result.messages.map((message) => `${message.line}: ${message.ruleId} ${message.message}`),
  )

const post = (path: string, body?: string, headers: Record<string, string> = FORM) =>
  portal.ask('POST', path, { body, headers })
const confirmLink = async (): Promise<string> => {
  const mail = await simpleParser(mailbox.mails.at(-1)!.raw)
  return linkIn(mail.text!, '/subscriptions/confirm/')
}
/** Everything stored about people, so that two moments can be compared. */
const everything = async () =>
  JSON.stringify(
    await Promise.all(
      ['subscribers', 'subscriptions', 'consent-events', 'deliveries', 'digest-tokens', 'suppressions'].map((name) =>
        portal.rows(name),
      ),
    ),
  )
const digestTo = async (email: string) => {
  await join(portal, mailbox, email)
  await portal.publish({ document: 'a' })
  portal.clock.set(A_MORNING)
  await tick(portal)
  return simpleParser(mailbox.mails.at(-1)!.raw)
}

describe('the form', () => {
  it('is valid HTML, ticks no box beforehand, and works without a script', async () => {
    const answer = await portal.ask('GET', '/subscriptions')
    const text = await answer.text()
    expect(await faultsIn(text)).toEqual([])
    expect(text).not.toMatch(/<script|\schecked| on\w+=|style=/)
    expect(text).toContain('<html lang="vi">')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    const style = await portal.ask('GET', '/subscriptions/style.css')
    expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8')
  })

  it('comes back with what was typed and what is wrong, each fault leading to its field', async () => {
    const answer = await post('/subscriptions', 'email=nguyen%40&topics=tro-giup-phap-ly&collections=notices&locale=km')
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(await faultsIn(text)).toEqual([])
    expect(text).toContain('value="nguyen@"')
    expect(text).toContain('<a href="#email">')
    expect(text).toMatch(/id="email"[^>]*aria-describedby="email-hint email-fault" aria-invalid="true"/)
    expect(text).toMatch(/value="tro-giup-phap-ly" checked/)
    expect(text).toMatch(/<option value="km" lang="km" selected>/)
  })

  it('puts what was typed back as text, never as markup', async () => {
    const hostile = '"><script>alert(1)</script>'
    const text = await (await post('/subscriptions', `email=${encodeURIComponent(hostile)}`)).text()
    expect(text).not.toContain('<script>')
    expect(text).toContain('&quot;&gt;&lt;script&gt;')
  })
})

describe('a request', () => {
  it.each([
    [{ email: 'nguyen' }, 'EMAIL_INVALID'],
    [{ email: 'a@example.vn\r\nBcc: b@example.vn' }, 'EMAIL_INVALID'],
    [{ email: ['a@example.vn'] }, 'EMAIL_INVALID'],
    [{ cadence: 'weekly' }, 'CADENCE_NOT_OFFERED'],
    [{ locale: 'fr' }, 'LOCALE_UNKNOWN'],
    [{ filter: { topics: ['khong-co'] } }, 'FILTER_UNKNOWN'],
    [{ filter: { $where: ['1'] } }, 'FILTER_UNKNOWN'],
  ])('with %j is refused as %s, and nothing is stored', async (more, code) => {
    const answer = await portal.subscribe('an@example.vn', more)
    expect(answer.status).toBe(422)
    const { errors } = (await answer.json()) as { errors: { code: string; message: string }[] }
    expect(errors).toMatchObject([{ code, message: expect.stringMatching(/\S/) }])
    expect(await portal.rows('subscribers')).toEqual([])
  })

  it.each([
    ['is broken', 400, 'BODY_INVALID', '{'],
    ['is a list', 400, 'BODY_INVALID', '[]'],
    ['is huge', 413, 'BODY_TOO_LARGE', `{"email":"${'a'.repeat(70_000)}"}`],
  ])('whose body %s is refused with %i %s', async (_, status, code, body) => {
    const answer = await post('/subscriptions', body, { 'content-type': 'application/json' })
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ errors: [{ code }] })
  })

  it('is answered the same for a new, a waiting, an active, a departed and a suppressed address', async () => {
    await digestTo('active@example.vn')
    const gone = await digestTo('gone@example.vn')
    await post(linkIn(gone.text!, '/u/'))
    await portal.subscribe('waiting@example.vn')
    await tick(portal)
    await portal.subscribe('dead@example.vn')
    mailbox.refuse.recipient = '550 5.1.1 unknown'
    await tick(portal)
    mailbox.refuse.recipient = undefined
    expect(await portal.rows('suppressions')).toHaveLength(1)
    const answers: string[] = []
    const times: number[] = []
    for (const name of ['new', 'waiting', 'active', 'gone', 'dead']) {
      const started = performance.now()
      const answer = await portal.subscribe(`${name}@example.vn`)
      times.push(performance.now() - started)
      answers.push(`${answer.status} ${[...answer.headers].join()} ${await answer.text()}`)
    }
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toMatch(/^202 /)
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(100)
    expect(Math.min(...times)).toBeGreaterThan(240)
  })

  it('mails no suppressed address', async () => {
    await portal.subscribe('dead@example.vn')
    mailbox.refuse.recipient = '550 5.1.1 unknown'
    await tick(portal)
    mailbox.refuse.recipient = undefined
    await portal.subscribe('dead@example.vn')
    await tick(portal)
    expect(mailbox.mails).toEqual([])
  })

  it('sends at most three confirmation mails to an address in a day, whatever it asks for and however often at once', async () => {
    const ask = (filter: object, email: string) => portal.subscribe(email, { filter })
    await Promise.all([
      ask({}, 'an@example.vn'),
      ask({ collections: ['notices'] }, 'An@Example.vn'),
      ask({ topics: ['tro-giup-phap-ly'] }, 'AN@EXAMPLE.VN'),
      ask({ collections: ['directives'] }, ' an@example.vn '),
      ask({}, 'an@example.vn'),
    ])
    await tick(portal)
    expect(mailbox.mails).toHaveLength(3)
    portal.clock.set('2026-11-24T03:00:00.001Z')
    await ask({}, 'an@example.vn')
    await tick(portal)
    expect(mailbox.mails).toHaveLength(4)
  })

  it('that fills in the field nobody sees is thanked and forgotten', async () => {
    const answer = await portal.subscribe('bot@example.vn', { website: 'http://x' })
    expect(answer.status).toBe(202)
    expect(await portal.rows('subscribers')).toEqual([])
  })

  it('is counted by network, a typing error aside', async () => {
    await portal.stop()
    portal = await startPortal({ smtpUrl: mailbox.url, requestsPerHour: 2 })
    const asked = async (email: string, ip?: string) =>
      (await portal.ask('POST', '/subscriptions', { ip, headers: FORM, body: `email=${email}` })).status
    expect(await asked('nobody')).toBe(422)
    expect(await asked('a@example.vn')).toBe(202)
    expect(await asked('b@example.vn', '203.0.113.99')).toBe(202)
    expect(await asked('c@example.vn')).toBe(429)
    expect(await asked('d@example.vn', '198.51.100.1')).toBe(202)
    portal.clock.set('2026-11-23T04:00:00.000Z')
    expect(await asked('c@example.vn')).toBe(202)
    expect(await portal.rows('subscribers')).toHaveLength(4)
  })
})

describe('a confirmation', () => {
  it('changes nothing when its page is opened a hundred times, and everything when its button is pressed', async () => {
    await portal.subscribe('an@example.vn', { filter: { topics: ['tro-giup-phap-ly'] }, locale: 'km' })
    await tick(portal)
    const link = await confirmLink()
    const before = await everything()
    const pages = await Promise.all(Array.from({ length: 100 }, () => portal.ask('GET', link)))
    expect(await everything()).toBe(before)
    const text = await pages[0]!.text()
    expect(await faultsIn(text)).toEqual([])
    expect(text).toContain('a***@example.vn')
    expect(text).toContain('Chủ đề: Trợ giúp pháp lý')
    expect(pages[0]!.headers.get('referrer-policy')).toBe('no-referrer')
    expect(pages[0]!.headers.get('x-robots-tag')).toContain('noindex')
    expect(pages[0]!.headers.get('cache-control')).toBe('no-store')

    expect((await post(link)).status).toBe(200)
    expect(await portal.rows('subscribers')).toMatchObject([{ state: 'active', locale: 'km' }])
    expect(await portal.rows('subscriptions')).toMatchObject([
      { state: 'active', cadence: 'daily', filter: '{"topics":["tro-giup-phap-ly"]}' },
    ])
  })

  it('is proven by the exact text, its version and hash, and names no address', async () => {
    await join(portal, mailbox, 'an@example.vn')
    const [proof] = await portal.rows<Record<string, string>>('consent-events')
    expect(proof).toMatchObject({ type: 'confirmed', how: 'page', network: '203.0.113.0/24' })
    expect(proof!.text).toContain('rút lại sự đồng ý')
    expect(proof!.textSha256).toMatch(/^[0-9a-f]{64}$/)
    expect(proof!.textVersion).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(JSON.stringify(proof)).not.toContain('an@example.vn')
  })

  it('pressed twice is one, and does not bring back somebody who left', async () => {
    await portal.subscribe('an@example.vn')
    await tick(portal)
    const link = await confirmLink()
    await Promise.all([post(link), post(link)])
    expect(await portal.rows('consent-events')).toHaveLength(1)
    await portal.publish({ document: 'a' })
    portal.clock.set(A_MORNING)
    await tick(portal)
    const digest = await simpleParser(mailbox.mails.at(-1)!.raw)
    await post(linkIn(digest.text!, '/u/'))
    expect((await post(link)).status).toBe(200)
    expect(await portal.rows('subscribers')).toMatchObject([{ state: 'left' }])
  })

  it('to words that changed since shows the new ones first', async () => {
    await portal.subscribe('an@example.vn')
    await tick(portal)
    const link = await confirmLink()
    const answer = await post(link, 'consent=1999-01-01')
    expect(await answer.text()).toContain('Tôi đồng ý')
    expect(await portal.rows('subscriptions')).toEqual([])
  })

  it('that is not made in 48 hours is impossible, and the address is forgotten', async () => {
    await portal.subscribe('an@example.vn')
    await tick(portal)
    const link = await confirmLink()
    portal.clock.set('2026-11-25T03:00:00.000Z')
    expect((await portal.ask('GET', link)).status).toBe(410)
    expect((await post(link)).status).toBe(410)
    portal.clock.set('2026-11-25T03:00:00.001Z')
    await tick(portal)
    for (const name of ['subscribers', 'digest-tokens', 'deliveries']) expect(await portal.rows(name)).toEqual([])
  })

  it('by a link that we never gave out is a clear page', async () => {
    for (const path of ['/subscriptions/confirm/0', '/subscriptions/confirm/%E0%A4%A', '/u/x', '/u/%00']) {
      const answer = await portal.ask('GET', path)
      expect([404, 410]).toContain(answer.status)
      expect(await faultsIn(await answer.text())).toEqual([])
      expect([404, 410]).toContain((await post(path)).status)
    }
  })

  it('keeps of its link only a hash', async () => {
    await portal.subscribe('an@example.vn')
    await tick(portal)
    const secret = (await confirmLink()).split('/').at(-1)!
    expect(secret.length * 4).toBeGreaterThanOrEqual(128)
    expect(await everything()).not.toContain(secret)
  })
})

describe('leaving', () => {
  it.each([
    ['urlencoded', 'List-Unsubscribe=One-Click', FORM],
    [
      'multipart',
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
      { 'content-type': 'multipart/form-data; boundary=x', origin: 'https://mail.example.com' },
    ],
    ['a broken body', '--', { 'content-type': 'multipart/form-data' }],
  ])('takes one click, sent as %s from anywhere, without a cookie', async (_, body, headers) => {
    const mail = await digestTo('an@example.vn')
    const link = linkIn(mail.text!, '/u/')
    const answer = await post(link, body, headers as Record<string, string>)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(await portal.rows('subscribers')).toMatchObject([{ state: 'left' }])
    expect(await portal.rows('subscriptions')).toMatchObject([{ state: 'ended' }])
    expect((await portal.rows<{ type: string; how: string }>('consent-events')).at(-1)).toMatchObject({
      type: 'withdrawn',
      how: 'one-click',
    })
    await portal.publish({ document: 'b' })
    portal.clock.set('2026-11-25T00:30:00.000Z')
    const before = mailbox.mails.length
    await tick(portal)
    expect(mailbox.mails).toHaveLength(before)
  })

  it('changes nothing by opening the page, is harmless to repeat, and works years later', async () => {
    const mail = await digestTo('an@example.vn')
    const link = linkIn(mail.text!, '/u/')
    const before = await everything()
    const page = await portal.ask('GET', link)
    expect(await faultsIn(await page.text())).toEqual([])
    expect(await everything()).toBe(before)
    portal.clock.set('2036-11-24T00:30:00.000Z')
    await tick(portal)
    expect((await post(link, 'how=page')).status).toBe(200)
    expect((await post(link, 'how=page')).status).toBe(200)
    expect(
      (await portal.rows<{ type: string }>('consent-events')).filter((row) => row.type === 'withdrawn'),
    ).toHaveLength(1)
  })

  it('lets a person come back, from then on', async () => {
    const mail = await digestTo('an@example.vn')
    await post(linkIn(mail.text!, '/u/'))
    await portal.publish({ document: 'while-away' })
    portal.clock.set('2026-11-24T05:00:00.000Z')
    await join(portal, mailbox, 'an@example.vn')
    await portal.publish({ document: 'back' })
    portal.clock.set('2026-11-25T00:30:00.000Z')
    mailbox.mails.length = 0
    await tick(portal)
    const [digest] = await mailbox.parsed()
    expect(digest!.text).toContain('Thông báo back')
    expect(digest!.text).not.toContain('while-away')
  })
})

describe('who may read what, over the API', () => {
  const login = async (role: string) => {
    const email = `${role}@example.org`
    await portal.payload.create({ collection: 'users', data: { email, password: 'mat-khau-dai', role } } as never)
    return portal.login(email, 'mat-khau-dai')
  }
  const OWN = [
    'subscribers',
    'subscriptions',
    'consent-events',
    'digest-runs',
    'deliveries',
    'suppressions',
    'digest-tokens',
  ]

  it('nobody without a login, nobody of another role, and nobody the links', async () => {
    await digestTo('an@example.vn')
    const editor = await login('editor')
    const officer = await login('mail-officer')
    for (const name of OWN) {
      expect((await portal.rest('GET', `/${name}`)).status).toBe(401)
      expect((await portal.rest('GET', `/${name}`, { token: editor })).status).toBe(403)
      const seen = await portal.rest('GET', `/${name}`, { token: officer })
      expect(seen.status).toBe(name === 'digest-tokens' ? 403 : 200)
    }
  })

  it('an auditor everything but addresses, not even by asking round the corner', async () => {
    await digestTo('an@example.vn')
    const auditor = await login('auditor')
    for (const name of OWN.filter((one) => one !== 'digest-tokens')) {
      const { status, body } = await portal.rest('GET', `/${name}?depth=2&showHiddenFields=true`, { token: auditor })
      expect(status).toBe(200)
      expect(JSON.stringify(body)).not.toContain('an@example.vn')
    }
    for (const query of ['where[email][like]=an', 'where[emailKey][equals]=an@example.vn', 'sort=emailKey'])
      expect((await portal.rest('GET', `/subscribers?${query}`, { token: auditor })).status).toBeGreaterThanOrEqual(400)
    const officer = await login('mail-officer')
    expect(JSON.stringify((await portal.rest('GET', '/subscribers', { token: officer })).body)).toContain(
      'an@example.vn',
    )
    const { body } = await portal.rest('GET', '/deliveries?showHiddenFields=true', { token: officer })
    expect(JSON.stringify(body)).not.toMatch(/"mime"|"token"/)
  })

  it('and nobody writes, not even past the access functions', async () => {
    await digestTo('an@example.vn')
    const officer = await login('mail-officer')
    for (const name of OWN) {
      const [row] = await portal.rows<{ id: string }>(name)
      expect((await portal.rest('POST', `/${name}`, { token: officer, body: { key: 'x' } })).status).toBe(403)
      if (!row) continue
      for (const method of ['PATCH', 'DELETE'])
        expect(
          (await portal.rest(method, `/${name}/${row.id}`, { token: officer, body: { state: 'left' } })).status,
        ).toBe(403)
      const forced = portal.payload.delete({ collection: name, id: row.id, overrideAccess: true } as never)
      await expect(forced).rejects.toMatchObject({ status: 403 })
    }
  })
})

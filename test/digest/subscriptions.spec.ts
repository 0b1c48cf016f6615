import { simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import { tick } from '../../plugins/digest/index.ts'
import { faultsIn } from './support/html.ts'
import { eachOnItsOwn, insteadWith, mailbox, portal } from './support/standing.ts'
import { digestTo, everythingAbout, join, linkIn } from './support/subscriber.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const A_MORNING = '2026-11-24T00:30:00.000Z'

eachOnItsOwn()

const post = (path: string, body?: string, headers: Record<string, string> = FORM) =>
  portal.ask('POST', path, { body, headers })
const confirmLink = async (): Promise<string> => {
  const mail = await simpleParser(mailbox.mails.at(-1)!.raw)
  return linkIn(mail.text!, '/subscriptions/confirm/')
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

  it('opens with what a link to it has chosen, and nothing that is not in it', async () => {
    const text = await (
      await portal.ask('GET', '/subscriptions?lang=km&topics=tro-giup-phap-ly&collections=notices&topics=%3Cscript%3E')
    ).text()
    expect(await faultsIn(text)).toEqual([])
    expect([...text.matchAll(/value="([^"]*)" checked/g)].map(([, value]) => value)).toEqual([
      'notices',
      'tro-giup-phap-ly',
    ])
    expect(text).not.toContain('<script')
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
    [{ cadence: 'hourly' }, 'CADENCE_NOT_OFFERED'],
    [{ cadence: ['daily'] }, 'CADENCE_NOT_OFFERED'],
    [{ filter: { languages: ['fr'] } }, 'FILTER_UNKNOWN'],
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
    await digestTo(portal, mailbox, 'active@example.vn')
    const gone = await digestTo(portal, mailbox, 'gone@example.vn')
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
      // Use the fastest of several attempts: load on the machine can only add to the code's own time.
      const tries: number[] = []
      for (let attempt = 0; attempt < 4; attempt += 1) {
        const started = performance.now()
        const answer = await portal.subscribe(`${name}${name === 'new' ? attempt : ''}@example.vn`)
        tries.push(performance.now() - started)
        answers.push(`${answer.status} ${[...answer.headers].join()} ${await answer.text()}`)
      }
      times.push(Math.min(...tries))
    }
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toMatch(/^202 /)
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(150)
    expect(Math.min(...times)).toBeGreaterThan(240)
  }, 90_000)

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

  it('counts tags and dots of one mailbox together, and mails to the address that was typed', async () => {
    for (const tag of ['', '+a', '+b', '+c', '+d']) await portal.subscribe(`an${tag}@example.vn`)
    for (const name of ['b.inh', 'bi.nh+x', 'binh', 'b.i.n.h']) await portal.subscribe(`${name}@gmail.com`)
    await portal.subscribe('b.inh@example.vn')
    await tick(portal)
    const to = mailbox.mails
      .flatMap((mail) => mail.to)
      .map(String)
      .join(' ')
    expect(mailbox.mails).toHaveLength(7)
    for (const address of ['an+b@example.vn', 'bi.nh+x@gmail.com', 'b.inh@example.vn']) expect(to).toContain(address)
    portal.clock.set('2026-11-24T03:00:00.001Z')
    await portal.subscribe('an+d@example.vn')
    await tick(portal)
    expect(mailbox.mails).toHaveLength(8)
  })

  it('that fills in the field nobody sees is thanked and forgotten', async () => {
    const answer = await portal.subscribe('bot@example.vn', { website: 'http://x' })
    expect(answer.status).toBe(202)
    expect(await portal.rows('subscribers')).toEqual([])
  })

  it('is counted by network, a typing error aside', async () => {
    await insteadWith({ requestsPerHour: 2 })
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
    const before = await everythingAbout(portal)
    const pages = await Promise.all(Array.from({ length: 100 }, () => portal.ask('GET', link)))
    expect(await everythingAbout(portal)).toBe(before)
    const text = await pages[0]!.text()
    expect(await faultsIn(text)).toEqual([])
    expect(text).toContain('a***@example.vn')
    expect(text).toContain('<html lang="km">')
    expect(text).toContain('ប្រធានបទ៖ ជំនួយផ្នែកច្បាប់')
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
    expect(await everythingAbout(portal)).not.toContain(secret)
  })
})

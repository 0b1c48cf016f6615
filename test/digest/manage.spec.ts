import { describe, expect, it } from 'vitest'
import { faultsIn } from './support/html.ts'
import { active, at, eachOnItsOwn, mailbox, managed, portal } from './support/standing.ts'
import { everythingAbout, join, press } from './support/subscriber.ts'

const ADDRESS = 'an@example.vn'

eachOnItsOwn()

const pageOf = async (link: string) => (await portal.ask('GET', link)).text()

describe('the page to manage subscriptions', () => {
  it('is valid HTML, works without a script, and changes nothing by being opened', async () => {
    const link = await managed()
    const before = await everythingAbout(portal)
    for (const lang of ['', '?lang=km', '?lang=zh', '?lang=en']) {
      const answer = await portal.ask('GET', `${link}${lang}`)
      const text = await answer.text()
      expect(answer.status).toBe(200)
      expect(await faultsIn(text)).toEqual([])
      expect(text).not.toMatch(/<script| on\w+=|style=/)
      expect(text).toContain('a***@example.vn')
      expect(text).not.toContain(ADDRESS)
      expect(answer.headers.get('x-robots-tag')).toContain('noindex')
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
    expect(await everythingAbout(portal)).toBe(before)
  })

  it('opens by no link but one of its owner, and for 30 days', async () => {
    const link = await managed()
    for (const path of ['/subscriptions/manage/0', '/subscriptions/manage/%E0%A4%A', link.replace('manage', 'confirm')])
      expect((await portal.ask('GET', path)).status).toBe(410)
    const secret = link.split('/').at(-1)!
    expect(secret.length * 4).toBeGreaterThanOrEqual(128)
    expect(await everythingAbout(portal)).not.toContain(secret)
    portal.clock.set('2026-12-24T00:29:59.999Z')
    expect((await portal.ask('GET', link)).status).toBe(200)
    portal.clock.set('2026-12-24T00:30:00.000Z')
    const gone = await portal.ask('GET', link)
    expect(gone.status).toBe(410)
    expect(await gone.text()).toContain('/subscriptions/link')
    expect((await press(portal, link, 'erase', { sure: '1' })).status).toBe(410)
    expect(await portal.rows('subscribers')).toHaveLength(1)
  })

  it('changes what is sent from now on, and keeps the proof', async () => {
    const link = await managed()
    const [before] = await active()
    await portal.publish({ document: 'earlier' })
    const fields = { subscription: before!.key, cadence: 'daily', collections: 'directives' }
    const answer = await press(portal, link, 'change', fields)
    expect(await answer.text()).toContain('role="status"')
    await portal.publish({ document: 'later' })
    await portal.publish({ document: 'plan', collection: 'directives', title: 'Kế hoạch' })
    expect(await active()).toMatchObject([{ filter: '{"collections":["directives"]}', cadence: 'daily' }])
    mailbox.mails.length = 0
    await at('2026-11-25T00:30:00.000Z')
    const [mail] = await mailbox.parsed()
    expect(mail!.text).toMatch(/Thông báo earlier\n.*\n.*mọi nội dung mới/)
    expect(mail!.text).toMatch(/Kế hoạch\n.*\n.*Loại nội dung: Văn bản chỉ đạo/)
    expect(mail!.text).not.toContain('Thông báo later')
    expect(await portal.rows('consent-events', { type: { equals: 'changed' } })).toMatchObject([{ how: 'manage' }])
  })

  it('adds one more, by a consent of its own', async () => {
    const link = await managed()
    const add = (consent: string) =>
      press(portal, link, 'add', { cadence: 'weekly', topics: 'tro-giup-phap-ly', languages: 'km', consent })
    expect((await add('1999-01-01')).status).toBe(422)
    expect(await active()).toHaveLength(1)
    const [, version] = /name="consent" value="([^"]+)"/.exec(await pageOf(link))!
    await Promise.all([add(version!), add(version!)])
    expect((await active()).map(({ cadence, filter }) => [cadence, filter])).toContainEqual([
      'weekly',
      '{"topics":["tro-giup-phap-ly"],"languages":["km"]}',
    ])
    const proofs = await portal.rows<{ how: string; text: string }>('consent-events', { how: { equals: 'manage' } })
    expect(proofs).toHaveLength(1)
    expect(proofs[0]!.text).toContain('rút lại sự đồng ý')
  })

  it('adds no more than somebody can keep track of', async () => {
    const link = await managed()
    const [, consent] = /name="consent" value="([^"]+)"/.exec(await pageOf(link))!
    const chosen = (boxes: Record<string, string>) =>
      Object.fromEntries(Object.entries(boxes).filter(([, value]) => value))
    const filters = ['vi', 'km', 'en'].flatMap((languages) =>
      ['directives', 'notices'].flatMap((collections) =>
        ['', 'tro-giup-phap-ly'].flatMap((topics) =>
          ['', '92'].map((territories) => chosen({ languages, collections, topics, territories })),
        ),
      ),
    )
    const add = (filter: Record<string, string>) => press(portal, link, 'add', { ...filter, consent: consent! })
    for (const filter of filters.slice(0, 19)) expect((await add(filter)).status).toBe(200)
    const refused = await add(filters[19]!)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('số đăng ký nhiều nhất')
    expect(await active()).toHaveLength(20)
    expect((await press(portal, link, 'add', { ...filters[0], cadence: 'weekly', consent: consent! })).status).toBe(200)

    await portal.publish({
      document: 'b',
      collection: 'directives',
      locales: ['vi', 'km', 'en'],
      fields: { territories: [{ collection: 'territories', key: '92' }] },
    })
    await at('2026-11-25T00:30:00.000Z')
    const { text } = (await mailbox.parsed()).at(-1)!
    expect(text!.match(/ \/ /g)).toHaveLength(3)
    expect(text).toContain(' / ….')
  })

  it('ends one, and with the last one the person has left and can come back', async () => {
    const link = await managed()
    const [first] = await active()
    await press(portal, link, 'leave-one', { subscription: first!.key })
    expect(await active()).toEqual([])
    expect(await portal.rows('subscribers')).toMatchObject([{ state: 'left' }])
    const text = await pageOf(link)
    expect(text).toContain('Bạn không còn đăng ký nào.')
    const [, consent] = /name="consent" value="([^"]+)"/.exec(text)!
    await press(portal, link, 'add', { cadence: 'daily', consent: consent! })
    expect(await portal.rows('subscribers')).toMatchObject([{ state: 'active' }])
  })

  it('leaves everything at once', async () => {
    const link = await managed()
    await portal.publish({ document: 'b' })
    expect((await press(portal, link, 'leave')).status).toBe(200)
    await at('2026-11-25T00:30:00.000Z')
    expect(mailbox.mails).toHaveLength(1)
    expect(await portal.rows('subscribers')).toMatchObject([{ state: 'left' }])
  })

  it('chooses the language of the mails, and speaks it', async () => {
    const link = await managed()
    await press(portal, link, 'locale', { locale: 'km' })
    expect(await pageOf(link)).toContain('<html lang="km">')
    await portal.publish({ document: 'b' })
    await at('2026-11-25T00:30:00.000Z')
    expect((await mailbox.parsed()).at(-1)!.text).toContain('ផ្ញើជូនអ្នកនូវមាតិកាដែលទើបប្រកាស')
  })

  it.each([
    ['change', { subscription: 'x', cadence: 'daily' }, []],
    ['change', { cadence: 'hourly' }, ['s1-cadence']],
    ['change', { cadence: 'hourly', topics: 'khong-co' }, ['s1-cadence', 's1-topics']],
    ['change', { territories: 'khong-co' }, ['s1-territories']],
    ['add', { cadence: 'daily', topics: 'khong-co' }, ['new-topics']],
    ['add', { cadence: 'daily', consent: '1999-01-01' }, ['new-consent']],
    ['locale', { locale: 'fr' }, ['locale']],
    ['pause', { until: '2020-01-01' }, ['until']],
    ['pause', { until: 'mai' }, ['until']],
    ['erase', { never: '1' }, ['sure']],
    ['constructor', {}, []],
    ['', {}, []],
  ])('refuses %s with %j, says why at its top and beside %j, and changes nothing', async (action, fields, places) => {
    const link = await managed()
    const [first] = await active()
    const before = await everythingAbout(portal)
    const answer = await press(portal, link, action, { subscription: first!.key, ...fields } as Record<string, string>)
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(await faultsIn(text)).toEqual([])
    const beside = [...text.matchAll(/<p class="fault" id="(.+?)-fault">(.+?)<\/p>/g)]
    expect(beside.map(([, place]) => place)).toEqual(places)
    for (const [, place, said] of beside) {
      expect(text).toContain(`<li><a href="#${place}">${said}</a></li>`)
      expect(text).toContain(`id="${place}"`)
      expect(text).toMatch(new RegExp(`aria-describedby="[^"]*\\b${place}-fault"`))
    }
    expect(await everythingAbout(portal)).toBe(before)
  })

  it('shows what was filled in again when it refuses it', async () => {
    const link = await managed()
    const [first] = await active()
    const again = async (action: string, fields: Record<string, string>) =>
      (await press(portal, link, action, fields)).text()
    const changed = await again('change', {
      subscription: first!.key,
      cadence: 'weekly',
      topics: 'x',
      territories: '92',
    })
    expect(changed).toMatch(/id="s1-cadence".*value="weekly" selected/)
    expect(changed).toMatch(/id="s1-territories-0"[^>]* checked/)
    expect(changed).not.toMatch(/id="new-territories-0"[^>]* checked/)
    const added = await again('add', { cadence: 'weekly', collections: 'notices', consent: 'old' })
    expect(added).toMatch(/<details open>\s*<summary><h2>/)
    expect(added).toMatch(/id="new-collections-1"[^>]* checked/)
    expect(await again('pause', { until: '2026-11-24' })).toMatch(
      /id="until"[^>]* value="2026-11-24" aria-describedby="until-fault" aria-invalid="true"/,
    )
    const erasing = await again('erase', { never: '1' })
    expect(erasing).toMatch(/id="never"[^>]* checked/)
    expect(erasing).toMatch(/id="sure"[^>]* aria-describedby="sure-fault" aria-invalid="true"/)
  })

  it('touches nobody else’s subscriptions', async () => {
    const link = await managed()
    await join(portal, mailbox, 'binh@example.vn')
    const other = (await active()).find((row) => row.cadence === 'daily' && !link.includes(row.key))
    const rows = await active()
    const [subscriber] = await portal.rows<{ ref: string }>('subscribers', { emailKey: { equals: 'binh@example.vn' } })
    const theirs = rows.find((row) => row.key.startsWith(subscriber!.ref))!
    expect(other).toBeDefined()
    await press(portal, link, 'leave-one', { subscription: theirs.key })
    expect((await press(portal, link, 'change', { subscription: theirs.key, cadence: 'weekly' })).status).toBe(422)
    expect(await active()).toEqual(rows)
  })
})

describe('a pause', () => {
  it('holds everything until its day, and sends nothing of it later', async () => {
    const link = await managed()
    await press(portal, link, 'pause', { until: '2026-11-26' })
    expect(await pageOf(link)).toContain('gửi lại từ 26/11/2026')
    await portal.publish({ document: 'during' })
    await at('2026-11-25T00:30:00.000Z')
    expect(mailbox.mails).toHaveLength(1)
    await portal.publish({ document: 'last-day' })
    await at('2026-11-26T00:30:00.000Z')
    const [, mail] = await mailbox.parsed()
    expect(mail!.text).toContain('Thông báo last-day')
    expect(mail!.text).not.toContain('Thông báo during')
  })

  it('without a day lasts until its owner resumes', async () => {
    const link = await managed()
    await press(portal, link, 'pause')
    await portal.publish({ document: 'b' })
    await at('2026-11-25T00:30:00.000Z')
    await press(portal, link, 'resume')
    await portal.publish({ document: 'c' })
    await at('2026-11-26T00:30:00.000Z')
    expect((await mailbox.parsed()).at(-1)!.text).toContain('Thông báo c')
    expect(mailbox.mails).toHaveLength(2)
  })

  it('between the making of a mail and its hand-over keeps its entries for afterwards', async () => {
    const link = await managed()
    await portal.publish({ document: 'b' })
    mailbox.refuse.recipient = '450 4.2.0 later'
    await at('2026-11-25T00:30:00.000Z')
    mailbox.refuse.recipient = undefined
    await press(portal, link, 'pause')
    await at('2026-11-25T00:40:00.000Z')
    expect(mailbox.mails).toHaveLength(1)
    await press(portal, link, 'resume')
    await at('2026-11-26T00:30:00.000Z')
    expect((await mailbox.parsed()).at(-1)!.text).toContain('Thông báo b')
  })
})

describe('the own data', () => {
  it('can be taken along whole, without what belongs to others or to the machinery', async () => {
    await join(portal, mailbox, 'binh@example.vn')
    const link = await managed()
    const answer = await press(portal, link, 'export')
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    const data = (await answer.json()) as Record<string, unknown>
    expect(data).toMatchObject({
      subscriber: { email: ADDRESS, state: 'active', locale: 'vi' },
      subscriptions: [{ cadence: 'daily', filter: {}, state: 'active' }],
      consents: [{ type: 'confirmed', how: 'page', request: { cadence: 'daily' } }],
      mails: [
        { kind: 'confirmation' },
        {
          kind: 'digest',
          state: 'accepted',
          entries: [{ document: 'notices:a', url: 'https://www.example.vn/thong-bao/a' }],
        },
      ],
    })
    expect(JSON.stringify(data)).not.toMatch(/binh@|"token"|"mime"|"hash"/)
  })
})

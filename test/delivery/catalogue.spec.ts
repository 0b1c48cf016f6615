import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ListFilter, Sort } from '../../plugins/delivery/catalogue/list.ts'
import { numberKey } from '../../plugins/delivery/catalogue/searchText.ts'
import type { Catalogue } from '../../plugins/delivery/readCatalogue.ts'
import type { PublicationKind } from '../../plugins/publications/index.ts'
import { catalogueOf, ownFolder } from './support/catalogue.ts'
import { memoryLog, plan, RULES } from './support/log.ts'

const NOW = '2026-06-01T00:00:00.000Z'
const LATEST: Sort = { name: '-publishedAt', column: 'published_at', descending: true }

const listed = (read: Catalogue, filter: Partial<ListFilter> = {}, sort = LATEST, now = NOW) =>
  read
    .list({ collection: 'plans', filter: { facets: {}, ...filter }, sort, limit: 100, from: { offset: 0 }, now })
    .documents.map(({ state }) => state.document)

/** Everything a reader can learn, ids of rows left out. */
const seen = (read: Catalogue) => ({
  log: read.log(0, 1000),
  documents: listed(read).map((key) => {
    const document = read.byKey('plans', key, NOW)!
    return {
      state: document.state,
      locales: document.locales,
      whole: read.whole(document),
      editions: read.editions(document),
      incoming: read.incoming(document, NOW).map(({ type, from }) => [type, from.state.document]),
    }
  }),
})

describe('what the log says is what the public sees', () => {
  it('shows an edition once it is published, and the next one in its place', async () => {
    const log = memoryLog()
    log.append({ document: 'a' }, plan({ title: 'Một' }))
    const { read, tail } = await catalogueOf(log)
    expect(read.light(read.byKey('plans', 'a', NOW)!, 'vi').title).toBe('Một')
    const first = log.rows[0]!
    log.append({ document: 'a', edition: 2, changeNote: 'Sửa tên' }, plan({ title: 'Hai' }))
    await tail()
    const document = read.byKey('plans', 'a', NOW)!
    expect(read.light(document, 'vi').title).toBe('Hai')
    expect(document.state).toMatchObject({ edition: 2, publishedAt: first.at, updatedAt: log.rows[1]!.at })
    expect(read.editions(document).map(({ edition, note }) => [edition, note])).toEqual([
      [2, 'Sửa tên'],
      [1, null],
    ])
  })

  it('shows nothing of a withdrawn document but its notice, and the same edition when it is restored', async () => {
    const log = memoryLog()
    const { contentHash } = log.append({ document: 'a' }, plan({ title: 'Một' }))
    log.append({ document: 'a', kind: 'withdrawn', changeNote: 'Nhầm số liệu', contentHash })
    const { read, tail } = await catalogueOf(log)
    expect(read.byKey('plans', 'a', NOW)).toBeUndefined()
    expect(read.byAddress('plans', { slug: 'a' }, NOW)).toBeUndefined()
    expect(listed(read)).toEqual([])
    expect(read.log(1, 1)[0]).toMatchObject({ kind: 'withdrawn', note: 'Nhầm số liệu' })
    log.append({ document: 'a', kind: 'restored', contentHash })
    await tail()
    expect(read.byKey('plans', 'a', NOW)!.state).toMatchObject({ edition: 1, updatedAt: log.rows[0]!.at, ended: null })
  })

  it('finds a document by every address it ever had', async () => {
    const log = memoryLog()
    log.append({ document: 'a', slug: 'ten-cu' }, plan({ title: 'Một' }))
    log.append({ document: 'a', slug: 'ten-moi', edition: 2 }, plan({ title: 'Một', slug: 'ten-moi' }))
    const { read } = await catalogueOf(log)
    for (const address of [{ slug: 'ten-cu' }, { slug: 'ten-moi' }, { url: '/ke-hoach/ten-cu' }])
      expect(read.byAddress('plans', address, NOW)?.state.url).toBe('/ke-hoach/ten-moi')
  })

  it('leaves out what is not marked public any more, whatever editions hold', async () => {
    const log = memoryLog()
    log.append({ document: 'a' }, plan({ title: 'Một', secret: 'CANARY', summary: { '@vi': 'Tóm tắt' } }))
    const { read } = await catalogueOf(log)
    expect(JSON.stringify(seen(read))).toContain('Tóm tắt')
    expect(JSON.stringify(seen(read))).not.toContain('CANARY')
    expect(listed(read, { match: read.match('canary') })).toEqual([])
  })

  it('drops links that run code, in rich text and in fields that hold an address', async () => {
    const log = memoryLog()
    const body = { html: '<p onclick="x">a<script>x</script></p>', lexical: { root: { type: 'root', children: [] } } }
    log.append({ document: 'a' }, plan({ title: 'Một', siteUrl: 'javascript:alert(1)', body: { '@vi': body } }))
    log.append({ document: 'b' }, plan({ title: 'Hai', siteUrl: 'https://example.vn' }))
    const { read } = await catalogueOf(log)
    const fieldsOf = (key: string) => read.whole(read.byKey('plans', key, NOW)!)
    expect(JSON.stringify(fieldsOf('a'))).not.toMatch(/javascript|onclick|<script/)
    expect(fieldsOf('b').siteUrl).toBe('https://example.vn')
  })

  it('keeps a document out of sight from the midnight after its last day in Viet Nam', async () => {
    const log = memoryLog()
    log.append({ document: 'a' }, plan({ title: 'Một', expiresOn: '2026-05-31' }))
    const { read } = await catalogueOf(log)
    const [before, after] = ['2026-05-31T16:59:59.999Z', '2026-05-31T17:00:00.000Z'] as const
    expect([listed(read, {}, LATEST, before), read.byKey('plans', 'a', before)?.state.document]).toEqual([['a'], 'a'])
    expect(read.nextExpiry(before)).toBe(after)
    expect([listed(read, {}, LATEST, after), read.byKey('plans', 'a', after)]).toEqual([[], undefined])
  })

  it('serves a file only while a live edition shows it', async () => {
    const log = memoryLog()
    const file = { sha256: 'f'.repeat(64), filename: 'a.pdf', mimeType: 'application/pdf', size: 3 }
    const shown = (read: Catalogue) => read.shownFile(file.sha256, 'a.pdf', NOW)?.mime
    const { contentHash } = log.append({ document: 'a' }, plan({ title: 'Một', files: [file] }))
    log.append({ document: 'b' }, plan({ title: 'Hai', files: [file] }))
    const { read, tail } = await catalogueOf(log)
    expect(shown(read)).toBe('application/pdf')
    expect(read.shownFile(file.sha256, 'b.pdf', NOW)).toBeUndefined()
    log.append({ document: 'a', kind: 'withdrawn', contentHash })
    await tail()
    expect(shown(read)).toBe('application/pdf')
    log.append({ document: 'b', edition: 2 }, plan({ title: 'Hai' }))
    await tail()
    expect(shown(read)).toBeUndefined()
  })

  it('tells a relation from both ends, among live documents only', async () => {
    const log = memoryLog()
    log.append({ document: 'old' }, plan({ title: 'Cũ' }))
    const relation = { type: 'replaces', target: { collection: 'plans', key: 'old' } }
    const { contentHash } = log.append({ document: 'new' }, plan({ title: 'Mới', relations: [relation] }))
    const { read, tail } = await catalogueOf(log)
    const incoming = () => read.incoming(read.byKey('plans', 'old', NOW)!, NOW).map(({ from }) => from.state.document)
    expect(incoming()).toEqual(['new'])
    log.append({ document: 'new', kind: 'withdrawn', contentHash })
    await tail()
    expect(incoming()).toEqual([])
  })

  it('leads from a redirected address to another one, and gives it to nobody else', async () => {
    const log = memoryLog()
    const { contentHash } = log.append({ document: 'a' }, plan({ title: 'Một' }))
    log.append({ document: 'b' }, plan({ title: 'Hai' }))
    log.append({ document: 'a', kind: 'redirected', url: '/ke-hoach/b', contentHash })
    const { read } = await catalogueOf(log)
    expect(listed(read)).toEqual(['b'])
    expect(read.addressed('/ke-hoach/a')?.state.ended).toMatchObject({ kind: 'redirected', to: '/ke-hoach/b' })
    expect(read.byAddress('plans', { url: '/ke-hoach/b' }, NOW)?.state.document).toBe('b')
  })
})

describe('lists', () => {
  const filled = async () => {
    const log = memoryLog()
    const add = (document: string, fields: Parameters<typeof plan>[0]) => log.append({ document }, plan(fields))
    add('a', { title: 'Triển khai Đề án', number: '84/KH-UBND', issuedOn: '2024-05-08', tags: [{ key: 'hoa-giai' }] })
    add('b', { title: 'Ủy ban nhân dân họp', number: '05/KH-UBND', issuedOn: '2024-12-31' })
    add('c', { title: { '@vi': 'Ăn toàn', '@km': 'ផែនការអនុវត្តគម្រោង' }, issuedOn: '2023-01-01', summary: 'hòa giải' })
    return (await catalogueOf(log)).read
  }

  it('finds words with and without their marks, unfinished at the end, and words of Khmer', async () => {
    const read = await filled()
    const found = (typed: string) => listed(read, { match: read.match(typed) })
    expect(found('trien khai')).toEqual(['a'])
    expect(found('đề án')).toEqual(['a'])
    expect(found('Uỷ ban')).toEqual(['b'])
    expect(found('hoà gi')).toEqual(['c'])
    expect(found('គម្រោង')).toEqual(['c'])
    expect(found('84 kh ubnd')).toEqual(['a'])
    expect(found('khong co')).toEqual([])
  })

  it('takes nothing typed as syntax of the index', async () => {
    const read = await filled()
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'"*():^-+{}ANDORNOT áđ\u0000\ud800'.split('')), maxLength: 30 }),
        (typed) => {
          const match = read.match(typed)
          if (match !== undefined) expect(() => listed(read, { match })).not.toThrow()
        },
      ),
      { numRuns: 500 },
    )
  })

  it.each(['84/KH-UBND', '84 kh ubnd', '84-KH-UBND', '084/kh-ubnd'])('knows %s as one number', async (typed) => {
    expect(listed(await filled(), { facets: { number: numberKey(typed) } })).toEqual(['a'])
  })

  it('filters by reference, year and days, both ends counted', async () => {
    const read = await filled()
    expect(listed(read, { facets: { tag: 'hoa-giai' } })).toEqual(['a'])
    expect(listed(read, { facets: { year: '2024' } })).toEqual(['b', 'a'])
    expect(listed(read, { facets: { year: '2024', tag: 'hoa-giai' } })).toEqual(['a'])
    expect(listed(read, { from: '2023-01-01', to: '2024-05-08' })).toEqual(['c', 'a'])
  })

  it('sorts titles by the Vietnamese alphabet', async () => {
    expect(listed(await filled(), {}, { name: 'title', column: 'title_key', descending: false })).toEqual([
      'c',
      'a',
      'b',
    ])
  })

  it('counts what it lists, for any filters together and whatever expired', async () => {
    const tag = fc.constantFrom('x', 'y', 'z')
    const year = fc.constantFrom('2024', '2025')
    const documents = fc.array(
      fc.record({
        tags: fc.uniqueArray(tag, { maxLength: 3 }),
        year,
        expiresOn: fc.constantFrom(undefined, '2026-05-30', '2026-12-31'),
      }),
      { maxLength: 12 },
    )
    const asked = fc.record(
      { tag: fc.oneof(tag, fc.uniqueArray(tag, { minLength: 1 })), year: fc.oneof(year, fc.uniqueArray(year)) },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(documents, asked, async (made, filter) => {
        const log = memoryLog()
        for (const [n, { tags, year, expiresOn }] of made.entries())
          log.append(
            { document: `d${n}` },
            plan({
              title: `Số ${n}`,
              issuedOn: `${year}-03-01`,
              tags: tags.map((key) => ({ key })),
              ...(expiresOn ? { expiresOn } : {}),
            }),
          )
        const { read } = await catalogueOf(log)
        const facets = Object.fromEntries(Object.entries(filter).filter(([, wanted]) => wanted.length))
        const holds = (own: string[], wanted: string | string[] | undefined) =>
          wanted === undefined || [wanted].flat().some((value) => own.includes(value))
        const expected = made.flatMap(({ tags, year, expiresOn }, n) =>
          holds(tags, facets.tag) && holds([year], facets.year) && expiresOn !== '2026-05-30' ? [`d${n}`] : [],
        )
        const page = read.list({
          collection: 'plans',
          filter: { facets },
          sort: LATEST,
          limit: 100,
          from: { offset: 0 },
          now: NOW,
        })
        expect(page.documents.map(({ state }) => state.document).sort()).toEqual(expected.sort())
        expect(page.total).toBe(expected.length)
      }),
      { numRuns: 60 },
    )
  })

  it('goes through a list of equal dates by pages and by cursor, each document once, in either direction', async () => {
    const log = memoryLog()
    const at = '2026-01-01T00:00:00.000Z'
    for (let n = 0; n < 25; n += 1)
      log.append({ document: `d${n}`, at }, plan({ title: `Số ${n % 3}`, issuedOn: `2026-01-0${1 + (n % 2)}` }))
    const { read } = await catalogueOf(log)
    const sorts: Sort[] = [true, false].flatMap((descending) =>
      (['published_at', 'date', 'title_key'] as const).map((column) => ({ name: column, column, descending })),
    )
    for (const sort of sorts) {
      const request = { collection: 'plans', filter: { facets: {} }, sort, limit: 7, now: NOW }
      const byPage = [0, 7, 14, 21].flatMap((offset) => read.list({ ...request, from: { offset } }).documents)
      const byCursor = [...byPage.slice(0, 0)]
      let page = read.list({ ...request, from: { offset: 0 } })
      for (;;) {
        byCursor.push(...page.documents)
        if (!page.hasNext) break
        page = read.list({ ...request, from: { after: page.end! } })
      }
      expect(byCursor.map(({ id }) => id)).toEqual(byPage.map(({ id }) => id))
      expect(new Set(byPage).size).toBe(25)
      expect(page.total).toBe(25)
    }
    const keys = (descending: boolean) => listed(read, {}, { ...LATEST, descending })
    expect(keys(false)).toEqual(keys(true).reverse())
  })
})

describe('what is pinned', () => {
  const TODAY = '2026-06-01'

  /** Plans of which some are pinned, and their keys as they should stand. */
  const pinnedPlans = async (pins: (string | null)[]) => {
    const log = memoryLog()
    for (const [n, pinnedUntil] of pins.entries())
      log.append(
        { document: `d${n}`, at: new Date(Date.UTC(2026, 0, 1 + Math.floor(n / 2))).toISOString() },
        plan({ title: `Số ${n}`, tags: [{ key: n % 2 ? 'le' : 'chan' }], ...(pinnedUntil ? { pinnedUntil } : {}) }),
      )
    const { read } = await catalogueOf(log)
    const inOrder = listed(read)
    const isPinned = (key: string, day: string) => (pins[Number(key.slice(1))] ?? '') >= day
    const expected = (day: string) => [
      ...inOrder.filter((key) => isPinned(key, day)),
      ...inOrder.filter((key) => !isPinned(key, day)),
    ]
    return { read, expected, inOrder }
  }
  const request = { collection: 'plans', filter: { facets: {} }, sort: LATEST, now: NOW }
  const keysOf = (page: { documents: { state: { document: string } }[] }) =>
    page.documents.map(({ state }) => state.document)

  it('stands first on every page and by every cursor, each document once', async () => {
    const pin = fc.constantFrom(null, '2026-05-31', TODAY, '2026-07-01')
    await fc.assert(
      fc.asyncProperty(fc.array(pin, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), async (pins, limit) => {
        const { read, expected } = await pinnedPlans(pins)
        const asked = { ...request, limit, pinnedOn: TODAY }
        const byPage: string[] = []
        for (let offset = 0; offset < pins.length; offset += limit)
          byPage.push(...keysOf(read.list({ ...asked, from: { offset } })))
        const byCursor: string[] = []
        let page = read.list({ ...asked, from: { offset: 0 } })
        for (;;) {
          byCursor.push(...keysOf(page))
          if (!page.hasNext) break
          page = read.list({ ...asked, from: { after: page.end! } })
        }
        expect(byPage).toEqual(expected(TODAY))
        expect(byCursor).toEqual(byPage)
        expect(page.total).toBe(pins.length)
      }),
      { numRuns: 25 },
    )
  })

  it('stands first among what a filter lets through, and in its place where nothing is asked to', async () => {
    const { read, inOrder } = await pinnedPlans([TODAY, TODAY, null, null, null])
    const filter = { facets: { tag: 'chan' } }
    const all = { limit: 10, from: { offset: 0 } }
    expect(keysOf(read.list({ ...request, ...all, filter, pinnedOn: TODAY }))).toEqual(['d0', 'd4', 'd2'])
    expect(keysOf(read.list({ ...request, ...all }))).toEqual(inOrder)
  })

  it('is passed by no cursor that was given out while it still was', async () => {
    const { read, inOrder } = await pinnedPlans([TODAY, null, null, null])
    const before = read.list({ ...request, limit: 1, from: { offset: 0 }, pinnedOn: TODAY })
    expect(keysOf(before)).toEqual(['d0'])
    const after = read.list({ ...request, limit: 10, from: { after: before.end! }, pinnedOn: '2026-06-02' })
    expect(keysOf(after)).toEqual(inOrder)
  })
})

describe('the file', () => {
  const kinds: PublicationKind[] = ['published', 'corrected', 'withdrawn', 'restored', 'expired', 'redirected', 'term']
  const steps = fc.array(
    fc.record({
      document: fc.constantFrom('a', 'b', 'c'),
      kind: fc.constantFrom(...kinds),
      title: fc.constantFrom('Một', 'Hai', 'Ba'),
      edition: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 25 },
  )

  it('ends the same whether it followed the log row by row or was rebuilt from it', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (given) => {
        const log = memoryLog()
        const followed = await catalogueOf(log)
        for (const { title, ...step } of given) {
          log.append(step, plan({ title }))
          await followed.tail()
        }
        const rebuilt = await catalogueOf(log)
        expect(seen(followed.read)).toEqual(seen(rebuilt.read))
        await Promise.all([followed.close(), rebuilt.close()])
      }),
      { numRuns: 25 },
    )
  }, 60_000)

  it('is kept over a restart, and made anew when it is broken or other rules made it', async () => {
    const log = memoryLog()
    log.append({ document: 'a' }, plan({ title: 'Một', summary: 'x' }))
    const dir = ownFolder()
    let file = ''
    const again = async (rules = RULES) => {
      const opened = await catalogueOf(log, { dir, rules })
      file = opened.file()
      await opened.close()
      return opened.followed[0]!.rows
    }
    expect([await again(), await again()]).toEqual([1, 0])
    rmSync(`${file}-wal`, { force: true })
    writeFileSync(file, 'no database'.repeat(1000))
    expect([await again(), await again()]).toEqual([1, 0])
    const { summary: _, ...shape } = RULES.plans!.shape
    expect(await again({ plans: { ...RULES.plans!, shape } })).toBe(1)
  })

  it('is made anew when the log is not the one it was made from', async () => {
    const [log, other] = [memoryLog(), memoryLog()]
    log.append({ document: 'a' }, plan({ title: 'Một' }))
    log.append({ document: 'b' }, plan({ title: 'Hai' }))
    const dir = ownFolder()
    const { close, read } = await catalogueOf(log, { dir })
    expect(listed(read)).toEqual(['b', 'a'])
    await close()
    other.append({ document: 'z' }, plan({ title: 'Khác' }))
    const opened = await catalogueOf(other, { dir })
    expect(opened.followed[0]).toMatchObject({ rebuilt: true, rows: 1 })
    expect(listed(opened.read)).toEqual(['z'])
  })

  it('shows nothing of the log before when it is made anew under a reader', async () => {
    const log = memoryLog()
    log.append({ document: 'a' }, plan({ title: 'Một' }))
    const { read, tail } = await catalogueOf(log)
    const title = () => read.light(read.byKey('plans', 'a', NOW)!, 'vi').title
    expect(title()).toBe('Một')
    log.rows.length = 0
    log.append({ document: 'a' }, plan({ title: 'Khác' }))
    await tail()
    expect(title()).toBe('Khác')
  })

  it('misses nothing that is appended after the last row was read and before that run ends', async () => {
    const log = memoryLog()
    log.append({ document: 'a' }, plan({ title: 'Một' }))
    const { read, tail } = await catalogueOf(log)
    const { rows } = log.source
    let meanwhile: Promise<void> | undefined
    log.source.rows = async (after, limit) => {
      const found = await rows(after, limit)
      if (!meanwhile) {
        log.append({ document: 'b' }, plan({ title: 'Hai' }))
        meanwhile = tail()
      }
      return found
    }
    await tail()
    await meanwhile
    expect(listed(read)).toEqual(['b', 'a'])
  })

  it('has one writer: a second process in the folder takes a file of its own', async () => {
    const log = memoryLog()
    log.append({ document: 'a' }, plan({ title: 'Một' }))
    const dir = ownFolder()
    const [first, second] = [await catalogueOf(log, { dir }), await catalogueOf(log, { dir })]
    const placeOf = ({ file }: { file: () => string }) => path.basename(file()).split('.', 1)[0]
    expect([first, second].map(placeOf)).toEqual(['catalogue', 'catalogue-2'])
    expect(listed(second.read)).toEqual(['a'])
    await first.close()
    expect(placeOf(await catalogueOf(log, { dir }))).toBe('catalogue')
    expect(readdirSync(dir).filter((name) => name.endsWith('.db'))).toHaveLength(2)
  })

  it('keeps what it has when the log cannot be read, and says so', async () => {
    const log = memoryLog()
    log.append({ document: 'a' }, plan({ title: 'Một' }))
    const { read, tail } = await catalogueOf(log)
    const { rows } = log.source
    log.source.rows = () => Promise.reject(new Error('database down'))
    await expect(tail()).rejects.toThrow('database down')
    expect(listed(read)).toEqual(['a'])
    log.source.rows = rows
    log.append({ document: 'b' }, plan({ title: 'Hai' }))
    await tail()
    expect(listed(read)).toEqual(['b', 'a'])
  })

  it('lets other work through while it catches up, and misses nothing that is appended meanwhile', async () => {
    const log = memoryLog()
    for (let n = 0; n < 200; n += 1) log.append({ document: `d${n}` }, plan({ title: `Số ${n}` }))
    let turns = 0
    const counting = setInterval(() => {
      turns += 1
    }, 0)
    const opening = catalogueOf(log)
    log.append({ document: 'late' }, plan({ title: 'Muộn' }))
    const { read, position } = await opening
    clearInterval(counting)
    expect(turns).toBeGreaterThan(0)
    expect([position(), read.byKey('plans', 'late', NOW)?.state.document]).toEqual([201, 'late'])
  })
})

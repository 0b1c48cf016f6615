import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Sort } from '../../plugins/delivery/catalogue/list.ts'
import { numberKey } from '../../plugins/delivery/catalogue/searchText.ts'
import { catalogueOf } from './support/catalogue.ts'
import { LATEST, listed, NOW } from './support/listing.ts'
import { memoryLog, plan } from './support/log.ts'

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
    const found = (typed: string) => listed(read, { match: read.finder.match(typed) })
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
          const match = read.finder.match(typed)
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

  /** Plans of which some are pinned, and their keys in the expected order. */
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

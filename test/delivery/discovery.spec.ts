import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../plugins/publications/index.ts'
import { type PublicSide, startPublicSide } from './support/publicSide.ts'

let side: PublicSide
const topic = (key: string, vi: string, km?: string): JsonObject => ({
  collection: 'topics',
  key,
  title: { '@vi': vi, ...(km ? { '@km': km } : {}) },
})
const LAW = topic('pho-bien', 'Phổ biến pháp luật', 'ការផ្សព្វផ្សាយច្បាប់')
const FAMILY = topic('gia-dinh', 'Hôn nhân và gia đình')

beforeAll(async () => {
  side = await startPublicSide({ at: '2026-03-01T03:00:00.000Z' })
  await side.publish('directives', 'd84', {
    title: 'Kế hoạch triển khai Đề án về Hội Luật gia',
    summary: { '@vi': 'Về công tác phổ biến, giáo dục pháp luật <script>' },
    number: 84,
    numberAndSymbol: '84/KH-UBND',
    issuedOn: '2024-05-08',
    topics: [LAW],
    docType: { collection: 'document-types', key: 'KH', name: { '@vi': 'Kế hoạch' } },
  })
  await side.publish('directives', 'd85', {
    title: 'Kế hoạch hòa giải ở cơ sở',
    number: 85,
    numberAndSymbol: '85/KH-UBND',
    issuedOn: '2025-01-02',
    topics: [LAW, FAMILY],
  })
  await side.publish('bulletins', 'b1', { title: 'Hội Luật gia triển khai kế hoạch', topics: [FAMILY] })
  await side.publish('videos', 'v1', {
    title: { '@vi': 'Hoạt động hòa giải cơ sở', '@km': 'សកម្មភាពផ្សះផ្សា' },
    topics: [FAMILY],
  })
  await side.publish('notices', 'n1', { title: 'Lịch hòa giải', expiresOn: '2026-03-02' })
  const words = ['PBGDPL', 'phổ biến, giáo dục pháp luật']
  await side.publish('search-words', 'w1', { title: 'PBGDPL', key: 'w1', kind: 'synonyms', words }, { kind: 'term' })
})
afterAll(() => side.stop())

const data = async (query: string, variables?: Record<string, unknown>) => {
  const { status, body } = await side.ask(query, variables)
  expect([status, body.errors]).toEqual([200, undefined])
  return body.data!
}

describe('search(q)', () => {
  const search = async (args: string, fields = 'totalDocs docs { id collection title url }') =>
    (await data(`{ search(${args}) { ${fields} } }`)).search as Record<string, unknown> & {
      docs: { id: string; collection: string }[]
    }
  const ids = async (args: string) => (await search(args)).docs.map(({ id }) => id)

  it('goes through all collections, and through those that are named', async () => {
    expect((await ids('q: "hoà giải"')).sort()).toEqual(['d85', 'n1', 'v1'])
    expect(await ids('q: "hoa giai", collections: ["videos"]')).toEqual(['v1'])
    expect(await ids('q: "hoa giai", collections: []')).toHaveLength(3)
  })

  it('adds what answers in part, after what answers whole, while there are few', async () => {
    await side.publish('notices', 'c1', { title: 'Kế hoạch phòng, chống cháy rừng mùa khô' })
    await side.publish('notices', 'c2', { title: 'Công điện ứng phó cháy rừng diện rộng' })
    expect(await ids('q: "cháy rừng mùa khô", collections: ["notices"]')).toEqual(['c1', 'c2'])
    for (const document of ['c1', 'c2'])
      await side.record({ collection: 'notices', document, kind: 'withdrawn', changeNote: 'x' })
  })

  it('gives typed documents, marks what answered and counts what was found', async () => {
    const found = await search(
      'q: "pbgdpl luật gia"',
      `loose totalDocs page totalPages limit hasNextPage hasPrevPage
       hits { score document { id ... on Directive { numberAndSymbol } } highlights { field html } }
       facets { name values { value label count } }`,
    )
    // Partial matches follow, because no title contains all words.
    expect(found).toMatchObject({ loose: true, totalDocs: 2, page: 1, totalPages: 1, limit: 10, hasNextPage: false })
    expect(found.hits).toMatchObject([
      {
        document: { id: 'd84', numberAndSymbol: '84/KH-UBND' },
        highlights: [
          { field: 'title', html: 'Kế hoạch triển khai Đề án về Hội <mark>Luật gia</mark>' },
          {
            field: 'summary',
            html: 'Về công tác <mark>phổ biến</mark>, <mark>giáo dục pháp luật</mark> &lt;script&gt;',
          },
        ],
      },
      { document: { id: 'b1' } },
    ])
    expect(found.facets).toContainEqual({
      name: 'topic',
      values: [
        { value: 'gia-dinh', label: 'Hôn nhân và gia đình', count: 1 },
        { value: 'pho-bien', label: 'Phổ biến pháp luật', count: 1 },
      ],
    })
  })

  it.each(['84/KH-UBND', '84 kh ubnd', '84-KH-UBND', 'Số: 084/KH-UBND', 'ke hoach so 84'])(
    'knows the number in %s',
    async (q) => {
      expect((await ids(`q: ${JSON.stringify(q)}`))[0]).toBe('d84')
    },
  )

  it('marks the number before anything else', async () => {
    const [hit] = (await search('q: "84 kh ubnd"', 'hits { highlights { field html } }')).hits as JsonObject[]
    expect((hit!.highlights as JsonObject[])[0]).toEqual({
      field: 'numberAndSymbol',
      html: '<mark>84</mark>/<mark>KH</mark>-<mark>UBND</mark>',
    })
  })

  it('goes by pages and keeps to filters', async () => {
    expect(
      await search('q: "hòa giải", limit: 2, page: 2', 'totalDocs totalPages hasNextPage hasPrevPage docs { id }'),
    ).toMatchObject({
      totalDocs: 3,
      totalPages: 2,
      hasNextPage: false,
      hasPrevPage: true,
      docs: [{}],
    })
    expect(await ids('q: "hòa giải", filter: { topic: "pho-bien" }')).toEqual(['d85'])
    expect(await ids('q: "hòa giải", filter: { language: "km" }')).toEqual(['v1'])
    expect(await ids('q: "hòa giải", filter: { number: "85/KH-UBND", year: 2025 }')).toEqual(['d85'])
    expect(await ids('q: "hòa giải", page: 900')).toEqual([])
  })

  it('answers in the language asked for', async () => {
    expect((await search('q: "hòa giải cơ sở", collections: ["videos"], locale: "km"')).docs).toMatchObject([
      { title: 'សកម្មភាពផ្សះផ្សា' },
    ])
  })

  it('sees nothing that is withdrawn or has expired', async () => {
    const { contentHash } = await side.publish('bulletins', 'b2', { title: 'Tin sẽ rút lại' })
    expect(await ids('q: "rút lại"')).toEqual(['b2'])
    await side.record({ collection: 'bulletins', document: 'b2', kind: 'withdrawn', contentHash, changeNote: 'x' })
    expect(await ids('q: "rút lại"')).toEqual([])
    side.clock.set('2026-03-02T17:00:00.000Z')
    expect((await ids('q: "hoà giải"')).sort()).toEqual(['d85', 'v1'])
    side.clock.set('2026-03-01T03:00:00.000Z')
    expect(await ids('q: "hoà giải"')).toHaveLength(3)
  })

  it.each([
    ['q: "x", collections: ["users"]', 'BAD_USER_INPUT'],
    ['q: "x", limit: 1000', 'BAD_USER_INPUT'],
    ['q: "x", page: -1', 'BAD_USER_INPUT'],
    ['q: "x", filter: { from: "x" }', 'BAD_USER_INPUT'],
    [`q: "${'x'.repeat(1001)}"`, 'BAD_USER_INPUT'],
    ['', 'QUERY_INVALID'],
  ])('refuses %s', async (args, code) => {
    const { status, body } = await side.ask(`{ search${args ? `(${args})` : ''} { totalDocs } }`)
    expect([status, body.errors![0]!.extensions.code]).toEqual([400, code])
  })

  it('is answered four times a request and no more', async () => {
    const times = (count: number) =>
      side.ask(`{ ${Array.from({ length: count }, (_, n) => `a${n}: search(q: "x") { totalDocs }`).join(' ')} }`)
    expect((await times(4)).status).toBe(200)
    const { status, body } = await times(5)
    expect([status, body.errors![0]!.extensions.code]).toEqual([400, 'QUERY_TOO_COSTLY'])
  })
})

describe('facets(collection)', () => {
  const facets = async (args: string) => {
    const answer = await data(`{ facets(${args}) { name values { value label count } } }`)
    return Object.fromEntries(
      (answer.facets as { name: string; values: { value: string; label: string; count: number }[] }[]).map((facet) => [
        facet.name,
        facet.values.map(({ value, label, count }) => [value, label, count]),
      ]),
    )
  }

  it('counts live documents by each filter, with labels in the language asked for', async () => {
    expect(await facets('collection: "directives"')).toMatchObject({
      topic: [
        ['pho-bien', 'Phổ biến pháp luật', 2],
        ['gia-dinh', 'Hôn nhân và gia đình', 1],
      ],
      docType: [['KH', 'Kế hoạch', 1]],
      issuer: [],
      year: [
        ['2024', '2024', 1],
        ['2025', '2025', 1],
      ],
      language: [['vi', 'Tiếng Việt', 2]],
    })
    expect((await facets('collection: "videos", locale: "en"')).language).toEqual([
      ['km', 'Khmer', 1],
      ['vi', 'Vietnamese', 1],
    ])
    expect((await facets('collection: "directives"')).number).toBeUndefined()
  })

  it('counts among what a filter lets through, and among what has not expired', async () => {
    expect((await facets('collection: "directives", filter: { topic: "gia-dinh" }')).topic).toEqual([
      ['gia-dinh', 'Hôn nhân và gia đình', 1],
      ['pho-bien', 'Phổ biến pháp luật', 1],
    ])
    expect((await facets('collection: "directives", filter: { q: "hoi luat gia" }')).year).toEqual([
      ['2024', '2024', 1],
    ])
    expect((await facets('collection: "notices"')).language).toEqual([['vi', 'Tiếng Việt', 1]])
    side.clock.set('2026-03-02T17:00:00.000Z')
    expect((await facets('collection: "notices"')).language).toEqual([])
    side.clock.set('2026-03-01T03:00:00.000Z')
  })

  it('is the same whatever drafts say', async () => {
    const before = await facets('collection: "notices"')
    await side.payload.db.create({
      collection: 'notices',
      data: { title: { vi: 'Nháp' }, slug: 'nhap', key: 'nhap' },
    })
    await side.delivery.tail()
    expect(await facets('collection: "notices"')).toEqual(before)
  })

  it('refuses a collection that is not served', async () => {
    for (const name of ['users', 'constructor', ''])
      expect((await side.ask(`{ facets(collection: "${name}") { name } }`)).status).toBe(400)
  })
})

it('counts a list anew when something in it expires', async () => {
  const count = async () => (await data('{ notices { totalDocs } }')).notices
  const before = (await count()) as { totalDocs: number }
  side.clock.set('2026-03-02T17:00:00.000Z')
  expect(await count()).toEqual({ totalDocs: before.totalDocs - 1 })
  side.clock.set('2026-03-01T03:00:00.000Z')
})

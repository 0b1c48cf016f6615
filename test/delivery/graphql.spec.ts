import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../plugins/publications/index.ts'
import { type PublicSide, startPublicSide } from './support/publicSide.ts'

let side: PublicSide
const DIRECTIVE_84: JsonObject = {
  title: { '@vi': 'Kế hoạch triển khai Đề án', '@km': 'ផែនការអនុវត្តគម្រោង' },
  abstract: { '@vi': 'Về phát huy vai trò của Hội Luật gia' },
  docType: { collection: 'document-types', key: 'KH', name: { '@vi': 'Kế hoạch', '@en': 'Plan' } },
  issuer: { collection: 'organisations', key: 'ubnd-soc-trang', name: { '@vi': 'UBND tỉnh' }, shortName: 'UBND' },
  issuerNameAtIssue: 'Ủy ban nhân dân tỉnh Sóc Trăng',
  number: 84,
  symbol: 'KH-UBND',
  numberAndSymbol: '84/KH-UBND',
  issuedOn: '2024-05-08',
  signers: [{ name: 'Nguyễn Văn A', title: 'Phó Chủ tịch', capacity: 'KT' }],
  taskGroups: [{ ordinal: 1, heading: { '@vi': 'Nâng cao nhận thức' }, body: { '@vi': 'Tăng cường chỉ đạo' } }],
  implementationPeriod: { fromYear: 2024, toYear: 2030 },
  topics: [{ collection: 'topics', key: 'pho-bien', slug: 'pho-bien', title: { '@vi': 'Phổ biến pháp luật' } }],
  body: {
    '@vi': {
      html: '<p>Một <strong>hai</strong></p>',
      lexical: {
        root: {
          type: 'root',
          children: [{ type: 'paragraph', children: [{ type: 'text', text: 'Một hai' }] }],
        },
      },
    },
  },
  relations: [
    { type: 'implements', citedAs: 'Quyết định số 114/QĐ-TTg' },
    { type: 'basedOn', target: { collection: 'directives', key: 'not-public' } },
  ],
}

beforeAll(async () => {
  side = await startPublicSide({ at: '2026-03-01T03:00:00.000Z' })
  await side.publish('directives', 'd84', DIRECTIVE_84, { slug: '84-kh-ubnd', at: '2026-01-01T00:00:00.000Z' })
  await side.publish('bulletins', 'b1', {
    title: 'Tin về Kế hoạch 84',
    byline: { '@vi': 'Phòng PBGDPL' },
    about: [
      { collection: 'directives', key: 'd84' },
      { collection: 'directives', key: 'not-public' },
    ],
  })
})
afterAll(() => side.stop())

describe('one document', () => {
  it('answers with the fields of its collection and the facts of its edition', async () => {
    const { status, body } = await side.ask(`{ directive(slug: "84-kh-ubnd") {
      id slug url title summary locale availableLocales publishedAt updatedAt edition changeKind changeNote
      contentHash abstract docType { code name } number symbol numberAndSymbol issuedOn
      issuer { key name shortName } issuerNameAtIssue signers { name title capacity }
      taskGroups { ordinal heading body } implementationPeriod { fromYear toYear }
      effectiveFrom effectiveTo legalStatus topics { slug title } body { html text json } files { url }
      editions { edition publishedAt contentHash changeNote }
    } }`)
    expect(status).toBe(200)
    expect(body.data!.directive).toMatchObject({
      id: 'd84',
      slug: '84-kh-ubnd',
      url: '/directives/84-kh-ubnd',
      title: 'Kế hoạch triển khai Đề án',
      summary: null,
      locale: 'vi',
      availableLocales: ['vi', 'km'],
      publishedAt: '2026-01-01T00:00:00.000Z',
      edition: 1,
      changeKind: 'major',
      docType: { code: 'KH', name: 'Kế hoạch' },
      number: 84,
      numberAndSymbol: '84/KH-UBND',
      issuer: { key: 'ubnd-soc-trang', name: 'UBND tỉnh', shortName: 'UBND' },
      signers: [{ name: 'Nguyễn Văn A', title: 'Phó Chủ tịch', capacity: 'KT' }],
      taskGroups: [{ ordinal: 1, heading: 'Nâng cao nhận thức', body: 'Tăng cường chỉ đạo' }],
      implementationPeriod: { fromYear: 2024, toYear: 2030 },
      legalStatus: 'none',
      topics: [{ slug: 'pho-bien', title: 'Phổ biến pháp luật' }],
      body: { html: '<p>Một <strong>hai</strong></p>', text: 'Một hai', json: { root: { type: 'root' } } },
      files: [],
      editions: [{ edition: 1, publishedAt: '2026-01-01T00:00:00.000Z' }],
    })
  })

  it('is found by stable key, slug or address, and by exactly one of them', async () => {
    for (const by of ['id: "d84"', 'slug: "84-kh-ubnd"', 'url: "/directives/84-kh-ubnd"'])
      expect((await side.ask(`{ directive(${by}) { id } }`)).body.data).toEqual({ directive: { id: 'd84' } })
    for (const by of ['', '(id: "d84", slug: "84-kh-ubnd")'])
      expect(await side.ask(`{ directive${by} { id } }`)).toMatchObject({
        status: 400,
        body: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
      })
    expect((await side.ask('{ bulletin(id: "d84") { id } }')).body.data).toEqual({ bulletin: null })
  })

  it('answers in the language asked for, field by field, and in its first one where it has not that', async () => {
    const title = async (locale: string) =>
      (await side.ask(`{ directive(id: "d84", locale: "${locale}") { title abstract locale } }`)).body.data!.directive
    const abstract = 'Về phát huy vai trò của Hội Luật gia'
    expect(await title('km')).toEqual({ title: 'ផែនការអនុវត្តគម្រោង', abstract, locale: 'km' })
    for (const other of ['zh', 'xx', '', '@vi'])
      expect(await title(other)).toEqual({ title: 'Kế hoạch triển khai Đề án', abstract, locale: 'vi' })
  })

  it('is shown by a search in the language that the words are written in, unless another one is asked for', async () => {
    const hit = async (more = '') => {
      const query = `{ search(q: "ផែនការអនុវត្ត"${more}) { hits { document { title locale } highlights { field } } } }`
      const { hits } = (await side.ask(query)).body.data!.search as { hits: Record<string, unknown>[] }
      return hits[0]
    }
    expect(await hit()).toEqual({
      document: { title: 'ផែនការអនុវត្តគម្រោង', locale: 'km' },
      highlights: [{ field: 'title' }],
    })
    expect(await hit(', locale: "vi"')).toMatchObject({ document: { locale: 'vi' } })
  })

  it('links to live documents only, and cites in words what is not public', async () => {
    const about = 'about { id title }'
    expect((await side.ask(`{ bulletin(id: "b1") { byline ${about} } }`)).body.data!.bulletin).toEqual({
      byline: 'Phòng PBGDPL',
      about: [{ id: 'd84', title: 'Kế hoạch triển khai Đề án' }],
    })
    const { body } = await side.ask('{ directive(id: "d84") { relations { type verb target { id } citedAs } } }')
    expect(body.data!.directive).toEqual({
      relations: [{ type: 'implements', verb: 'Triển khai', target: null, citedAs: 'Quyết định số 114/QĐ-TTg' }],
    })
  })

  it('shows a relation from the other end, and the legal status that follows from it, on the day it takes effect', async () => {
    await side.publish('directives', 'd1', { title: 'Cũ', effectiveFrom: '2020-01-01' })
    const status = async () =>
      (await side.ask('{ directive(id: "d1") { legalStatus relations { type target { id } } } }')).body.data!.directive
    expect(await status()).toEqual({ legalStatus: 'inForce', relations: [] })
    await side.publish('directives', 'd2', {
      title: 'Mới',
      effectiveFrom: '2026-03-02',
      relations: [{ type: 'replaces', target: { collection: 'directives', key: 'd1' } }],
    })
    const relations = [{ type: 'replacedBy', target: { id: 'd2' } }]
    expect(await status()).toEqual({ legalStatus: 'inForce', relations })
    side.clock.set('2026-03-01T16:59:59.999Z')
    expect(await status()).toEqual({ legalStatus: 'inForce', relations })
    side.clock.set('2026-03-01T17:00:00.000Z')
    expect(await status()).toEqual({ legalStatus: 'expired', relations })
    side.clock.set('2026-03-01T03:00:00.000Z')
  })

  it('leaves the old law in force while its replacement is not, and asks the scope of what acts on it', async () => {
    const acting = (key: string, more: object) => [
      { target: { collection: 'directives', key }, type: 'abrogates', ...more },
    ]
    const decree = { docType: { collection: 'document-types', key: 'NĐ' }, effectiveFrom: '2021-01-01' }
    await side.publish('directives', 'o1', { title: 'Quy định cũ', ...decree })
    await side.publish('directives', 'o2', {
      title: 'Quy định mới',
      docType: decree.docType,
      relations: acting('o1', {}),
    })
    const status = async (id: string) =>
      (await side.ask(`{ directive(id: "${id}") { legalStatus relations { type scope } } }`)).body.data!.directive
    expect(await status('o1')).toMatchObject({ legalStatus: 'inForce' })
    await side.publish('directives', 'p1', { title: 'Quy định khác', ...decree })
    await side.publish('directives', 'p2', {
      title: 'Quy định bãi bỏ một phần',
      ...decree,
      relations: [...acting('p1', { scope: 'khoản 4 Điều 7' }), ...acting('p1', { scope: 'Phụ lục II' })],
    })
    expect(await status('p1')).toEqual({
      legalStatus: 'partlyExpired',
      relations: [
        { type: 'abrogatedBy', scope: 'Phụ lục II' },
        { type: 'abrogatedBy', scope: 'khoản 4 Điều 7' },
      ],
    })
    // A replacement that is abrogated before its day never replaces.
    const next = { ...decree, effectiveFrom: '2026-02-20' }
    await side.publish('directives', 'q1', { title: 'Quy chế cũ', ...decree })
    await side.publish('directives', 'q2', { title: 'Quy chế mới', ...next, relations: acting('q1', {}) })
    expect(await status('q1')).toMatchObject({ legalStatus: 'expired' })
    await side.publish('directives', 'q3', {
      title: 'Bãi bỏ quy chế mới',
      ...decree,
      effectiveFrom: '2026-02-10',
      relations: acting('q2', {}),
    })
    expect([await status('q1'), await status('q2')]).toMatchObject([
      { legalStatus: 'inForce' },
      { legalStatus: 'expired' },
    ])
  })

  it('is gone as soon as it is withdrawn, and back when it is restored', async () => {
    const { contentHash } = await side.publish('notices', 'n1', { title: 'Thông báo' })
    const entry = { collection: 'notices', document: 'n1', contentHash }
    const seen = async () => (await side.ask('{ notice(id: "n1") { title } notices { totalDocs } }')).body.data
    expect(await seen()).toEqual({ notice: { title: 'Thông báo' }, notices: { totalDocs: 1 } })
    await side.record({ ...entry, kind: 'withdrawn', changeNote: 'Nhầm' })
    expect(await seen()).toEqual({ notice: null, notices: { totalDocs: 0 } })
    await side.record({ ...entry, kind: 'restored' })
    expect(await seen()).toEqual({ notice: { title: 'Thông báo' }, notices: { totalDocs: 1 } })
  })

  it('says when a notice is pinned and when it expires, and hides it from then on', async () => {
    await side.publish('notices', 'n2', { title: 'Lịch tiếp dân', pinnedUntil: '2026-03-01', expiresOn: '2026-03-02' })
    const seen = async () => (await side.ask('{ notice(id: "n2") { pinned expiresAt } }')).body.data!.notice
    expect(await seen()).toEqual({ pinned: true, expiresAt: '2026-03-02T17:00:00.000Z' })
    side.clock.set('2026-03-01T17:00:00.000Z')
    expect(await seen()).toMatchObject({ pinned: false })
    side.clock.set('2026-03-02T17:00:00.000Z')
    expect(await seen()).toBeNull()
    side.clock.set('2026-03-01T03:00:00.000Z')
  })
})

describe('pinned notices', () => {
  it('stand first until midnight, on every page, in the usual order alone', async () => {
    for (let n = 1; n <= 4; n += 1)
      await side.publish(
        'notices',
        `p${n}`,
        { title: `Ghim ${n}`, ...(n % 2 ? { pinnedUntil: '2026-03-01' } : {}) },
        { at: new Date(Date.UTC(2026, 1, n)).toISOString() },
      )
    const seen = async (given: string) => {
      const list = (await side.ask(`{ notices(${given}filter: { q: "ghim" }) { docs { id } endCursor } }`)).body.data!
        .notices as { docs: { id: string }[]; endCursor: string }
      return { ids: list.docs.map(({ id }) => id), endCursor: list.endCursor }
    }
    expect((await seen('')).ids).toEqual(['p3', 'p1', 'p4', 'p2'])
    expect((await seen('sort: "publishedAt", ')).ids).toEqual(['p1', 'p2', 'p3', 'p4'])
    expect((await seen('limit: 1, page: 2, ')).ids).toEqual(['p1'])
    const { ids, endCursor } = await seen('limit: 1, ')
    expect(ids).toEqual(['p3'])
    expect((await seen(`limit: 2, after: "${endCursor}", `)).ids).toEqual(['p1', 'p4'])
    side.clock.set('2026-03-01T16:59:59.999Z')
    expect((await seen('')).ids).toEqual(['p3', 'p1', 'p4', 'p2'])
    side.clock.set('2026-03-01T17:00:00.000Z')
    expect((await seen('')).ids).toEqual(['p4', 'p3', 'p2', 'p1'])
    side.clock.set('2026-03-01T03:00:00.000Z')
  })
})

describe('a list', () => {
  beforeAll(async () => {
    for (let n = 1; n <= 12; n += 1)
      await side.publish(
        'videos',
        `v${n}`,
        { title: `Video ${n}`, recordedOn: `2024-0${1 + (n % 3)}-01` },
        { at: new Date(Date.UTC(2026, 1, n)).toISOString() },
      )
  })

  it('has ten rows a page, latest first, and says where it stands', async () => {
    const { body } = await side.ask(`{ videos {
      docs { title } totalDocs page totalPages limit hasNextPage hasPrevPage endCursor } }`)
    const { docs, endCursor, ...rest } = body.data!.videos as { docs: { title: string }[]; endCursor: string }
    expect(docs.map(({ title }) => title)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((n) => `Video ${n}`))
    expect(rest).toEqual({ totalDocs: 12, page: 1, totalPages: 2, limit: 10, hasNextPage: true, hasPrevPage: false })
    const next = `{ videos(after: "${endCursor}") { docs { title } hasNextPage hasPrevPage } }`
    expect((await side.ask(next)).body.data!.videos).toEqual({
      docs: [{ title: 'Video 2' }, { title: 'Video 1' }],
      hasNextPage: false,
      hasPrevPage: true,
    })
    const second = '{ videos(page: 2) { docs { title } hasNextPage hasPrevPage } }'
    expect((await side.ask(second)).body.data).toEqual((await side.ask(next)).body.data)
  })

  it.each([
    ['videos', '{ year: 2024, from: "2024-03-01" }', 4],
    ['videos', '{ q: "VIDEO 12" }', 1],
    ['videos', '{ q: "%$#" }', 0],
    ['directives', '{ q: "trien khai" }', 1],
    ['directives', '{ q: "អនុវត្ត" }', 1],
    ['directives', '{ docType: "KH" }', 1],
    ['directives', '{ docType: "kh" }', 0],
    ['directives', '{ issuer: "ubnd-soc-trang", year: 2024 }', 1],
    ['directives', '{ number: "84" }', 1],
    ['directives', '{ number: "84 kh ubnd" }', 1],
    ['directives', '{ topic: "pho-bien", from: "2024-05-08", to: "2024-05-08" }', 1],
    ['directives', '{ topic: "\' OR 1=1 --" }', 0],
  ])('of %s filtered by %s has %i', async (list, filter, count) => {
    const { body } = await side.ask(`{ ${list}(filter: ${filter}) { totalDocs docs { id } } }`)
    expect(body.data![list]).toMatchObject({ totalDocs: count })
    expect((body.data![list] as { docs: unknown[] }).docs).toHaveLength(count)
  })

  it.each([
    'limit: 0',
    'limit: 101',
    'limit: -1',
    'page: 0',
    'page: 100000000',
    'sort: "password"',
    'sort: "-"',
    'sort: "constructor"',
    'after: "x"',
    'after: "WyItcHVibGlzaGVkQXQiLDEsMl0"',
    'filter: { from: "2024-02-30" }',
    'filter: { to: "yesterday" }',
  ])('refuses %s with 400 and a code', async (argument) => {
    const { status, body } = await side.ask(`{ directives(${argument}) { totalDocs } }`)
    expect([status, body.errors![0]!.extensions.code]).toEqual([400, 'BAD_USER_INPUT'])
  })

  it.each([
    [{ limit: 'ten' }],
    [{ limit: 1e20 }],
    [{ filter: { password: 'x' } }],
    [{ filter: { q: { $ne: 1 } } }],
    [{ filter: 'x' }],
    [{ sort: ['x'] }],
  ])('refuses variables %j with 400 and a code', async (variables) => {
    const query =
      'query($filter: DirectiveFilter, $limit: Int, $sort: String) { directives(filter: $filter, limit: $limit, sort: $sort) { totalDocs } }'
    const { status, body } = await side.ask(query, variables)
    expect(status).toBe(400)
    expect(body.errors![0]!.extensions.code).toMatch(/^[A-Z_]+$/)
  })
})

describe('the feed of publications', () => {
  it('tells everything in order, with content while that very edition is live', async () => {
    const { contentHash } = await side.publish('notices', 'n9', { title: 'Một' })
    await side.publish('notices', 'n9', { title: 'Hai' }, { edition: 2, changeNote: 'Sửa tên', major: false })
    const query =
      'query($after: Int) { publications(after: $after, limit: 500) { seq kind url collection edition contentHash at changeNote content { title } } }'
    const all = (await side.ask(query)).body.data!.publications as { seq: number; url: string; content: unknown }[]
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1))
    expect(all.filter(({ url }) => url === '/notices/n9')).toMatchObject([
      { kind: 'published', collection: 'notices', edition: 1, contentHash, content: null },
      { kind: 'published', edition: 2, changeNote: 'Sửa tên', content: { title: 'Hai' } },
    ])
    const rest = (await side.ask(query, { after: all.at(-2)!.seq })).body.data!.publications
    expect(rest).toEqual(all.slice(-1))
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../plugins/publications/index.ts'
import { type PublicSide, startPublicSide } from './support/publicSide.ts'

let side: PublicSide

const term: PublicSide['term'] = (...row) => side.term(...row)
const topic = (key: string, vi: string): JsonObject => ({ collection: 'topics', key, title: { '@vi': vi } })
const body = (key: string, vi: string): JsonObject => ({ collection: 'organisations', key, name: { '@vi': vi } })
const refer = (collection: string, ...keys: string[]) => keys.map((key) => ({ collection, key }))

beforeAll(async () => {
  side = await startPublicSide({ at: '2025-08-01T03:00:00.000Z' })
  await term('topics', 'dat-dai', { title: { '@vi': 'Đất đai', '@en': 'Land' } })
  await term('topics', 'dan-su', { title: { '@vi': 'Dân sự', '@en': 'Civil law' } })
  await term('topics', 'an-ninh', { title: { '@vi': 'An ninh' } })
  await term('topics', 'y-te', { title: { '@vi': 'Y tế', '@en': 'Health' } })
  await term('organisations', 'tinh-cu', {
    name: { '@vi': 'UBND tỉnh cũ' },
    validTo: '2025-06-30',
    successors: refer('organisations', 'tinh-moi'),
  })
  await term('organisations', 'tinh-ben', {
    name: { '@vi': 'UBND tỉnh bên' },
    validTo: '2025-06-30',
    successors: refer('organisations', 'tinh-moi'),
  })
  await term('organisations', 'tinh-moi', { name: { '@vi': 'UBND tỉnh mới' }, validFrom: '2025-07-01' })
  await term('organisations', 'so-tu-phap', {
    name: { '@vi': 'Sở Tư pháp' },
    parent: { collection: 'organisations', key: 'tinh-moi' },
  })
  await term('organisations', 'so-y-te', {
    name: { '@vi': 'Sở Y tế' },
    parent: { collection: 'organisations', key: 'tinh-moi' },
  })
  await side.publish('directives', 'one', {
    title: 'Kế hoạch về đất',
    topics: [topic('dat-dai', 'Đất đai'), topic('dan-su', 'Dân sự')],
    issuer: body('tinh-moi', 'UBND tỉnh mới'),
  })
  await side.publish('bulletins', 'two', { title: 'Bản tin về đất', topics: [topic('dat-dai', 'Đất đai')] })
  await side.publish('notices', 'past', {
    title: 'Thông báo đã qua',
    topics: [topic('dat-dai', 'Đất đai')],
    expiresOn: '2025-07-31',
  })
})
afterAll(() => side.stop())

const data = async (query: string) => {
  const { status, body: answer } = await side.ask(query)
  expect([status, answer.errors]).toEqual([200, undefined])
  return answer.data!
}
const codes = async (query: string) => {
  const { status, body: answer } = await side.ask(query)
  return [status, answer.errors?.[0]?.extensions.code]
}

describe('a list of reference data', () => {
  it('has every row that was published, in the order of the alphabet', async () => {
    expect(await data('{ topics { key slug title } }')).toEqual({
      topics: [
        { key: 'an-ninh', slug: 'an-ninh', title: 'An ninh' },
        { key: 'dan-su', slug: 'dan-su', title: 'Dân sự' },
        { key: 'dat-dai', slug: 'dat-dai', title: 'Đất đai' },
        { key: 'y-te', slug: 'y-te', title: 'Y tế' },
      ],
    })
  })

  it('speaks the language that was asked for, Vietnamese where it has no word', async () => {
    const titles = async (locale: string) =>
      ((await data(`{ topics(locale: "${locale}") { title } }`)).topics as { title: string }[]).map(
        ({ title }) => title,
      )
    expect(await titles('en')).toEqual(['An ninh', 'Civil law', 'Health', 'Land'])
    expect(await titles('km')).toEqual(['An ninh', 'Dân sự', 'Đất đai', 'Y tế'])
    for (const none of ['xx', '', 'x_', 'a b', '__proto__', 'vi-', '🙂'])
      expect(await titles(none)).toEqual(['An ninh', 'Dân sự', 'Đất đai', 'Y tế'])
  })

  it('is there for every kind of reference data that lists are filtered by', async () => {
    const all = await data(
      '{ topics { key } documentTypes { key } organisations { key } territories { key } audiences { key } }',
    )
    expect(Object.keys(all)).toEqual(['topics', 'documentTypes', 'organisations', 'territories', 'audiences'])
  })

  it('counts the live documents of all collections, and follows what is published', async () => {
    const count = async () =>
      ((await data('{ topics { key documents } }')).topics as { key: string; documents: number }[]).map(
        ({ key, documents }) => [key, documents],
      )
    expect(await count()).toEqual([
      ['an-ninh', 0],
      ['dan-su', 1],
      ['dat-dai', 2],
      ['y-te', 0],
    ])
    await side.publish('videos', 'three', { title: 'Phim về y tế', topics: [topic('y-te', 'Y tế')] })
    expect((await count()).at(-1)).toEqual(['y-te', 1])
  })

  it('shows the tree of bodies, and what took over from what', async () => {
    const query =
      '{ organisations(keys: ["tinh-moi"]) { key documents children { key name parent { key } } predecessors { key defunct } } }'
    expect((await data(query)).organisations).toEqual([
      {
        key: 'tinh-moi',
        documents: 1,
        children: [
          { key: 'so-tu-phap', name: 'Sở Tư pháp', parent: { key: 'tinh-moi' } },
          { key: 'so-y-te', name: 'Sở Y tế', parent: { key: 'tinh-moi' } },
        ],
        predecessors: [
          { key: 'tinh-ben', defunct: true },
          { key: 'tinh-cu', defunct: true },
        ],
      },
    ])
  })

  it('can be narrowed to those that are no more, or to those that are', async () => {
    const keys = async (given: string) =>
      ((await data(`{ organisations${given} { key } }`)).organisations as { key: string }[]).map(({ key }) => key)
    expect(await keys('(defunct: true)')).toEqual(['tinh-ben', 'tinh-cu'])
    expect(await keys('(defunct: false)')).toEqual(['so-tu-phap', 'so-y-te', 'tinh-moi'])
    expect(await keys('(defunct: null)')).toHaveLength(5)
    expect(await keys('(limit: 2, page: 2)')).toEqual(['tinh-ben', 'tinh-cu'])
    expect(await keys('(limit: 2, page: 4)')).toEqual([])
    expect(await keys('(keys: [])')).toEqual([])
    expect(await keys('(keys: ["none"])')).toEqual([])
  })

  it('takes a limit and a page of nothing for the usual ones', async () => {
    const { status, body: answer } = await side.ask('query ($n: Int) { topics(limit: $n, page: $n) { key } }', {
      n: null,
    })
    expect([status, (answer.data!.topics as unknown[]).length]).toEqual([200, 4])
  })

  it('answers no tree that is asked for up and down until it is endless', async () => {
    for (let at = 0; at < 60; at += 1)
      await term('organisations', `phong-${at}`, {
        name: { '@vi': `Phòng ${at}` },
        parent: { collection: 'organisations', key: 'so-tu-phap' },
      })
    const upAndDown = (times: number) => `${'children { parent { '.repeat(times)} key ${'} }'.repeat(times)}`
    const ask = (times: number) => codes(`{ organisations(keys: ["so-tu-phap"], limit: 1) { ${upAndDown(times)} } }`)
    expect(await ask(1)).toEqual([200, undefined])
    expect(await ask(2)).toEqual([200, undefined])
    expect(await ask(3)).toEqual([400, 'QUERY_TOO_COSTLY'])
    const rows = (await data('{ organisations(keys: ["so-tu-phap"]) { children { key } } }')).organisations
    expect((rows as { children: unknown[] }[])[0]!.children).toHaveLength(60)
  })

  it('counts rows that few documents refer to beside hundreds of others', async () => {
    const territories = Array.from({ length: 520 }, (_, at) => ({
      collection: 'territories',
      key: `xa-${String(at).padStart(3, '0')}`,
      name: { '@vi': `Xã ${at}` },
    }))
    await side.publish('directives', 'everywhere', { title: 'Khắp nơi', territories })
    await term('territories', 'xa-519', { name: { '@vi': 'Xã 519' } })
    expect((await data('{ territories(keys: ["xa-519"]) { documents } }')).territories).toEqual([{ documents: 1 }])
  })

  it.each(['limit: 0', 'limit: -1', 'limit: 1001', 'page: 0', 'page: -3'])('refuses %s', async (given) => {
    expect(await codes(`{ topics(${given}) { key } }`)).toEqual([400, 'BAD_USER_INPUT'])
  })

  it('is counted once for a request, however many lists show it', async () => {
    const lists = 'topics { documents } documentTypes { documents } organisations { documents children { documents } }'
    const facets = (times: number) =>
      Array.from({ length: times }, (_, at) => `f${at}: facets(collection: "directives") { name }`).join(' ')
    expect(await codes(`{ ${lists} ${facets(3)} }`)).toEqual([200, undefined])
    expect(await codes(`{ ${lists} ${facets(4)} }`)).toEqual([400, 'QUERY_TOO_COSTLY'])
  })
})

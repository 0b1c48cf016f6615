import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDelivery } from '../../plugins/delivery/index.ts'
import { digestHandlers } from '../../plugins/digest/index.ts'
import { recordTerms } from '../../plugins/publications/index.ts'
import { seedSearchWords } from '../../src/seed/index.ts'
import { searchWordRows } from '../../src/seed/searchWords/index.ts'
import { type Login, type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
let delivery: Awaited<ReturnType<typeof openDelivery>>
beforeAll(async () => {
  portal = await startPortal()
  mkdirSync(portal.environment.dataDir, { recursive: true })
  delivery = await openDelivery({ payload: portal.payload, clock: portal.clock, ...portal.environment })
})
afterAll(async () => {
  await delivery.close()
  await portal.stop()
})

/** What a worker and the catalogue do every few seconds. */
const catchUp = async () => {
  await recordTerms({ payload: portal.payload, clock: portal.clock })
  await delivery.tail()
}
const rest = async (login: Login, method: string, path: string, body?: unknown) =>
  portal.rest(method, path, { token: await portal.as(login), body })
const saved = async (login: Login, method: string, path: string, body: unknown) => {
  const answer = await rest(login, method, path, body)
  expect([200, 201], JSON.stringify(answer.body)).toContain(answer.status)
  return (answer.body.doc ?? answer.body.result) as { id: string }
}
const ask = async <T>(query: string): Promise<T> => {
  const handler = delivery.handlers.find(({ path }) => path === '/graphql')!
  const request = new Request('http://127.0.0.1:3000/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return ((await (await handler.handle(request)).json()) as { data: T }).data
}
const publishNotice = async (title: string) => {
  const { id } = await saved('author', 'POST', '/notices', { title, summary: title })
  for (const [login, action] of [
    ['author', 'submit'],
    ['editor', 'approve'],
    ['head', 'approve'],
  ] as const) {
    const { body } = await rest(login, 'GET', `/workflow/notices/${id}`)
    const answer = await rest(login, 'POST', `/workflow/notices/${id}/${action}`, { expected: body.seq })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  }
}
const found = async (q: string): Promise<string[]> => {
  const { search } = await ask<{ search: { hits: { document: { title: string } }[] } }>(
    `{ search(q: ${JSON.stringify(q)}) { hits { document { title } } } }`,
  )
  return search.hits.map(({ document }) => document.title)
}

describe('words of the search', () => {
  it('are changed by editors, and the search follows', async () => {
    await publishNotice('Thông báo thu giá dịch vụ thoát nước')
    await catchUp()
    expect(await found('tiền cống')).toEqual([])
    const row = await saved('editor', 'POST', '/search-words', { words: ['tiền cống', 'giá dịch vụ thoát nước'] })
    await catchUp()
    expect(await found('tien cong')).toEqual(['Thông báo thu giá dịch vụ thoát nước'])
    await saved('editor', 'PATCH', `/search-words/${row.id}`, { inUse: false })
    await catchUp()
    expect(await found('tiền cống')).toEqual([])
  })

  it('may be ignored', async () => {
    await publishNotice('Thông báo lịch tiếp dân tháng mười hai')
    await catchUp()
    const listed = async () =>
      (await ask<{ notices: { totalDocs: number } }>('{ notices(filter: { q: "bữa tiếp dân" }) { totalDocs } }'))
        .notices
    expect(await listed()).toEqual({ totalDocs: 0 })
    await saved('secretary', 'POST', '/search-words', { kind: 'stopWords', words: ['bữa', 'nào'] })
    await catchUp()
    expect(await listed()).toEqual({ totalDocs: 1 })
  })

  it('belong to the people who write, and each change stands in the log', async () => {
    expect((await rest('author', 'POST', '/search-words', { words: ['a', 'b'] })).status).toBe(403)
    expect((await rest('admin', 'POST', '/search-words', { words: ['a', 'b'] })).status).toBe(403)
    const { id } = await saved('head', 'POST', '/search-words', { words: ['QLTT', 'quản lý thị trường'] })
    expect((await rest('head', 'DELETE', `/search-words/${id}`)).status).toBe(403)
    await catchUp()
    const { docs } = await portal.payload.db.find<{ kind: string }>({
      collection: 'publications',
      where: { collection: { equals: 'search-words' } },
      sort: '-seq',
    })
    expect(docs[0]).toMatchObject({ kind: 'term', edition: 1 })
  })

  it('are there from the first start, each under a key of its own, and stay as editors made them', async () => {
    expect(new Set(searchWordRows.map(({ code }) => code)).size).toBe(searchWordRows.length)
    const { payload } = portal
    const { added } = await seedSearchWords({ payload })
    expect(added).toBe(searchWordRows.length)
    const changed = { title: { equals: 'PBGDPL = phổ biến, giáo dục pháp luật' } }
    const { docs } = await payload.find({ collection: 'search-words', where: changed })
    await saved('editor', 'PATCH', `/search-words/${docs[0]!.id}`, { words: ['PBGDPL', 'tuyên truyền pháp luật'] })
    expect(await seedSearchWords({ payload })).toEqual({ added: 0 })
    const row = await payload.findByID({ collection: 'search-words', id: docs[0]!.id })
    expect(row.words).toEqual(['PBGDPL', 'tuyên truyền pháp luật'])
  })
})

describe('the facts about the portal', () => {
  const page = async (language: string) => {
    const handler = digestHandlers({ payload: portal.payload, clock: portal.clock }).find(
      ({ path, method }) => path === '/subscriptions' && method === 'GET',
    )!
    return (await handler.handle(new Request(`http://127.0.0.1:3000/subscriptions?lang=${language}`))).text()
  }
  const site = '{ vi: site { name agency address telephone email } km: site(locale: "km") { name agency } }'

  it('are changed in the admin, and reach the public API and the pages in each language', async () => {
    expect(await ask(site)).toMatchObject({
      vi: { name: 'Cổng thông tin pháp luật', agency: null, telephone: null },
    })
    await saved('editor', 'POST', '/globals/site', {
      name: 'Pháp luật Tây Đô',
      agency: 'Sở Tư pháp thành phố Tây Đô',
      address: 'Số 9, đường Hòa Bình',
      telephone: '0292 3111 222',
      email: 'stp@example.vn',
    })
    await saved('editor', 'POST', '/globals/site?locale=km', { agency: 'មន្ទីរយុត្តិធម៌' })
    await catchUp()
    expect(await ask(site)).toEqual({
      vi: {
        name: 'Pháp luật Tây Đô',
        agency: 'Sở Tư pháp thành phố Tây Đô',
        address: 'Số 9, đường Hòa Bình',
        telephone: '0292 3111 222',
        email: 'stp@example.vn',
      },
      km: { name: 'Pháp luật Tây Đô', agency: 'មន្ទីរយុត្តិធម៌' },
    })
    const feeds = delivery.handlers.find(({ path, method }) => path.startsWith('/feeds') && method === 'GET')!
    const feed = await (await feeds.handle(new Request('http://127.0.0.1:3000/feeds/notices.atom'))).text()
    expect(feed).toContain('<title>Pháp luật Tây Đô · ')
    const vi = await page('vi')
    expect(vi).toContain('Pháp luật Tây Đô')
    const lines = ['Sở Tư pháp thành phố Tây Đô', 'Số 9, đường Hòa Bình', 'Điện thoại: 0292 3111 222']
    expect(vi.slice(vi.indexOf('<footer>'))).toContain(lines.map((line) => `<p>${line}</p>`).join(''))
    expect(await page('km')).toContain('<p>មន្ទីរយុត្តិធម៌</p>')
  })

  it('are refused with a sentence where they cannot be what they say', async () => {
    for (const [field, value] of [
      ['telephone', 'gọi anh Ba'],
      ['email', 'stp at example.vn'],
    ] as const) {
      const { status, body } = await rest('editor', 'POST', '/globals/site', { [field]: value })
      expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining(`"path":"${field}"`)])
    }
  })
})

describe('what citizens may subscribe by', () => {
  it('is offered by those who approve, never by the one who made it', async () => {
    const offered = async () => {
      const handlers = digestHandlers({ payload: portal.payload, clock: portal.clock })
      const form = handlers.find(({ path, method }) => path === '/subscriptions' && method === 'GET')!
      return (await form.handle(new Request('http://127.0.0.1:3000/subscriptions'))).text()
    }
    const wanted = { slug: 'dat-dai-moi', title: 'Đất đai, nhà ở', subscribable: true }
    const { id } = await saved('editor', 'POST', '/topics', wanted)
    expect(await offered()).not.toContain('Đất đai, nhà ở')
    await saved('head', 'PATCH', `/topics/${id}`, { subscribable: true })
    expect(await offered()).toContain('Đất đai, nhà ở')
    expect(await offered()).not.toContain('Giấy nghỉ phép')
  })
})

import { mkdirSync } from 'node:fs'
import type { Field } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDelivery } from '../../plugins/delivery/index.ts'
import { publicMarkOf } from '../../plugins/publications/index.ts'
import { type Login, type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
let delivery: Awaited<ReturnType<typeof openDelivery>>
let refs: Record<string, string>
beforeAll(async () => {
  portal = await startPortal()
  mkdirSync(portal.environment.dataDir, { recursive: true })
  delivery = await openDelivery({ payload: portal.payload, clock: portal.clock, ...portal.environment })
  const id = async (collection: string, field: string, value: string) => {
    const { docs } = await portal.payload.find({ collection, where: { [field]: { equals: value } }, limit: 1 })
    return String((docs[0] as { id: string }).id)
  }
  refs = {
    docType: await id('document-types', 'code', 'KH'),
    issuer: await id('organisations', 'code', 'ubnd-tinh-soc-trang'),
  }
})
afterAll(async () => {
  await delivery.close()
  await portal.stop()
})

const handle = (path: string, init?: RequestInit) => {
  const url = new URL(path, 'http://127.0.0.1:3000')
  const handler = delivery.handlers.find(
    (one) => one.path === url.pathname || (one.path.startsWith('/media') && url.pathname.startsWith('/media')),
  )!
  return handler.handle(new Request(url, init))
}
const ask = async (query: string, variables: object = {}) => {
  const response = await handle('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as { data: Record<string, never>; errors?: { code: string }[] },
  }
}
const data = async <T>(query: string, variables?: object) => (await ask(query, variables)).body.data as unknown as T

const rest = async (login: Login, method: string, path: string, body?: unknown) =>
  portal.rest(method, path, { token: await portal.as(login), body })
const create = async (collection: string, body: Record<string, unknown>) => {
  const answer = await rest('author', 'POST', `/${collection}`, body)
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body.doc as { id: string; slug: string }
}
const act = async (login: Login, collection: string, id: string, action: string, body: object = {}) => {
  const { body: view } = await rest(login, 'GET', `/workflow/${collection}/${id}`)
  const answer = await rest(login, 'POST', `/workflow/${collection}/${id}/${action}`, { expected: view.seq, ...body })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
}
const publish = async (collection: string, id: string) => {
  await act('author', collection, id, 'submit')
  await act('editor', collection, id, 'approve')
  if (collection !== 'notices') await act('secretary', collection, id, 'approve')
  await act('head', collection, id, 'approve')
  await delivery.tail()
}
const plan = (number: number, more: Record<string, unknown> = {}) => ({
  title: `Kế hoạch triển khai số ${number}`,
  ...refs,
  number,
  symbol: 'KH-UBND',
  issuedOn: '2024-05-08',
  abstract: 'Trích yếu',
  ...more,
})

describe('the public', () => {
  it('sees a document after its last approval and not before', async () => {
    const { id, slug } = await create('directives', plan(701))
    const one = () =>
      data<{ directive: { title: string } | null }>(
        `{ directive(slug: "${slug}") { title edition locale availableLocales } }`,
      )
    await delivery.tail()
    expect(await one()).toEqual({ directive: null })
    await publish('directives', id)
    expect(await one()).toEqual({
      directive: { title: 'Kế hoạch triển khai số 701', edition: 1, locale: 'vi', availableLocales: ['vi'] },
    })
  })

  it('sees nothing of what is written straight into the working tables', async () => {
    const { id, slug } = await create('notices', { title: 'Thông báo thật', summary: 'Tóm tắt' })
    await publish('notices', id)
    const query = `{ notice(slug: "${slug}") { title contentHash edition } notices { totalDocs } publications(limit: 500) { seq } }`
    const before = await data(query)
    await portal.payload.db.updateOne({
      collection: 'notices',
      id,
      data: { title: { vi: 'LEN' }, workflowState: 'published' },
    })
    await portal.payload.db.create({
      collection: 'notices',
      data: { title: { vi: 'LEN' }, slug: 'len', key: 'len', workflowState: 'published' },
    })
    await delivery.tail()
    expect(await data(query)).toEqual(before)
  })

  it('finds no canary of any field that is not marked public', async () => {
    const canary = (field: Field): Record<string, unknown> => {
      if (field.type === 'tabs')
        return Object.assign(
          {},
          ...field.tabs.map((tab) => Object.assign({}, ...('name' in tab ? [] : tab.fields).map(canary))),
        )
      if (field.type === 'row' || field.type === 'collapsible') return Object.assign({}, ...field.fields.map(canary))
      if (!('name' in field) || !field.name) return {}
      const inside =
        field.type === 'group' || field.type === 'array' ? Object.assign({}, ...field.fields.map(canary)) : undefined
      if (field.type === 'group') return { [field.name]: inside }
      if (field.type === 'array') return publicMarkOf(field) ? {} : { [field.name]: [inside] }
      if (publicMarkOf(field) || !['text', 'textarea'].includes(field.type)) return {}
      return { [field.name]: `CANARY-${field.name}` }
    }
    const fields = portal.payload.collections.bulletins!.config.fields
    const planted = Object.assign({}, ...fields.map(canary)) as Record<string, unknown>
    expect(Object.keys(planted)).toEqual(expect.arrayContaining(['internalNote', 'contributors']))
    const { id, slug } = await create('bulletins', {
      ...planted,
      title: 'Tin có bí mật',
      slug: 'tin-co-bi-mat',
      kind: 'news',
      byline: 'Phòng PBGDPL',
      summary: 'Tóm tắt',
    })
    await portal.payload.db.updateOne({
      collection: 'bulletins',
      id,
      data: { internalNote: 'CANARY-internalNote' },
    })
    await publish('bulletins', id)
    const introspected = await data<{ __type: { fields: { name: string }[] } }>(
      '{ __type(name: "Bulletin") { fields { name } } }',
    )
    for (const name of Object.keys(planted))
      if (!['slug', 'title'].includes(name))
        expect(introspected.__type.fields.map((field) => field.name)).not.toContain(name)
    const everything = JSON.stringify(
      await ask(
        `{ bulletin(slug: "${slug}") { id title summary byline source date kind body { html text json } topics { slug } } publications(limit: 500) { content { title } changeNote } }`,
      ),
    )
    expect(everything).toContain('Tin có bí mật')
    expect(everything).not.toContain('CANARY')
  })

  it('finds by number and by words, with or without marks', async () => {
    const { id } = await create('directives', plan(702, { title: 'Trợ giúp pháp lý cho người nghèo' }))
    await publish('directives', id)
    const count = async (filter: object) =>
      (
        await data<{ directives: { totalDocs: number } }>(
          'query ($filter: DirectiveFilter) { directives(filter: $filter) { totalDocs } }',
          { filter },
        )
      ).directives.totalDocs
    for (const number of ['702/KH-UBND', '702 kh ubnd', '702-KH-UBND', '702'])
      expect(await count({ number }), number).toBe(1)
    for (const q of ['Trợ giúp pháp lý', 'tro giup phap ly', 'TRỢ GIÚP', 'ngheo']) expect(await count({ q }), q).toBe(1)
    expect(await count({ q: 'khong co gi nhu the' })).toBe(0)
    expect(await count({ q: '"*(' })).toBe(0)
    expect(
      await count({
        issuer: 'ubnd-tinh-soc-trang',
        year: undefined,
        from: '2024-05-01',
        to: '2024-05-31',
        docType: 'KH',
      }),
    ).toBeGreaterThan(0)
  })

  it('answers in the language asked for, and says when it could not', async () => {
    const { id, slug } = await create('notices', { title: 'Hai thứ tiếng', summary: 'Tóm tắt' })
    await rest('author', 'PATCH', `/notices/${id}?locale=km`, { title: 'ពីរភាសា', summary: 'សង្ខេប' })
    await publish('notices', id)
    const inLocale = (locale: string) =>
      data(`{ notice(slug: "${slug}", locale: "${locale}") { title locale availableLocales } }`)
    expect(await inLocale('km')).toEqual({ notice: { title: 'ពីរភាសា', locale: 'km', availableLocales: ['vi', 'km'] } })
    for (const unknown of ['zh', 'xx', '../..'])
      expect(await inLocale(unknown)).toMatchObject({ notice: { title: 'Hai thứ tiếng', locale: 'vi' } })
  })

  it('goes back to nothing when a document is withdrawn, and its reason stands in the feed', async () => {
    const { id, slug } = await create('notices', { title: 'Sẽ rút', summary: 'Tóm tắt' })
    await publish('notices', id)
    await act('head', 'notices', id, 'withdraw', { reason: 'Ban hành nhầm' })
    await delivery.tail()
    expect(await data(`{ notice(slug: "${slug}") { title } }`)).toEqual({ notice: null })
    const { publications } = await data<{ publications: { kind: string; changeNote: string; content: unknown }[] }>(
      '{ publications(limit: 500) { kind changeNote content { title } } }',
    )
    expect(publications.at(-1)).toMatchObject({ kind: 'withdrawn', changeNote: 'Ban hành nhầm', content: null })
  })
})

describe('a hostile query', () => {
  const deep = `{ directives { docs { relations { target ${'{ relations { target '.repeat(12)} { title } ${'} }'.repeat(12)} } } } }`
  const aliases = `{ ${Array.from({ length: 40 }, (_, index) => `a${index}: notices { totalDocs }`).join(' ')} }`
  it.each([
    ['nested too deeply', deep, 'QUERY_TOO_DEEP'],
    ['with too many aliases', aliases, 'QUERY_TOO_MANY_ALIASES'],
    ['that contains itself', '{ ...a } fragment a on Query { ...a }', 'QUERY_TOO_DEEP'],
    ['of unknown fields', '{ users { email } }', 'QUERY_INVALID'],
    ['that is no query', '{', 'QUERY_INVALID'],
    ['that would write', 'mutation { x }', 'QUERY_INVALID'],
    ['with a bad limit', '{ notices(limit: 100000) { totalDocs } }', 'BAD_USER_INPUT'],
    ['with a bad sort', '{ notices(sort: "hash") { totalDocs } }', 'BAD_USER_INPUT'],
    ['with a forged cursor', '{ notices(after: "x") { totalDocs } }', 'BAD_USER_INPUT'],
    [
      'of too much at once',
      '{ directives(limit: 100) { docs { relations { target { relations { target { relations { type verb } } } } } } } }',
      'QUERY_TOO_COSTLY',
    ],
  ])('%s is refused with its code', async (_, query, code) => {
    const { status, body } = await ask(query)
    expect(status).toBe(400)
    expect(body.errors?.[0]?.code).toBe(code)
  })

  it('of a megabyte, or in a batch, or not as JSON, is refused', async () => {
    const post = (body: string, type = 'application/json') =>
      handle('/graphql', { method: 'POST', headers: { 'content-type': type }, body })
    expect((await post(JSON.stringify({ query: `{ ${'a '.repeat(500_000)} }` }))).status).toBe(400)
    expect((await post('[{"query":"{ __typename }"}]')).status).toBe(400)
    expect((await post('{')).status).toBe(400)
    expect((await post('query={ __typename }', 'application/x-www-form-urlencoded')).status).toBe(415)
  })
})

it('answers a repeated GET with 304 and forgets it when something is published', async () => {
  const url = `/graphql?query=${encodeURIComponent('{ notices { totalDocs } }')}`
  const first = await handle(url)
  const etag = first.headers.get('etag')!
  expect(first.headers.get('access-control-allow-origin')).toBe('*')
  expect(first.headers.get('set-cookie')).toBeNull()
  expect((await handle(url, { headers: { 'if-none-match': etag } })).status).toBe(304)
  const { id } = await create('notices', { title: 'Mới', summary: 'Tóm tắt' })
  await publish('notices', id)
  const after = await handle(url, { headers: { 'if-none-match': etag } })
  expect(after.status).toBe(200)
})

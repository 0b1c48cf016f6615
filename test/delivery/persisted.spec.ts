import { readdirSync, readFileSync } from 'node:fs'
import { parse, print } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashOf } from '../../plugins/delivery/api/persisted.ts'
import { type PublicSide, startPublicSide } from './support/publicSide.ts'

let side: PublicSide
beforeAll(async () => {
  side = await startPublicSide()
  await side.publish('notices', 'n1', { title: 'Thông báo' })
})
afterAll(() => side.stop())

const named = (sha256Hash: unknown, version: unknown = 1) => ({ persistedQuery: { version, sha256Hash } })
const get = async (params: Record<string, unknown>, headers: Record<string, string> = {}) => {
  const search = new URLSearchParams(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  )
  const response = await side.request(`/graphql?${search}`, { headers })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : {} }
}
const post = async (body: unknown) => {
  const headers = { 'content-type': 'application/json' }
  const response = await side.request('/graphql', { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: response.status, body: JSON.parse(await response.text()) }
}
const codeOf = ({ body }: { body: { errors?: { extensions: { code: string } }[] } }) =>
  body.errors?.[0]?.extensions.code

describe('a query named by its hash', () => {
  it('is asked for once, then answered by its hash alone, with a validator and for caches', async () => {
    const query = 'query($n: Int) { notices(limit: $n) { limit docs { title } } }'
    const extensions = named(hashOf(query))
    const unknown = await get({ extensions })
    expect([unknown.status, unknown.body.errors[0].message, codeOf(unknown)]).toEqual([
      200,
      'PersistedQueryNotFound',
      'PERSISTED_QUERY_NOT_FOUND',
    ])
    expect([unknown.headers.get('cache-control'), unknown.headers.get('etag')]).toEqual(['no-store', null])
    const data = { notices: { limit: 3, docs: [{ title: 'Thông báo' }] } }
    expect((await get({ query, extensions, variables: { n: 3 } })).body).toEqual({ data })
    const again = await get({ extensions, variables: { n: 3 } })
    expect(again.body).toEqual({ data })
    expect(again.headers.get('cache-control')).toMatch(/^public/)
    const etag = again.headers.get('etag')!
    expect((await get({ extensions, variables: { n: 3 } }, { 'if-none-match': etag })).status).toBe(304)
    expect((await post({ extensions, variables: { n: 4 } })).body.data.notices.limit).toBe(4)
    expect((await post({ query: '', extensions, variables: { n: 5 } })).body.data.notices.limit).toBe(5)
  })

  it('is never taken for another: the hash must be that of its text', async () => {
    const extensions = named(hashOf('{ notices { totalDocs } }'))
    const wrong = await post({ query: '{ videos { totalDocs } }', extensions })
    expect([wrong.status, codeOf(wrong)]).toEqual([400, 'PERSISTED_QUERY_INVALID'])
    expect(codeOf(await get({ extensions }))).toBe('PERSISTED_QUERY_NOT_FOUND')
  })

  it('is not kept when it is refused', async () => {
    const query = '{ users { docs { email } } }'
    const extensions = named(hashOf(query))
    expect((await post({ query, extensions })).status).toBe(400)
    expect(codeOf(await get({ extensions }))).toBe('PERSISTED_QUERY_NOT_FOUND')
  })

  it.each([
    ['another version', named('a'.repeat(64), 2)],
    ['no hash', named(undefined)],
    ['a short hash', named('abc')],
    ['a hash that is a list', named(['a'.repeat(64)])],
    ['no object', { persistedQuery: 'x' }],
  ])('with %s is refused with 400 and a code', async (_, extensions) => {
    for (const answer of [await get({ extensions }), await post({ extensions })])
      expect([answer.status, codeOf(answer)]).toEqual([400, 'PERSISTED_QUERY_INVALID'])
  })

  it('counts for nothing where there is none', async () => {
    expect(codeOf(await get({ extensions: '{' }))).toBe('QUERY_INVALID')
    expect(codeOf(await get({ extensions: {} }))).toBe('QUERY_MISSING')
    expect(codeOf(await post({ extensions: { persistedQuery: null } }))).toBe('QUERY_MISSING')
    expect((await get({ query: '{ notices { limit } }', extensions: { tracing: {} } })).status).toBe(200)
  })

  it.each(readdirSync('docs/queries'))('is known from the start when it is the sample %s', async (file) => {
    const text = readFileSync(`docs/queries/${file}`, 'utf8')
    for (const query of [text, print(parse(text))])
      expect(await get({ extensions: named(hashOf(query)) })).toMatchObject({ status: 200, body: { data: {} } })
  })
})

it('a validator of * is any: 304, and 200 where nothing may be kept', async () => {
  const star = { 'if-none-match': '*' }
  expect((await get({ query: '{ notices { totalDocs } }' }, star)).status).toBe(304)
  expect((await get({ extensions: named('0'.repeat(64)) }, star)).status).toBe(200)
})

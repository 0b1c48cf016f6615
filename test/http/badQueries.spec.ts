import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Portal, startPortal } from '../support/portal.ts'
import { codeOf, type HttpServer, serveSystem } from './server.ts'

let portal: Portal
let server: HttpServer
let token: string

beforeAll(async () => {
  portal = await startPortal()
  server = await serveSystem(portal)
  token = await portal.as('author')
})
afterAll(() => server.stop())

const sentence = (text: string | undefined) => expect.soft(text).toMatch(/[ạảấầẩậắằặẹẻếềểệịọỏốồổộớờởợụủứừửựđư].*;.*\.$/)

describe('a query that cannot be answered', () => {
  it.each([
    '/api/notices?where=x',
    '/api/notices/count?where=x',
    '/api/notices/versions?where=x',
    '/api/notices?where[title][equals][a]=1',
    '/api/notices?where[title][equals][]=1',
    '/api/notices?where[title]=x',
    '/api/notices?where[title][like][]=a',
    '/api/notices?where[title][contains][a]=1',
    '/api/notices/versions?where[version.title][like][]=a',
    '/api/notices?where[body.root][like]=a',
    '/api/notices/count?where[body.root.children][equals][a]=1',
    '/api/directives?where[or][0][body.root][exists]=true',
    '/api/notices?where[nope][equals]=1',
    '/api/media?where[filename][near]=1,2',
    '/api/media?where[and][0][filesize][within]=1,2',
    '/api/directives?where[issuer.code][equals][a]=b',
  ])('%s is 400 with a code and a Vietnamese sentence', async (path) => {
    const answer = await server.ask(path, { token })
    expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_REQUEST'])
    sentence(answer.json.errors?.[0]?.message)
  })

  it.each([
    '/api/notices?where[id][in]=a,b',
    '/api/notices?where[id][not_in]=a,b',
    '/api/media?where[filesize][equals]=banana',
    '/api/notices?where[createdAt][greater_than]=banana',
    '/api/notices?limit=1e400&page=1e30',
  ])('%s, which the databases read each in its own way, is an empty list or 400', async (path) => {
    const answer = await server.ask(path, { token })
    if (answer.status === 200) expect(answer.json.docs).toEqual([])
    else expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_REQUEST'])
  })

  it.each(['PATCH', 'DELETE'])('of a bulk %s is 400 and writes nothing', async (method) => {
    const body = method === 'PATCH' ? { title: 'x' } : undefined
    const answer = await server.ask('/api/notices?where=x', { method, token, body })
    expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_REQUEST'])
  })

  it.each(['', ',', '-', ' ,-', '-title,,title'])(
    'that is ordered by %j is ordered by what has a name',
    async (sort) => {
      const query = `sort=${encodeURIComponent(sort)}`
      for (const path of ['notices', 'notices/versions', 'directives', 'payload-preferences'])
        expect([path, (await server.ask(`/api/${path}?${query}`, { token })).status]).toEqual([path, 200])
    },
  )

  it('says it in English to those who ask for it', async () => {
    const headers = { 'accept-language': 'en' }
    for (const path of ['/api/notices?where=x', '/api/notices?where[nope][equals]=1'])
      expect((await server.ask(path, { token, headers })).json.errors?.[0]?.message).toMatch(/; check .*\.$/)
  })

  it('over GraphQL keeps its code', async () => {
    const query =
      '{ Notices(where: { id: { in: ["a"] }, createdAt: { equals: "2026-02-30T99:00:00Z" } }) { totalDocs } }'
    const answer = await server.ask('/api/graphql', { method: 'POST', token, body: { query } })
    expect(codeOf(answer)).not.toBe('INTERNAL')
  })
})

describe('a write that names what is not there', () => {
  it('is 400, not broken', async () => {
    const body = { title: 'x', issuer: 'nobody', docType: 'none', number: 1, symbol: 'KH-UBND', issuedOn: '2026-11-01' }
    const answer = await server.ask('/api/directives', { method: 'POST', token, body })
    expect([400, 422]).toContain(answer.status)
    sentence(answer.json.errors?.[0]?.message)
  })
})

describe('at the doors that are open', () => {
  const post = (path: string, body: unknown, headers = {}) => server.ask(path, { method: 'POST', body, headers })

  it('a link to reset a password that is wrong has a code of its own', async () => {
    const reset = { token: 'x', password: 'một mật khẩu đủ dài' }
    const answer = await post('/api/users/reset-password', reset)
    expect([answer.status, codeOf(answer)]).toEqual([403, 'RESET_TOKEN_INVALID'])
    sentence(answer.json.errors?.[0]?.message)
    const english = await post('/api/users/reset-password', reset, { 'accept-language': 'en-GB,en;q=0.9' })
    expect(english.json.errors?.[0]?.message).toMatch(/ask for a new one/)
  })

  it.each([
    ['/api/users/logout', {}, 401, 'LOGIN_REQUIRED'],
    ['/api/users/refresh-token', {}, 401, 'LOGIN_REQUIRED'],
    ['/api/users/login', '{', 400, 'BAD_REQUEST'],
    ['/api/users/login', { email: 'a@example.vn' }, 422, 'CONTENT_INVALID'],
  ])('POST %s with %j says in Vietnamese what to do', async (path, body, status, code) => {
    const answer = await post(path, body, { 'content-type': 'application/json' })
    expect([answer.status, codeOf(answer)]).toEqual([status, code])
    expect(answer.json.errors?.[0]?.message).toMatch(/[Hh]ãy |[Xx]in /)
  })
})

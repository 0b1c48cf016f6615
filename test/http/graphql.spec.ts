import { getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, type HttpServer, PASSWORD, startServer } from './server.ts'

let server: HttpServer
let token: string

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const ask = (query: string, more: { variables?: object; token?: string; headers?: Record<string, string> } = {}) =>
  server.ask('/api/graphql', {
    method: 'POST',
    body: { query, variables: more.variables },
    token: more.token,
    headers: more.headers,
  })

const LOGIN =
  'mutation ($email: String!, $password: String!) { loginUser(email: $email, password: $password) { token } }'

describe('without a login', () => {
  it.each([
    ['a list', '{ Notes { totalDocs } }'],
    ['a write', 'mutation { createNote(data: { title: "x" }) { id } }'],
    ['the schema', '{ __schema { types { name } } }'],
    ['what one may do', '{ Access { canAccessAdmin } }'],
    ['whether there is a user', '{ initializedUser }'],
    ['unlocking', 'mutation { unlockUser(email: "a@example.vn") }'],
    ['a name that only looks open', '{ meUser: Notes { totalDocs } }'],
    ['a second operation beside an open one', '{ meUser { token } Notes { totalDocs } }'],
    ['an open one inside a fragment', 'query { ...F } fragment F on Query { meUser { token } Notes { totalDocs } }'],
    ['a query that is none', '{ nothing'],
    ['a field that is none', '{ Nothing }'],
  ])('%s answers 401 LOGIN_REQUIRED', async (_, query) => {
    const answer = await ask(query)
    expect([answer.status, codeOf(answer)]).toEqual([401, 'LOGIN_REQUIRED'])
  })

  it('"me" is nobody', async () => {
    expect((await ask('{ meUser { user { email } } }')).json.data).toEqual({ meUser: { user: null } })
  })

  it('one logs in', async () => {
    const answer = await ask(LOGIN, { variables: { email: 'a@example.vn', password: PASSWORD } })
    token = (answer.json.data as { loginUser: { token: string } }).loginUser.token
    expect(token).toBeTruthy()
  })

  it('guesses count as they do over REST, however they are written', async () => {
    const wrong = (email: string) => `mutation { loginUser(email: "${email}", password: "x") { token } }`
    for (let attempt = 0; attempt < 5; attempt += 1) expect((await ask(wrong('c@example.vn'))).status).toBe(200)
    expect((await ask(LOGIN, { variables: { email: 'C@example.vn', password: 'x' } })).status).toBe(429)
    const many = `mutation { ${[1, 2, 3].map((n) => `a${n}: loginUser(email: "d@example.vn", password: "${n}") { token }`).join(' ')} }`
    expect((await ask(many)).status).toBe(401)
  })

  it('a body over 64 kB is refused', async () => {
    expect((await ask(`{ meUser { token } } # ${'x'.repeat(70_000)}`)).status).toBe(413)
  })
})

describe('with a login', () => {
  it('reads, writes, and tells a tool its schema', async () => {
    expect((await ask('mutation { createNote(data: { title: "x" }) { title } }', { token })).json.data).toEqual({
      createNote: { title: 'x' },
    })
    expect((await ask(getIntrospectionQuery(), { token })).json.errors).toBeUndefined()
  })

  it('a cookie from another site is nobody', async () => {
    const headers = { cookie: `payload-token=${token}`, origin: 'https://evil.example' }
    expect((await ask('{ Notes { totalDocs } }', { headers })).status).toBe(401)
  })

  it('an error of a rule keeps its code', async () => {
    const answer = await ask('mutation { createNote(data: { title: "refused" }) { id } }', { token })
    expect(answer.json.errors).toMatchObject([
      { code: 'NOTE_REFUSED', message: 'Not this.', extensions: { code: 'NOTE_REFUSED' } },
    ])
  })

  it('an error of ours tells nothing of its inside', async () => {
    const answer = await ask('mutation { createNote(data: { title: "broken" }) { id } }', { token })
    expect(codeOf(answer)).toBe('INTERNAL')
    expect(answer.text).not.toMatch(/inner|congbo/)
  })

  const nested = (levels: number) => `{ Notes { docs ${'{ parent '.repeat(levels)} { id } ${'}'.repeat(levels)} } }`
  it.each([
    ['too deep', nested(20), 'QUERY_TOO_DEEP'],
    [
      'too many aliases',
      `{ ${Array.from({ length: 51 }, (_, i) => `a${i}: Notes { totalDocs }`).join(' ')} }`,
      'QUERY_TOO_MANY_ALIASES',
    ],
    [
      'too many aliases below',
      `{ Notes { docs { ${Array.from({ length: 51 }, (_, i) => `a${i}: title`).join(' ')} } } }`,
      'QUERY_TOO_MANY_ALIASES',
    ],
    ['too many directives', `{ Notes ${'@include(if: true) '.repeat(51)} { totalDocs } }`, 'QUERY_TOO_MANY_DIRECTIVES'],
    ['too long', `{ Notes { totalDocs } } # ${'x'.repeat(70_000)}`, 'QUERY_TOO_LARGE'],
    ['a megabyte', `{ Notes { totalDocs } } # ${'x'.repeat(1_000_000)}`, 'QUERY_TOO_LARGE'],
    ['too many tokens', `{ Notes { ${'totalDocs '.repeat(9_000)} } }`.slice(0, 60_000), 'QUERY_INVALID'],
    ['nested beyond reading', '{a'.repeat(20_000), 'QUERY_INVALID'],
    ['nothing of ours', '{ Nothing }', 'QUERY_INVALID'],
  ])('a query that is %s is 400', async (_, query, code) => {
    const answer = await ask(query, { token })
    expect([answer.status, codeOf(answer)]).toEqual([400, code])
  })

  it.each([
    [[]],
    [[{ query: '{ Notes { totalDocs } }' }]],
    ['text'],
    [{ query: 7 }],
    [{ query: '{ a }', variables: [] }],
  ])('a body of %j is 400', async (body) => {
    const answer = await server.ask('/api/graphql', {
      method: 'POST',
      body: JSON.stringify(body),
      token,
      headers: { 'content-type': 'application/json' },
    })
    expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_REQUEST'])
  })

  it('only JSON is read, so that no form of another site can post here', async () => {
    const headers = { 'content-type': 'text/plain' }
    const answer = await server.ask('/api/graphql', {
      method: 'POST',
      body: '{"query":"{ Notes { totalDocs } }"}',
      token,
      headers,
    })
    expect([answer.status, codeOf(answer)]).toEqual([415, 'WRONG_CONTENT_TYPE'])
  })

  it.each(['GET', 'PUT', 'DELETE'])('%s is 405', async (method) => {
    expect((await server.ask('/api/graphql?query={Notes{totalDocs}}', { method, token })).status).toBe(405)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, codeOf, type HttpServer, serveSystem } from '../http/server.ts'
import { type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
let server: HttpServer
let token: string
beforeAll(async () => {
  portal = await startPortal()
  server = await serveSystem(portal)
  token = await portal.as('author2')
})
afterAll(() => server.stop())

const graphql = (query: string, isLoggedIn = false): Promise<Answer> =>
  server.ask('/api/graphql', {
    method: 'POST',
    body: { query },
    headers: isLoggedIn ? { authorization: `JWT ${token}` } : {},
  })
const rest = (path: string, body: object): Promise<Answer> => server.ask(`/api/users${path}`, { method: 'POST', body })
const rowOf = async (email: string) =>
  (await portal.payload.db.findOne<{ id: string; loginAttempts?: number }>({
    collection: 'users',
    where: { email: { equals: email } },
  }))!

describe('a wrong password', () => {
  it('is counted alike by REST and GraphQL, with and without a login', async () => {
    const email = 'editor@demo.local'
    const tries = [
      () => rest('/login', { email, password: 'sai 1' }),
      () => graphql(`mutation { loginUser(email: "${email}", password: "sai 2") { token } }`),
      () => graphql(`mutation { loginUser(email: "${email}", password: "sai 3") { token } }`, true),
      () => rest('/login', { email, password: 'sai 4' }),
      () => graphql(`mutation { loginUser(email: "${email}", password: "sai 5") { token } }`, true),
    ]
    for (const attempt of tries) expect(codeOf(await attempt())).toBe('LOGIN_FAILED')
    for (const attempt of tries) expect((await attempt()).status).toBe(429)
    expect((await rowOf(email)).loginAttempts).toBe(5)
  })

  it.each([
    ['aliases', (one: string) => `mutation { ${Array.from({ length: 20 }, (_, at) => `a${at}: ${one}`).join(' ')} }`],
    ['a fragment', (one: string) => `mutation { ...f } fragment f on Mutation { a: ${one} }`],
    [
      'an operation beside',
      (one: string) => `mutation { createTopic(data: { slug: "x", title: "x" }) { id } b: ${one} }`,
    ],
  ])('is not tried by %s of somebody with a login', async (_, query) => {
    const login = 'loginUser(email: "head@demo.local", password: "sai") { token }'
    const answer = await graphql(query(login), true)
    expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_REQUEST'])
    expect((await rowOf('head@demo.local')).loginAttempts ?? 0).toBe(0)
  })
})

describe('a forgotten password', () => {
  it('is mailed three times an hour at most, whatever door it goes through', async () => {
    const email = 'secretary@demo.local'
    const mutation = `mutation { forgotPasswordUser(email: "${email}") }`
    expect((await rest('/forgot-password', { email })).status).toBe(200)
    expect((await graphql(mutation, true)).status).toBe(200)
    expect((await graphql(mutation)).status).toBe(200)
    for (const again of [
      () => rest('/forgot-password', { email }),
      () => graphql(mutation, true),
      () => graphql(mutation),
    ])
      expect((await again()).status).toBe(429)
    const many = Array.from({ length: 30 }, (_, at) => `a${at}: forgotPasswordUser(email: "deputy@demo.local")`)
    expect((await graphql(`mutation { ${many.join(' ')} }`, true)).status).toBe(400)
  })
})

it('nobody verifies an address, which no account has to', async () => {
  const query = 'mutation { a: verifyEmailUser(token: "x") }'
  expect((await graphql(query, true)).status).toBe(400)
  expect((await graphql(query)).status).toBe(401)
})

it('somebody with a login still writes over GraphQL', async () => {
  const answer = await graphql('mutation { createNotice(data: { title: "Qua GraphQL" }) { id } }', true)
  expect([answer.status, answer.json.errors]).toEqual([200, undefined])
})

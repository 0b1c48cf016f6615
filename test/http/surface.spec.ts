import { configToSchema } from '@payloadcms/graphql'
import type { GraphQLField } from 'graphql'
import type { Endpoint } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeMounts, type Served } from '../../src/http/mounts.ts'
import { type Portal, startPortal } from '../support/portal.ts'
import { codeOf, type HttpServer, serveSystem } from './server.ts'

let portal: Portal
let served: Served
let server: HttpServer

beforeAll(async () => {
  portal = await startPortal()
  served = await composeMounts(portal)
  server = await serveSystem(portal, served)
})
afterAll(async () => {
  await served.close()
  await server.stop()
})

/** Every address of Payload's REST API, as registered by the running configuration. */
const endpoints = (): { method: string; path: string }[] => {
  const { config } = portal
  const at = (base: string, list: Endpoint[] | false) =>
    (list || []).map(({ method, path }) => ({
      method: method.toUpperCase(),
      path: `/api${base}${path === '/' ? '' : path}`,
    }))
  return [
    ...at('', config.endpoints ?? []),
    ...config.collections.flatMap(({ slug, endpoints: own }) => at(`/${slug}`, own)),
    ...config.globals.flatMap(({ slug, endpoints: own }) => at(`/globals/${slug}`, own)),
  ].map(({ method, path }) => ({ method, path: path.replace(/:(\w+)\*?/g, 'x') }))
}

const OPEN = new Set([
  'POST /api/users/login',
  'POST /api/users/logout',
  'POST /api/users/forgot-password',
  'POST /api/users/reset-password',
  'POST /api/users/refresh-token',
  'GET /api/users/me',
])

describe('of everything that the running system registers', () => {
  it('only the doors of logging in are open to strangers over REST', async () => {
    const all = endpoints()
    expect(all.length).toBeGreaterThan(150)
    const open: string[] = []
    for (const { method, path } of all) {
      const answer = await server.ask(path, { method, ...(method === 'GET' ? {} : { body: {} }) })
      const refused = path.includes('first-register') ? answer.status === 403 : codeOf(answer) === 'LOGIN_REQUIRED'
      if (!refused || answer.status < 400) open.push(`${method} ${path}`)
    }
    // An open endpoint answers with a refusal of the operation itself, such as a wrong password or token.
    for (const each of open) expect(OPEN).toContain(each)
    expect(open).toContain('POST /api/users/login')
  })

  it('only the doors of logging in are open to strangers over GraphQL', async () => {
    const { schema } = configToSchema(portal.config)
    const value = (type: string): string =>
      type.startsWith('[')
        ? '[]'
        : /^(Int|Float)/.test(type)
          ? '1'
          : /^Boolean/.test(type)
            ? 'true'
            : /^(String|JSON|Email)/.test(type)
              ? '"x"'
              : '{}'
    const asked = (kind: string, field: GraphQLField<unknown, unknown>) => {
      const needed = field.args.filter(({ type }) => String(type).endsWith('!'))
      const args = needed.length
        ? `(${needed.map(({ name, type }) => `${name}: ${value(String(type))}`).join(', ')})`
        : ''
      return `${kind} { ${field.name}${args} { __typename } }`
    }
    const fields = [
      ...Object.values(schema.getQueryType()!.getFields()).map((field) => ['query', field] as const),
      ...Object.values(schema.getMutationType()!.getFields()).map((field) => ['mutation', field] as const),
    ]
    expect(fields.length).toBeGreaterThan(80)
    const open: string[] = []
    for (const [kind, field] of fields) {
      const answer = await server.ask('/api/graphql', { method: 'POST', body: { query: asked(kind, field) } })
      if (codeOf(answer) !== 'LOGIN_REQUIRED') open.push(field.name)
    }
    const doors = ['meUser', 'loginUser', 'logoutUser', 'forgotPasswordUser', 'resetPasswordUser', 'refreshTokenUser']
    for (const each of open) expect(doors).toContain(each)
    expect(open).toContain('meUser')
  })
})

describe('who is logged in', () => {
  const unlock = (token: string) =>
    server.ask('/api/users/unlock', { method: 'POST', body: { email: 'author@demo.local' }, token })

  it('unlocks an account as an administrator, and as nobody else', async () => {
    expect((await unlock(await portal.as('admin'))).status).toBe(200)
    for (const login of ['author', 'head', 'auditor', 'mail'] as const)
      expect([login, codeOf(await unlock(await portal.as(login)))]).toEqual([login, 'FORBIDDEN'])
  })

  it('gets a code with every error, whatever is asked', async () => {
    const token = await portal.as('author')
    const odd = [
      '/api/directives?where[nothing][equals]=1',
      '/api/directives?where[title][sideways]=1',
      '/api/directives?sort=hash',
      '/api/directives?locale=xx',
      '/api/directives?depth=-1&limit=-5&page=abc',
      '/api/directives/%00',
      '/api/directives/../../etc/passwd',
      '/api/nothing',
      `/api/directives?${'a=1&'.repeat(2_000)}`,
    ]
    for (const path of odd) {
      const answer = await server.ask(path, { token })
      expect([path, answer.status]).not.toEqual([path, 500])
      if (answer.status >= 400) expect([path, codeOf(answer)]).toEqual([path, expect.any(String)])
    }
  })
})

describe('what the plugins serve', () => {
  it('is answered to strangers, without a cookie', async () => {
    for (const path of [
      '/graphql?query={site{name}}',
      '/graphql?query={__typename}',
      '/subscriptions',
      '/u/x',
      '/readyz',
    ]) {
      const answer = await server.ask(path)
      expect([path, answer.status < 500, answer.headers['set-cookie']]).toEqual([path, true, undefined])
    }
    expect((await server.ask('/graphql?query={__typename}')).json.data).toEqual({ __typename: 'Query' })
    expect((await server.ask('/subscriptions')).text).toContain('<form')
  })

  it('takes the preflight of another site’s POST', async () => {
    const headers = { origin: 'https://website.example', 'access-control-request-method': 'POST' }
    const answer = await server.ask('/graphql', { method: 'OPTIONS', headers })
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([204, '*'])
  })
})

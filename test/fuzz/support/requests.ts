import { readdirSync, readFileSync } from 'node:fs'
import fc, { type Arbitrary } from 'fast-check'
import type { GraphQLInputType, GraphQLSchema } from 'graphql'
import type { Endpoint, FlattenedField, SanitizedConfig } from 'payload'
import type { Mount } from '../../../src/http/mounts.ts'
import type { Login } from '../../support/portal.ts'
import { queryOf } from './queries.ts'
import { bodyOf, hostile } from './values.ts'

/** A request as it is sent; its text reproduces it. */
export interface Sent {
  as: Login | 'nobody'
  method: string
  path: string
  headers?: Record<string, string>
  /** Sent as JSON unless it is a text. */
  body?: unknown
}

/** What requests are made from. */
export interface World {
  config: SanitizedConfig
  mounts: Mount[]
  office: GraphQLSchema
  /** Ids of rows that exist, by collection. */
  ids: Record<string, string[]>
  /** Links that were mailed. */
  links: string[]
}

const ROLES = ['nobody', 'author', 'editor', 'secretary', 'head', 'mail', 'auditor', 'admin'] as const
const role: Arbitrary<Sent['as']> = fc.constantFrom(...ROLES, 'author', 'head', 'admin')
const STRANGE = [
  'x',
  '%00',
  '%20',
  '0'.repeat(24),
  'a%00b',
  '..%2f..',
  '__proto__',
  '%F0%9F%98%80',
  'versions',
  '1e9',
  '%ff',
  'x'.repeat(3_000),
]

interface Route {
  method: string
  path: string
  collection?: string
  fields: readonly FlattenedField[]
}

const routesOf = ({ config }: World): Route[] => {
  const at = (base: string, list: Endpoint[] | false, fields: readonly FlattenedField[], collection?: string) =>
    (list || []).map(({ method, path }) => ({
      method: method.toUpperCase(),
      path: `/api${base}${path === '/' ? '' : path}`,
      collection,
      fields,
    }))
  return [
    ...at('', config.endpoints ?? [], config.collections[0]!.flattenedFields),
    ...config.collections.flatMap((one) => at(`/${one.slug}`, one.endpoints, one.flattenedFields, one.slug)),
    ...config.globals.flatMap((one) => at(`/globals/${one.slug}`, one.endpoints, one.flattenedFields)),
  ]
}

const form = (parts: string[]) => `${parts.map((part) => `--x\r\n${part}\r\n`).join('')}--x--\r\n`
const TYPES = [
  'application/json',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-7',
  '',
]

/** A body as JSON, or as something that is not quite it. */
const spoiltBody = (body: Arbitrary<unknown>): Arbitrary<Pick<Sent, 'body' | 'headers'>> =>
  fc.oneof(
    { weight: 12, arbitrary: body.map((sent) => ({ body: sent })) },
    {
      weight: 1,
      arbitrary: fc
        .record({ body: hostile, headers: fc.constant({ 'content-type': 'application/json' }) })
        .map(({ body: sent, headers }) => ({ body: JSON.stringify(sent) ?? 'undefined', headers })),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        body: fc.constantFrom(
          '',
          '{',
          '[1',
          'null',
          '"a"',
          '['.repeat(9_000),
          '{"a":'.repeat(12_000),
          form(['content-disposition: form-data; name="_payload"\r\n\r\n{bad']),
        ),
        headers: fc.constantFrom(...TYPES).map((type) => ({ 'content-type': type })),
      }),
    },
    {
      weight: 1,
      arbitrary: body.map((sent) => ({
        body: form([`content-disposition: form-data; name="_payload"\r\n\r\n${JSON.stringify(sent)}`]),
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      })),
    },
  )

/** The collections of people and their credentials stay, so that later requests still have somebody to be. */
const spares = ({ as, method, path }: Sent): boolean =>
  !(as === 'admin' && /^\/api\/users(?:\?|$)/.test(path) && /PATCH|DELETE/.test(method))

const rest = (world: World): Arbitrary<Sent> => {
  const routes = routesOf(world)
  const everyId = (collection: string) => fc.constantFrom(...(world.ids[collection] ?? ['0'.repeat(24)]))
  return fc.constantFrom(...routes).chain((route) => {
    const own = world.ids[route.collection ?? ''] ?? ['x']
    const value = (name: string): Arbitrary<string> => {
      if (name === 'collection') return fc.constantFrom('notices', 'directives', 'users', '__proto__', 'x', '%00')
      if (name === 'action')
        return fc.constantFrom('submit', 'approve', 'return', 'withdraw', 'schedule', 'x', 'toString')
      const governed = route.path.includes(':collection') ? world.ids.notices! : own
      return fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...governed) },
        { weight: 1, arbitrary: fc.constantFrom(...STRANGE) },
      )
    }
    const names = [...route.path.matchAll(/:(\w+)[*?]?/g)].map(([, name]) => name!)
    const path = fc
      .tuple(...names.map(value))
      .map((values) =>
        names.reduce((at, name, index) => at.replace(new RegExp(`:${name}[*?]?`), () => values[index]!), route.path),
      )
    const action = fc.record(
      { expected: fc.oneof(fc.nat(5), hostile), reason: hostile, comment: hostile, changeNote: hostile, at: hostile },
      { requiredKeys: [] },
    )
    const body = route.path.includes('/workflow/') ? action : bodyOf(route.fields, everyId)
    const sent = route.method === 'GET' || route.method === 'DELETE' ? fc.constant({}) : spoiltBody(body)
    return fc
      .tuple(role, path, queryOf(route.fields), sent)
      .map(([as, at, query, rest]) => ({ as, method: route.method, path: at + query, ...rest }))
  })
}

const inputOf = (type: GraphQLInputType): string => String(type)

/** Queries of the editors' GraphQL, made from its schema, whose variables may be anything. */
const officeGraphql = ({ office }: World): Arbitrary<Sent> => {
  const fields = [
    ...Object.values(office.getQueryType()!.getFields()).map((field) => ({ kind: 'query', field })),
    ...Object.values(office.getMutationType()!.getFields()).map((field) => ({ kind: 'mutation', field })),
  ].filter(({ field }) => !/^(logout|deleteUser|updateUser|createUser)/.test(field.name))
  return fc.constantFrom(...fields).chain(({ kind, field }) => {
    const args = field.args.filter(({ name }) => name !== 'locale')
    const declared = args.map(({ name, type }) => `$${name}: ${inputOf(type)}`).join(', ')
    const used = args.map(({ name }) => `${name}: $${name}`).join(', ')
    const simple = /^(Boolean|String|Int|JSON|WorkflowView)/.test(String(field.type))
    const query = `${kind}${declared ? `(${declared})` : ''} { ${field.name}${used ? `(${used})` : ''}${simple ? '' : ' { __typename }'} }`
    const variables = fc.record(
      Object.fromEntries(
        args.map(({ name, type }) => [
          name,
          /^Boolean/.test(String(type)) ? fc.boolean() : /^Int/.test(String(type)) ? fc.integer() : hostile,
        ]),
      ),
      { requiredKeys: [], noNullPrototype: true },
    )
    return fc.record({ as: role, variables }).map(({ as, variables: given }) => ({
      as,
      method: 'POST',
      path: '/api/graphql',
      body: { query, variables: given },
    }))
  })
}

const samples = readdirSync('docs/queries').map((name) => readFileSync(`docs/queries/${name}`, 'utf8'))
const publicGraphql: Arbitrary<Sent> = fc.oneof(
  fc
    .record({
      query: fc.constantFrom(...samples),
      variables: fc.dictionary(
        fc.constantFrom('slug', 'filter', 'locale', 'first', 'limit', 'text', 'after', 'page', 'q'),
        hostile,
        { noNullPrototype: true },
      ),
    })
    .map((body) => ({ as: 'nobody' as const, method: 'POST', path: '/graphql', body })),
  fc
    .record({ query: hostile, variables: hostile, operationName: hostile, extensions: hostile }, { requiredKeys: [] })
    .map((body) => ({ as: 'nobody' as const, method: 'POST', path: '/graphql', body })),
  fc.string({ unit: 'binary', maxLength: 60 }).map((text) => ({
    as: 'nobody' as const,
    method: 'GET',
    path: `/graphql?query=${encodeURIComponent(Buffer.from(text).toString())}&extensions={`,
  })),
)

const doors: Arbitrary<Sent> = fc
  .tuple(
    fc.constantFrom(
      'login',
      'logout',
      'forgot-password',
      'reset-password',
      'refresh-token',
      'me',
      'unlock',
      'first-register',
      'verify/x',
    ),
    spoiltBody(
      fc.record(
        {
          email: fc.oneof(fc.constantFrom('author@demo.local', 'x@y.vn'), hostile),
          username: hostile,
          password: hostile,
          token: hostile,
        },
        { requiredKeys: [] },
      ),
    ),
    fc.constantFrom<Sent['as']>('nobody', 'nobody', 'mail', 'admin'),
  )
  .map(([door, sent, as]) => ({
    as: door === 'logout' ? 'nobody' : as,
    method: 'POST',
    path: `/api/users/${door}`,
    ...sent,
  }))

const mounts = (world: World): Arbitrary<Sent> =>
  fc.constantFrom(...world.mounts).chain((mount) => {
    const segment = fc.constantFrom('vi.atom', 'notices', '1.xml', 'confirm', ...STRANGE)
    const count = [...mount.path.matchAll(/:\w+/g)].length
    const path = fc.oneof(
      fc
        .array(segment, { minLength: count, maxLength: count })
        .map((values) => values.reduce((at, one) => at.replace(/:\w+/, () => one), mount.path)),
      fc.constantFrom(...world.links),
    )
    const member = fc.constantFrom(
      'email',
      'locale',
      'cadence',
      'topics',
      'filter',
      'consent',
      'action',
      'until',
      'sure',
      'how',
      'path',
      'document',
    )
    const body = fc.dictionary(member, fc.oneof(fc.constantFrom('an@example.vn', 'vi', 'daily', {}), hostile), {
      noNullPrototype: true,
    })
    const query = fc
      .dictionary(
        fc.constantFrom('lang', 'locale', 'page', 'topics', 'after', 'token', 'q'),
        fc.constantFrom('vi', 'x', '%00', '-1', '1e9', '__proto__', 'a'.repeat(1_000)),
      )
      .map((all) =>
        Object.entries(all)
          .map(([name, one]) => `${name}=${one}`)
          .join('&'),
      )
    return fc.tuple(path, query, spoiltBody(body)).map(([at, asked, sent]) => ({
      as: 'nobody' as const,
      method: mount.method ?? 'GET',
      path: `${at}?${asked}`,
      ...(mount.method === 'POST' ? sent : {}),
    }))
  })

const admin: Arbitrary<Sent> = fc
  .tuple(
    role,
    fc.constantFrom(
      '',
      '/login',
      '/collections/notices',
      '/collections/x/%',
      '/%ff',
      '/globals/site',
      '/..%2f',
      '/%00',
    ),
    fc.constantFrom('GET', 'POST', 'PUT', 'HEAD'),
    hostile,
  )
  .map(([as, path, method, sent]) => ({
    as,
    method,
    path: `/admin${path}`,
    ...(method === 'POST'
      ? {
          body: `[${JSON.stringify(sent) ?? ''}]`,
          headers: { 'next-action': '4'.repeat(42), 'content-type': 'text/plain', origin: 'http://127.0.0.1:3000' },
        }
      : {}),
  }))

const PARTS = [
  'content-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n\u0089PNG',
  'content-disposition: form-data; name="file"; filename="a\u0000.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.7 x',
  'content-disposition: form-data; name="file"\r\n\r\n{"filename":"x"}',
  'content-disposition: form-data; name="_payload"\r\n\r\n{"alt":{"toString":1}}',
  'content-disposition: form-data; name="_payload"\r\n\r\n{"alt":"a"}',
  'content-disposition: form-data; name="a[b]"\r\n\r\nx',
  'nothing',
]
const uploads: Arbitrary<Sent> = fc
  .tuple(role, fc.constantFrom('POST', 'PATCH'), fc.array(fc.constantFrom(...PARTS), { maxLength: 3 }))
  .map(([as, method, parts]) => ({
    as,
    method,
    path: '/api/media',
    body: form(parts),
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  }))

/** A request at any door of the server, by anybody. */
export const anyRequest = (world: World): Arbitrary<Sent> =>
  fc
    .oneof(
      { weight: 12, arbitrary: rest(world) },
      { weight: 4, arbitrary: officeGraphql(world) },
      { weight: 2, arbitrary: publicGraphql },
      { weight: 2, arbitrary: doors },
      { weight: 3, arbitrary: mounts(world) },
      { weight: 1, arbitrary: admin },
      { weight: 1, arbitrary: uploads },
    )
    .filter(spares)

import { readdirSync, readFileSync } from 'node:fs'
import fc, { type Arbitrary } from 'fast-check'
import type { GraphQLInputType } from 'graphql'
import type { Endpoint, FlattenedField } from 'payload'
import { admin, doors, mounts, uploads } from './doors.ts'
import { queryOf } from './queries.ts'
import { role, type Sent, STRANGE, spoiltBody, type World } from './sent.ts'
import { bodyOf, hostile } from './values.ts'

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

/** Saves of many people are left out, so that later requests still have somebody to be. */
const spares = ({ method, path }: Sent): boolean => !(/^\/api\/users(?:\?|$)/.test(path) && /PATCH|DELETE/.test(method))

/** @param only limits the routes */
const rest = (world: World, only: (route: Route) => boolean = () => true): Arbitrary<Sent> => {
  const routes = routesOf(world).filter(only)
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

/** Saves of documents, which few of all routes are. */
const isSave = ({ method, path }: Route): boolean =>
  (method === 'POST' && (/^\/api\/[a-z-]+$/.test(path) || /^\/api\/globals\/\w+$|duplicate/.test(path))) ||
  (method === 'PATCH' && /^\/api\/[a-z-]+\/:id$/.test(path))

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

/** A request at any door of the server, by anybody. */
export const anyRequest = (world: World): Arbitrary<Sent> =>
  fc
    .oneof(
      { weight: 12, arbitrary: rest(world) },
      { weight: 6, arbitrary: rest(world, isSave) },
      { weight: 4, arbitrary: officeGraphql(world) },
      { weight: 2, arbitrary: publicGraphql },
      { weight: 2, arbitrary: doors },
      { weight: 3, arbitrary: mounts(world) },
      { weight: 1, arbitrary: admin },
      { weight: 1, arbitrary: uploads },
    )
    .filter(spares)

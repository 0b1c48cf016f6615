import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PublicSide, startPublicSide } from './support/publicSide.ts'

let side: PublicSide
beforeAll(async () => {
  side = await startPublicSide()
  for (let n = 0; n < 20; n += 1)
    await side.publish('directives', `d${n}`, {
      title: `Kế hoạch ${n}`,
      relations: [{ type: 'amends', target: { collection: 'directives', key: `d${(n + 1) % 20}` } }],
    })
})
afterAll(() => side.stop())

const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  side.request('/graphql', { method: 'POST', headers, body })
const codeOf = async (response: Response) =>
  ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code

describe('limits', () => {
  it.each([
    ['aliases', `{ ${Array.from({ length: 40 }, (_, n) => `a${n}: directives { totalDocs }`).join(' ')} }`],
    ['depth', `{ directives { docs { ${'relations { target { '.repeat(9)} id ${'} }'.repeat(9)} } } }`],
    ['directives', `{ directives { totalDocs ${'@include(if: true) '.repeat(30)} } }`],
    ['cost', '{ directives(limit: 100) { docs { relations { target { relations { target { id title } } } } } } }'],
    [
      'cost through fragments and variables',
      'query($n: Int = 100) { directives(limit: $n) { ...P } } fragment P on DirectivePage { docs { ...D } } fragment D on Directive { relations { target { relations { target { id title } } } } }',
    ],
    ['fields', `{ directives { docs { ${'id '.repeat(700)} } } }`],
    ['tokens', `{ directives { docs { ${'id '.repeat(5000)} } } }`],
    ['a fragment that contains itself', '{ directives { docs { ...F } } } fragment F on Directive { id ...F }'],
    [
      'fragments that double',
      `{ directives { docs { ...F0 } } } ${Array.from({ length: 30 }, (_, n) => `fragment F${n} on Directive { ...F${n + 1} ...F${n + 1} }`).join(' ')} fragment F30 on Directive { id }`,
    ],
    ['nested introspection', '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }'],
    ['mutations', 'mutation { directives { totalDocs } }'],
    ['subscriptions', 'subscription { directives { totalDocs } }'],
    ['what is no GraphQL', '{ directives { '],
    ['nothing', ''],
    ['unknown fields', '{ users { docs { email password } } }'],
    ['filters that are not declared', '{ directives(filter: { where: "x" }) { totalDocs } }'],
  ])('refuse %s with 400 and a code', async (_, query) => {
    const { status, body } = await side.ask(query)
    expect([status, body.data]).toEqual([400, undefined])
    expect(body.errors![0]!.extensions.code).toMatch(/^[A-Z_]+$/)
  })

  it('refuse more words than a query may have, whatever type was asked for', async () => {
    const query = `{ directives { docs { ${'id '.repeat(5000)} } } }`
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const headers = { 'content-type': 'application/json', accept }
      const response = await side.request('/graphql', { method: 'POST', headers, body: JSON.stringify({ query }) })
      expect([response.status, await codeOf(response)]).toEqual([400, 'QUERY_TOO_LARGE'])
    }
  })

  it('let through what the website’s largest page needs', async () => {
    const fields =
      'id slug url title summary issuedOn numberAndSymbol legalStatus topics { slug title } docType { code name }'
    expect((await side.ask(`{ directives(limit: 100) { totalDocs docs { ${fields} } } }`)).status).toBe(200)
    const one =
      'directive(id: "d1") { title body { html } taskGroups { heading body } relations { type verb target { title url } } }'
    expect((await side.ask(`{ ${one} }`)).status).toBe(200)
  })

  it('refuse bodies that are too large, no JSON, lists, or of another type, each with a code', async () => {
    const large = await post(JSON.stringify({ query: `{ directives { totalDocs } } #${'x'.repeat(1024 * 1024)}` }))
    expect([large.status, await codeOf(large)]).toEqual([400, 'QUERY_TOO_LARGE'])
    const padded = JSON.stringify({ query: '{ directives { totalDocs } }', variables: { x: 'x'.repeat(1024 * 1024) } })
    expect((await post(padded)).status).toBe(400)
    for (const body of [
      '',
      '{',
      'null',
      '[]',
      '{"query":1}',
      '{"query":"{ directives { totalDocs } }","variables":[]}',
    ])
      expect([body, (await post(body)).status]).toEqual([body, 400])
    expect((await post('[{"query":"{ directives { totalDocs } }"}]')).status).toBe(400)
    expect((await post('{"query":"{ directives { totalDocs } }"}', { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await side.request('/graphql?query=%7B', { method: 'PUT' })).status).toBe(405)
    expect(
      (await side.request('/graphql?query=%7B%20notices%20%7B%20totalDocs%20%7D%20%7D&variables=%7B')).status,
    ).toBe(400)
  })
})

it('answers ten thousand random queries without failing once or holding on to memory', async () => {
  const name = fc.constantFrom(
    ...'directives directive docs id title relations target totalDocs __typename __schema types name where password 0 on'.split(
      ' ',
    ),
    ...'search hits document highlights html facets values label removed kind site sections visitStats total'.split(
      ' ',
    ),
  )
  const argument = fc.constantFrom(
    '',
    '(limit: 5)',
    '(limit: 1e9)',
    '(id: "d1")',
    '(page: -1)',
    '(after: "")',
    '(filter: { q: "k" })',
    '(q: "ke hoach")',
    '(q: "84/KH", collections: ["directives"])',
    '(collection: "directives", filter: { topic: "x" })',
    '(url: "/directives/d1")',
  )
  const query = fc.letrec<{ set: string; field: string }>((tie) => ({
    set: fc
      .array(tie('field'), { minLength: 1, maxLength: 4, depthIdentifier: 'q' })
      .map((fields) => `{ ${fields.join(' ')} }`),
    field: fc.oneof(
      { maxDepth: 6, depthIdentifier: 'q' },
      name,
      fc.tuple(name, argument, tie('set')).map((parts) => parts.join(' ')),
      fc.tuple(fc.constant('... on Directive'), tie('set')).map((parts) => parts.join(' ')),
    ),
  })).set
  const known = '{ directives { docs { id title } } }'
  // Measure only retained memory. Without a collection, garbage would make the figure random.
  setFlagsFromString('--expose_gc')
  const collect = runInNewContext('gc') as () => void
  const used = () => {
    collect()
    return process.memoryUsage().heapUsed
  }
  await side.ask(known)
  const before = used()
  const statuses = new Set<number>()
  let asked = 0
  const ask = async (text: string) => {
    statuses.add((await side.ask(text, { n: asked })).status)
    asked += 1
  }
  for (const text of fc.sample(query, 5_000)) await ask(text)
  // Valid queries that all differ fill the caches.
  for (let n = 0; n < 4_200; n += 1)
    await ask(`{ a${n}: directives(limit: ${1 + (n % 20)}) { docs { id title relations { type } } } }`)
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc.string({
      unit: fc.constantFrom(...'"*(){}^:-+ NEAR kế hoạch 84/KH-UBND ក法\u0000\ud800'.split('')),
      maxLength: 60,
    }),
  )
  const anything = `query($q: String!, $n: Int) {
    search(q: $q) { totalDocs hits { document { id } highlights { html } } facets { name values { label } } }
    facets(collection: "directives", filter: { q: $q, issuer: $q, includePredecessors: true }) { values { label count } }
    removed(url: $q, locale: $q) { kind } directive(url: $q) { title } site(locale: $q) { name } visitStats { total } }`
  for (const q of fc.sample(words, 800)) {
    const response = await post(JSON.stringify({ query: anything, variables: { q, n: asked } }))
    statuses.add(response.status)
    asked += 1
  }
  expect(asked).toBe(10_000)
  expect([...statuses].sort()).toEqual([200, 400])
  expect(used() - before).toBeLessThan(150 * 1024 * 1024)
  expect((await side.ask(known)).status).toBe(200)
})

import type { FlattenedField } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HttpServer, serveSystem } from '../http/server.ts'
import { type Login, type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
let server: HttpServer
beforeAll(async () => {
  portal = await startPortal()
  server = await serveSystem(portal)
})
afterAll(() => server.stop())

type Row = Record<string, unknown> & { id: string; title: string; contributors: { name: string; royalty: number }[] }

const call = async (login: Login, method: string, path: string, body?: unknown) => {
  const { status, json } = await server.ask(`/api${path}`, { method, body, token: await portal.as(login) })
  return { status, json, doc: (json.doc ?? json) as Row }
}
const stored = async (id: string): Promise<Row> =>
  (await portal.payload.findByID({ collection: 'bulletins', id, depth: 0, showHiddenFields: true })) as unknown as Row
const paid = async (id: string) => (await stored(id)).contributors.map(({ name, royalty }) => [name, royalty])

const restore: Record<string, (login: Login, version: string) => Promise<unknown>> = {
  REST: async (login, version) => (await call(login, 'POST', `/bulletins/versions/${version}`)).status,
  GraphQL: async (login, version) => {
    const query = `mutation { restoreVersionBulletin(id: "${version}") { id } }`
    const { json } = await call(login, 'POST', '/graphql', { query })
    return json.errors ? json.errors : 200
  },
  'another method': async (login, version) => {
    const headers = { 'x-http-method-override': 'POST', 'content-type': 'application/json' }
    const token = await portal.as(login)
    return (await server.ask(`/api/bulletins/versions/${version}`, { method: 'POST', headers, token, body: '{}' }))
      .status
  },
}

/** A bulletin of the author whose royalties the secretary filled in between its versions. */
const bulletin = async () => {
  const { doc } = await call('author', 'POST', '/bulletins', { title: 'Tin', summary: 'Một' })
  const rows = [{ name: 'Sơn Thị Hạnh', royalty: 450_000 }]
  await call('secretary', 'PATCH', `/bulletins/${doc.id}`, { contributors: rows, internalNote: 'Đã trả' })
  await call('author', 'PATCH', `/bulletins/${doc.id}`, { title: 'Tin, sửa' })
  const { docs } = await portal.payload.findVersions({
    collection: 'bulletins',
    where: { parent: { equals: doc.id } },
    sort: 'updatedAt',
  })
  return { id: doc.id, versions: docs.map(({ id }) => String(id)) }
}

describe.each(Object.entries(restore))('restoring over %s', (_, over) => {
  it.each([0, 1, 2])('version %i by an author changes what the author may write, and nothing else', async (at) => {
    const { id, versions } = await bulletin()
    const before = await stored(id)
    expect(await over('author', versions[at]!)).toBe(200)
    expect(await paid(id)).toEqual([['Sơn Thị Hạnh', 450_000]])
    const after = await stored(id)
    for (const field of ['unit', 'createdBy', 'key'] as const) expect(after[field]).toEqual(before[field])
    expect(after.title).toBe(at === 2 ? 'Tin, sửa' : 'Tin')
  })

  it('by the secretary brings back royalties as they were', async () => {
    const { id, versions } = await bulletin()
    await call('secretary', 'PATCH', `/bulletins/${id}`, { contributors: [{ name: 'Khác', royalty: 1 }] })
    expect(await over('secretary', versions[1]!)).toBe(200)
    expect(await paid(id)).toEqual([['Sơn Thị Hạnh', 450_000]])
    expect(await over('secretary', versions[0]!)).toBe(200)
    expect(await paid(id)).toEqual([])
  })
})

it('is kept in the version too, so that the next restore finds it', async () => {
  const { id, versions } = await bulletin()
  await restore.REST!('author', versions[0]!)
  const { docs } = await portal.payload.findVersions({
    collection: 'bulletins',
    where: { parent: { equals: id } },
    sort: '-updatedAt',
    limit: 1,
  })
  const { version } = docs[0] as unknown as { version: Row }
  expect(version.contributors.map(({ name }) => name)).toEqual(['Sơn Thị Hạnh'])
})

it('a duplicate by an author has none of the royalties, one by the secretary has them', async () => {
  const { id } = await bulletin()
  const mine = await call('author', 'POST', `/bulletins/${id}/duplicate`, {})
  expect([mine.status, await paid(mine.doc.id)]).toEqual([200, []])
  const theirs = await call('secretary', 'POST', `/bulletins/${id}/duplicate`, {})
  expect(await paid(theirs.doc.id)).toEqual([['Sơn Thị Hạnh', 450_000]])
})

it.each<[string, (id: string) => Promise<{ status: number }>]>([
  ['an update', (id) => call('author', 'PATCH', `/bulletins/${id}`, { contributors: [], title: 'A' })],
  ['an update of many', (id) => call('author', 'PATCH', `/bulletins?where[id][equals]=${id}`, { contributors: [] })],
  [
    'GraphQL',
    (id) =>
      call('author', 'POST', '/graphql', {
        query: `mutation { updateBulletin(id: "${id}", data: { contributors: [], title: "A" }) { id } }`,
      }),
  ],
])('%s by an author leaves the royalties', async (_, write) => {
  const { id } = await bulletin()
  expect((await write(id)).status).toBe(200)
  expect(await paid(id)).toEqual([['Sơn Thị Hạnh', 450_000]])
})

it('no restricted field is translated, which restoring could not keep in every language', () => {
  const restricted = (fields: FlattenedField[]): string[] =>
    fields.flatMap((field) => [
      ...('access' in field && field.access?.update && 'localized' in field && field.localized ? [field.name] : []),
      ...('flattenedFields' in field ? restricted(field.flattenedFields) : []),
    ])
  const versioned = portal.config.collections.filter(({ versions }) => versions)
  expect(versioned.length).toBeGreaterThan(3)
  expect(versioned.flatMap(({ flattenedFields }) => restricted(flattenedFields))).toEqual([])
})

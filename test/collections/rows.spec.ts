import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Login, type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

type Row = { id: string } & Record<string, unknown>
const AN_ID = /^[0-9a-f]{24}$/

const call = async (method: string, url: string, body?: unknown, login: Login = 'editor') => {
  const answer = await portal.rest(method, url, { token: await portal.as(login), body })
  return { status: answer.status, doc: (answer.body.doc ?? answer.body) as Row, body: answer.body }
}

const LISTS: [collection: string, list: string, rows: Record<string, unknown>[]][] = [
  ['directives', 'signers', [{ name: 'Lê Thị Hoa' }, { name: 'Trần Văn An' }]],
  [
    'directives',
    'relations',
    [
      { type: 'basedOn', citedAs: 'Luật A' },
      { type: 'basedOn', citedAs: 'Luật B' },
    ],
  ],
  [
    'directives',
    'taskGroups',
    [
      { ordinal: 1, heading: 'Một' },
      { ordinal: 2, heading: 'Hai' },
    ],
  ],
  ['videos', 'captions', [{ lang: 'vi' }, { lang: 'km' }]],
  ['bulletins', 'contributors', [{ name: 'Lê Thị Hoa' }, { name: 'Trần Văn An' }]],
]
const rowsOf = (doc: Row, list: string) => doc[list] as Row[]
const idsOf = (doc: Row, list: string) => rowsOf(doc, list).map(({ id }) => id)
const make = async (collection: string, list: string, rows: unknown[]) => {
  const { status, doc } = await call('POST', `/${collection}`, { title: 'Có danh sách', [list]: rows })
  expect(status).toBe(201)
  return doc
}
const stored = async (collection: string, id: string, locale = 'vi') =>
  (await call('GET', `/${collection}/${id}?depth=0&locale=${locale}&fallback-locale=none`)).doc

describe.each(LISTS)('a row of %s.%s', (collection, list, rows) => {
  const claiming = (...ids: unknown[]) => rows.map((row, index) => ({ ...row, id: ids[index] }))

  it('that comes with ids of another document gets its own, and the other keeps its rows', async () => {
    const theirs = await make(collection, list, rows)
    const before = await stored(collection, theirs.id)
    const claimed = claiming(...idsOf(theirs, list))
    const copy = await make(collection, list, claimed)
    const mine = await make(collection, list, [])
    const saved = await call('PATCH', `/${collection}/${mine.id}`, { [list]: claimed })
    expect(saved.status).toBe(200)
    const twice = await call('POST', `/${collection}/${theirs.id}/duplicate`, { title: 'Bản sao', [list]: claimed })
    expect(twice.status).toBeLessThan(300)
    const found = [copy, saved.doc, twice.doc].flatMap((doc) => idsOf(doc, list))
    expect(new Set([...found, ...idsOf(theirs, list)]).size).toBe(4 * rows.length)
    for (const id of found) expect(id).toMatch(AN_ID)
    expect(await stored(collection, theirs.id)).toEqual(before)
    for (const doc of [copy, saved.doc, twice.doc]) expect(rowsOf(doc, list)).toMatchObject(rows)
  })

  it('keeps its id over a save, moved or not, and another row of the same id gets its own', async () => {
    const doc = await make(collection, list, rows.slice(0, 1))
    const [id] = idsOf(doc, list)
    const { status, doc: saved } = await call('PATCH', `/${collection}/${doc.id}`, { [list]: claiming(id, id) })
    expect([status, idsOf(saved, list)]).toEqual([200, [id, expect.stringMatching(AN_ID)]])
    const ids = idsOf(saved, list)
    expect(new Set(ids).size).toBe(2)
    const again = await call('PATCH', `/${collection}/${doc.id}`, { [list]: claiming(...ids) })
    expect(idsOf(again.doc, list)).toEqual(ids)
  })

  it.each([
    ['\u0000', '\u0000'],
    [5, 5],
    [{}, []],
    [{ toString: 1 }, { id: 1 }],
    ['@0', '@0'],
    ['', null],
    [true, 1e99],
  ])('that comes with what is no id is saved: %j, %j', async (...ids) => {
    const doc = await make(collection, list, claiming(...ids))
    const saved = await call('PATCH', `/${collection}/${doc.id}`, { [list]: claiming(...ids) })
    expect(saved.status).toBe(200)
    for (const one of [doc, saved.doc]) {
      expect(rowsOf(one, list)).toMatchObject(rows)
      for (const id of idsOf(one, list)) expect(id).toMatch(AN_ID)
      expect(new Set(idsOf(one, list)).size).toBe(rows.length)
    }
  })
})

it('one body saved into many documents gives each of them rows of its own', async () => {
  const rows = [{ name: 'Lê Thị Hoa' }]
  const docs = [await make('directives', 'signers', rows), await make('directives', 'signers', rows)]
  const ids = docs.map(({ id }) => id)
  const signers = [{ ...rowsOf(docs[0]!, 'signers')[0], title: 'Chủ tịch' }]
  const { status } = await call('PATCH', `/directives?where[id][in]=${ids.join(',')}`, { signers })
  expect(status).toBeLessThan(500)
  const found = await Promise.all(ids.map(async (id) => idsOf(await stored('directives', id), 'signers')))
  expect(found[0]).toEqual(idsOf(docs[0]!, 'signers'))
  expect(new Set(found.flat()).size).toBe(2)
})

it('a copy keeps the words of the other languages', async () => {
  const doc = await make('directives', 'taskGroups', [{ ordinal: 1, heading: 'Một' }])
  const km = { title: 'ខ្មែរ', taskGroups: [{ id: idsOf(doc, 'taskGroups')[0], ordinal: 1, heading: 'ក' }] }
  expect((await call('PATCH', `/directives/${doc.id}?locale=km`, km)).status).toBe(200)
  const { doc: copy } = await call('POST', `/directives/${doc.id}/duplicate`, {})
  const [theirs, mine] = [await stored('directives', doc.id, 'km'), await stored('directives', copy.id, 'km')]
  expect(rowsOf(mine, 'taskGroups')).toMatchObject([{ heading: 'ក' }])
  expect(idsOf(mine, 'taskGroups')).not.toEqual(idsOf(theirs, 'taskGroups'))
})

it('a version is restored with its rows and their words in every language, also those taken out since', async () => {
  const doc = await make('directives', 'taskGroups', [
    { ordinal: 1, heading: 'Một' },
    { ordinal: 2, heading: 'Hai' },
  ])
  const ids = idsOf(doc, 'taskGroups')
  const km = ids.map((id, index) => ({ id, ordinal: index + 1, heading: `ក${index}` }))
  expect((await call('PATCH', `/directives/${doc.id}?locale=km`, { title: 'ខ្មែរ', taskGroups: km })).status).toBe(200)
  const whole = await stored('directives', doc.id, 'km')
  expect((await call('PATCH', `/directives/${doc.id}`, { taskGroups: [] })).doc.taskGroups).toEqual([])
  const { body } = await call('GET', `/directives/versions?where[parent][equals]=${doc.id}&sort=-createdAt&limit=5`)
  const [, version] = body.docs as Row[]
  expect((await call('POST', `/directives/versions/${version!.id}`, {})).status).toBe(200)
  const restored = await stored('directives', doc.id, 'km')
  expect(restored.taskGroups).toEqual(whole.taskGroups)
})

it('an account made with a session of somebody else’s has none of theirs', async () => {
  const mine = await portal.payload.find({
    collection: 'users',
    where: { email: { equals: 'admin@demo.local' } },
  })
  await portal.as('admin')
  const admin = (mine.docs as unknown as Row[])[0]!
  const whole = (await portal.payload.db.findOne({
    collection: 'users',
    where: { id: { equals: admin.id } },
  })) as unknown as Row
  const [session] = whole.sessions as Row[]
  const sent = {
    email: 'nguoi-moi@example.vn',
    name: 'Người mới',
    role: 'contributor',
    password: 'mot mat khau du dai 2026',
    sessions: [{ ...session, expiresAt: '2099-01-01T00:00:00.000Z' }],
  }
  const { status, doc } = await call('POST', '/users', sent, 'admin')
  expect(status).toBe(201)
  const made = (await portal.payload.db.findOne({
    collection: 'users',
    where: { id: { equals: doc.id } },
  })) as unknown as Row
  expect((made.sessions as Row[] | undefined)?.map(({ id }) => id) ?? []).not.toContain(session!.id)
  expect((await call('GET', '/users/me', undefined, 'admin')).body.user).toMatchObject({ id: admin.id })
})

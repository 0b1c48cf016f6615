import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Login, type Portal, startPortal } from '../support/portal.ts'

const LOCKS = '/payload-locked-documents'
let portal: Portal
const people = {} as Record<Login, string>
beforeAll(async () => {
  portal = await startPortal()
  const { docs } = await portal.payload.find({ collection: 'users', pagination: false, showHiddenFields: true })
  for (const { id, email } of docs as unknown as { id: string; email: string }[])
    people[email.split('@')[0] as Login] = id
})
afterAll(() => portal.stop())

interface Answer {
  status: number
  code?: string
  message?: string
  doc: { id: string; user?: { value: unknown }; updatedAt?: string }
}
const ask = async (login: Login, method: string, url: string, body?: unknown): Promise<Answer> => {
  const answer = await portal.rest(method, url, { token: await portal.as(login), body })
  const errors = answer.body.errors as { code?: string; message?: string }[] | undefined
  const doc = (answer.body.doc ?? answer.body) as Answer['doc']
  return { status: answer.status, code: errors?.[0]?.code, message: errors?.[0]?.message, doc }
}

let count = 0
const noticeBy = async (login: Login): Promise<string> => {
  count += 1
  const { doc } = await ask(login, 'POST', '/notices', { title: `Thông báo ${count}` })
  return doc.id
}
const lock = (relationTo: string, value: unknown, more: object = {}) => ({ document: { relationTo, value }, ...more })
const named = (login: Login) => ({ user: { relationTo: 'users', value: people[login] } })

/** A lock as it comes about below Payload's operations, such as by looking at a form. */
const slipIn = (relationTo: string, value: string, login: Login, updatedAt?: string) =>
  portal.payload.db.create({
    collection: 'payload-locked-documents',
    data: { ...lock(relationTo, value), ...named(login), ...(updatedAt ? { updatedAt } : {}) },
  })

describe('a lock', () => {
  it('is in the own name and begins now, whatever is sent', async () => {
    const id = await noticeBy('author')
    const sent = lock('notices', id, {
      ...named('head'),
      updatedAt: '2099-01-01T00:00:00.000Z',
      createdAt: '2001-01-01',
    })
    const { status, doc } = await ask('author', 'POST', LOCKS, sent)
    expect(status).toBe(201)
    const stored = await portal.payload.findByID({ collection: 'payload-locked-documents', id: doc.id, depth: 0 })
    expect(stored).toMatchObject({ user: named('author').user, document: { relationTo: 'notices', value: id } })
    expect(new Date(String(stored.updatedAt)).getTime()).toBeLessThan(Date.now() + 1000)
  })

  it('keeps others from saving while somebody is at it, and not its holder', async () => {
    const id = await noticeBy('author')
    await ask('author', 'POST', LOCKS, lock('notices', id))
    const refused = await ask('editor', 'PATCH', `/notices/${id}`, { title: 'Xen vào' })
    expect([refused.status, refused.code]).toEqual([423, 'DOCUMENT_LOCKED'])
    expect(refused.message).toMatch(/^Người khác đang sửa mục này; hãy /)
    expect((await ask('author', 'PATCH', `/notices/${id}`, { title: 'Của tôi' })).status).toBe(200)
    expect((await ask('editor', 'PATCH', `/notices/${id}`, { title: 'Sau đó' })).status).toBe(200)
  })

  it('is shown while its holder may change the document, and to nobody once they have submitted it', async () => {
    const { doc: notice } = await ask('author', 'POST', '/notices', {
      title: 'Thông báo trình rồi',
      summary: 'Đủ nội dung',
    })
    await slipIn('notices', notice.id, 'author')
    const shown = async (depth: number) => {
      const where = `where[document.value][equals]=${notice.id}&depth=${depth}`
      const { body } = await portal.rest('GET', `${LOCKS}?${where}`, { token: await portal.as('editor') })
      return [body.totalDocs, (body.docs as unknown[]).length]
    }
    for (const depth of [0, 1]) expect(await shown(depth)).toEqual([1, 1])
    const { status } = await ask('author', 'POST', `/workflow/notices/${notice.id}/submit`, { expected: 0 })
    expect(status).toBe(200)
    // As left behind by a form that was still being read.
    await slipIn('notices', notice.id, 'author')
    for (const depth of [0, 1]) expect(await shown(depth)).toEqual([0, 0])
  })

  it('is taken over by whoever may change the document, and given back by its holder alone', async () => {
    const id = await noticeBy('author')
    const { doc } = await ask('author', 'POST', LOCKS, lock('notices', id))
    const taking = { ...named('head'), ...lock('users', people.admin) }
    expect((await ask('auditor', 'PATCH', `${LOCKS}/${doc.id}`, taking)).status).toBe(403)
    expect((await ask('editor', 'PATCH', `${LOCKS}/${doc.id}`, taking)).status).toBe(200)
    const stored = await portal.payload.findByID({ collection: 'payload-locked-documents', id: doc.id, depth: 0 })
    expect(stored).toMatchObject({ user: named('editor').user, document: { relationTo: 'notices', value: id } })
    expect((await ask('author', 'DELETE', `${LOCKS}/${doc.id}`)).status).toBe(403)
    expect((await ask('editor', 'DELETE', `${LOCKS}/${doc.id}`)).status).toBe(200)
  })

  it.each<[string, Login, () => Promise<object> | object]>([
    ['a document of another unit', 'author2', async () => lock('notices', await noticeBy('head'))],
    ['a document by an auditor', 'auditor', async () => lock('notices', await noticeBy('author'))],
    ['the row of another person', 'author', () => lock('users', people.head)],
    ['reference data by an author', 'author', async () => lock('topics', await anId('topics'))],
    ['the site', 'author', () => ({ globalSlug: 'site' })],
    ['a document that does not exist', 'head', () => lock('notices', '0'.repeat(24))],
  ])('is refused on %s', async (_, login, body) => {
    expect(await ask(login, 'POST', LOCKS, await body())).toMatchObject({ status: 403, code: 'FORBIDDEN' })
  })

  it.each([
    ['the own row', 'author', () => lock('users', people.author)],
    ['the row of a person by an administrator', 'admin', () => lock('users', people.mail)],
    ['the site by a head', 'head', () => ({ globalSlug: 'site' })],
  ] as [string, Login, () => object][])('is given on %s', async (_, login, body) => {
    expect((await ask(login, 'POST', LOCKS, body())).status).toBe(201)
  })

  it.each([
    [{}],
    [{ document: { toString: 1 } }],
    [{ document: 'x' }],
    [{ document: { relationTo: { toString: 1 }, value: '0'.repeat(24) } }],
    [{ document: { relationTo: '__proto__', value: '0'.repeat(24) } }],
    [{ document: { relationTo: 'notices', value: { toString: 1, valueOf: 2 } } }],
    [{ document: { relationTo: 'notices', value: 'x' } }],
    [{ document: [] }],
    [{ document: { relationTo: 'workflow-events', value: 1 } }],
    [{ globalSlug: { toString: 1 } }],
    [{ globalSlug: 'none' }],
  ])('is refused for %j', async (body) => {
    expect(await ask('head', 'POST', LOCKS, body)).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
  })

  it('is not written for many at once', async () => {
    const { status } = await ask('head', 'PATCH', `${LOCKS}?where[globalSlug][exists]=false`, named('head'))
    expect(status).toBe(403)
  })
})

const anId = async (collection: string): Promise<string> => {
  const { docs } = await portal.payload.find({ collection, limit: 1 })
  return String(docs[0]!.id)
}

describe('a lock that came about otherwise is no boundary', () => {
  it.each<[string, Login, string | undefined]>([
    ['a holder who may not change the document', 'auditor', undefined],
    ['a day to come', 'head', '2099-01-01T00:00:00.000Z'],
  ])('with %s', async (_, holder, updatedAt) => {
    const id = await noticeBy('author')
    await slipIn('notices', id, holder, updatedAt)
    expect((await ask('author', 'PATCH', `/notices/${id}`, { title: 'Sửa' })).status).toBe(200)
  })

  it('on the row of a person, even by that person', async () => {
    await slipIn('users', people.author2, 'author2')
    expect((await ask('admin', 'PATCH', `/users/${people.author2}`, { title: 'Cộng tác viên' })).status).toBe(200)
  })

  it('on the site', async () => {
    const data = { globalSlug: 'site', ...named('author') }
    await portal.payload.db.create({ collection: 'payload-locked-documents', data })
    expect((await ask('head', 'POST', '/globals/site', {})).status).toBe(200)
  })
})

describe('filters of locks and preferences', () => {
  it.each([
    `${LOCKS}?where[user.value][in]=x`,
    `${LOCKS}?where[document.value][in]=a,b`,
    '/payload-preferences?where[user.value][in]=x',
    '/payload-preferences?where[value.a][in]=b',
    '/payload-preferences?where[value.a][greater_than]=b',
    '/payload-preferences?where[value__a][like]=b',
  ])('%s is told to be wrong', async (url) => {
    expect(await ask('author', 'GET', url)).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
  })

  it('by whole values are answered', async () => {
    const user = `where[user.value][in]=${people.author}`
    for (const url of [`${LOCKS}?${user}`, `/payload-preferences?${user}`, '/payload-preferences?where[key][equals]=a'])
      expect((await ask('author', 'GET', url)).status).toBe(200)
  })
})

describe('a preference', () => {
  it('is kept, read and deleted once', async () => {
    expect((await ask('author', 'POST', '/payload-preferences/nav', { value: { open: true } })).status).toBe(200)
    expect((await ask('author', 'GET', '/payload-preferences/nav')).status).toBe(200)
    expect((await ask('author', 'DELETE', '/payload-preferences/nav')).status).toBe(200)
    expect(await ask('author', 'DELETE', '/payload-preferences/nav')).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  })

  it.each(['%00', 'a%0Ab', 'a'.repeat(301)])('has no key %s', async (key) => {
    for (const method of ['GET', 'POST', 'DELETE'])
      expect(
        (await ask('author', method, `/payload-preferences/${key}`, method === 'POST' ? {} : undefined)).status,
      ).toBe(400)
  })

  it('is refused whole where it holds what no field of it can', async () => {
    for (const body of [[], { key: { toString: 1 } }, { key: ['a'] }])
      expect((await ask('author', 'POST', '/payload-preferences', body)).status).toBeGreaterThanOrEqual(400)
    const odd = { key: 'odd', value: 1, updatedAt: 'x', createdAt: {} }
    expect((await ask('author', 'POST', '/payload-preferences', odd)).status).toBe(201)
    expect((await ask('head', 'POST', '/globals/site')).status).toBe(400)
  })
})

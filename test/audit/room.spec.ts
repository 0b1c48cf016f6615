import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Login, type Portal, startPortal } from '../support/portal.ts'

/** A Friday, nine in the morning in Viet Nam. */
const NINE = '2026-11-27T02:00:00.000Z'
/** One in the morning of the next day in Viet Nam, which is still the same day in UTC. */
const ONE = '2026-11-27T18:00:00.000Z'

interface Page {
  entries: {
    document: string
    title: string
    what: string
    step?: string
    by: string
    at: string
    notes: { label: string; text: string }[]
  }[]
  total: number
  page: number
  pages: number
}

let portal: Portal
let notice: { id: string; key: string; slug: string }
let other: { id: string; key: string }
beforeAll(async () => {
  portal = await startPortal({ at: NINE })
  notice = await draft('Thông báo lịch tiếp công dân')
  await act('author', notice.id, 'submit')
  await act('editor', notice.id, 'return', { reason: 'Thiếu giờ' })
  other = await draft('Công bố dịch cúm')
  portal.clock.set(ONE)
  await act('head', other.id, 'publish-urgently', { reason: '=HYPERLINK("http://x")' })
})
afterAll(() => portal.stop())

const rest = async (login: Login, method: string, path: string, body?: unknown) =>
  portal.rest(method, path, { token: await portal.as(login), body })
const draft = async (title: string) => {
  const { status, body } = await rest('author', 'POST', '/notices', { title, summary: 'Tóm tắt' })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body.doc as typeof notice
}
const act = async (login: Login, id: string, action: string, body: object = {}) => {
  const { body: view } = await rest(login, 'GET', `/workflow/notices/${id}`)
  const answer = await rest(login, 'POST', `/workflow/notices/${id}/${action}`, { expected: view.seq, ...body })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
}
/** The answer as it is sent. */
const raw = async (login: Login, method: string, path: string) =>
  handleEndpoints({
    config: portal.config,
    payloadInstanceCacheKey: portal.dir,
    request: new Request(`http://127.0.0.1:3000/api${path}`, {
      method,
      headers: { authorization: `JWT ${await portal.as(login)}` },
    }),
  })
const trail = async (query: Record<string, string> = {}, login: Login = 'auditor') => {
  const { status, body } = await rest(login, 'GET', `/workflow/trail?${new URLSearchParams(query)}`)
  expect(status).toBe(200)
  return body as unknown as Page
}
const whats = ({ entries }: Page) => entries.map(({ what }) => what)

describe('the reading room', () => {
  it('is for auditors and heads alone', async () => {
    for (const [login, expected] of Object.entries({
      auditor: 200,
      head: 200,
      deputy: 200,
      author: 403,
      editor: 403,
      secretary: 403,
      mail: 403,
      admin: 403,
    })) {
      expect([login, (await rest(login as Login, 'GET', '/workflow/trail')).status]).toEqual([login, expected])
      expect([login, (await rest(login as Login, 'GET', '/workflow/trail/people')).status]).toEqual([login, expected])
    }
    for (const [method, path] of [
      ['GET', '/workflow/trail'],
      ['GET', '/workflow/trail?format=csv'],
      ['GET', '/workflow/trail/people'],
      ['POST', '/workflow/trail/verify'],
    ] as const) {
      expect((await portal.rest(method, path)).status).toBe(401)
      const { status, body } = await rest('editor', method, path)
      expect([status, (body.errors as { code: string }[])[0]!.code]).toEqual([403, 'FORBIDDEN'])
    }
  })

  it('tells everything in words, newest first', async () => {
    const page = await trail()
    expect(whats(page)).toEqual(['Công bố khẩn', 'Trả lại để sửa', 'Trình duyệt'])
    expect(page).toMatchObject({ total: 3, page: 1, pages: 1 })
    expect(page.entries[1]).toMatchObject({
      title: 'Thông báo lịch tiếp công dân',
      step: 'Biên tập, thẩm định',
      notes: [{ label: 'Lý do', text: 'Thiếu giờ' }],
    })
  })

  it.each([
    ['words of a title, without diacritics', () => ({ document: 'lich tiep cong dan' }), 2],
    ['its name in the trail', () => ({ document: `notices:${notice.key}` }), 2],
    ['the address of its form', () => ({ document: `/admin/collections/notices/${notice.id}` }), 2],
    ['the address where it is decided', () => ({ document: `/admin/review/notices/${notice.id}` }), 2],
    ['a document that is none', () => ({ document: 'không có văn bản này' }), 0],
    ['a person, without diacritics', () => ({ person: 'BIEN TAP' }), undefined],
    ['nobody', () => ({ person: 'không ai cả' }), 0],
    ['a type', () => ({ type: 'returned' }), 1],
    ['the days of Viet Nam', () => ({ from: '2026-11-28' }), 1],
    ['the days before', () => ({ to: '2026-11-27' }), 2],
    ['one day and a type', () => ({ from: '2026-11-28', to: '2026-11-28', type: 'submitted' }), 0],
  ])('finds by %s', async (_, query, count) => {
    const { total } = await trail(query() as Record<string, string>)
    if (count !== undefined) expect(total).toBe(count)
  })

  it('finds what one person did, by any part of the name', async () => {
    const { entries } = await trail({ type: 'returned' })
    const { by } = entries[0]!
    const found = await trail({ person: by })
    expect(new Set(found.entries.map((entry) => entry.by))).toEqual(new Set([by]))
    const { body } = await rest('auditor', 'GET', '/workflow/trail/people')
    expect(body.people).toContain(by)
  })

  it('has pages', async () => {
    const { payload } = portal
    const [{ id: _, ...first }] = (
      await payload.db.find({ collection: 'workflow-events', limit: 1, pagination: false })
    ).docs as unknown as [{ id: string }]
    const document = 'notices:many'
    for (let seq = 1; seq <= 60; seq += 1)
      await payload.db.create({ collection: 'workflow-events', data: { ...first, document, seq, contentHash: null } })
    const [one, two, three] = [
      await trail({ document }),
      await trail({ document, page: '2' }),
      await trail({ document, page: '3' }),
    ]
    expect([one.entries.length, two.entries.length, three.entries.length]).toEqual([50, 10, 0])
    expect(one).toMatchObject({ total: 60, pages: 2 })
    await payload.db.deleteMany({ collection: 'workflow-events', where: { document: { equals: document } } })
  })

  it.each([
    'from=2026-02-30',
    'to=hôm qua',
    'from=2026-11-28&to=2026-11-27',
    'type=nothing',
    'type=__proto__',
    'page=0',
    'page=x',
    'document[a]=1',
    `person=${'a'.repeat(400)}`,
  ])('refuses %s with a code', async (query) => {
    const { status, body } = await rest('auditor', 'GET', `/workflow/trail?${query}`)
    expect([status, (body.errors as { code: string }[])[0]!.code]).toEqual([400, 'BAD_REQUEST'])
  })

  it('gives a spreadsheet what was looked for, oldest first', async () => {
    const answer = await raw('auditor', 'GET', `/workflow/trail?format=csv&document=notices:${notice.key}`)
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="nhat-ky-duyet-2026-11-28.csv"')
    const lines = (await answer.text()).trim().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[1]).toContain('27/11/2026 09:00')
    expect(lines[2]).toContain('Lý do: Thiếu giờ')
  })
})

describe('the verification from the reading room', () => {
  const verdict = async () => {
    const answer = await raw('auditor', 'POST', '/workflow/trail/verify')
    expect(answer.status).toBe(200)
    return (await answer.json()) as { ok: boolean; sentence: string; faults: { says: string }[]; totalFaults: number }
  }

  it('says in one sentence that nothing is out of order', async () => {
    expect(await verdict()).toMatchObject({
      ok: true,
      sentence: 'Không phát hiện sai lệch: đã kiểm tra 3 việc của 2 văn bản và 1 lần công bố, cùng nội dung và tệp.',
      faults: [],
    })
  })

  it('reads the logs once for everyone who asks at the same time', async () => {
    const [one, two] = await Promise.all([verdict(), verdict()])
    expect(one).toEqual(two)
  })

  it('names by its title the document whose trail was changed', async () => {
    const where = { document: { equals: `notices:${notice.key}` } }
    const row = (await portal.payload.db.findOne<{ id: string; reason?: string }>({
      collection: 'workflow-events',
      where: { and: [where, { type: { equals: 'returned' } }] },
    }))!
    const change = (reason: string) =>
      portal.payload.db.updateOne({ collection: 'workflow-events', id: row.id, data: { reason } })
    await change('Khác')
    const found = await verdict()
    expect(found).toMatchObject({ ok: false, totalFaults: 1 })
    expect(found.sentence).toMatch(/^Có 1 chỗ không còn như lúc ghi/)
    expect(found.faults[0]!.says).toBe('Nhật ký duyệt, số 2 của “Thông báo lịch tiếp công dân”: đã bị sửa.')
    await change('Thiếu giờ')
  })
})

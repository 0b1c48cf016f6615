import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FILTERS } from '../../src/portal/limits.ts'
import { type Portal, startPortal } from '../support/portal.ts'
import { codeOf, type HttpServer, serveSystem } from './server.ts'

let portal: Portal
let server: HttpServer
let token: string
let id: string
const loop = monitorEventLoopDelay({ resolution: 20 })

const NOTICE = { title: 'Lịch tiếp công dân', slug: 'lich-tiep-cong-dan' }

beforeAll(async () => {
  portal = await startPortal()
  server = await serveSystem(portal)
  token = await portal.as('author')
  const made = await server.ask('/api/notices?locale=vi', { method: 'POST', token, body: NOTICE })
  id = (made.json.doc as { id: string }).id
  loop.enable()
})
afterAll(async () => {
  loop.disable()
  await server.stop()
})

/** Ten times the duration of the slowest request on a loaded machine. */
const LONGEST_STALL_MS = 10_000
const expectNoStall = () => expect(loop.max / 1e6).toBeLessThan(LONGEST_STALL_MS)

const HOSTILE = { toString: 1, valueOf: 2 }

describe('a value that is none of its field’s', () => {
  it.each<[string, string, unknown]>([
    ['notices', 'topics', [HOSTILE]],
    ['notices', 'audiences', [{ id: HOSTILE }]],
    ['notices', 'unit', HOSTILE],
    ['notices', 'body', { root: { type: HOSTILE, children: [] } }],
    ['notices', 'body', { root: { type: 'root', children: [{ type: HOSTILE }] } }],
    ['notices', 'body', { root: { type: 'root', children: HOSTILE } }],
    ['notices', 'body', { root: null }],
    ['directives', 'docType', HOSTILE],
    ['directives', 'implementationPeriod', { fromYear: HOSTILE }],
    ['directives', 'statusOverride', { status: HOSTILE }],
  ])('%s.%s is refused at the field, made or changed', async (collection, field, value) => {
    const body = { title: 'Kế hoạch', [field]: value }
    const made = await server.ask(`/api/${collection}?locale=vi`, { method: 'POST', token, body })
    expect([made.status, codeOf(made)]).toEqual([422, 'CONTENT_INVALID'])
    expect(JSON.stringify(made.json.errors)).toContain(field)
    if (collection !== 'notices') return
    const changed = await server.ask(`/api/notices/${id}?locale=vi`, {
      method: 'PATCH',
      token,
      body: { [field]: value },
    })
    expect([changed.status, codeOf(changed)]).toEqual([422, 'CONTENT_INVALID'])
  })

  it('is told from one that is', async () => {
    const words = { type: 'text', text: 'Chào', format: 0, style: '', mode: 'normal', detail: 0, version: 1 }
    const block = { type: 'paragraph', version: 1, format: '', indent: 0, direction: 'ltr', children: [words] }
    const root = { type: 'root', version: 1, format: '', indent: 0, direction: 'ltr', children: [block] }
    const body = { body: { root }, topics: [], unit: null, pinnedUntil: '' }
    const changed = await server.ask(`/api/notices/${id}?locale=vi`, { method: 'PATCH', token, body })
    expect(changed.status).toBe(200)
  })
})

describe('data that is no document', () => {
  it.each(['[]', 'null'])('is refused by every collection, for everyone, without a fault: %j', async (body) => {
    const wrong: string[] = []
    for (const login of ['author', 'head', 'mail', 'admin'] as const)
      for (const { slug } of portal.config.collections)
        for (const type of ['application/json', '']) {
          const answer = await server.ask(`/api/${slug}`, {
            method: 'POST',
            token: await portal.as(login),
            body,
            headers: { 'content-type': type },
          })
          if (answer.status < 400 || answer.status >= 500 || !codeOf(answer))
            wrong.push(`${login} ${slug} ${type}: ${answer.status} ${answer.text.slice(0, 200)}`)
        }
    expect(wrong).toEqual([])
  })
})

describe('a reference that is none', () => {
  it.each([
    [null],
    [[null]],
    'x',
    { relationTo: 'users' },
    [{ relationTo: 'users' }, null],
    { relationTo: null, value: [] },
  ])('is no fault of any collection: %j', async (value) => {
    const wrong: string[] = []
    for (const login of ['author', 'admin'] as const)
      for (const { slug, flattenedFields } of portal.config.collections)
        for (const { name, type } of flattenedFields) {
          if (type !== 'relationship' && type !== 'upload') continue
          const body = { [name]: value }
          const answer = await server.ask(`/api/${slug}`, { method: 'POST', token: await portal.as(login), body })
          if (answer.status >= 500 || (answer.status >= 400 && !codeOf(answer)))
            wrong.push(`${login} ${slug} ${name}: ${answer.status} ${answer.text.slice(0, 200)}`)
        }
    expect(wrong).toEqual([])
  })
})

describe('when a document was made', () => {
  it.each(['a', '', null, true, 1e308, HOSTILE, '1999-01-01T00:00:00.000Z'])(
    'is for the server to say, though a person sends %j',
    async (sent) => {
      const slug = `luc-${Buffer.from(JSON.stringify(sent)).toString('hex').slice(0, 20)}`
      const body = { ...NOTICE, slug, createdAt: sent, updatedAt: sent }
      const made = await server.ask('/api/notices?locale=vi', { method: 'POST', token, body })
      expect(made.status).toBe(201)
      const doc = made.json.doc as { id: string; createdAt: string; updatedAt: string }
      const changed = await server.ask(`/api/notices/${doc.id}`, { method: 'PATCH', token, body: { createdAt: sent } })
      expect([changed.status, (changed.json.doc as { createdAt: string }).createdAt]).toEqual([200, doc.createdAt])
      expect(Date.parse(doc.createdAt)).toBeGreaterThan(Date.parse('2000-01-01'))
      expect(Date.parse(doc.updatedAt)).toBeGreaterThan(Date.parse('2000-01-01'))
    },
  )
})

describe('an address of the API that cannot be read', () => {
  it.each([
    '/api/notices/%',
    '/api/notices/%ff',
    '/api/notices/versions/%',
    '/api/media/file/%ff',
    '/api/workflow/%ff/x',
  ])('%s is 400 to who is logged in and to who is not', async (path) => {
    for (const method of ['GET', 'PATCH', 'DELETE'])
      for (const who of [token, undefined]) {
        const answer = await server.ask(path, { method, token: who })
        expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_REQUEST'])
      }
  })

  it('is told from one that can', async () => {
    expect((await server.ask(`/api/notices/${id}`, { token })).status).toBe(200)
  })
})

describe('a door', () => {
  it.each(['logout', 'refresh-token', 'login', 'forgot-password', 'reset-password'])(
    'says no to %s without a body, whatever the body is said to be',
    async (door) => {
      for (const type of ['multipart/form-data', 'multipart/form-data; boundary="X', 'multipart/mixed; boundary=X']) {
        const headers = { 'content-type': type, 'content-length': '0' }
        const { status } = await server.ask(`/api/users/${door}`, { method: 'POST', headers })
        expect([type, status]).toEqual([type, expect.toSatisfy((one: number) => one >= 200 && one < 500)])
      }
    },
  )

  it('opens to who is logged in and sends none', async () => {
    const own = await portal.as('author2')
    for (const door of ['refresh-token', 'logout'])
      expect([door, (await server.ask(`/api/users/${door}`, { method: 'POST', token: own })).status]).toEqual([
        door,
        200,
      ])
  })
})

describe('a list', () => {
  const rows = (answer: { json: Record<string, unknown> }) => answer.json as { limit: number; docs: unknown[] }

  it.each(['limit=0', 'limit=-1', 'limit=abc', 'limit=5000', 'pagination=false'])(
    'asked for with %s has no more rows than others can wait for',
    async (query) => {
      for (const path of ['/api/notices', '/api/notices/versions']) {
        const answer = await server.ask(`${path}?depth=0&${query}`, { token })
        expect(answer.status).toBe(200)
        expect(rows(answer).docs.length).toBeGreaterThan(0)
        if (!query.startsWith('pagination')) expect(rows(answer).limit).toBe(1_000)
      }
    },
  )

  const asked = (query: string) =>
    server.ask('/api/graphql', { method: 'POST', token, body: { query } }).then(({ json }) => JSON.stringify(json))

  it('asked for twenty times over in one query is refused; so is what adds up to it', async () => {
    const many = (limit: number, times: number) =>
      `{${Array.from({ length: times }, (_, at) => `a${at}: versionsNotices(limit: ${limit}) { docs { id } }`).join(' ')}}`
    expect(await asked(many(0, 20))).toContain('QUERY_TOO_COSTLY')
    expect(await asked(many(300, 4))).toContain('QUERY_TOO_COSTLY')
    expect(await asked(many(300, 3))).not.toContain('errors')
    expect(await asked(many(0, 1))).not.toContain('errors')
  })
})

describe('a filter or an order', () => {
  const or = (times: number, condition: object) =>
    JSON.stringify({ or: Array.from({ length: times }, () => condition) })
  const where = (condition: object, times: number) => `where=${encodeURIComponent(or(times, condition))}`
  const nested = (times: number): object =>
    Array.from({ length: times }).reduce<object>((inner) => ({ and: [inner] }), { id: { exists: true } })
  const OF_MANY = [
    ['conditions', where({ title: { equals: 'a' } }, FILTERS.parts / 2)],
    ['conditions on fields that are none', where({ none: { equals: 'a' } }, FILTERS.parts / 2)],
    ['conditions that are empty', where({}, FILTERS.parts + 1)],
    ['levels', `where=${encodeURIComponent(JSON.stringify(nested(FILTERS.parts)))}`],
    [
      'lists within a list',
      `where=${encodeURIComponent(JSON.stringify({ or: Array.from({ length: 400 }, () => [[]]) }))}`,
    ],
    ['values', `where[title][in]=${'1,'.repeat(FILTERS.values)}1`],
    [
      'values in a row',
      `${Array.from({ length: FILTERS.values / 100 + 1 }, () => `where[title][in]=${'1,'.repeat(99)}1`).join('&')}`,
    ],
    ['fields', `sort=${'title,'.repeat(FILTERS.sorts)}title`],
    ['fields in a row', Array.from({ length: FILTERS.sorts + 1 }, () => 'sort=title').join('&')],
  ] as const
  const DOORS = [
    ['GET', '/api/notices', undefined],
    ['GET', '/api/notices/versions', undefined],
    ['GET', '/api/notices/count', undefined],
    ['PATCH', '/api/notices', { summary: 'Ngắn' }],
    ['DELETE', '/api/notices', undefined],
  ] as const
  const cases = OF_MANY.flatMap(([what, query]) =>
    // Counting and deleting know no order.
    DOORS.filter(([method, path]) => !query.startsWith('sort') || (method === 'GET' && !path.endsWith('count'))).map(
      (door) => [what, ...door, query] as const,
    ),
  )

  it.each(cases)('of too many %s is refused: %s %s', async (_, method, path, body, query) => {
    const answer = await server.ask(`${path}?${query}`, { method, body, token })
    expect([answer.status, codeOf(answer)]).toEqual([400, 'QUERY_TOO_COSTLY'])
  })

  it.each(OF_MANY)('of too many %s is refused where a body carries the query', async (_, query) => {
    const headers = { 'x-payload-http-method-override': 'GET', 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await server.ask('/api/notices', { method: 'POST', body: query, headers, token })
    expect([answer.status, codeOf(answer)]).toEqual([400, 'QUERY_TOO_COSTLY'])
  })

  it('of too many levels of lists is refused', async () => {
    const answer = await server.ask(`/api/notices?where={"title":${'['.repeat(2_000)}${']'.repeat(2_000)}}`, { token })
    expect([answer.status, codeOf(answer)]).toEqual([400, 'QUERY_TOO_COSTLY'])
  })

  it('of too many conditions is refused for what Payload keeps of its own', async () => {
    for (const own of ['payload-locked-documents', 'payload-preferences']) {
      const answer = await server.ask(`/api/${own}?${OF_MANY[1][1]}`, { token })
      expect([own, answer.status, codeOf(answer)]).toEqual([own, 400, 'QUERY_TOO_COSTLY'])
    }
  })

  it('of too many conditions is refused in a variable too', async () => {
    const query = 'query ($where: versionsNotice_where) { versionsNotices(where: $where) { totalDocs } }'
    const ask = (times: number) => {
      const OR = Array.from({ length: times }, () => ({ version__title: { equals: 'a' } }))
      return server.ask('/api/graphql', { method: 'POST', token, body: { query, variables: { where: { OR } } } })
    }
    expect(JSON.stringify((await ask(20_000)).json)).toContain('QUERY_TOO_COSTLY')
    expect((await ask(50)).json).toEqual({ data: { versionsNotices: { totalDocs: 0 } } })
  })

  it.each([
    where({ title: { equals: 'a' } }, FILTERS.parts / 4),
    where({ 'createdBy.unit.parent.code': { equals: 'a' } }, 5),
    `where[title][in]=${'1,'.repeat(FILTERS.values - 100)}1`,
    'sort=title,-createdAt,id',
  ])('of a usual size is answered', async (query) => {
    expect((await server.ask(`/api/notices?${query}`, { token })).status).toBe(200)
  })

  it('over more relations than the database can join is refused in words', async () => {
    const query = where({ 'createdBy.unit.parent.code': { equals: 'a' } }, 60)
    const answer = await server.ask(`/api/notices?${query}`, { token })
    // MongoDB knows no such limit.
    expect([200, 400]).toContain(answer.status)
    if (answer.status === 400) expect(codeOf(answer)).toBe('BAD_REQUEST')
  })
})

describe('a body of millions of values', () => {
  const NUMBERS = `{"title":"x","x":[${'1,'.repeat(3_900_000)}1]}`

  it('is refused before anything walks through it', async () => {
    for (const [method, path] of [
      ['POST', '/api/notices'],
      ['PATCH', `/api/notices/${id}`],
      ['POST', `/api/notices/${id}/duplicate`],
      ['POST', '/api/payload-preferences/x'],
      ['POST', `/api/workflow/notices/${id}/submit`],
      ['POST', '/api/graphql'],
    ] as const) {
      const headers = { 'content-type': 'application/json' }
      const { status } = await server.ask(path, { method, token, body: NUMBERS, headers })
      expect([path, status]).toEqual([path, 400])
    }
    expectNoStall()
  })

  it('is told from a long document', async () => {
    const words = (at: number) => ({
      type: 'text',
      text: `Câu thứ ${at}`,
      format: 0,
      style: '',
      mode: 'normal',
      detail: 0,
      version: 1,
    })
    const block = (at: number) => ({
      type: 'paragraph',
      version: 1,
      format: '',
      indent: 0,
      direction: 'ltr',
      children: [words(at)],
    })
    const children = Array.from({ length: 1_000 }, (_, at) => block(at))
    const root = { type: 'root', version: 1, format: '', indent: 0, direction: 'ltr', children }
    const body = { ...NOTICE, slug: 'van-ban-dai', body: { root } }
    expect((await server.ask('/api/notices?locale=vi', { method: 'POST', token, body })).status).toBe(201)
    expectNoStall()
  })
})

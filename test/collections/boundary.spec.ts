import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Login, type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

type Row = { id: string } & Record<string, unknown>
interface Said {
  code: string
  message: string
  fields?: { path: string; message: string }[]
}
const call = async (method: string, url: string, body: unknown, login: Login = 'author') => {
  const answer = await portal.rest(method, url, { token: await portal.as(login), body })
  const [error] = (answer.body.errors ?? []) as Said[]
  return { status: answer.status, doc: answer.body.doc as Row, error, paths: error?.fields?.map(({ path }) => path) }
}
const byCode = async (collection: string, code: string): Promise<Row> => {
  const { docs } = await portal.payload.find({ collection, where: { code: { equals: code } }, depth: 0 })
  return (docs as unknown as Row[])[0]!
}
const NOBODY = '0'.repeat(24)
let numbers = 8000
const directive = async (more: Record<string, unknown> = {}) => {
  numbers += 1
  const [issuer, docType] = [await byCode('organisations', 'ubnd-tp-can-tho'), await byCode('document-types', 'KH')]
  return {
    title: 'Kế hoạch',
    number: numbers,
    symbol: 'KH-UBND',
    issuedOn: '2026-05-08',
    issuer: issuer.id,
    docType: docType.id,
    ...more,
  }
}

describe('what is saved', () => {
  it.each([
    ['directives', { docType: 'zzz' }, 'docType'],
    ['directives', { docType: NOBODY }, 'docType'],
    ['directives', { files: ['zzz'] }, 'files'],
    ['directives', { files: 'zzz' }, 'files'],
    ['directives', { relations: 'zzz' }, 'relations'],
    ['directives', { relations: { a: 1 } }, 'relations'],
    ['directives', { relations: [{ type: 'replaces', target: NOBODY }] }, 'relations.0.target'],
    ['directives', { taskGroups: [{ heading: { vi: 'x' } }] }, 'taskGroups.0.heading'],
    ['bulletins', { about: [NOBODY] }, 'about'],
    ['notices', { topics: [NOBODY] }, 'topics'],
    ['notices', { territories: 'x' }, 'territories'],
    ['notices', { title: { vi: 'x' } }, 'title'],
    ['videos', { file: NOBODY }, 'file'],
    ['directives', { taskGroups: [1] }, 'taskGroups'],
    ['directives', { statusOverride: 'expired' }, 'statusOverride'],
    ['bulletins', { issueNo: '5a' }, 'issueNo'],
    ['videos', { captions: [null] }, 'captions'],
  ])('to %s as %j is refused at its field, on both databases', async (collection, data, path) => {
    const answer = await call('POST', `/${collection}`, { title: 'Thử', ...data })
    expect([answer.status, answer.error?.code, answer.paths]).toEqual([422, 'CONTENT_INVALID', [path]])
  })

  it.each([null, [], 'x', 5])('is no %j', async (body) => {
    expect(await call('POST', '/notices', body)).toMatchObject({ status: 400, error: { code: 'BAD_REQUEST' } })
  })

  it.each([
    ['directives', { number: 40.5 }, 'number'],
    ['directives', { implementationPeriod: { fromYear: 2024.5 } }, 'implementationPeriod.fromYear'],
    ['bulletins', { issueNo: 1.5 }, 'issueNo'],
    ['bulletins', { year: 1800 }, 'year'],
    ['videos', { durationSeconds: 61.5 }, 'durationSeconds'],
  ])('to %s counts in whole numbers: %j', async (collection, data, path) => {
    const { status, error } = await call('POST', `/${collection}`, { title: 'Thử', ...data })
    expect([status, error?.fields?.[0]?.path]).toEqual([422, path])
    expect(error!.message).toMatch(/Xin ghi số nguyên từ \d+ đến \d+\.$/)
  })

  it('is told in one sentence when one thing is wrong, and by the names of the fields when more are', async () => {
    const one = await call('POST', '/notices', { title: 'Thử', topics: [NOBODY] })
    expect(one.error!.message).toBe('Chủ đề – Mục đã chọn không còn trên hệ thống; xin chọn lại.')
    const two = await call('POST', '/notices', { title: 'Thử', topics: [NOBODY], audiences: [NOBODY] })
    expect(two.error!.message).toBe('Chưa lưu được; còn 2 mục cần sửa – Chủ đề; Đối tượng.')
  })

  it('may be emptied with null, groups and lists too', async () => {
    const sent = { implementationPeriod: null, statusOverride: null, signers: null, relations: null, taskGroups: null }
    const { status, doc } = await call('POST', '/directives', await directive(sent))
    expect(status).toBe(201)
    const filled = { implementationPeriod: { fromYear: 2024 }, taskGroups: [{ ordinal: 1, heading: 'Một' }] }
    expect((await call('PATCH', `/directives/${doc.id}`, filled)).status).toBe(200)
    const emptied = await call('PATCH', `/directives/${doc.id}`, sent)
    expect([emptied.status, emptied.doc.taskGroups]).toEqual([200, []])
    expect(emptied.doc.implementationPeriod).toMatchObject({ fromYear: null })
    expect((await call('POST', '/videos', { title: 'Thử', captions: null, captionExemption: null })).status).toBe(201)
  })

  it('holds no character that steers machines, and a title is one line', async () => {
    const { doc } = await call('POST', '/notices', { title: 'Thông\u0000 báo\u0007\r\n số\u001b 1' })
    expect(doc.title).toBe('Thông báo số 1')
    expect(await call('POST', '/notices', { title: '\u0000\u0007' })).toMatchObject({ status: 422, paths: ['title'] })
  })

  it.each(['xx', 'KM', 'km-KH', 'vi,km', '__proto__', 'null', ''])(
    'in the language %j, which there is not, is refused, and nothing is written over',
    async (locale) => {
      const { doc } = await call('POST', '/notices', { title: 'Thông báo tiếng Việt' })
      const url = `/notices/${doc.id}?locale=${encodeURIComponent(locale)}`
      expect(await call('PATCH', url, { title: 'ច្បាប់' })).toMatchObject({ status: 400, error: { code: 'BAD_REQUEST' } })
      expect((await call('POST', `/notices?locale=${encodeURIComponent(locale)}`, { title: 'ច្បាប់' })).status).toBe(400)
      const site = await call(
        'POST',
        `/globals/site?locale=${encodeURIComponent(locale)}`,
        { openingVisits: 1 },
        'editor',
      )
      expect(site.status).toBe(400)
      const stored = (await portal.payload.findByID({ collection: 'notices', id: doc.id })) as unknown as Row
      expect(stored.title).toBe('Thông báo tiếng Việt')
    },
  )

  it('in a translation of a list keeps the other languages, though rows come without ids', async () => {
    const rows = (...headings: string[]) => headings.map((heading, index) => ({ ordinal: index + 1, heading }))
    const { doc } = await call('POST', '/directives', await directive({ taskGroups: rows('Một', 'Hai') }))
    const headings = async (locale: string) => {
      const { body } = await portal.rest('GET', `/directives/${doc.id}?locale=${locale}&fallback-locale=none`, {
        token: await portal.as('author'),
      })
      return (body.taskGroups as { heading: string }[]).map(({ heading }) => heading)
    }
    const km = await call('PATCH', `/directives/${doc.id}?locale=km`, { title: 'ខ្មែរ', taskGroups: rows('ក', 'ខ') })
    expect([km.status, await headings('vi'), await headings('km')]).toEqual([200, ['Một', 'Hai'], ['ក', 'ខ']])
    expect((await call('PATCH', `/directives/${doc.id}`, { taskGroups: rows('Một', 'Hai', 'Ba') })).status).toBe(200)
    expect(await headings('vi')).toEqual(['Một', 'Hai', 'Ba'])
    expect((await headings('km')).slice(0, 2)).toEqual(['ក', 'ខ'])
    const half = await call('PATCH', `/directives/${doc.id}?locale=km`, { title: 'ខ្មែរ', taskGroups: rows('គ') })
    expect([half.status, half.paths, await headings('vi')]).toEqual([422, ['taskGroups'], ['Một', 'Hai', 'Ba']])
  })

  it('counts thousands as they are written here', async () => {
    const contributors = [{ name: 'Lê Thị Hoa', royalty: '1.000.000' }]
    const { doc } = await call('POST', '/bulletins', { title: 'Tin', contributors }, 'editor')
    expect(doc.contributors).toMatchObject([{ royalty: 1_000_000 }])
  })

  it('is asked for in bearable counts', async () => {
    for (const asked of ['limit=1e99', 'page=1e99', 'limit=-5', 'page=x', 'depth=1e9'])
      expect((await call('GET', `/directives?${asked}`, undefined)).status).toBeLessThan(500)
  })

  it('of an embed is the address of the player', async () => {
    const { doc } = await call('POST', '/videos', { title: 'Thử', embedUrl: 'https://youtu.be/dQw4w9WgXcQ?si=x' })
    expect(doc.embedUrl).toBe('https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ')
    const refused = await call('POST', '/videos', { title: 'Thử', embedUrl: 'https://:p@www.youtube.com/embed/a' })
    expect([refused.status, refused.paths]).toEqual([422, ['embedUrl']])
  })
})

describe('the issuer’s name at issue', () => {
  it('is that of the body when it is chosen, and stays when the body is renamed', async () => {
    const { doc } = await call('POST', '/directives', await directive())
    const issuer = await byCode('organisations', 'ubnd-tp-can-tho')
    expect(doc.issuerNameAtIssue).toBe(issuer.name)
    expect((await call('PATCH', `/organisations/${issuer.id}`, { name: 'Tên mới' }, 'editor')).status).toBe(200)
    const saved = await call('PATCH', `/directives/${doc.id}`, { abstract: 'Về việc' })
    expect(saved.doc.issuerNameAtIssue).toBe(issuer.name)
    await call('PATCH', `/organisations/${issuer.id}`, { name: issuer.name }, 'editor')
  })

  it('follows the body while nobody has typed another, and keeps what was typed', async () => {
    const other = await byCode('organisations', 'ubnd-tinh-soc-trang')
    const { doc } = await call('POST', '/directives', await directive())
    const moved = await call('PATCH', `/directives/${doc.id}`, { issuer: other.id })
    expect(moved.doc.issuerNameAtIssue).toBe(other.name)
    const typed = await call('POST', '/directives', await directive({ issuerNameAtIssue: 'Ủy ban hành chính' }))
    expect(typed.doc.issuerNameAtIssue).toBe('Ủy ban hành chính')
  })
})

describe('bodies and places', () => {
  it.each(['organisations', 'territories'])(
    'of %s neither end before they begin nor succeed themselves',
    async (slug) => {
      const code = slug === 'organisations' ? 'ubnd-tp-can-tho' : 'can-tho'
      const { id } = await byCode(slug, code)
      const save = async (data: object, of = id) => (await call('PATCH', `/${slug}/${of}`, data, 'editor')).paths
      expect(await save({ validFrom: '2025-01-01', validTo: '2024-01-01' })).toEqual(['validTo'])
      expect(await save({ successors: [id] })).toEqual(['successors'])
      expect(await save({ parent: id })).toEqual(['parent'])
      const kind = slug === 'territories' ? { kind: 'province' } : {}
      const name = 'Kế tục'
      const { doc } = await call('POST', `/${slug}`, { code: 'ke-tuc', name, successors: [id], ...kind }, 'editor')
      expect(await save({ successors: [doc.id] })).toEqual(['successors'])
    },
  )
})

describe('royalties', () => {
  it('are written by those who may read them, and survive the save of one who may not', async () => {
    const contributors = [{ name: 'Lê Thị Hoa', royalty: 200_000 }]
    const { doc } = await call('POST', '/bulletins', { title: 'Tin', contributors }, 'editor')
    for (const data of [{ contributors: [] }, { contributors: [{ name: 'Tôi', royalty: 5e8 }] }])
      expect((await call('PATCH', `/bulletins/${doc.id}`, data, 'author2')).status).toBeLessThan(404)
    const stored = (await portal.payload.findByID({ collection: 'bulletins', id: doc.id })) as unknown as Row
    expect(stored.contributors).toMatchObject(contributors)
    const own = await call('POST', '/bulletins', { title: 'Tin của tôi', contributors }, 'author')
    const mine = (await portal.payload.findByID({ collection: 'bulletins', id: own.doc.id })) as unknown as Row
    expect(mine.contributors ?? []).toEqual([])
  })
})

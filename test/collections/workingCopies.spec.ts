import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Login, type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
let refs: { docType: string; issuer: string }
beforeAll(async () => {
  portal = await startPortal()
  const id = async (collection: string, code: string) => {
    const { docs } = await portal.payload.find({ collection, where: { code: { equals: code } } })
    return String((docs[0] as { id: string }).id)
  }
  refs = { docType: await id('document-types', 'KH'), issuer: await id('organisations', 'ubnd-tinh-soc-trang') }
})
afterAll(() => portal.stop())

type Doc = Record<string, unknown> & { id: string; slug: string }
interface Answer {
  status: number
  doc: Doc
  fields: { path: string; message: string }[]
}
const call = async (method: string, url: string, body: unknown, login: Login = 'author'): Promise<Answer> => {
  const answer = await portal.rest(method, url, { token: await portal.as(login), body })
  const errors = answer.body.errors as { fields?: Answer['fields'] }[] | undefined
  return { status: answer.status, doc: answer.body.doc as Doc, fields: errors?.[0]?.fields ?? [] }
}
const whole = async (collection: string, id: string) =>
  (await portal.payload.findByID({
    collection,
    id,
    depth: 0,
    showHiddenFields: true,
  })) as unknown as Doc

let numbers = 700
const numbered = () => {
  numbers += 1
  return { ...refs, title: 'Kế hoạch', number: numbers, symbol: 'KH-UBND', issuedOn: '2024-05-08' }
}

describe('an unfinished directive', () => {
  it('is saved with nothing but a title, and so is the next one', async () => {
    for (const title of ['Mới nghĩ tên', 'Cũng mới nghĩ tên'])
      expect((await call('POST', '/directives', { title })).status).toBe(201)
  })

  it('gets its work address when it is finished, and gives the number back when it is unfinished again', async () => {
    const data = numbered()
    const { doc } = await call('POST', '/directives', data)
    const finished = await whole('directives', doc.id)
    expect(finished.workUri).toMatch(/^\/akn\/vn\/doc\/ke-hoach\/ubnd-tinh-soc-trang\/2024-05-08\//)
    expect((await call('PATCH', `/directives/${doc.id}`, { issuer: null })).status).toBe(200)
    const unfinished = await whole('directives', doc.id)
    for (const field of ['workUri', 'naturalKey']) expect(unfinished[field]).toMatch(/^urn:uuid:/)
    expect((await call('POST', '/directives', data)).status).toBe(201)
    const back = await call('PATCH', `/directives/${doc.id}`, { issuer: refs.issuer })
    expect(back).toMatchObject({ status: 422, fields: [{ path: 'number' }] })
  })
})

describe('a number', () => {
  it('may be typed as it is printed', async () => {
    expect((await call('POST', '/directives', { title: 'In', number: ' 91 / QÐ – UBND' })).doc).toMatchObject({
      number: 91,
      symbol: 'QĐ-UBND',
      numberAndSymbol: '91/QĐ-UBND',
    })
    const statutory = { ...refs, title: 'Nghị định', number: '42/2022/NĐ-CP', issuedOn: '2022-06-24' }
    expect((await call('POST', '/directives', statutory)).doc).toMatchObject({ numberAndSymbol: '42/2022/NĐ-CP' })
  })

  it('that is none is refused, not shortened to the digits it begins with', async () => {
    const { status, fields } = await call('POST', '/directives', { title: 'In', number: '84 hay 85' })
    expect(status).toBe(422)
    expect(fields).toMatchObject([{ path: 'number', message: expect.stringContaining('84/KH-UBND') }])
  })
})

describe('an address', () => {
  it('is told from its namesakes by a number', async () => {
    const slugs: string[] = []
    for (let count = 0; count < 3; count += 1)
      slugs.push((await call('POST', '/notices', { title: 'Lịch tiếp công dân' })).doc.slug)
    expect(slugs).toEqual(['lich-tiep-cong-dan', 'lich-tiep-cong-dan-2', 'lich-tiep-cong-dan-3'])
  })

  it('that somebody typed is refused when another document has it, in words', async () => {
    await call('POST', '/notices', { title: 'Một', slug: 'Đã Có' })
    const { status, fields } = await call('POST', '/notices', { title: 'Hai', slug: 'da-co' })
    expect(status).toBe(422)
    expect(fields).toMatchObject([{ path: 'slug', message: expect.stringContaining('văn bản khác') }])
  })

  it('stays when the document is translated', async () => {
    const { doc } = await call('POST', '/notices', { title: 'Trợ giúp pháp lý' })
    for (const [locale, title] of [
      ['km', 'ជំនួយផ្នែកច្បាប់'],
      ['en', 'Legal aid'],
    ])
      expect((await call('PATCH', `/notices/${doc.id}?locale=${locale}`, { title })).status).toBe(200)
    expect((await whole('notices', doc.id)).slug).toBe('tro-giup-phap-ly')
  })

  it('leaves the Vietnamese text of a numbered directive alone when another language is saved', async () => {
    const { doc } = await call('POST', '/directives', { ...numbered(), title: 'Kế hoạch trợ giúp' })
    const { status } = await call('PATCH', `/directives/${doc.id}?locale=km`, { title: 'ផែនការជំនួយ' })
    expect(status).toBe(200)
    const stored = await portal.payload.findByID({ collection: 'directives', id: doc.id, locale: 'all' })
    expect(stored).toMatchObject({ title: { vi: 'Kế hoạch trợ giúp', km: 'ផែនការជំនួយ' } })
  })

  it('is asked for when the title has no letter to make one from', async () => {
    const title = 'ជំនួយផ្នែកច្បាប់'
    const { status, fields } = await call('POST', '/notices?locale=km', { title })
    expect(status).toBe(422)
    expect(fields).toMatchObject([{ path: 'slug', message: expect.stringContaining('địa chỉ') }])
    expect((await call('POST', '/notices?locale=km', { title, slug: 'chumnuoy' })).doc.slug).toBe('chumnuoy')
  })
})

describe('an address that nobody typed', () => {
  const titled = async (id: string, title: string, more: object = {}) =>
    (await call('PATCH', `/notices/${id}`, { title, ...more })).doc.slug

  it('follows the title until the first publication, and a typed one stays', async () => {
    const { doc } = await call('POST', '/notices', { title: 'Lưu thử', summary: 'x' })
    expect(await titled(doc.id, 'Lịch nghỉ Tết')).toBe('lich-nghi-tet')
    // The admin's form sends the address back as it is.
    expect(await titled(doc.id, 'Lịch nghỉ lễ', { slug: 'lich-nghi-tet' })).toBe('lich-nghi-le')
    expect(await titled(doc.id, 'Lịch trực lễ', { slug: 'tu-dat' })).toBe('tu-dat')
    expect(await titled(doc.id, 'Lịch trực Tết', { slug: 'tu-dat' })).toBe('tu-dat')
  })

  it('stays once readers know it, and is nobody else’s later', async () => {
    const { doc } = await call('POST', '/notices', { title: 'Giờ làm việc mùa hè', summary: 'x' })
    const act = async (login: Login, action: string) => {
      const token = await portal.as(login)
      const { body } = await portal.rest('GET', `/workflow/notices/${doc.id}`, { token })
      const answer = await portal.rest('POST', `/workflow/notices/${doc.id}/${action}`, {
        token,
        body: { expected: body.seq },
      })
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    }
    for (const [login, action] of [
      ['author', 'submit'],
      ['editor', 'approve'],
      ['head', 'approve'],
    ] as const)
      await act(login, action)
    expect(await titled(doc.id, 'Giờ làm việc mới')).toBe('gio-lam-viec-mua-he')
    expect(await titled(doc.id, 'Giờ làm việc mới', { slug: 'gio-moi' })).toBe('gio-moi')
    const { doc: other } = await call('POST', '/notices', { title: 'Giờ làm việc mùa hè' })
    expect(other.slug).toBe('gio-lam-viec-mua-he-2')
  })
})

describe('a copy', () => {
  it('of a directive without a number can be made as often as one likes', async () => {
    const { doc } = await call('POST', '/directives', { title: 'Chưa có số' })
    for (let count = 0; count < 3; count += 1)
      expect((await call('POST', `/directives/${doc.id}/duplicate`, {})).status).toBe(200)
  })

  it('of a directive has no number, an address of its own, and belongs to whoever made it', async () => {
    const { doc } = await call('POST', '/directives', numbered())
    await portal.payload.update({ collection: 'directives', id: doc.id, data: { unit: refs.issuer } })
    const model = await whole('directives', doc.id)
    for (let count = 0; count < 2; count += 1) {
      const { status, doc: made } = await call('POST', `/directives/${doc.id}/duplicate`, {}, 'author2')
      expect(status).toBe(200)
      const copy = await whole('directives', made.id)
      expect(copy).toMatchObject({ title: model.title, number: null, numberAndSymbol: null })
      const { user } = (await portal.rest('GET', '/users/me', { token: await portal.as('author2') })).body as {
        user: { id: string; unit: string }
      }
      expect(copy).toMatchObject({ createdBy: user.id, unit: user.unit, workflowState: 'draft' })
      for (const field of ['slug', 'key', 'workUri', 'naturalKey']) expect(copy[field], field).not.toBe(model[field])
    }
    expect(await whole('directives', doc.id)).toMatchObject({ number: model.number, slug: model.slug })
  })

  it('of a notice can be made again and again', async () => {
    const { doc } = await call('POST', '/notices', { title: 'Họp dân' })
    for (const slug of ['hop-dan-2', 'hop-dan-3'])
      expect((await call('POST', `/notices/${doc.id}/duplicate`, {})).doc.slug).toBe(slug)
  })
})

describe('an earlier version', () => {
  it('brings back the text and nothing that makes the document another one', async () => {
    const { doc } = await call('POST', '/directives', numbered())
    const before = await whole('directives', doc.id)
    await call('PATCH', `/directives/${doc.id}`, { title: 'Tên khác', slug: 'dia-chi-khac' })
    const { docs } = (await portal.payload.findVersions({
      collection: 'directives',
      where: { parent: { equals: doc.id } },
      sort: 'createdAt',
    })) as unknown as { docs: { id: string }[] }
    expect((await call('POST', `/directives/versions/${docs[0]!.id}`, {}, 'author2')).status).toBe(200)
    const after = await whole('directives', doc.id)
    expect(after.title).toBe('Kế hoạch')
    for (const field of ['key', 'workUri', 'naturalKey', 'createdBy', 'unit'])
      expect(after[field], field).toEqual(before[field])
  })
})

describe('what only some may see or set', () => {
  it('keeps royalties from contributors, in filters and versions too', async () => {
    const made = await call(
      'POST',
      '/bulletins',
      { title: 'Tin', contributors: [{ name: 'Ẩn', royalty: 987_654_321 }] },
      'head',
    )
    const token = await portal.as('author')
    const { body } = await portal.rest('GET', `/bulletins/${made.doc.id}`, { token })
    expect(JSON.stringify(body)).not.toContain('987654321')
    for (const url of [
      '/bulletins?where[contributors.royalty][equals]=987654321',
      '/bulletins?sort=contributors.royalty',
      '/bulletins/versions?where[version.contributors.royalty][equals]=987654321',
    ])
      expect((await portal.rest('GET', url, { token })).status, url).toBe(400)
    const versions = await portal.rest('GET', '/bulletins/versions', { token })
    expect(JSON.stringify(versions.body)).not.toContain('987654321')
    const seen = await portal.rest('GET', `/bulletins/${made.doc.id}`, { token: await portal.as('auditor') })
    expect(JSON.stringify(seen.body)).toContain('987654321')
  })

  it('lets no contributor move a document to another unit or author', async () => {
    const { doc } = await call('POST', '/notices', { title: 'Của đơn vị tôi', unit: refs.issuer, createdBy: 'x' })
    const before = await whole('notices', doc.id)
    expect(before.unit).not.toBe(refs.issuer)
    await call('PATCH', `/notices/${doc.id}`, { unit: refs.issuer, createdBy: refs.issuer, title: 'Tên mới' })
    expect(await whole('notices', doc.id)).toMatchObject({
      unit: before.unit,
      createdBy: before.createdBy,
      title: 'Tên mới',
    })
  })

  it.each(['document-types', 'organisations', 'territories', 'topics', 'audiences'])(
    'keeps %s to the editors, and their keys for ever',
    async (collection) => {
      const { docs } = await portal.payload.find({ collection, limit: 1 })
      const row = docs[0] as unknown as { id: string; code?: string; slug?: string }
      const key = row.code ? 'code' : 'slug'
      const url = `/${collection}/${row.id}`
      for (const login of ['author', 'admin', 'auditor', 'mail'] as const)
        expect((await call('PATCH', url, { [key]: 'khac' }, login)).status).toBe(403)
      expect((await call('PATCH', url, { [key]: 'khac' }, 'editor')).doc[key]).toBe(row[key])
      expect((await call('DELETE', url, undefined, 'editor')).status).toBe(403)
    },
  )
})

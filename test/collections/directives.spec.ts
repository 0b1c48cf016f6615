import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Login, type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
let refs: Record<string, string>
beforeAll(async () => {
  portal = await startPortal()
  const id = async (collection: string, field: string, value: string) => {
    const { docs } = await portal.payload.find({ collection, where: { [field]: { equals: value } }, limit: 1 })
    return String((docs[0] as { id: string }).id)
  }
  refs = {
    docType: await id('document-types', 'code', 'KH'),
    issuer: await id('organisations', 'code', 'ubnd-tinh-soc-trang'),
  }
})
afterAll(() => portal.stop())

let numbers = 500
const plan = (data: Record<string, unknown> = {}) => {
  numbers += 1
  return {
    title: 'Kế hoạch phổ biến pháp luật',
    ...refs,
    number: numbers,
    symbol: 'KH-UBND',
    issuedOn: '2024-05-08',
    abstract: 'Trích yếu',
    ...data,
  }
}
const create = async (data: Record<string, unknown>, login: Login = 'author') =>
  portal.rest('POST', '/directives', { token: await portal.as(login), body: data })
const fieldsOf = (answer: { body: Record<string, unknown> }) =>
  (answer.body.errors as { code: string; fields?: { path: string; message: string }[] }[])[0]!

describe('a directive', () => {
  it('gets its printed number, slug, work address and key by itself', async () => {
    const { status, body } = await create(plan({ number: 84 }))
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({
      numberAndSymbol: '84/KH-UBND',
      slug: expect.stringMatching(/^84-kh-ubnd-2024/),
      workflowState: 'draft',
    })
    const row = (await portal.payload.findByID({
      collection: 'directives',
      id: (body.doc as { id: string }).id,
      showHiddenFields: true,
    })) as unknown as Record<string, unknown>
    expect(row.workUri).toBe('/akn/vn/doc/ke-hoach/ubnd-tinh-soc-trang/2024-05-08/84-kh-ubnd')
    expect(row.naturalKey).toBeTruthy()
  })

  it('keeps the place of its number in a series, so that 66.7 and 66.8 are two documents', async () => {
    for (const place of ['7', '8']) {
      const number = `66.${place}/2025/NQ-CP`
      const { status, body } = await create({ ...plan(), number, symbol: undefined, issuedOn: '2025-11-15' })
      expect(status).toBe(201)
      expect(body.doc).toMatchObject({
        numberAndSymbol: number,
        slug: expect.stringMatching(new RegExp(`^66-${place}-nq-cp-2025`)),
      })
    }
  })

  it('keeps the year that its number carries before its day of issue is known', async () => {
    const typed = async (number: string) => {
      const { body } = await create({ title: 'Nghị định', number })
      return body.doc as { id: string; numberAndSymbol: string }
    }
    const [one, other] = [await typed('341/2014/NĐ-CP'), await typed('341/2017/NĐ-CP')]
    expect([one.numberAndSymbol, other.numberAndSymbol]).toEqual(['341/2014/NĐ-CP', '341/2017/NĐ-CP'])
    const change = async (body: object) =>
      portal.rest('PATCH', `/directives/${one.id}`, { token: await portal.as('author'), body })
    expect((await change({ issuedOn: '2015-02-03' })).status).toBe(422)
    expect((await change({ issuedOn: '2014-02-03' })).status).toBe(200)
    const corrected = await change({ issuedOn: '2015-02-03', printedYear: 2015 })
    expect(corrected.body.doc).toMatchObject({ numberAndSymbol: '341/2015/NĐ-CP' })
  })

  it('keeps its print beside the canonical form, as long as it stands for this number', async () => {
    const { body } = await create({ title: 'Nghị định cũ', number: '7/HĐBT' })
    const { id } = body.doc as { id: string }
    expect(body.doc).toMatchObject({ numberAndSymbol: '07-HĐBT', numberAsPrinted: '7/HĐBT' })
    const change = async (data: object) =>
      (await portal.rest('PATCH', `/directives/${id}`, { token: await portal.as('author'), body: data })).body.doc
    expect(await change({ title: 'Nghị định cũ, tên khác' })).toMatchObject({ numberAsPrinted: '7/HĐBT' })
    expect(await change({ number: 8 })).toMatchObject({ numberAndSymbol: '08-HĐBT', numberAsPrinted: null })
    expect(await change({ numberAsPrinted: '84/KH-UBND' })).toMatchObject({ numberAsPrinted: null })
  })

  it('numbers its task groups by their order, whatever was sent', async () => {
    const groups = [{ heading: 'Một' }, { ordinal: null, heading: 'Hai' }, { ordinal: 1, heading: 'Ba' }]
    const { body } = await create(plan({ taskGroups: groups }))
    const { taskGroups } = body.doc as { taskGroups: { ordinal: number; heading: string }[] }
    expect(taskGroups.map(({ ordinal, heading }) => `${ordinal} ${heading}`)).toEqual(['1 Một', '2 Hai', '3 Ba'])
  })

  it('has its own work address when a document whose number was corrected keeps that of its old number', async () => {
    const wrong = plan({ number: 9531 })
    const { id } = (await create(wrong)).body.doc as { id: string }
    const uriOf = async (document: string) =>
      (
        (await portal.payload.findByID({ collection: 'directives', id: document, showHiddenFields: true })) as {
          workUri?: string
        }
      ).workUri
    const before = await uriOf(id)
    // As after its first publication: from then on the work address stays.
    await portal.payload.db.updateOne({ collection: 'directives', id, data: { workflowState: 'published' } })
    const fixed = await portal.payload.update({
      collection: 'directives',
      id,
      data: { number: 9532 },
      overrideAccess: true,
    })
    expect([fixed.numberAndSymbol, await uriOf(id)]).toEqual(['9532/KH-UBND', before])
    const owner = await create({ ...wrong, title: 'Văn bản mang đúng số này' })
    expect(owner.status).toBe(201)
    const own = (owner.body.doc as { id: string }).id
    expect(await uriOf(own)).toBe(`${before}-2`)
  })

  it('is refused when its number exists, with a sentence at the number', async () => {
    const data = plan()
    expect((await create(data)).status).toBe(201)
    const again = await create({ ...data, title: 'Tên khác' })
    expect(again.status).toBe(422)
    expect(fieldsOf(again)).toMatchObject({
      code: 'CONTENT_INVALID',
      // It names the document that has the number.
      fields: [{ path: 'number', message: expect.stringContaining(`– ${data.title}” đã mang số này`) }],
    })
    expect((await create({ ...data, issuedOn: '2025-05-08' })).status).toBe(201)
  })

  it.each([
    ['effectiveTo', { effectiveFrom: '2024-06-01', effectiveTo: '2024-05-01' }],
    ['implementationPeriod.toYear', { implementationPeriod: { fromYear: 2030, toYear: 2024 } }],
    ['relations.0.citedAs', { relations: [{ type: 'basedOn' }] }],
    ['issuedOn', { issuedOn: '31/02/2024' }],
    ['issuedOn', { issuedOn: '24/10/0003' }],
    ['issuedOn', { issuedOn: '1903-05-06' }],
    ['issuedOn', { issuedOn: '2014-05-06', number: '231/2015/NĐ-CP' }],
    ['statusOverride.reason', { statusOverride: { status: 'expired' } }],
  ])('is refused with a contradiction at %s', async (path, data) => {
    const answer = await create(plan(data))
    expect(answer.status).toBe(422)
    expect(fieldsOf(answer).fields?.map((field) => field.path)).toContain(path)
  })

  it('understands a day typed day first', async () => {
    const { body } = await create(plan({ issuedOn: '08/5/2024' }))
    expect(body.doc).toMatchObject({ issuedOn: '2024-05-08' })
  })

  it('refuses documents that replace each other in a circle', async () => {
    const first = (await create(plan())).body.doc as { id: string }
    const second = (await create(plan({ relations: [{ type: 'replaces', target: first.id }] }))).body.doc as {
      id: string
    }
    const answer = await portal.rest('PATCH', `/directives/${first.id}`, {
      token: await portal.as('author'),
      body: { relations: [{ type: 'replaces', target: second.id }] },
    })
    expect(answer.status).toBe(422)
    expect(fieldsOf(answer).fields?.[0]).toMatchObject({ path: 'relations' })
  })

  it('refuses to be submitted while it is incomplete, naming every field in each language', async () => {
    const { body } = await create({ title: 'Chỉ có tên' })
    const { id } = body.doc as { id: string }
    const answer = await portal.rest('POST', `/workflow/directives/${id}/submit`, {
      token: await portal.as('author'),
      body: { expected: 0 },
    })
    expect(answer.status).toBe(422)
    expect(fieldsOf(answer).fields?.map((field) => field.path)).toEqual(
      expect.arrayContaining(['docType', 'number', 'symbol', 'issuedOn', 'issuer', 'abstract']),
    )
  })

  it('keeps what a request claims about generated fields out', async () => {
    const { body } = await create(
      plan({ workUri: '/x', naturalKey: 'x', key: 'x', createdBy: 'x', editedBy: 'x', numberAndSymbol: '1/X' }),
    )
    const row = (await portal.payload.findByID({
      collection: 'directives',
      id: (body.doc as { id: string }).id,
      depth: 0,
      showHiddenFields: true,
    })) as unknown as Record<string, unknown>
    expect(row.workUri).toMatch(/^\/akn\/vn/)
    for (const field of ['naturalKey', 'key', 'createdBy', 'editedBy', 'numberAndSymbol'])
      expect(row[field]).not.toMatch(/^(x|1\/X)$/)
  })

  it('refuses a link that could run, and any node that is no prose', async () => {
    const tree = (child: unknown) => ({
      root: { type: 'root', version: 1, children: [{ type: 'paragraph', version: 1, children: [child] }] },
    })
    const link = (url: string) => ({
      type: 'link',
      version: 1,
      fields: { url, linkType: 'custom' },
      children: [{ type: 'text', text: 'x', version: 1 }],
    })
    for (const child of [
      link('java\nscript:alert(1)'),
      link('data:text/html,x'),
      { type: 'upload', version: 1 },
      { type: 'block', version: 1 },
    ])
      expect((await create(plan({ body: tree(child) }))).status).toBe(422)
    expect((await create(plan({ body: tree(link('https://example.vn')) }))).status).toBe(201)
  })
})

it('refuses a notice without a title', async () => {
  const answer = await portal.rest('POST', '/notices', {
    token: await portal.as('author'),
    body: { title: '  ', summary: 'x' },
  })
  expect(answer.status).toBe(422)
  expect(fieldsOf(answer).fields?.[0]).toMatchObject({ path: 'title' })
})

describe('who writes what', () => {
  it.each([
    ['auditor', 403],
    ['admin', 403],
    ['mail', 403],
    ['author', 201],
    ['head', 201],
  ] as const)('%s creating a directive gets %i', async (login, status) => {
    expect((await create(plan(), login)).status).toBe(status)
  })

  it('answers nobody without a login', async () => {
    for (const path of ['/directives', '/contents', '/publications', '/users', '/subscribers', '/workflow-events'])
      expect((await portal.rest('GET', path)).status, path).toBeGreaterThanOrEqual(401)
  })

  it("lets a colleague of the unit edit a contributor's draft, and no contributor of another unit", async () => {
    const { body } = await create(plan())
    const { id } = body.doc as { id: string }
    const patch = async (login: Login) =>
      (await portal.rest('PATCH', `/directives/${id}`, { token: await portal.as(login), body: { abstract: login } }))
        .status
    expect(await patch('author2')).toBe(200)
    await portal.payload.update({
      collection: 'directives',
      id,
      data: { unit: refs.issuer },
      overrideAccess: true,
    })
    expect(await patch('author2')).toBeGreaterThanOrEqual(403)
    expect(await patch('author')).toBe(200)
  })
})

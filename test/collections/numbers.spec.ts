import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
let issuer: string
beforeAll(async () => {
  portal = await startPortal()
  const { docs } = await portal.payload.find({
    collection: 'organisations',
    where: { code: { equals: 'ubnd-tinh-soc-trang' } },
  })
  issuer = String((docs[0] as { id: string }).id)
})
afterAll(() => portal.stop())

type Doc = Record<string, unknown> & { id: string }

const create = async (data: Record<string, unknown>, collection = 'directives') => {
  const { status, body } = await portal.rest('POST', `/${collection}`, {
    token: await portal.as('author'),
    body: { title: 'Kế hoạch', issuedOn: '2024-05-08', issuer, ...data },
  })
  const [error] = (body.errors ?? []) as { fields?: { path: string; message: string }[] }[]
  return { status, doc: body.doc as Doc, fields: error?.fields }
}

describe('a number typed as it is printed', () => {
  it.each([
    ['601/kh–ubnd', '601/KH-UBND', { number: 601, symbol: 'KH-UBND', printsYear: false }],
    ['602/2024/Q\u00d0-UBND', '602/2024/QĐ-UBND', { symbol: 'QĐ-UBND', printsYear: true }],
    ['Kế hoạch số 603a/KH-UBND', '603a/KH-UBND', { number: 603, numberSuffix: 'a' }],
    ['604 - NQ/TW', '604-NQ/TW', { symbol: 'NQ/TW' }],
    ['1.605/UBND-NC', '1605/UBND-NC', { number: 1605 }],
    ['606-CP', '606-CP', { symbol: 'CP' }],
  ])('%j is stored as %s', async (number, printed, fields) => {
    const { status, doc } = await create({ number })
    expect([status, doc.numberAndSymbol]).toEqual([201, printed])
    expect(doc).toMatchObject(fields)
  })

  it('may be sent by the name under which it is read, and then counts where no number is given', async () => {
    const { status, doc } = await create({ numberAndSymbol: '620/KH-UBND' })
    expect([status, doc.number, doc.symbol, doc.numberAndSymbol]).toEqual([201, 620, 'KH-UBND', '620/KH-UBND'])
    const { body } = await portal.rest('PATCH', `/directives/${doc.id}`, {
      token: await portal.as('author'),
      body: { number: 621, numberAndSymbol: '620/KH-UBND' },
    })
    expect((body.doc as Doc).numberAndSymbol).toBe('621/KH-UBND')
    expect(await create({ numberAndSymbol: 'không phải số' })).toMatchObject({
      status: 422,
      fields: [{ path: 'number' }],
    })
  })

  it('with a letter is another document than the one without, and the same in either case', async () => {
    expect((await create({ number: 610, symbol: 'kh-ubnd' })).doc.numberAndSymbol).toBe('610/KH-UBND')
    expect((await create({ number: '610a', symbol: 'KH-UBND' })).doc.numberAndSymbol).toBe('610a/KH-UBND')
    expect(await create({ number: '610A/KH-UBND' })).toMatchObject({ status: 422, fields: [{ path: 'number' }] })
  })

  it('is refused when its year is not that of the day of issue', async () => {
    const { status, fields } = await create({ number: '611/2023/QĐ-UBND' })
    expect([status, fields]).toEqual([422, [{ path: 'issuedOn', message: expect.stringContaining('năm 2023') }]])
  })

  it('loses its letter and its year when a plain number takes its place', async () => {
    const { doc } = await create({ number: '612a/2024/QĐ-UBND' })
    const { body } = await portal.rest('PATCH', `/directives/${doc.id}`, {
      token: await portal.as('author'),
      body: { number: '612/QĐ-UBND' },
    })
    expect((body.doc as Doc).numberAndSymbol).toBe('612/QĐ-UBND')
  })
})

describe('addresses on the old portal', () => {
  it.each(['directives', 'bulletins', 'videos', 'notices', 'pages'])('are kept as paths on %s', async (collection) => {
    const path = `/${collection}.aspx?id=1`
    const legacyUrls = [`https://cu.example.gov.vn${path}#x`, path, `/khac/${collection}/`]
    const { status, doc } = await create({ title: `Tiêu đề ${collection}`, legacyUrls }, collection)
    expect([status, doc.legacyUrls]).toEqual([201, [path, `/khac/${collection}`]])
  })

  it.each(['javascript:alert(1)', '//evil.example/a', 'https://cu.example.gov.vn', 'tin/1', ''])(
    'are not %j',
    async (address) => {
      const { status, fields } = await create({ legacyUrls: [address] }, 'notices')
      expect([status, fields?.[0]?.path]).toEqual([422, 'legacyUrls'])
    },
  )

  it('lead to one document alone, of whatever collection', async () => {
    const legacyUrls = ['/chi-mot-noi']
    const { doc } = await create({ title: 'Giữ trước', legacyUrls }, 'videos')
    const second = await create({ title: 'Muốn giữ', legacyUrls }, 'notices')
    expect([second.status, second.fields?.[0]]).toEqual([
      422,
      { path: 'legacyUrls', message: expect.stringContaining('“Giữ trước”') },
    ])
    const body = { title: 'Giữ trước, sửa tên', legacyUrls }
    const token = await portal.as('author')
    expect((await portal.rest('PATCH', `/videos/${doc.id}`, { token, body })).status).toBe(200)
  })

  it('are at most twenty', async () => {
    const legacyUrls = Array.from({ length: 21 }, (_, index) => `/tin/${index}`)
    expect((await create({ legacyUrls }, 'notices')).status).toBe(422)
  })

  it('cannot be given an import’s mark by a request', async () => {
    const { doc } = await create({ importKey: 'a'.repeat(64) })
    const stored = (await portal.payload.findByID({
      collection: 'directives',
      id: doc.id,
      showHiddenFields: true,
    })) as unknown as Doc
    expect(stored.importKey ?? null).toBeNull()
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { subscriptionChoices } from '../../src/portal/subscriptionChoices.ts'
import { demoDocuments, seedReferences, seedUsers, writeDemoDocument } from '../../src/seed/index.ts'
import { PASSWORD, type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

type Row = { id: string } & Record<string, unknown>
const rows = async (collection: string, extra: Record<string, unknown> = {}): Promise<Row[]> =>
  (
    await portal.payload.find({
      collection,
      depth: 0,
      pagination: false,
      locale: 'all',
      overrideAccess: true,
      ...extra,
    })
  ).docs as unknown as Row[]
const REFERENCES = ['document-types', 'territories', 'organisations', 'topics', 'audiences']

describe('the reference data', () => {
  it('say where a province that ended lives on, since when and by which resolution', async () => {
    const territories = await rows('territories')
    const byCode = new Map(territories.map((row) => [row.code, row]))
    expect(byCode.get('soc-trang')).toMatchObject({
      validTo: '2025-06-30',
      successors: [byCode.get('can-tho')!.id],
      legalBasis: expect.stringContaining('202/2025/QH15'),
    })
  })

  it('tell document types apart by case', async () => {
    const codes = (await rows('document-types')).map((row) => row.code)
    expect(codes).toEqual(expect.arrayContaining(['CTr', 'CT', 'TTr', 'TT', 'QyĐ', 'QĐ', 'CV']))
  })

  it('have a name in Vietnamese and in English, and every place or body that ended has a successor', async () => {
    for (const collection of REFERENCES)
      for (const row of await rows(collection)) {
        expect(row.name ?? row.title, `${collection} ${row.code ?? row.slug}`).toMatchObject({
          vi: expect.stringMatching(/./),
          en: expect.stringMatching(/./),
        })
        if (row.validTo) expect(row.successors, String(row.code)).toHaveLength(1)
      }
  })

  it('are offered to subscribers as they call them, in their own order, and what has no such name last', async () => {
    const offered = async (locale: string) => subscriptionChoices({ payload: portal.payload, locale })
    const { topics, collections } = await offered('km')
    expect(topics).toContainEqual({ value: 'tro-giup-phap-ly', label: 'ជំនួយផ្នែកច្បាប់' })
    expect(topics.every(({ language }) => language === undefined)).toBe(true)
    expect(collections.every(({ language }) => language === undefined)).toBe(true)
    expect((await offered('zh')).territories.slice(0, 4).map(({ label, language }) => language ?? label)).toEqual([
      '后江省',
      '芹苴市',
      '朔庄省',
      'vi',
    ])
    const [first, second, third] = (await offered('vi')).topics
    expect([first, second, third].map((choice) => choice?.label.split(' ', 1)[0])).toEqual(['Cải', 'Chuẩn', 'Chuyển'])
  })

  it('stay as editors made them when they are seeded again, and get back what is missing', async () => {
    const before = Object.fromEntries(
      await Promise.all(REFERENCES.map(async (collection) => [collection, (await rows(collection)).length] as const)),
    )
    const [topic] = await rows('topics', { where: { slug: { equals: 'chuyen-doi-so' } } })
    const [audience] = await rows('audiences', { where: { slug: { equals: 'nguoi-lao-dong' } } })
    const { payload } = portal
    await payload.update({ collection: 'topics', id: topic!.id, data: { title: 'Tên mới' }, locale: 'vi' })
    await payload.delete({ collection: 'audiences', id: audience!.id })
    expect(await seedReferences({ payload })).toEqual({ added: 1 })
    for (const collection of REFERENCES) expect(await rows(collection)).toHaveLength(before[collection]!)
    const [again] = await rows('topics', { where: { slug: { equals: 'chuyen-doi-so' } } })
    expect(again!.title).toMatchObject({ vi: 'Tên mới', en: 'Digital transformation' })
  })
})

describe("the demo's people", () => {
  it('are not made twice, and keep a password they changed', async () => {
    const { payload } = portal
    const [author] = await rows('users', { where: { email: { equals: 'author2@demo.local' } } })
    await payload.update({ collection: 'users', id: author!.id, data: { password: 'mat-khau-cua-toi' } })
    const addresses = await seedUsers({ payload, password: PASSWORD })
    expect(await rows('users')).toHaveLength(addresses.length)
    expect(await portal.login('author2@demo.local', 'mat-khau-cua-toi')).toBeTruthy()
  })
})

describe("the demo's documents", () => {
  it('are written by their authors as drafts fit to be submitted, once', async () => {
    const { payload } = portal
    for (const document of demoDocuments)
      expect((await writeDemoDocument({ payload, document })).created, document.slug).toBe(true)
    for (const document of demoDocuments) {
      const { collection, id, created } = await writeDemoDocument({ payload, document })
      expect(created).toBe(false)
      const [row] = await rows(collection, { where: { id: { equals: id } } })
      expect(row).toMatchObject({ slug: document.slug, workflowState: 'draft' })
      const [author] = await rows('users', { where: { email: { equals: `${document.author}@demo.local` } } })
      expect(row!.createdBy).toBe(author!.id)
      if (document.keepDraft) continue
      const { token } = await payload
        .login({
          collection: 'users',
          data: {
            email: String(author!.email),
            password: document.author === 'author2' ? 'mat-khau-cua-toi' : PASSWORD,
          },
        })
        .then((session) => ({ token: String(session.token) }))
      const answer = await portal.rest('POST', `/workflow/${collection}/${id}/submit`, { token, body: { expected: 0 } })
      expect(answer, document.slug).toMatchObject({ status: 200, body: { state: 'in_review' } })
    }
  })

  it('hold the plan of 8 May 2024 with its twelve groups of tasks, and a notice in Khmer', async () => {
    const [plan] = await rows('directives', { where: { numberAndSymbol: { equals: '84/KH-UBND' } } })
    expect(plan).toMatchObject({ issuedOn: '2024-05-08', implementationPeriod: { fromYear: 2024, toYear: 2030 } })
    expect((plan!.taskGroups as { ordinal: number }[]).map((group) => group.ordinal)).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    )
    const [bulletin] = await rows('bulletins', { where: { kind: { equals: 'news' } } })
    expect(bulletin!.about).toEqual([plan!.id])
    const notices = await rows('notices')
    expect(notices.some((notice) => /\p{Script=Khmer}/u.test((notice.title as { km?: string }).km ?? ''))).toBe(true)
  })
})

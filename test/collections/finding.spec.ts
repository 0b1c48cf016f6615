import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backfillFoundBy } from '../../collections/index.ts'
import { type Login, type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
const ids: Record<string, string> = {}
const rest = async (login: Login, method: string, path: string, body?: unknown) =>
  portal.rest(method, path, { token: await portal.as(login), body })

const TITLES = {
  land: 'Kế hoạch cấp giấy chứng nhận Đất đai',
  peace: 'Hướng dẫn HÒA GIẢI ở cơ sở',
  law: 'Triển khai phổ biến, giáo dục pháp luật năm 2027',
}
beforeAll(async () => {
  portal = await startPortal()
  for (const [index, [name, title]] of Object.entries(TITLES).entries()) {
    const number = `${751 + index}/KH-UBND`
    const { body } = await rest('author', 'POST', '/directives', { title, number, issuedOn: '2026-03-04' })
    ids[name] = (body.doc as { id: string }).id
  }
  await rest('editor', 'POST', '/search-words', { words: ['PBGDPL', 'phổ biến, giáo dục pháp luật'] })
})
afterAll(() => portal.stop())

const named = (found: unknown[]) =>
  (found as { id: string }[]).map(({ id }) => Object.keys(ids).find((name) => ids[name] === id) ?? id)
const listed = async (typed: string, field = 'title', operator = 'like') => {
  const query = new URLSearchParams({ [`where[${field}][${operator}]`]: typed, depth: '0' })
  const { status, body } = await rest('editor', 'GET', `/directives?${query}`)
  expect(status).toBe(200)
  return named(body.docs as unknown[])
}

describe('a search in the admin', () => {
  it.each([
    ['đất đai', 'land'],
    ['dat dai', 'land'],
    ['ĐẤT ĐAI', 'land'],
    ['đất đai'.normalize('NFD'), 'land'],
    ['hoà giải', 'peace'],
    ['hòa giải', 'peace'],
    ['HOA GIAI', 'peace'],
    ['co so hoa', 'peace'],
    ['752/KH-UBND', 'peace'],
    ['752 kh ubnd', 'peace'],
    [`752/KH-UBND – ${TITLES.peace}`, 'peace'],
    ['pbgdpl', 'law'],
    ['trien khai pbgdpl', 'law'],
  ])('for %j finds by words, number and abbreviation', async (typed, name) => {
    expect(await listed(typed)).toEqual([name])
    expect(await listed(typed, 'label')).toEqual([name])
  })

  it('compares a run of characters alike', async () => {
    expect(await listed('HOÀ GIẢI Ở', 'title', 'contains')).toEqual(['peace'])
    expect(await listed('giải hòa', 'title', 'contains')).toEqual([])
  })

  it('finds nothing by names of fields, and answers no folded text', async () => {
    for (const typed of ['title', 'former', 'numberandsymbol']) expect(await listed(typed)).toEqual([])
    const { body } = await rest('editor', 'GET', `/directives/${ids.land}`)
    expect(body.foundBy ?? null).toBeNull()
    const { body: changed } = await rest('author', 'PATCH', `/directives/${ids.land}`, { foundBy: 'x', label: 'x' })
    expect((changed.doc as { label: string }).label).toBe(`751/KH-UBND – ${TITLES.land}`)
    expect(await listed('dat dai')).toEqual(['land'])
  })

  it('finds what was renamed after its submission by both names, and a draft by its present one', async () => {
    const { body } = await rest('author', 'POST', '/notices', { title: 'Lịch tiếp dân quý một', summary: 'x' })
    const { id } = body.doc as { id: string }
    const found = async (typed: string) => {
      const { body: answer } = await rest('editor', 'GET', `/notices?where[title][like]=${encodeURIComponent(typed)}`)
      return (answer.docs as { id: string }[]).some((row) => row.id === id)
    }
    await rest('author', 'PATCH', `/notices/${id}`, { title: 'Lịch tiếp dân quý hai' })
    expect([await found('quy mot'), await found('quy hai')]).toEqual([false, true])
    await rest('author', 'POST', `/workflow/notices/${id}/submit`, { expected: 0 })
    await rest('editor', 'PATCH', `/notices/${id}`, { title: 'Lịch tiếp dân quý ba' })
    expect([await found('quy hai'), await found('quy ba')]).toEqual([true, true])
  })

  it('names a document by number and title, in each language of a save', async () => {
    await rest('author', 'PATCH', `/directives/${ids.peace}?locale=km`, { title: 'ការផ្សះផ្សា' })
    const { body } = await rest('editor', 'GET', `/directives/${ids.peace}`)
    expect(body.label).toBe(`752/KH-UBND – ${TITLES.peace}`)
    expect(await listed('ការផ្សះផ្សា')).toEqual(['peace'])
    expect(await listed('hoa giai')).toEqual(['peace'])
  })

  it('gives rows of before an upgrade what they are found by, and changes nothing else', async () => {
    const { payload } = portal
    const before = await payload.findByID({ collection: 'directives', id: ids.law!, depth: 0 })
    await payload.db.updateOne({
      collection: 'directives',
      id: ids.law!,
      data: { foundBy: null, label: null, updatedAt: before.updatedAt },
    })
    expect(await listed('giao duc phap luat')).toEqual([])
    expect(await backfillFoundBy({ payload })).toBeGreaterThan(0)
    expect(await backfillFoundBy({ payload })).toBe(0)
    expect(await listed('giao duc phap luat')).toEqual(['law'])
    expect(await payload.findByID({ collection: 'directives', id: ids.law!, depth: 0 })).toEqual(before)
  })
})

describe('the search box of the header', () => {
  const find = async (login: Login | undefined, q: string) =>
    portal.rest('GET', `/finding?q=${encodeURIComponent(q)}`, login ? { token: await portal.as(login) } : {})

  it('names documents of all kinds', async () => {
    await rest('author', 'POST', '/videos', { title: 'Phim về hòa giải' })
    const { body } = await find('author', 'hoa giai')
    expect(
      (body.found as { collection: string; name: string }[]).map(({ collection, name }) => [collection, name]),
    ).toEqual(
      expect.arrayContaining([
        ['directives', `752/KH-UBND – ${TITLES.peace}`],
        ['videos', 'Phim về hòa giải'],
      ]),
    )
  })

  it('answers nobody without a login, and nothing to an empty question', async () => {
    expect((await find(undefined, 'a')).status).toBe(401)
    expect((await find('auditor', '  ')).body).toEqual({ found: [] })
  })
})

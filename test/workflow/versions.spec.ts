import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Spine, startSpine } from '../support/spine.ts'

let spine: Spine
beforeAll(async () => {
  spine = await startSpine()
})
afterAll(() => spine.stop())

interface Line {
  id: string
  number: number
  savedAt: string
  by: string
  current: boolean
  marks: { standing: string; edition?: number }[]
}
interface Difference {
  from: Line | null
  to: Line
  locales: string[]
  changedLocales: string[]
  fields: { path: string; change: string; before: string; after: string }[]
}

const get = (path: string, token: string | undefined = spine.tokens.an) => spine.rest('GET', path, { token })
const versions = async (id: string, query = '') => {
  const { status, body } = await get(`/workflow/letters/${id}/versions${query}`)
  expect(status).toBe(200)
  return body as unknown as { total: number; page: number; pages: number; versions: Line[] }
}
const difference = async (id: string, query = '') => {
  const { status, body } = await get(`/workflow/letters/${id}/versions/difference${query}`)
  expect(status).toBe(200)
  return body as unknown as Difference
}
const save = async (person: keyof Spine['tokens'], id: string, body: object, locale = 'vi') => {
  const answer = await spine.rest('PATCH', `/letters/${id}?locale=${locale}`, {
    token: spine.tokens[person],
    body: body as Record<string, unknown>,
  })
  expect(answer.status).toBe(200)
}
const standings = ({ versions: lines }: { versions: Line[] }) =>
  lines.map(({ number, by, marks, current }) => [number, by, marks.map((mark) => mark.standing).join(), current])

describe('the versions of a document', () => {
  it('name who saved them, mark the edition in force, and call nothing public that is not', async () => {
    const { id } = await spine.draft({ title: 'Thư một' })
    await spine.step('an', id, 'submit')
    await save('binh', id, { title: 'Thư hai' })
    for (const person of ['binh', 'chi', 'dung'] as const) await spine.step(person, id, 'approve')
    await save('binh', id, { title: 'Thư ba' })
    expect(standings(await versions(id))).toEqual([
      [3, 'binh', '', true],
      [2, 'binh', 'inForce', false],
      [1, 'an', 'changedAtEdit', false],
    ])
    await spine.step('binh', id, 'submit')
    expect(standings(await versions(id)).slice(0, 2)).toEqual([
      [3, 'binh', 'underReview', true],
      [2, 'binh', 'inForce', false],
    ])
    const page = await versions(id, '?limit=2&page=2')
    expect(page).toMatchObject({ total: 3, page: 2, pages: 2 })
    expect(standings(page)).toEqual([[1, 'an', 'changedAtEdit', false]])
    expect(JSON.stringify(page)).not.toContain(spine.ids.an)
  })

  it('stand in the order in which they were saved, a restored one too', async () => {
    const { id } = await spine.draft({ title: 'Bản đầu' })
    await save('an', id, { title: 'Bản sau' })
    const first = (await versions(id)).versions.at(-1)!
    const restored = await spine.rest('POST', `/letters/versions/${first.id}`, { token: spine.tokens.binh, body: {} })
    expect(restored.status).toBe(200)
    expect(standings(await versions(id))).toEqual([
      [3, 'binh', '', true],
      [2, 'an', '', false],
      [1, 'an', '', false],
    ])
    const { from, fields } = await difference(id)
    expect(from?.number).toBe(2)
    expect(fields.map(({ path, after }) => [path, after])).toEqual([['title', 'Bản <ins>đầu</ins>']])
  })

  it('are told to nobody without a login, and of no other kind of record', async () => {
    const { id } = await spine.draft()
    for (const path of ['versions', 'versions/difference']) {
      expect((await get(`/workflow/letters/${id}/${path}`, '')).status).toBe(401)
      expect((await get(`/workflow/users/${id}/${path}`)).status).toBe(404)
      expect((await get(`/workflow/letters/000000000000000000000000/${path}`)).status).toBe(404)
    }
  })
})

describe('a comparison of two versions', () => {
  it('sets what is new against the edition in force, word by word, by what the form calls things', async () => {
    const { id } = await spine.draft({ title: 'Hạn nộp 30/6' })
    await spine.publish(id)
    await save('an', id, { title: 'Hạn nộp 31/7', issuedOn: '2026-11-05' })
    await save('an', id, { note: 'không công khai' })
    expect(await difference(id)).toMatchObject({
      from: { number: 1, marks: [{ standing: 'inForce', edition: 1 }] },
      to: { number: 3, current: true, marks: [] },
      changedLocales: ['vi'],
      fields: [
        { path: 'title', change: 'changed', before: 'Hạn nộp <del>30/6</del>', after: 'Hạn nộp <ins>31/7</ins>' },
        { path: 'issuedOn', change: 'added', before: '', after: '<ins>05/11/2026</ins>' },
      ],
    })
    expect((await difference(id, '?from=2&to=3')).fields).toEqual([])
    expect(await difference(id, '?to=1')).toMatchObject({ from: null, fields: expect.any(Array) })
  })

  it('tells of changes in the other languages', async () => {
    const { id } = await spine.draft({ title: 'Thư' })
    await save('an', id, { title: 'សំបុត្រ' }, 'km')
    const compared = await difference(id)
    expect(compared).toMatchObject({ locales: ['vi', 'km'], changedLocales: ['km'], fields: [] })
    expect((await difference(id, '?locale=km')).fields).toMatchObject([{ path: 'title', change: 'added' }])
  })

  it('shows the text that was frozen of a version, and no private field', async () => {
    const { id } = await spine.draft({ title: 'Thư', groups: [{ heading: 'Một', private: 'CANARY' }] })
    await save('an', id, { groups: [] })
    const { fields } = await difference(id)
    expect(fields).toMatchObject([{ path: 'groups', change: 'removed', after: '' }])
    expect(JSON.stringify(fields)).not.toContain('CANARY')
  })

  it('says what is wrong where there is no such version', async () => {
    const { id } = await spine.draft()
    for (const query of ['?to=9', '?to=x', '?from=9', '?from=-1', '?to[a]=1', '?from[]=1'])
      expect((await get(`/workflow/letters/${id}/versions/difference${query}`)).status).toBe(404)
  })

  it('is possible after something that a version pointed to was deleted', async () => {
    const other = await spine.draft()
    const { id } = await spine.draft({ title: 'Thư đầu', about: other.id })
    await save('an', id, { title: 'Thư sau', about: null })
    expect((await spine.rest('DELETE', `/letters/${other.id}`, { token: spine.tokens.an })).status).toBe(200)
    expect((await difference(id)).fields.map(({ path }) => path)).toEqual(['title'])
  })
})

describe('the working copy', () => {
  it('is answered as it would be frozen now, so that people see what they pass on', async () => {
    const { id } = await spine.draft({ title: 'Bản trình' })
    await spine.step('an', id, 'submit')
    const { contentHash } = await spine.view('binh', id)
    expect((await get(`/workflow/letters/${id}/content`)).body.hash).toBe(contentHash)
    await save('binh', id, { title: 'Bản biên tập' })
    const { body } = await get(`/workflow/letters/${id}/content`, spine.tokens.binh)
    expect(body).toMatchObject({ content: { fields: { title: { '@vi': 'Bản biên tập' } } } })
    expect(JSON.stringify(body)).not.toContain('CANARY')
    expect(((await spine.step('binh', id, 'approve')) as { contentHash: string }).contentHash).toBe(body.hash)
    expect((await get(`/workflow/letters/${id}/content`, '')).status).toBe(401)
  })
})

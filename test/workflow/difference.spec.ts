import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Person, type Spine, startSpine } from '../support/spine.ts'

let spine: Spine
beforeAll(async () => {
  spine = await startSpine()
})
afterAll(() => spine.stop())

interface Difference {
  from: { kind: string; edition: number | null; hash: string } | null
  to: { kind: string; edition: number | null; hash: string } | null
  locale: string
  fields: { path: string; change: string; before: string | null; after: string | null; html: string; by: string[] }[]
}

const ask = (id: string, query = '', token: string | undefined = spine.tokens.binh) =>
  spine.rest('GET', `/workflow/letters/${id}/difference${query}`, { token })
const difference = async (id: string, query = '') => {
  const { status, body } = await ask(id, query)
  expect(status).toBe(200)
  return body as unknown as Difference
}
const code = async (id: string, query = '', token?: string) => {
  const { status, body } = await ask(id, query, token)
  return [status, (body.errors as { code: string }[])[0]!.code]
}
const save = async (person: Person, id: string, body: Record<string, unknown>, locale = 'vi') => {
  const answer = await spine.rest('PATCH', `/letters/${id}?locale=${locale}`, { token: spine.tokens[person], body })
  expect(answer.status).toBe(200)
}

describe('the difference', () => {
  it('of a new document sets its working copy against nothing', async () => {
    const { id } = await spine.draft({ title: 'Thư <mới>' })
    const { from, to, fields } = await difference(id)
    expect([from, to?.kind]).toEqual([null, 'working'])
    expect(fields[0]).toMatchObject({
      path: 'title',
      change: 'added',
      before: null,
      after: 'Thư <mới>',
      html: '<ins>Thư &lt;mới&gt;</ins>',
      by: ['an'],
    })
  })

  it('is that between the edition in force and the text under review, and names who changed what', async () => {
    const { id } = await spine.draft({ title: 'Hạn nộp 30/6', groups: [{ heading: 'Một' }, { heading: 'Hai' }] })
    await spine.publish(id)
    await save('an', id, { title: 'Hạn nộp 31/7', note: 'CANARY riêng' })
    await save('binh', id, { issuedOn: '2026-11-05', groups: [{ heading: 'Hai' }, { heading: 'Một' }] })
    expect((await difference(id)).to).toMatchObject({ kind: 'working', edition: null })
    await spine.step('an', id, 'submit')
    const { contentHash } = await spine.view('an', id)
    const found = await difference(id)
    expect(found).toMatchObject({
      from: { kind: 'edition', edition: 1 },
      to: { kind: 'review', edition: null, hash: contentHash },
      locale: 'vi',
    })
    expect(found.fields.map(({ path, change, before, after, by }) => [path, change, before, after, by])).toEqual([
      ['title', 'changed', 'Hạn nộp 30/6', 'Hạn nộp 31/7', ['an']],
      ['issuedOn', 'added', null, '05/11/2026', ['binh']],
      ['groups', 'moved', expect.stringContaining('Một'), expect.stringContaining('Hai'), ['binh']],
    ])
    expect(JSON.stringify(found)).not.toMatch(/CANARY/)
    expect(JSON.stringify(found)).not.toContain(spine.ids.an)
  })

  it('can be that between any two texts of the document: editions, frozen ones, the working copy, nothing', async () => {
    const { id } = await spine.draft({ title: 'Bản một' })
    await spine.publish(id)
    const first = (await spine.view('an', id)).contentHash as string
    await save('an', id, { title: 'Bản hai' })
    await spine.publish(id)
    await save('an', id, { title: 'Bản ba' })
    const titles = async (query: string) => {
      const { fields } = await difference(id, query)
      return fields.filter(({ path }) => path === 'title').map(({ before, after }) => [before, after])
    }
    expect(await titles('?from=1&to=2')).toEqual([['Bản một', 'Bản hai']])
    expect(await titles(`?from=${first}&to=working`)).toEqual([['Bản một', 'Bản ba']])
    expect(await titles('?from=2&to=1')).toEqual([['Bản hai', 'Bản một']])
    expect(await titles('?from=nothing&to=1')).toEqual([[null, 'Bản một']])
    expect(await titles('?from=1&to=nothing')).toEqual([['Bản một', null]])
    expect(await titles('?from=1&to=1')).toEqual([])
  })

  it('is told in the language that was asked for', async () => {
    const { id } = await spine.draft({ title: 'Thư' })
    await spine.publish(id)
    await save('an', id, { title: 'សំបុត្រ' }, 'km')
    expect((await difference(id)).fields).toEqual([])
    expect((await difference(id, '?locale=km')).fields).toMatchObject([{ path: 'title', change: 'added', by: ['an'] }])
  })

  it('has an urgent edition and a restored one as editions in force', async () => {
    const { id } = await spine.draft({ title: 'Báo bão' })
    await spine.step('dung', id, 'publish-urgently', { reason: 'Bão số 9' })
    expect(await difference(id)).toMatchObject({ from: { kind: 'edition', edition: 1 }, fields: [] })
    await spine.step('dung', id, 'withdraw', { reason: 'Nhầm' })
    expect((await difference(id)).from).toBeNull()
    await spine.step('em', id, 'restore', { reason: 'Đúng rồi' })
    expect(await difference(id)).toMatchObject({ from: { kind: 'edition', edition: 1 }, fields: [] })
  })
})

describe('the difference is refused', () => {
  it('to who has no login, and of what is no document', async () => {
    const { id } = await spine.draft()
    expect(await code(id, '', '')).toEqual([401, 'LOGIN_REQUIRED'])
    expect(await code('000000000000000000000000')).toEqual([404, 'NOT_FOUND'])
    const users = await spine.rest('GET', `/workflow/users/${spine.ids.an}/difference`, { token: spine.tokens.an })
    expect(users.status).toBe(404)
  })

  it('for texts that the document does not have', async () => {
    const { id } = await spine.draft()
    const other = await spine.draft()
    await spine.publish(other.id)
    const foreign = (await spine.view('an', other.id)).contentHash
    for (const query of ['?from=1', '?to=7', `?to=${foreign}`, `?from=${'0'.repeat(64)}`])
      expect([query, ...(await code(id, query))]).toEqual([query, 404, 'NOT_FOUND'])
  })

  it.each(['?from=x', '?to=-1', '?to[a]=1', '?from[]=1', '?from=1.5', '?locale=xx', '?locale[]=vi', '?to=__proto__'])(
    'for what nobody can mean: %s',
    async (query) => {
      const { id } = await spine.draft()
      expect(await code(id, query)).toEqual([400, 'BAD_REQUEST'])
    },
  )
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verify } from '../../plugins/workflow/index.ts'
import { type Person, type Spine, startSpine } from '../support/spine.ts'

interface Said {
  id: string
  text: string
  by: string
  path: string | null
}
interface Discussion {
  threads: (Said & { replies: Said[]; resolved: { by: string } | null })[]
  mayComment: boolean
}

let spine: Spine
beforeAll(async () => {
  spine = await startSpine({ at: '2026-11-27T02:00:00.000Z' })
})
afterAll(() => spine.stop())

const address = (id: string, rest = '') => `/workflow/letters/${id}/comments${rest}`
const say = async (person: Person, id: string, body: unknown) => {
  const answer = await spine.rest('POST', address(id), { token: spine.tokens[person], body })
  return { status: answer.status, body: answer.body as unknown as Discussion & { errors?: { code: string }[] } }
}
const read = async (person: Person, id: string): Promise<Discussion> =>
  (await spine.rest('GET', address(id), { token: spine.tokens[person] })).body as unknown as Discussion
const resolve = (person: Person, id: string, comment: string) =>
  spine.rest('POST', address(id, `/${comment}/resolve`), { token: spine.tokens[person] })

describe('comments', () => {
  it('are read by everybody who may read the document, with who said it and about which field', async () => {
    const { id } = await spine.draft()
    await say('binh', id, { text: '  Sai ngày ban hành ', path: 'issuedOn' })
    const { threads } = await read('an', id)
    expect(threads).toMatchObject([{ text: 'Sai ngày ban hành', by: 'binh', path: 'issuedOn', replies: [] }])
    await say('an', id, { text: 'Đã sửa', replyTo: threads[0]!.id })
    expect((await read('binh', id)).threads[0]!.replies).toMatchObject([{ text: 'Đã sửa', by: 'an' }])
    expect(await read('giam', id)).toMatchObject({ mayComment: false, threads: [{}] })
  })

  it('make no decision stale', async () => {
    const { id } = await spine.draft()
    await spine.step('an', id, 'submit')
    const { seq: expected } = await spine.view('binh', id)
    await say('dung', id, { text: 'Xin xem lại tiêu đề' })
    expect((await spine.act('binh', id, 'approve', { expected })).status).toBe(200)
  })

  it('may be made while the text cannot be changed, and after it is public', async () => {
    const { id } = await spine.draft()
    await spine.publish(id)
    expect((await say('em', id, { text: 'Tốt' })).status).toBe(200)
  })

  it('are resolved once, and open again with an answer', async () => {
    const { id } = await spine.draft()
    const { body } = await say('binh', id, { text: 'Thiếu phụ lục' })
    const comment = body.threads[0]!.id
    expect((await resolve('an', id, comment)).status).toBe(200)
    expect((await read('an', id)).threads[0]!.resolved).toMatchObject({ by: 'an' })
    expect((await resolve('an', id, comment)).status).toBe(409)
    await say('binh', id, { text: 'Vẫn thiếu', replyTo: comment })
    expect((await read('an', id)).threads[0]!.resolved).toBeNull()
  })

  it.each([
    ['nobody', undefined, { text: 'Chào' }, 401, 'LOGIN_REQUIRED'],
    ['the auditor', 'giam', { text: 'Chào' }, 403, 'FORBIDDEN'],
    ['the administrator', 'quan', { text: 'Chào' }, 403, 'FORBIDDEN'],
    ['an author without words', 'an', { text: ' \u200b\u00a0' }, 422, 'CONTENT_INVALID'],
    ['an author with a novel', 'an', { text: 'a'.repeat(5001) }, 422, 'CONTENT_INVALID'],
    ['an author with a number', 'an', { text: 5 }, 422, 'CONTENT_INVALID'],
    ['an author with a list', 'an', [], 422, 'CONTENT_INVALID'],
    ['an author about no field', 'an', { text: 'Sai', path: '__proto__' }, 422, 'CONTENT_INVALID'],
    ['an author answering nobody', 'an', { text: 'Vâng', replyTo: 'x' }, 422, 'CONTENT_INVALID'],
  ] as const)('are refused: %s', async (_, person, body, status, code) => {
    const { id } = await spine.draft()
    const answer = await spine.rest('POST', address(id), { token: person && spine.tokens[person], body })
    expect(answer).toMatchObject({ status, body: { errors: [{ code }] } })
    expect((await read('an', id)).threads).toEqual([])
  })

  it('are not found on a document that is none, or in another collection', async () => {
    const { id } = await spine.draft()
    for (const url of ['/workflow/letters/none/comments', `/workflow/users/${id}/comments`])
      expect((await spine.rest('GET', url, { token: spine.tokens.an })).status).toBe(404)
    expect((await resolve('an', id, 'none')).status).toBe(404)
  })

  it('are all kept when many people speak at once', async () => {
    const { id } = await spine.draft()
    const people = ['an', 'binh', 'chi', 'dung', 'em'] as const
    await Promise.all(people.flatMap((person) => [1, 2].map((n) => say(person, id, { text: `${person} ${n}` }))))
    expect((await read('an', id)).threads.map(({ text }) => text).sort()).toEqual(
      people.flatMap((person) => [1, 2].map((n) => `${person} ${n}`)).sort(),
    )
  })

  it('that a hand changed are found by the audit', async () => {
    const { id, key } = await spine.draft()
    await say('binh', id, { text: 'Chưa được' })
    const { payload, dir } = spine
    const audit = async () => (await verify({ payload, anchorsDir: `${dir}/none` })).faults
    expect(await audit()).toEqual([])
    const where = { document: { equals: `letters:${key}` } }
    await payload.db.updateMany({ collection: 'workflow-comments', where, data: { text: 'Được' } })
    expect(await audit()).toMatchObject([{ store: 'workflow-comments', place: `letters:${key}#1` }])
    await payload.db.updateMany({ collection: 'workflow-comments', where, data: { text: 'Chưa được' } })
  })
})

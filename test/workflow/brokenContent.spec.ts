import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Login, type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

const rest = async (login: Login, method: string, path: string, body?: unknown) =>
  portal.rest(method, path, { token: await portal.as(login), body })
const act = async (login: Login, collection: string, id: string, action: string, more: object = {}) => {
  const { body: view } = await rest(login, 'GET', `/workflow/${collection}/${id}`)
  return rest(login, 'POST', `/workflow/${collection}/${id}/${action}`, { expected: view.seq, ...more })
}
/** A document whose frozen text waits for somebody's approval. */
const waiting = async (collection: 'notices' | 'bulletins') => {
  const data = { title: `Nội dung nguyên vẹn ${collection}`, summary: 'Tóm tắt', byline: 'Phòng PBGDPL' }
  const { body } = await rest('author', 'POST', `/${collection}`, data)
  const { id } = body.doc as { id: string }
  for (const [login, action] of [
    ['author', 'submit'],
    ['editor', 'approve'],
  ] as const)
    expect((await act(login, collection, id, action)).status).toBe(200)
  const { body: view } = await rest('head', 'GET', `/workflow/${collection}/${id}`)
  return { id, hash: String(view.contentHash) }
}
const bytesOf = async (hash: string) =>
  (await portal.payload.db.findOne<{ id: string; bytes: string }>({
    collection: 'contents',
    where: { hash: { equals: hash } },
  }))!
const CHANGED = {
  status: 409,
  body: { errors: [{ code: 'WORKFLOW_CONTENT_CHANGED', message: expect.stringContaining('không còn nguyên vẹn') }] },
}

describe('a frozen text that a hand changed', () => {
  it.each([
    ['the last step, which publishes', 'notices', 'head'],
    ['a step before it', 'bulletins', 'secretary'],
  ] as const)(
    'cannot be approved at %s, can be returned, and is approved once it is as it was',
    async (_, collection, by) => {
      const { id, hash } = await waiting(collection)
      const row = await bytesOf(hash)
      for (const bytes of [row.bytes.replace('nguyên vẹn', 'giả mạo'), null, '{broken']) {
        await portal.payload.db.updateOne({ collection: 'contents', id: row.id, data: { bytes } })
        expect(await act(by, collection, id, 'approve')).toMatchObject(CHANGED)
      }
      await portal.payload.db.updateOne({ collection: 'contents', id: row.id, data: { bytes: row.bytes } })
      expect((await act(by, collection, id, 'approve')).status).toBe(200)
    },
  )

  it('is returned to its author, who submits it anew', async () => {
    const { id, hash } = await waiting('notices')
    const row = await bytesOf(hash)
    await portal.payload.db.updateOne({ collection: 'contents', id: row.id, data: { bytes: 'x' } })
    expect((await act('head', 'notices', id, 'return', { reason: 'Nội dung hỏng' })).status).toBe(200)
    await rest('author', 'PATCH', `/notices/${id}`, { title: 'Nội dung viết lại' })
    expect((await act('author', 'notices', id, 'submit')).status).toBe(200)
  })
})

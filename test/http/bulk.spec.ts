import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Portal, startPortal } from '../support/portal.ts'
import { type HttpServer, serveSystem } from './server.ts'

let portal: Portal
let server: HttpServer
let author: string
/** Ids of a draft, a document under review, and a public one. */
const ids: Record<'draft' | 'reviewed' | 'live', string> = { draft: '', reviewed: '', live: '' }

const act = async (id: string, action: string, token: string) => {
  const { json } = await server.ask(`/api/workflow/notices/${id}`, { token })
  const answer = await server.ask(`/api/workflow/notices/${id}/${action}`, {
    method: 'POST',
    token,
    body: { expected: json.seq },
  })
  expect([action, answer.status]).toEqual([action, 200])
}

beforeAll(async () => {
  portal = await startPortal()
  server = await serveSystem(portal)
  author = await portal.as('author')
  for (const name of ['draft', 'reviewed', 'live'] as const) {
    const text = { type: 'text', version: 1, text: 'Nội dung', format: 0, mode: 'normal', style: '', detail: 0 }
    const paragraph = { type: 'paragraph', version: 1, direction: null, format: '', indent: 0, children: [text] }
    const root = { type: 'root', version: 1, direction: null, format: '', indent: 0, children: [paragraph] }
    const body = { title: `Thông báo ${name}`, body: { root } }
    const { status, json } = await server.ask('/api/notices', { method: 'POST', token: author, body })
    expect([status, json.errors]).toEqual([201, undefined])
    ids[name] = (json.doc as { id: string }).id
  }
  await act(ids.reviewed, 'submit', author)
  await act(ids.live, 'submit', author)
  await act(ids.live, 'approve', await portal.as('editor'))
  await act(ids.live, 'approve', await portal.as('head'))
})
afterAll(() => server.stop())

const bulk = async (method: string, names: (keyof typeof ids)[], body?: object) => {
  const where = names.map((name, index) => `where[id][in][${index}]=${ids[name]}`).join('&')
  const { status, json } = await server.ask(`/api/notices?${where}`, { method, token: author, body })
  const errors = (json.errors ?? []) as unknown as { id: string; code: string; message: string }[]
  return { status, docs: (json.docs ?? []) as { id: string }[], errors }
}

describe('a write of many rows', () => {
  it('changes those that may be changed, and says of a text under review that it stands still', async () => {
    const { status, docs, errors } = await bulk('PATCH', ['draft', 'reviewed'], { title: 'Đổi hết' })
    expect(status).toBe(400)
    expect(docs.map(({ id }) => id)).toEqual([ids.draft])
    expect(errors).toEqual([expect.objectContaining({ id: ids.reviewed, code: 'WORKFLOW_FROZEN' })])
    expect(errors[0]!.message).toMatch(/đang được duyệt/)
  })

  it('deletes nothing that is under review or was ever public, and says why of each', async () => {
    const { status, docs, errors } = await bulk('DELETE', ['reviewed', 'live'])
    expect([status, docs]).toEqual([400, []])
    expect(Object.fromEntries(errors.map(({ id, code }) => [id, code]))).toEqual({
      [ids.reviewed]: 'WORKFLOW_FROZEN',
      [ids.live]: 'WORKFLOW_APPROVAL_REQUIRED',
    })
  })
})

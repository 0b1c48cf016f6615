import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pastedNodes } from '../../lib/text/pasted/index.ts'
import { type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

const treeOf = (children: unknown[]) => ({
  root: { type: 'root', version: 1, direction: 'ltr', format: '', indent: 0, children },
})
const save = async (children: unknown[]) => {
  const body = { title: 'Có nội dung', body: treeOf(children) }
  const answer = await portal.rest('POST', '/notices', { token: await portal.as('author'), body })
  const errors = answer.body.errors as { fields?: { path: string; message: string }[] }[] | undefined
  return {
    status: answer.status,
    nodes: (answer.body.doc as { body?: { root: { children: unknown[] } } })?.body?.root.children,
    fields: errors?.[0]?.fields,
  }
}

describe('a text', () => {
  it('is kept with its words composed, hard spaces as spaces, invisible characters gone', async () => {
    const typed = { type: 'text', version: 1, text: `${'Ủy ban'.normalize('NFD')}\u00a0nhân\u200b dân `, format: 0 }
    const kept = { ...typed, text: 'Ủy ban nhân dân ' }
    const { status, nodes } = await save([{ type: 'paragraph', version: 1, children: [typed] }])
    expect(status).toBe(201)
    expect(nodes).toEqual([{ type: 'paragraph', version: 1, children: [kept] }])
  })

  it('is kept as it was pasted from Word, tables and lists too', async () => {
    const nodes = pastedNodes(
      '<h1>A</h1><ul><li>b<ul><li>c</li></ul></li></ul><table><tr><th>d</th><th>e</th></tr><tr><td>1</td><td>2</td></tr></table>',
    )
    expect(await save(nodes)).toEqual({ status: 201, nodes, fields: undefined })
  })

  it.each([
    ['a picture', { type: 'upload', version: 1, relationTo: 'media', value: 'x' }],
    ['code', { type: 'code', version: 1, children: [] }],
    ['a link that runs', { type: 'link', version: 1, fields: { url: 'java\nscript:x' }, children: [] }],
    ['a heading of the first level', { type: 'heading', tag: 'h1', version: 1, children: [] }],
  ])('is refused with %s in it', async (_, node) => {
    expect(await save([node])).toMatchObject({ status: 422, fields: [{ path: 'body' }] })
  })
})

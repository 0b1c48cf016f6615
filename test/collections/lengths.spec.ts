import type { Field } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prose } from '../../lib/text/prose.ts'
import { type Login, type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

interface Said {
  code: string
  fields?: { path: string; message: string }[]
}
const send = async (method: string, url: string, body: unknown, login: Login = 'admin') => {
  const answer = await portal.rest(method, url, { token: await portal.as(login), body })
  const [error] = (answer.body.errors ?? []) as Said[]
  return {
    status: answer.status,
    doc: answer.body.doc as Record<string, unknown>,
    code: error?.code,
    fields: error?.fields,
  }
}

/** A login that may write each collection. */
const WRITERS: [collection: string, login: Login][] = [
  ['directives', 'author'],
  ['bulletins', 'author'],
  ['videos', 'author'],
  ['notices', 'author'],
  ['document-types', 'secretary'],
  ['organisations', 'secretary'],
  ['territories', 'secretary'],
  ['topics', 'secretary'],
  ['audiences', 'secretary'],
  ['users', 'admin'],
]
const TEXTS = new Set(['text', 'textarea', 'email'])

/** Names of text fields that can be filled in, including those in tabs and groups. */
const textFields = (fields: Field[], above = ''): { path: string; hasMany: boolean }[] =>
  fields.flatMap((field) => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) => textFields(tab.fields, 'name' in tab ? `${above}${tab.name}.` : above))
    if ('fields' in field && Array.isArray(field.fields) && field.type !== 'array')
      return textFields(field.fields, 'name' in field && field.name ? `${above}${field.name}.` : above)
    if (!TEXTS.has(field.type) || !('name' in field)) return []
    const { access, virtual } = field as { access?: { create?: unknown }; virtual?: unknown }
    return access?.create || virtual || (field.admin as { readOnly?: boolean } | undefined)?.readOnly
      ? []
      : [{ path: above + field.name, hasMany: 'hasMany' in field && field.hasMany === true }]
  })

const nested = (path: string, value: unknown): Record<string, unknown> =>
  path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as Record<string, unknown>

const heaps = [' ', '\u00a0', '\n', '\t', '\u200b', 'a', '\u0301\u0323', '1/', '-']

describe.each(WRITERS)('a text in %s', (collection, login) => {
  it('that is too long is refused with a sentence at its field', async () => {
    const fields = textFields(portal.payload.collections[collection as 'users']!.config.fields)
    expect(fields.length).toBeGreaterThan(1)
    for (const [at, { path, hasMany }] of fields.entries()) {
      const long = `a${heaps[at % heaps.length]!.repeat(200_000)}b`
      const answer = await send('POST', `/${collection}`, nested(path, hasMany ? [long] : long), login)
      const said = answer.fields?.find((one) => one.path === path)
      expect([path, answer.status, answer.code, said?.message]).toEqual([
        path,
        422,
        'CONTENT_INVALID',
        expect.stringMatching(/^Xin rút gọn, nhiều nhất \d+ ký tự\.$/),
      ])
    }
  })
})

describe('a text', () => {
  it('keeps what was stored before when it is refused, and is taken with spaces around it', async () => {
    const { doc } = await send('POST', '/notices', { title: 'Thông báo', body: prose('Một') }, 'author')
    for (const heap of heaps) {
      const long = `a${heap.repeat(40_000)}b`
      for (const field of ['slug', 'title', 'summary'])
        expect((await send('PATCH', `/notices/${doc.id}`, { [field]: long }, 'author')).status).toBe(422)
    }
    const { doc: kept } = await send('PATCH', `/notices/${doc.id}`, { title: `${' '.repeat(900)}Mới\n` }, 'author')
    expect([kept.title, kept.slug]).toEqual(['Mới', 'moi'])
  })

  it('of the editor is refused beyond a book, and taken below it', async () => {
    const title = 'Thông báo dài'
    const book = prose(...Array.from({ length: 11 }, () => 'a '.repeat(50_000)))
    const answer = await send('POST', '/notices', { title, body: book }, 'author')
    expect([answer.status, answer.fields?.[0]?.path]).toEqual([422, 'body'])
    const chapter = prose(...Array.from({ length: 4 }, () => `a${' '.repeat(50_000)}b`))
    expect((await send('POST', '/notices', { title, body: chapter }, 'author')).status).toBe(201)
  })
})

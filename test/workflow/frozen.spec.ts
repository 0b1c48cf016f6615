import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesOf, freezeWorkingCopy, readWorkingCopy } from '../../plugins/publications/index.ts'
import { type Spine, startSpine } from '../support/spine.ts'

let spine: Spine
beforeAll(async () => {
  spine = await startSpine()
})
afterAll(() => spine.stop())

const tree = (text: string) => ({
  root: {
    type: 'root',
    format: '',
    indent: 0,
    version: 1,
    direction: 'ltr',
    children: [
      {
        type: 'paragraph',
        format: '',
        indent: 0,
        version: 1,
        direction: 'ltr',
        textFormat: 0,
        textStyle: '',
        children: [{ type: 'text', text, format: 0, style: '', mode: 'normal', detail: 0, version: 1 }],
      },
    ],
  },
})

const frozenOf = async (id: string) => {
  const row = (await readWorkingCopy({ payload: spine.payload, collection: 'letters', id }))!
  return freezeWorkingCopy({ payload: spine.payload, collection: 'letters', row })
}

describe('a frozen text', () => {
  it('has the same hash on every database', async () => {
    const tag = await spine.payload.create({
      collection: 'tags',
      locale: 'vi',
      data: { slug: 'dat-dai', title: 'Đất đai', secret: 'CANARY' },
    })
    await spine.payload.update({
      collection: 'tags',
      id: (tag as { id: string }).id,
      locale: 'km',
      data: { title: 'ដី' },
    })
    const { id } = await spine.draft({
      title: 'Kế hoạch',
      slug: 'vang',
      issuedOn: '2024-05-08',
      tags: [(tag as { id: string }).id],
      groups: [{ heading: 'Một', private: 'CANARY' }],
      body: tree('Nội dung'),
    })
    await spine.rest('PATCH', `/letters/${id}?locale=km`, { token: spine.tokens.an, body: { title: 'ផែនការ' } })
    const { hash, bytes } = await frozenOf(id)
    expect(bytes).not.toContain('CANARY')
    expect(JSON.parse(bytes)).toEqual({
      format: 1,
      collection: 'letters',
      locales: ['vi', 'km'],
      fields: {
        title: { '@vi': 'Kế hoạch', '@km': 'ផែនការ' },
        slug: 'vang',
        issuedOn: '2024-05-08',
        tags: [{ collection: 'tags', key: 'dat-dai', title: { '@vi': 'Đất đai', '@km': 'ដី' } }],
        groups: [{ heading: { '@vi': 'Một' } }],
        body: { '@vi': { html: '<p>Nội dung</p>', lexical: tree('Nội dung') } },
      },
    })
    // Golden hash: it must be the same on SQLite and MongoDB, and must never change.
    expect(hash).toBe('9704124312ff2af28fe663f2848341b16dbaea04e6595617e70335618533ec3e')
  })

  it('does not change with what is private, and changes with what is public', async () => {
    const { id } = await spine.draft({ title: 'Thư' })
    const first = (await frozenOf(id)).hash
    await spine.rest('PATCH', `/letters/${id}`, { token: spine.tokens.an, body: { note: 'khác' } })
    expect((await frozenOf(id)).hash).toBe(first)
    await spine.rest('PATCH', `/letters/${id}`, { token: spine.tokens.an, body: { title: 'Thư khác' } })
    expect((await frozenOf(id)).hash).not.toBe(first)
  })

  it('names another document by its key and leaks nothing of it', async () => {
    const secret = await spine.draft({ title: 'Chưa công bố' })
    const { id } = await spine.draft({ about: secret.id })
    const { bytes, content } = await frozenOf(id)
    const target = await spine.payload.findByID({
      collection: 'letters',
      id: secret.id,
      showHiddenFields: true,
    })
    expect(content.fields.about).toEqual({ collection: 'letters', key: (target as unknown as { key: string }).key })
    expect(bytes).not.toContain('Chưa công bố')
    expect(filesOf(content)).toEqual([])
  })

  it('leaves out a language without a title', async () => {
    const { id } = await spine.draft()
    await spine.rest('PATCH', `/letters/${id}?locale=en`, {
      token: spine.tokens.an,
      body: { title: '', body: tree('Only a body') },
    })
    const { content, bytes } = await frozenOf(id)
    expect(content.locales).toEqual(['vi'])
    expect(bytes).not.toContain('Only a body')
  })
})

import fc from 'fast-check'
import type { Field } from 'payload'
import { describe, expect, it } from 'vitest'
import { prose } from '../../../lib/text/prose.ts'
import { publicField } from '../../publications/index.ts'
import { textMark } from './textMark.ts'

const fields: Field[] = [
  publicField({ name: 'title', type: 'text', localized: true }),
  {
    type: 'tabs',
    tabs: [
      { label: 'Chung', fields: [publicField({ name: 'summary', type: 'textarea' })] },
      { name: 'inner', fields: [publicField({ name: 'words', type: 'richText' })] },
    ],
  },
  publicField({ name: 'body', type: 'richText', localized: true }),
  publicField({
    name: 'groups',
    type: 'array',
    fields: [{ type: 'row', fields: [publicField({ name: 'text', type: 'richText' })] }],
  }),
  { name: 'note', type: 'textarea' },
]
const mark = (data: Record<string, unknown>) => textMark(fields, data, 'title')
const LONG = 'Các cơ quan chuyên môn rà soát, tổng hợp và báo cáo kết quả thực hiện trước ngày 15 hằng tháng. '.repeat(
  2,
)

describe('the mark of a text', () => {
  it.each([
    ['another title', { title: 'B', body: prose(LONG) }],
    ['a summary beside it', { title: 'A', body: prose(LONG), summary: 'Tóm tắt.' }],
    ['an internal note', { title: 'A', body: prose(LONG), note: LONG + LONG }],
    ['other marks, case and spacing', { title: 'A', body: prose(LONG.toUpperCase().replaceAll(' ', '   ')) }],
    ['decomposed letters', { title: 'A', body: prose(LONG.normalize('NFD')) }],
    ['a part of a list', { title: 'A', groups: [{ text: prose('ngắn') }, { text: prose(LONG) }] }],
    ['a named tab', { title: 'A', inner: { words: prose(LONG) } }],
    ['texts by language', { title: { vi: 'A' }, body: { vi: prose(LONG), km: prose('ខ្លី') } }],
  ])('is the same with %s', (_, data) => {
    expect(mark(data)).toBe(mark({ title: 'A', body: prose(LONG) }))
  })

  it('is another one for other words', () => {
    expect(mark({ body: prose(`${LONG} khác`) })).not.toBe(mark({ body: prose(LONG) }))
  })

  it('heeds the title where the passage is short', () => {
    expect(mark({ title: 'A', body: prose('ngắn') })).not.toBe(mark({ title: 'B', body: prose('ngắn') }))
  })

  it('is empty without prose', () => {
    for (const data of [{}, { title: 'A' }, { title: 'A', body: null, summary: ' … ' }, { body: prose('') }])
      expect(mark(data)).toBe('')
  })

  it('is found for anything sent', () => {
    fc.assert(
      fc.property(fc.object({ key: fc.constantFrom('title', 'body', 'groups', 'inner', 'root', 'text') }), (data) => {
        expect(mark(data)).toMatch(/^([0-9a-f]{64})?$/)
      }),
    )
  })
})

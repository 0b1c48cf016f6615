import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../publications/index.ts'
import { plainText } from './plainText.ts'
import { sanitiseTree } from './sanitiseTree.ts'

const text = (value: string, format = 0) => ({
  type: 'text',
  version: 1,
  text: value,
  format,
  mode: 'normal',
  style: '',
})
const block = (type: string, children: object[], more: object = {}) => ({
  type,
  version: 1,
  format: '',
  indent: 0,
  direction: 'ltr',
  children,
  ...more,
})
const tree = (children: object[]) => ({ root: block('root', children) }) as unknown as JsonObject

const lawful = tree([
  block('heading', [text('Nhiệm vụ & giải pháp')], { tag: 'h2' }),
  block(
    'paragraph',
    [text('Đậm', 1), text(' "nghiêng" <không phải thẻ>', 2), { type: 'linebreak', version: 1 }, text('x')],
    {
      format: 'center',
      indent: 2,
    },
  ),
  block(
    'list',
    [
      block('listitem', [text('một')], { value: 1 }),
      block('listitem', [text('hai', 4 | 8 | 16 | 32 | 64)], { value: 2 }),
    ],
    { tag: 'ol', listType: 'number', start: 1 },
  ),
  block('paragraph', [
    block('link', [text('văn bản')], {
      fields: { linkType: 'custom', url: 'https://example.vn/?a=1&b=2', newTab: true },
    }),
  ]),
  block('quote', [text('trích')]),
  block('table', [
    block('tablerow', [
      block('tablecell', [block('paragraph', [text('TT')])], { headerState: 1, colSpan: 1, rowSpan: 1 }),
      block('tablecell', [block('paragraph', [text('m'), text('2', 64)])], { headerState: 0, colSpan: 2, rowSpan: 2 }),
    ]),
  ]),
  block('paragraph', []),
])

describe('tree', () => {
  it('keeps a lawful tree as it is', () => {
    expect(sanitiseTree(lawful)).toEqual(lawful)
  })

  it('drops links that run code and members that carry rows of the database', () => {
    const hostile = tree([
      block('link', [text('a')], { fields: { url: 'java\tscript:alert(1)', doc: { value: { password: 'x' } } } }),
      { type: 'upload', relationTo: 'media', value: { id: 1, owner: 'x' } },
    ])
    expect(JSON.stringify(sanitiseTree(hostile))).not.toMatch(/script|password|owner/)
  })
})

it('reads the words of a tree, a line for each block', () => {
  expect(plainText(lawful)).toBe(
    'Nhiệm vụ & giải pháp\nĐậm "nghiêng" <không phải thẻ>\nx\nmột\nhai\nvăn bản\ntrích\nTT\nm2',
  )
})

import { convertLexicalToHTML } from '@payloadcms/richtext-lexical/html'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../publications/index.ts'
import { plainText } from './plainText.ts'
import { sanitiseHtml } from './sanitiseHtml.ts'
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

describe('html', () => {
  it('passes what the converter makes of a lawful tree byte for byte', () => {
    const html = convertLexicalToHTML({ data: lawful as never, disableContainer: true })
    expect(html).toContain('<strong>Đậm</strong>')
    expect(sanitiseHtml(html)).toBe(html)
  })

  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['<p onclick="x()">a</p>', '<p>a</p>'],
    ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="java&#115;cript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="javascript&colon;alert(1)">a</a>', '<a>a</a>'],
    ['<a href="&#1;javascript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="data:text/html,x">a</a>', '<a>a</a>'],
    ['<a href="//evil.example">a</a>', '<a>a</a>'],
    ['<p style="background:url(https://x)">a</p>', '<p>a</p>'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['<p>a<em>b</p>c</em>', '<p>a<em>b</em></p>c'],
    ['</p>a<strong>b', 'a<strong>b</strong>'],
    ['<svg/onload=alert(1)>', '&lt;svg/onload=alert(1)&gt;'],
    ['<p title="a>b">', '&lt;p title="a&gt;b"&gt;'],
  ])('makes %s harmless', (hostile, harmless) => {
    expect(sanitiseHtml(hostile)).toBe(harmless)
  })

  it('lets no element through but the known ones, whatever is put together, and changes nothing twice', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      '</',
      '/>',
      'script',
      'p',
      'a',
      ' href="javascript:x"',
      ' href="https://a.vn"',
      ' onload="x"',
      ' ',
      'svg',
      '<p>',
      '</p>',
      '<em>',
      '<br />',
      '&#60;',
      'chữ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const clean = sanitiseHtml(pieces.join(''))
        for (const [, name] of clean.matchAll(/<\/?([^\s>/]*)/g)) expect(['p', 'a', 'em', 'br']).toContain(name)
        expect(clean).not.toMatch(/<[^>]*(javascript:|onload)/)
        expect(sanitiseHtml(clean)).toBe(clean)
      }),
      { numRuns: 1000 },
    )
  })
})

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

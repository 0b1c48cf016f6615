import { convertLexicalToHTML } from '@payloadcms/richtext-lexical/html'
import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { block, lawful, text, tree } from '../../../test/support/lawfulTree.ts'
import { renderTree } from './renderTree.ts'
import { inNewTabs, sanitiseHtml } from './sanitiseHtml.ts'

describe('html', () => {
  it('passes what the converter makes of a lawful tree byte for byte', () => {
    const html = convertLexicalToHTML({ data: lawful as unknown as SerializedEditorState, disableContainer: true })
    expect(html).toContain('<strong>Đậm</strong>')
    expect(renderTree(lawful)).toBe(html)
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
    ['<p title="a>b">', '<p title="a&gt;b"></p>'],
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
      { numRuns: 5_000 },
    )
  })
})

describe('a tree', () => {
  const words = fc.oneof(
    fc.constantFrom('Kế hoạch', 'a & b', '<i>', '"trích"', ' ', 'đất đai'),
    fc.string({ maxLength: 8 }),
  )
  const look = fc.record({
    format: fc.constantFrom('', 'left', 'start', 'center', 'right', 'end', 'justify'),
    indent: fc.integer({ min: 0, max: 3 }),
  })
  const inline = fc.oneof(
    fc.tuple(words, fc.integer({ min: 0, max: 127 })).map(([value, format]) => text(value, format)),
    fc.constantFrom({ type: 'linebreak', version: 1 }, { type: 'tab', version: 1, text: '\t' }),
    fc
      .tuple(words, fc.boolean())
      .map(([value, newTab]) =>
        block('link', [text(value)], { fields: { linkType: 'custom', url: 'https://example.vn/?a=1&b=2', newTab } }),
      ),
  )
  const inlines = fc.array(inline, { maxLength: 3 })
  const blocks = fc.letrec<{ block: object; cell: object }>((tie) => ({
    block: fc.oneof(
      { maxDepth: 3 },
      fc.tuple(inlines, look).map(([children, more]) => block('paragraph', children, more)),
      fc
        .tuple(inlines, fc.constantFrom('h2', 'h3', 'h4'), look)
        .map(([children, tag, more]) => block('heading', children, { tag, ...more })),
      fc.tuple(inlines, look).map(([children, more]) => block('quote', children, more)),
      fc
        .tuple(fc.array(inlines, { maxLength: 3 }), fc.constantFrom('bullet', 'number'), look)
        .map(([items, listType, more]) =>
          block(
            'list',
            items.map((children, index) => block('listitem', children, { value: index + 1 })),
            { listType, tag: listType === 'number' ? 'ol' : 'ul', start: 1, ...more },
          ),
        ),
      fc.array(fc.array(tie('cell'), { maxLength: 3 }), { maxLength: 3 }).map((rows) =>
        block(
          'table',
          rows.map((cells) => block('tablerow', cells)),
        ),
      ),
    ),
    cell: fc
      .tuple(
        fc.array(tie('block'), { maxLength: 2 }),
        fc.constantFrom(undefined, 0, 1, 2, 3),
        fc.constantFrom(1, 2),
        fc.constantFrom(undefined, null, '#fff', 'rgba(1, 2, 3, 0.5)'),
      )
      .map(([children, headerState, span, backgroundColor]) =>
        block('tablecell', children, { headerState, colSpan: span, rowSpan: span, backgroundColor }),
      ),
  })).block

  it('has the HTML it always had, which its hash was taken of, and loses none of it on the way to people', () => {
    fc.assert(
      fc.property(fc.array(blocks, { maxLength: 4 }), (children) => {
        const html = convertLexicalToHTML({
          data: tree(children) as unknown as SerializedEditorState,
          disableContainer: true,
        })
        expect(renderTree(tree(children))).toBe(html)
        expect(sanitiseHtml(html)).toBe(html)
      }),
      { numRuns: 500 },
    )
  })

  it('with boxes to tick has the same bytes each time, and shows what is ticked', () => {
    const item = (value: string, checked: boolean | undefined) =>
      block('listitem', [text(value)], { value: 1, checked })
    const boxes = tree([
      block('list', [item('xong', true), item('chưa', false), item('không rõ', undefined)], {
        tag: 'ul',
        listType: 'check',
      }),
    ])
    const html = renderTree(boxes)
    expect(renderTree(boxes)).toBe(html)
    expect(sanitiseHtml(html)).toBe(html)
    expect(html.match(/[☑☐] [^<]+/g)).toEqual(['☑ xong', '☐ chưa', '☐ không rõ'])
  })

  it.each(['"><img src=x onerror=alert(1)>', { toString: 1 }, 1.5, 99, Number.NaN, null])(
    'takes no cell state from %j but the editor’s own',
    (headerState) => {
      const html = renderTree(tree([block('table', [block('tablerow', [block('tablecell', [], { headerState })])])]))
      expect(html).toContain('class="lexical-table-cell lexical-table-cell-header-0"')
      expect(html).not.toContain('onerror')
    },
  )
})

describe('a link read beside a form', () => {
  it('opens in a tab of its own, whether it asked to or not', () => {
    expect(inNewTabs('<p><a href="/a">x</a> &lt;a <abbr title="y">z</abbr></p>')).toBe(
      '<p><a rel="noopener noreferrer" target="_blank" href="/a">x</a> &lt;a <abbr title="y">z</abbr></p>',
    )
    const already = '<a href="/a" rel="noopener noreferrer" target="_blank">x</a>'
    expect(inNewTabs(already)).toBe(already)
  })
})

it('reads a style of a hundred thousand spaces as quickly as any other', () => {
  const padding = ' '.repeat(100_000)
  const started = performance.now()
  expect(sanitiseHtml(`<p style="padding:${padding}!">a</p>`)).toBe('<p>a</p>')
  expect(performance.now() - started).toBeLessThan(1_000)
})

import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../../publications/index.ts'
import { RichText } from './RichText.tsx'

const html = (...children: Json[]) =>
  renderToStaticMarkup(createElement(RichText, { tree: { root: { type: 'root', children } }, unknown: 'không rõ' }))
const text = (words: string, format = 0) => ({ type: 'text', text: words, format })
const link = (url: string) => ({ type: 'link', fields: { url }, children: [text('xem')] })

describe('RichText', () => {
  it('shows paragraphs, headings, lists and formats as the public will read them', () => {
    expect(html({ type: 'paragraph', children: [text('Kế '), text('hoạch', 3)] })).toBe(
      '<p>Kế <strong><em>hoạch</em></strong></p>',
    )
    expect(html({ type: 'heading', tag: 'h2', children: [text('Mục đích')] })).toBe('<h3>Mục đích</h3>')
    expect(
      html({ type: 'list', listType: 'number', children: [{ type: 'listitem', value: 3, children: [text('ba')] }] }),
    ).toBe('<ol><li value="3">ba</li></ol>')
  })

  it('shows that there is something it cannot show', () => {
    expect(html({ type: 'iframe', src: 'https://example.vn' })).toContain('không rõ')
  })

  it('makes a link of a safe address only', () => {
    expect(html(link('https://example.vn/a'))).toContain('href="https://example.vn/a"')
    expect(html(link('javascript:alert(1)'))).toBe('<span>xem</span>')
  })

  it('lets no element or attribute out of a hostile tree', () => {
    const leaf = fc.record({ type: fc.string(), text: fc.constant('<img src=x onerror=alert(1)>') })
    const tree = fc.letrec<{ node: Json }>((tie) => ({
      node: fc.oneof(
        leaf,
        fc.record({
          type: fc.constantFrom('text', 'paragraph', 'heading', 'link', 'list', 'script', 'quote'),
          tag: fc.constantFrom('script', 'h1', 'h9', 'style'),
          text: fc.constant('"><script>alert(1)</script>'),
          format: fc.constantFrom('center', '" onclick="x', '99'),
          fields: fc.record({
            url: fc.constantFrom('javascript:x', ' java\nscript:x', 'data:text/html,x', '//evil.vn'),
          }),
          children: fc.array(tie('node'), { maxLength: 3 }),
        }),
      ) as fc.Arbitrary<Json>,
    })).node
    fc.assert(
      fc.property(tree, (node) => {
        const tags = [...html(node).matchAll(/<\/?([a-z0-9]+)([^>]*)>/g)]
        for (const [, name, attributes] of tags) {
          expect(name).toMatch(/^(p|h[3-6]|ul|ol|li|span|strong|em|s|u|code|sub|sup|blockquote)$/)
          expect(attributes).toMatch(/^( class="frozen__[\w-]+")?$/)
        }
      }),
    )
  })
})

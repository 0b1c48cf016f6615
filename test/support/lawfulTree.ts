import type { JsonObject } from '../../plugins/publications/index.ts'

/** A text node of the editor. */
export const text = (value: string, format = 0) => ({
  type: 'text',
  version: 1,
  text: value,
  format,
  mode: 'normal',
  style: '',
})
/** An editor node with children. */
export const block = (type: string, children: object[], more: object = {}) => ({
  type,
  version: 1,
  format: '',
  indent: 0,
  direction: 'ltr',
  children,
  ...more,
})
/** A complete rich text of the editor. */
export const tree = (children: object[]) => ({ root: block('root', children) }) as unknown as JsonObject

/** A rich text with every kind of node that has a rendering of its own. */
export const lawful = tree([
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

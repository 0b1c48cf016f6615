import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultOfTree } from './richText.ts'

const treeOf = (...children: object[]) => ({ root: { type: 'root', children } })
const HOSTILE: unknown[] = [
  { toString: 1 },
  { toString: 1, valueOf: 2 },
  [],
  [{}],
  {},
  Number.NaN,
  1e9,
  Number.POSITIVE_INFINITY,
]
const NODES: Record<string, string[]> = {
  heading: ['tag', 'indent', 'format', 'direction', 'anything'],
  paragraph: ['indent', 'format', 'direction', 'textFormat', 'textStyle', 'version'],
  text: ['text', 'format', 'style', 'mode', 'detail'],
  list: ['listType', 'start', 'tag'],
  listitem: ['value', 'checked'],
  table: ['colWidths', 'rowStriping'],
  tablerow: ['height'],
  tablecell: ['headerState', 'colSpan', 'rowSpan', 'width', 'backgroundColor', 'verticalAlign'],
  link: ['rel', 'target', 'url'],
}
const SOUND: Record<string, object> = {
  heading: { tag: 'h2', children: [] },
  text: { text: 'a' },
  link: { fields: { url: '/x', newTab: false, linkType: 'custom', doc: null }, children: [] },
}
const sound = (type: string): object => ({ type, ...(SOUND[type] ?? { children: [] }) })

describe('a node', () => {
  it.each(Object.entries(NODES).flatMap(([type, members]) => members.map((member) => [type, member] as const)))(
    '%s is refused with a %s of another kind, and taken without',
    (type, member) => {
      expect(faultOfTree(treeOf(sound(type)))).toBeUndefined()
      expect(faultOfTree(treeOf({ ...sound(type), [member]: null, ...SOUND[type] }))).toBeUndefined()
      for (const value of HOSTILE) {
        // An empty list of widths is a list of widths.
        if (member === 'colWidths' && Array.isArray(value) && !value.length) continue
        expect(faultOfTree(treeOf({ ...sound(type), [member]: value })), JSON.stringify(value)).toBeDefined()
      }
    },
  )

  it.each([
    { type: 'paragraph', format: 'center', indent: 3, direction: 'ltr', textFormat: 1, textStyle: '', version: 1 },
    { type: 'listitem', value: 4, checked: true, children: [] },
    { type: 'tablecell', headerState: 3, colSpan: 2, rowSpan: 1, width: 120.5, backgroundColor: '#fff', children: [] },
    { type: 'table', colWidths: [10, 20.5], rowStriping: false, frozenColumnCount: 1, children: [] },
    { type: 'text', text: 'x'.repeat(50_000), format: 64, mode: 'normal', detail: 0, style: 'color: red' },
    { type: 'heading', tag: 'h4' },
  ])('is taken as the editor makes it: %j', (node) => {
    expect(faultOfTree(treeOf(node))).toBeUndefined()
  })

  it('of any form is judged without failing', () => {
    const node = fc.dictionary(
      fc.constantFrom('type', 'tag', 'text', 'format', 'fields', 'children', 'root', 'toString', 'indent'),
      fc.oneof(fc.constantFrom('text', 'heading', 'link', 'root', 'h2'), fc.anything()),
    )
    fc.assert(
      fc.property(fc.array(node), fc.anything(), (children, thing) => {
        for (const tree of [thing, treeOf(...children), { root: thing }]) {
          const fault = faultOfTree(tree)
          if (fault) expect(fault.vi).toMatch(/\p{Lu}.*[.”]$/u)
        }
      }),
    )
  })
})

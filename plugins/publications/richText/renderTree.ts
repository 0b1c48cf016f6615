import {
  convertLexicalToHTML,
  defaultHTMLConverters,
  type HTMLConverter,
  type HTMLConverters,
} from '@payloadcms/richtext-lexical/html'
import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'
import type { JsonObject } from '../types.ts'

type ConverterInput = Parameters<Exclude<HTMLConverter, string>>[0]
type Convert = (input: ConverterInput) => string

/** The library's default converter for a node type. */
const itsOwn = (type: string) => defaultHTMLConverters[type] as unknown as Convert

/** Validates the header state of a table cell: a number, or absent. */
const stateOf = (state: unknown): number | undefined => {
  if (state === undefined) return undefined
  return typeof state === 'number' && Number.isInteger(state) && state >= 0 && state <= 3 ? state : 0
}

const CHECKED = { true: '☑', false: '☐' }

/**
 * Overrides for nodes where the library's converter copies a property unescaped or generates a random id. Everything
 * else stays with the library: its output is hashed, and an unchanged document must keep its hash.
 */
const OVERRIDES: Record<string, Convert> = {
  tablecell: (input) => {
    const { headerState } = input.node as { headerState?: unknown }
    const node: object = { ...input.node, headerState: stateOf(headerState) }
    return itsOwn('tablecell')({ ...input, node } as ConverterInput)
  },
  listitem: (input) => {
    if ((input.parent as { listType?: unknown }).listType !== 'check') return itsOwn('listitem')(input)
    const { checked } = input.node as { checked?: unknown }
    const mark = { type: 'text', version: 1, text: `${CHECKED[checked === true ? 'true' : 'false']} `, format: 0 }
    const { children = [] } = input.node as unknown as { children?: { type: string }[] }
    // An item that only contains a nested list has no checkbox of its own.
    const shown = children.some(({ type }) => type === 'list') ? children : [mark, ...children]
    const parent = { ...input.parent, listType: 'bullet' }
    return itsOwn('listitem')({ ...input, parent, node: { ...input.node, children: shown } } as ConverterInput)
  },
}

const converters = { ...defaultHTMLConverters, ...OVERRIDES } as HTMLConverters

/**
 * Renders a rich text tree to the HTML that is frozen into content. Pinned: the same tree must give the same bytes on
 * every machine and in ten years, because the bytes are hashed. The output may contain unsafe input from an API, so
 * pass it through `sanitiseHtml` before showing it.
 */
export const renderTree = (tree: JsonObject): string =>
  convertLexicalToHTML({ converters, data: tree as unknown as SerializedEditorState, disableContainer: true })

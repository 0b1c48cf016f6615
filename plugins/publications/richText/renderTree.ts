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

/** The converter's own way with a kind of node. */
const itsOwn = (type: string) => defaultHTMLConverters[type] as unknown as Convert

/** What a cell's state may say: a number of the editor's, or that there is none. */
const stateOf = (state: unknown): number | undefined => {
  if (state === undefined) return undefined
  return typeof state === 'number' && Number.isInteger(state) && state >= 0 && state <= 3 ? state : 0
}

const CHECKED = { true: '☑', false: '☐' }

/**
 * Where the library's converter writes a member of the tree as it stands, or draws lots for an id. Everything else
 * stays the library's: its output is hashed, and an unchanged document must keep its hash.
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
    // An item that only holds an inner list has no box of its own.
    const shown = children.some(({ type }) => type === 'list') ? children : [mark, ...children]
    const parent = { ...input.parent, listType: 'bullet' }
    return itsOwn('listitem')({ ...input, parent, node: { ...input.node, children: shown } } as ConverterInput)
  },
}

const converters = { ...defaultHTMLConverters, ...OVERRIDES } as HTMLConverters

/**
 * The HTML of an editor's tree, as it is frozen into a content. Pinned: the same tree gives the same bytes on every
 * machine and in ten years, because the bytes are hashed. What it gives may still carry what an API sent; whoever
 * shows it passes it through `sanitiseHtml`.
 */
export const renderTree = (tree: JsonObject): string =>
  convertLexicalToHTML({ converters, data: tree as unknown as SerializedEditorState, disableContainer: true })

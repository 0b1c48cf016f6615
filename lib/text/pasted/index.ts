import { readHtml } from './readHtml.ts'
import { type EditorNode, toNodes } from './toNodes.ts'

export { picturesIn } from './pictures.ts'
export type { EditorNode } from './toNodes.ts'

/**
 * Converts HTML pasted from Word, a mail or a web page to editor nodes: paragraphs, headings of levels 2 to 4, lists,
 * quotes, tables, links, and text in bold, italics, underlined, struck through, superscript and subscript. Drops fonts,
 * colours, pictures, comments, deleted text and code, and links into the document itself or to a local disk (their text
 * stays). Text of fonts before Unicode (VNI, TCVN3) and signs of symbol fonts are decoded first. Never throws.
 *
 * @param html clipboard content
 */
export const pastedNodes = (html: string): EditorNode[] => toNodes(readHtml(html))

import { readHtml } from './readHtml.ts'
import { type EditorNode, toNodes } from './toNodes.ts'

export type { EditorNode } from './toNodes.ts'

/**
 * What a person pasted from Word, a mail or a web page, as nodes that the editor may hold: paragraphs, headings of
 * levels 2 to 4, lists, quotes, tables, links, and words in bold, italics, underlined, struck, above and below the
 * line. Fonts, colours, pictures, comments, deleted words and code are left behind; so are links into the document
 * itself or to somebody's disk, whose words stay. Never throws.
 *
 * @param html as a clipboard holds it
 */
export const pastedNodes = (html: string): EditorNode[] => toNodes(readHtml(html))

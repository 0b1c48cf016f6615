import { isRecord } from '../../lib/isRecord.ts'

/** Types of rich text nodes that begin a line. */
const LINES = new Set(['paragraph', 'heading', 'listitem', 'quote', 'tablecell'])

const wordsOfTree = (node: unknown): string => {
  if (!isRecord(node)) return ''
  if (typeof node.text === 'string') return node.text
  const words = (Array.isArray(node.children) ? node.children : []).map(wordsOfTree).join('')
  return LINES.has(String(node.type)) ? `${words}\n` : words
}

/**
 * The words of a field of a row: of a text, or of a rich text with a line for each paragraph.
 *
 * @param path such as `taskGroups.0.heading`
 * @returns `''` when there are none
 */
export const wordsAt = (row: unknown, path: string): string => {
  let value = row
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return ''
    value = (value as Record<string, unknown>)[name]
  }
  if (typeof value === 'string') return value.trim()
  return isRecord(value) && 'root' in value
    ? wordsOfTree(value.root)
        .replace(/\n{2,}/g, '\n')
        .trim()
    : ''
}

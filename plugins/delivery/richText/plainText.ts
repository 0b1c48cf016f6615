import type { Json, JsonObject } from '../../publications/index.ts'

const BLOCKS = new Set(['paragraph', 'heading', 'quote', 'listitem', 'tablecell', 'horizontalrule'])

/** Text of a rich text tree, one line per block. */
export const plainText = (tree: JsonObject): string => {
  let text = ''
  const walk = (node: Json | undefined) => {
    if (node === null || typeof node !== 'object' || Array.isArray(node)) return
    const { type, text: own, children, root } = node
    if (typeof own === 'string') text += own
    else if (type === 'linebreak') text += '\n'
    else if (type === 'tab') text += '\t'
    if (Array.isArray(children)) children.forEach(walk)
    walk(root)
    if (typeof type === 'string' && BLOCKS.has(type)) text += '\n'
  }
  walk(tree)
  return text.replace(/\n{2,}/g, '\n').trim()
}

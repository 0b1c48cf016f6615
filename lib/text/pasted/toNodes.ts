import { type Block, BOLD, type Cell, type Run, UNDERLINED, type Words } from './types.ts'

/** A node of the editor's tree, as stored. */
export interface EditorNode {
  type: string
  version: number
  children?: EditorNode[]
  [member: string]: unknown
}

type Item = Extract<Words, { kind: 'item' }>

const NO_LEVEL_BELOW = 4

const branch = (type: string, children: EditorNode[], more: object = {}): EditorNode => ({
  type,
  version: 1,
  direction: 'ltr',
  format: '',
  indent: 0,
  ...more,
  children,
})

const wordNode = ({ text, format }: Run): EditorNode =>
  text === '\n'
    ? { type: 'linebreak', version: 1 }
    : { type: 'text', version: 1, text, format, mode: 'normal', style: '', detail: 0 }

const inline = (runs: Run[], without = 0): EditorNode[] =>
  runs.map((run) => {
    const word = wordNode({ ...run, format: run.format & ~(run.href ? without | UNDERLINED : without) })
    if (!run.href) return word
    return branch('link', [word], { version: 3, fields: { linkType: 'custom', newTab: false, url: run.href } })
  })

const paragraph = (runs: Run[], align = ''): EditorNode =>
  branch('paragraph', inline(runs), { format: align, textFormat: 0, textStyle: '' })

const goesOn = (list: EditorNode, item: Item, next: number): boolean =>
  item.ordered ? list.listType === 'number' && item.value === next : list.listType === 'bullet'

const emptyList = (item: Item): EditorNode =>
  branch('list', [], {
    listType: item.ordered ? 'number' : 'bullet',
    tag: item.ordered ? 'ol' : 'ul',
    start: item.ordered ? item.value : 1,
  })

const leastLevel = (items: Item[]): number => items.reduce((least, { level }) => Math.min(least, level), Infinity)

/**
 * Builds lists from consecutive items. A numbered list whose numbers jump starts a new list, so that each item keeps
 * its original number.
 *
 * @param least level of the outermost list, which may have no item among these
 */
const lists = (items: Item[], least: number): EditorNode[] => {
  const made: EditorNode[] = []
  let next = 1
  for (let at = 0; at < items.length; ) {
    const item = items[at]!
    if (item.level > least) {
      const end = items.findIndex(({ level }, index) => index > at && level === least)
      const below = items.slice(at, end === -1 ? undefined : end)
      const inside = lists(below, leastLevel(below))
      if (!made.length) made.push(emptyList({ ...item, ordered: false }))
      made.at(-1)!.children!.push(...inside.map((list) => branch('listitem', [list], { value: next })))
      at = end === -1 ? items.length : end
      continue
    }
    const last = made.at(-1)
    const list = last && goesOn(last, item, next) ? last : emptyList(item)
    if (list !== last) {
      made.push(list)
      next = Number(list.start)
    }
    list.children!.push(branch('listitem', inline(item.runs), { value: next }))
    next += 1
    at += 1
  }
  return made
}

/** Header state of a cell: of its column, its row, or both, as the editor's bit flags. */
const headerState = (cell: Cell, rowIsHead: boolean): number => (cell.header ? (rowIsHead ? 1 : 2) : 0)

const table = (rows: Cell[][]): EditorNode =>
  branch(
    'table',
    rows.map((cells) => {
      const rowIsHead = cells.every(({ header }) => header)
      return branch(
        'tablerow',
        cells.map((cell) => {
          const state = headerState(cell, rowIsHead)
          const inside = cell.words.map(({ runs }) =>
            branch('paragraph', inline(runs, state ? BOLD : 0), { textFormat: 0, textStyle: '' }),
          )
          return branch('tablecell', inside.length ? inside : [paragraph([])], {
            headerState: state,
            colSpan: cell.colSpan,
            rowSpan: cell.rowSpan,
            backgroundColor: null,
          })
        }),
      )
    }),
  )

/**
 * Converts blocks to editor nodes. Headings start at level two, because level one is the document's title. If the text
 * has a level-one heading, all headings move down.
 */
export const toNodes = (blocks: Block[]): EditorNode[] => {
  const down = blocks.some((block) => block.kind === 'heading' && block.level === 1) ? 1 : 0
  const nodes: EditorNode[] = []
  /** Level of the outermost list since the last heading: what goes on after a paragraph keeps its own. */
  let outermost = Number.POSITIVE_INFINITY
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at]!
    if (block.kind === 'item') {
      const end = blocks.findIndex(({ kind }, index) => index > at && kind !== 'item')
      const items = blocks.slice(at, end === -1 ? undefined : end) as Item[]
      outermost = Math.min(outermost, leastLevel(items))
      nodes.push(...lists(items, outermost))
      at = (end === -1 ? blocks.length : end) - 1
    } else if (block.kind === 'table') nodes.push(table(block.rows))
    else if (block.kind === 'heading') {
      outermost = Number.POSITIVE_INFINITY
      nodes.push(
        branch('heading', inline(block.runs, BOLD), {
          tag: `h${Math.min(NO_LEVEL_BELOW, Math.max(2, block.level + down))}`,
          format: block.align ?? '',
        }),
      )
    } else if (block.kind === 'quote') nodes.push(branch('quote', inline(block.runs)))
    else nodes.push(paragraph(block.runs, block.align))
  }
  return nodes
}

import type { ChildNode, Element } from 'domhandler'
import { DomUtils, parseDocument } from 'htmlparser2'
import { BLOCKS, DEEPEST_NESTING, isMarker, SILENT } from './elements.ts'
import { decodeFonts } from './fonts.ts'
import { type Look, lookOf, styleOf } from './look.ts'
import { markerOf, printedMarker } from './marker.ts'
import { paragraphsOf } from './runs.ts'
import { type Block, BOLD, type Cell, type Run, type Shape, type Words } from './types.ts'

const DEEPEST_LEVEL = 5
const WIDEST_SPAN = 100

const { isTag, isText } = DomUtils

/** Content that is not text: code, deletions, Word's comments and hidden text, and drawings. */
const isSilent = (element: Element): boolean =>
  SILENT.has(element.name) ||
  /^(v|w|m|x):/.test(element.name) ||
  /MsoComment|msocom/i.test(element.attribs.class ?? '') ||
  styleOf(element, 'display') === 'none' ||
  styleOf(element, 'mso-hide') === 'all' ||
  styleOf(element, 'mso-element') === 'comment-list'

const wordsIn = (nodes: ChildNode[], levels: number): string =>
  nodes
    .map((node) => (isText(node) ? node.data : isTag(node) && levels ? wordsIn(node.children, levels - 1) : ''))
    .join('')

/** The marker that Word printed before a list item: first in the text, a few levels down. */
const markerIn = (nodes: ChildNode[], levels = 4): string | undefined => {
  for (const node of nodes) {
    if (!isTag(node)) continue
    const marker = isMarker(node) ? wordsIn(node.children, 4) : levels ? markerIn(node.children, levels - 1) : undefined
    if (marker !== undefined) return marker.replace(/[\s\u00a0]+/gu, ' ').trim()
  }
  return undefined
}

const alignOf = (element: Element): { align?: 'center' | 'right' } => {
  const align = styleOf(element, 'text-align') || (element.attribs.align ?? '').toLowerCase()
  return align === 'center' || align === 'right' ? { align } : {}
}

const between = (least: number, value: number, most: number) =>
  Number.isFinite(value) ? Math.min(most, Math.max(least, Math.trunc(value))) : least

/** The block that the text of an element becomes, and the marker printed before it. */
interface Made {
  shape: Shape
  before?: string
}

const shapeOf = (element: Element, around: Shape): Made => {
  const [, heading] =
    /^h([1-6])$/.exec(element.name) ??
    (element.attribs.role === 'heading' ? /^([1-6])$/.exec(element.attribs['aria-level'] ?? '2') : null) ??
    []
  const before = styleOf(element, 'mso-list') ? markerIn(element.children) : undefined
  if (heading) return { shape: { kind: 'heading', level: Number(heading), ...alignOf(element) }, before }
  const [, level] = /\blevel(\d)\b/.exec(styleOf(element, 'mso-list')) ?? []
  if (level && before !== undefined) {
    const marker = markerOf(before)
    if ('literal' in marker) return { shape: { kind: 'paragraph', ...alignOf(element) }, before: marker.literal }
    return { shape: { kind: 'item', level: between(0, Number(level) - 1, DEEPEST_LEVEL), value: 1, ...marker } }
  }
  if (element.name === 'blockquote') return { shape: { kind: 'quote' } }
  if (around.kind !== 'paragraph') return { shape: around }
  return { shape: { ...around, ...alignOf(element) } }
}

const itemShape = (item: Element, depth: number, number: number): Made => {
  const list = item.parent as Element
  const level = between(0, Number(item.attribs['data-aria-level'] ?? depth + 1) - 1, DEEPEST_LEVEL)
  if (list.name !== 'ol') return { shape: { kind: 'item', level, ordered: false, value: 1 } }
  const style = styleOf(item, 'list-style-type') || styleOf(list, 'list-style-type') || (list.attribs.type ?? '1')
  const marker = markerOf(printedMarker(style, number))
  if ('literal' in marker) return { shape: { kind: 'paragraph' }, before: marker.literal }
  return { shape: { kind: 'item', level, value: 1, ...marker } }
}

const rowsOf = (table: Element): Element[] =>
  table.children
    .filter(isTag)
    .flatMap((child) => (child.name === 'tr' ? [child] : /^t(head|body|foot)$/.test(child.name) ? rowsOf(child) : []))

const cellsOf = (row: Element): Element[] =>
  row.children.filter(isTag).filter(({ name }) => name === 'td' || name === 'th')

/** A layout table, as in the head of every official letter: Word's own, without borders. */
const isLayout = (table: Element, cells: Element[]): boolean =>
  cells.length < 2 ||
  (/\bMso/.test(table.attribs.class ?? '') &&
    !Number(table.attribs.border) &&
    !cells.some((cell) => /border[^;]*\b(solid|double|dotted|dashed)/i.test(cell.attribs.style ?? '')))

const onlyBold = (words: Words[]): boolean =>
  words.every(({ runs }) => runs.every(({ text, format }) => text === '\n' || format & BOLD))

const tableOf = (table: Element, look: Look): Block[] => {
  const rows = rowsOf(table).map(cellsOf)
  const within = (cell: Element): Words[] =>
    blocksOf(cell.children, lookOf(cell, look)).flatMap((block) =>
      block.kind === 'table' ? block.rows.flat().flatMap(({ words }) => words) : [block],
    )
  if (isLayout(table, rows.flat())) return rows.flat().flatMap(within)
  const read = rows.map((cells) =>
    cells.map(
      (cell): Cell => ({
        header: cell.name === 'th' || (cell.parent?.parent as Element | null)?.name === 'thead',
        colSpan: between(1, Number(cell.attribs.colspan), WIDEST_SPAN),
        rowSpan: between(1, Number(cell.attribs.rowspan), WIDEST_SPAN),
        words: within(cell),
      }),
    ),
  )
  const [first = [], ...rest] = read
  const titled =
    rest.length > 0 && first.some(({ words }) => words.length > 0) && first.every(({ words }) => onlyBold(words))
  return [{ kind: 'table', rows: [titled ? first.map((cell) => ({ ...cell, header: true })) : first, ...rest] }]
}

const blocksOf = (nodes: ChildNode[], outside: Look): Block[] => {
  const blocks: Block[] = []
  let runs: Run[] = []
  let shape: Shape = { kind: 'paragraph' }
  /** Whether the following text continues the current list item. */
  let begun = false
  /** A marker that waits for its text. */
  let waiting = ''
  let nesting = 0

  const close = () => {
    for (const words of paragraphsOf(runs)) {
      const last = blocks.at(-1)
      if (waiting) words.unshift({ text: `${waiting} `, format: 0 })
      waiting = ''
      if (shape.kind !== 'item' || !begun) blocks.push({ ...shape, runs: words })
      else if (last?.kind === 'item' && last.level === shape.level) last.runs.push({ text: '\n', format: 0 }, ...words)
      // The item was begun above a nested list or a table.
      else blocks.push({ kind: 'paragraph', runs: words })
      begun = shape.kind === 'item'
    }
    runs = []
  }

  const enter = (element: Element, made: Made, look: Look, depth: number) => {
    close()
    const outer = { shape, begun }
    const goesOn = made.shape === shape
    begun = goesOn && begun
    shape = made.shape
    waiting = made.before ?? waiting
    walk(element.children, lookOf(element, look), depth)
    close()
    shape = outer.shape
    begun = goesOn ? begun : outer.begun
  }

  const list = (element: Element, look: Look, depth: number) => {
    let number = between(1, Number(element.attribs.start ?? 1), 9999)
    for (const child of element.children.filter(isTag)) {
      if (child.name !== 'li') {
        walk([child], look, depth + 1)
        continue
      }
      number = between(1, Number(child.attribs.value ?? number), 9999)
      enter(child, itemShape(child, depth, number), look, depth + 1)
      number += 1
    }
  }

  const walk = (children: ChildNode[], look: Look, depth: number) => {
    if (nesting > DEEPEST_NESTING) return
    nesting += 1
    for (const node of children) {
      if (isText(node)) runs.push({ text: node.data.replace(/\n/g, ' '), ...look })
      if (!isTag(node) || isSilent(node) || isMarker(node)) continue
      if (node.name === 'br') runs.push({ text: '\n', format: 0 })
      else if (node.name === 'table') {
        close()
        blocks.push(...tableOf(node, look))
      } else if (node.name === 'ul' || node.name === 'ol') {
        close()
        list(node, look, depth)
      } else if (BLOCKS.has(node.name)) enter(node, shapeOf(node, shape), look, depth)
      else walk(node.children, lookOf(node, look), depth)
    }
    nesting -= 1
  }

  walk(nodes, outside, 0)
  close()
  return blocks
}

/** Reads HTML as blocks, without anything that only Word, a web page or malware needs. Never throws. */
export const readHtml = (html: string): Block[] => {
  const { children } = parseDocument(html)
  decodeFonts(children)
  return blocksOf(children, { format: 0 })
}

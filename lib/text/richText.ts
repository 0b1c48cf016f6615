import { isRecord } from '../isRecord.ts'
import { normaliseRun } from './normalise.ts'

const BLOCKS = new Set([
  'root',
  'paragraph',
  'heading',
  'list',
  'listitem',
  'quote',
  'link',
  'autolink',
  'text',
  'linebreak',
  'tab',
  'table',
  'tablerow',
  'tablecell',
])
const HEADINGS = new Set(['h2', 'h3', 'h4'])
const DEEPEST = 30
/** Browsers and servers do not accept longer URLs either. */
const LONGEST_LINK = 4_000
const MOST_NODES = 20_000
/** A book of five hundred pages. */
const MOST_CHARACTERS = 1_000_000

/**
 * Whether a link is safe in a published text: web, mail, telephone, or a path of the site itself. Control characters
 * and spaces, which browsers ignore, are removed first, so that `java\nscript:` is recognised.
 */
export const isSafeLink = (link: string): boolean => {
  if (link.length > LONGEST_LINK) return false
  const seen = Array.from(link)
    .filter((character) => character.charCodeAt(0) > 32 && character.charCodeAt(0) !== 127)
    .join('')
  return /^(https?:\/\/[^/\\]|mailto:[^\s]+@|tel:\+?[\d().-]+$|\/(?![/\\])|#)/i.test(seen)
}

interface TreeNode {
  type?: unknown
  tag?: unknown
  text?: unknown
  url?: unknown
  fields?: unknown
  children?: unknown
}

/** Largest number of a node: an indent, a cell's width in pixels, a state of the editor. */
const LARGEST = 100_000
/** Longest text of a node beside its words: a colour, a style. */
const LONGEST_MEMBER = LONGEST_LINK

const isNumber = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) <= LARGEST
const isText = (value: unknown): boolean => typeof value === 'string'
const isSwitch = (value: unknown): boolean => typeof value === 'boolean'
const isSimple = (value: unknown): boolean =>
  isNumber(value) || isSwitch(value) || (typeof value === 'string' && value.length <= LONGEST_MEMBER)

/** What the members of nodes hold, where renderers and the editor rely on it. Any other member is a simple value. */
const HOLDS = new Map<string, (value: unknown) => boolean>([
  ...['text', 'tag', 'listType', 'mode', 'style', 'textStyle', 'direction'].map((name) => [name, isText] as const),
  ...['indent', 'detail', 'textFormat', 'start', 'value', 'headerState', 'colSpan', 'rowSpan', 'width', 'height'].map(
    (name) => [name, isNumber] as const,
  ),
  ['checked', isSwitch],
  ['format', (value) => isNumber(value) || (typeof value === 'string' && value.length <= LONGEST_MEMBER)],
  ['colWidths', (value) => Array.isArray(value) && value.length <= 1000 && value.every(isNumber)],
])

const isAbsent = (value: unknown): boolean => value === null || value === undefined

/** Whether every member of a node, apart from its children, holds what it should. */
const hasSoundMembers = (node: object): boolean =>
  Object.entries(node).every(
    ([name, value]) =>
      name === 'children' ||
      isAbsent(value) ||
      (name === 'fields'
        ? isRecord(value) && Object.values(value).every((one) => isAbsent(one) || isSimple(one))
        : (HOLDS.get(name) ?? isSimple)(value)),
  )

/**
 * Validates a rich text tree. Rejects unknown node types, members of another kind than renderers expect, unsafe links,
 * and a tree too deep or too large for prose.
 *
 * @returns the message in both languages, or `undefined` for a valid tree
 */
export const faultOfTree = (tree: unknown): { vi: string; en: string } | undefined => {
  let nodes = 0
  let characters = 0
  const walk = (node: unknown, depth: number): { vi: string; en: string } | undefined => {
    nodes += 1
    if (depth > DEEPEST || nodes > MOST_NODES) return tooLong
    if (!isRecord(node)) return broken
    const { type, tag, text, url, children, ...rest } = node as TreeNode
    const fields = isRecord(rest.fields) ? rest.fields : undefined
    characters += typeof text === 'string' ? text.length : 0
    if (characters > MOST_CHARACTERS) return tooLong
    if (typeof type !== 'string' || !BLOCKS.has(type))
      return {
        vi: `Nội dung có thành phần không dùng được (${String(type).slice(0, 40)}); xin xóa thành phần đó.`,
        en: `The text holds an element that cannot be used (${String(type).slice(0, 40)}); remove it.`,
      }
    if (!hasSoundMembers(node) || (type === 'text' && typeof text !== 'string')) return broken
    if (type === 'heading' && (typeof tag !== 'string' || !HEADINGS.has(tag)))
      return { vi: 'Chỉ dùng đề mục cấp 2 đến 4.', en: 'Only headings of level 2 to 4 can be used.' }
    if (type === 'link' || type === 'autolink') {
      const target = fields?.url ?? url
      if (typeof target !== 'string' || !isSafeLink(target) || fields?.linkType === 'internal')
        return {
          vi: 'Một liên kết không dùng được; liên kết phải bắt đầu bằng http, https, mailto, tel hoặc “/”.',
          en: 'A link cannot be used; it must start with http, https, mailto, tel or “/”.',
        }
    }
    if (children === undefined) return undefined
    if (!Array.isArray(children)) return broken
    for (const child of children) {
      const fault = walk(child, depth + 1)
      if (fault) return fault
    }
    return undefined
  }
  if (tree === null || typeof tree !== 'object' || !('root' in tree)) return broken
  return walk((tree as { root: unknown }).root, 0)
}

/**
 * Normalises the text in a tree for storage (`normaliseRun`); everything else is unchanged.
 *
 * @param tree a tree that passed `faultOfTree`
 */
export const withTidyWords = <T>(tree: T): T => {
  if (Array.isArray(tree)) return tree.map(withTidyWords) as T
  if (tree === null || typeof tree !== 'object') return tree
  const tidied = Object.entries(tree).map(([member, value]): [string, unknown] =>
    member === 'text' && typeof value === 'string' ? [member, normaliseRun(value)] : [member, withTidyWords(value)],
  )
  return Object.fromEntries(tidied) as T
}

const tooLong = {
  vi: 'Nội dung quá dài hoặc quá nhiều tầng; xin chia nhỏ.',
  en: 'The text is too long or too deeply nested; split it.',
}

const broken = { vi: 'Nội dung không đọc được; xin soạn lại.', en: 'The text cannot be read; write it again.' }

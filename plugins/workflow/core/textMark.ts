import { createHash } from 'node:crypto'
import type { Field } from 'payload'
import { isRecord } from '../../../lib/isRecord.ts'
import { fold } from '../../../lib/text/fold.ts'
import { publicMarkOf } from '../../publications/index.ts'

/** Letters from which a passage speaks for itself; anything shorter is told from others by its title too. */
const LONG = 100
/** Enough to tell texts apart; the rest would only cost time. */
const MOST_CHARACTERS = 200_000

/** Letters and digits alone, so that spacing, case, marks and punctuation do not make another text. */
const letters = (text: string): string => fold(text.slice(0, MOST_CHARACTERS)).replace(/[^\p{L}\p{N}]+/gu, '')

const wordsOfTree = (node: unknown): string => {
  if (Array.isArray(node)) return node.map(wordsOfTree).join('')
  if (!isRecord(node)) return ''
  const own = typeof node.text === 'string' ? node.text : ''
  return own + wordsOfTree(node.root) + wordsOfTree(node.children)
}

interface Passages {
  rich: string[]
  plain: string[]
}

const byLanguage = (value: unknown): unknown[] => (isRecord(value) ? Object.values(value) : [value])

const passagesOf = (fields: readonly Field[], data: unknown): Passages => {
  const found: Passages = { rich: [], plain: [] }
  if (!isRecord(data)) return found
  const add = (inner: readonly Field[], value: unknown) => {
    const more = passagesOf(inner, value)
    found.rich.push(...more.rich)
    found.plain.push(...more.plain)
  }
  for (const field of fields) {
    const value = 'name' in field && field.name ? data[field.name] : data
    if (field.type === 'tabs')
      for (const tab of field.tabs) add(tab.fields, 'name' in tab && tab.name ? data[tab.name] : data)
    else if ('fields' in field) for (const one of [value].flat()) add(field.fields, one)
    else if (!publicMarkOf(field)) continue
    else if (field.type === 'richText')
      found.rich.push(...(isRecord(value) && 'root' in value ? [value] : byLanguage(value)).map(wordsOfTree))
    else if (field.type === 'textarea')
      found.plain.push(...byLanguage(value).filter((one): one is string => typeof one === 'string'))
  }
  return found
}

const longest = (texts: string[]): string =>
  texts.map(letters).reduce((best, text) => (text.length > best.length ? text : best), '')

/**
 * Mark by which a text is recognised in another document or another version: a hash of its longest passage, whatever
 * its formatting. Rich text counts before plain text. A short passage is hashed with the title, because many documents
 * share one. Pure.
 *
 * @param fields of the collection; only public prose is read
 * @param data the document in one language, or in all
 * @returns '' when there is no prose
 */
export const textMark = (fields: readonly Field[], data: Record<string, unknown>, titleField: string): string => {
  const { rich, plain } = passagesOf(fields, data)
  const passage = longest(rich) || longest(plain)
  if (!passage) return ''
  const title = data[titleField]
  const text = passage.length < LONG ? `${typeof title === 'string' ? letters(title) : ''} ${passage}` : passage
  return createHash('sha256').update(text).digest('hex')
}

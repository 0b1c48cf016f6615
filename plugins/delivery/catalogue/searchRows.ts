import { foldedWords } from '../../../lib/text/words.ts'
import {
  isJsonObject,
  isLocalised,
  type Json,
  type JsonObject,
  type PublicFieldShape,
  type PublicShape,
} from '../../publications/index.ts'
import { plainText } from '../richText/plainText.ts'
import { initialsOf } from './initials.ts'
import { indexedText, markedText, numberPart } from './searchText.ts'

/** Searchable text of a document; folded unless stated otherwise. */
export interface SearchRows {
  /** One line per locale. */
  title: string
  /** Titles with their diacritics. */
  exact: string
  /** Printed numbers, with and without leading zeros. */
  number: string
  /** Short descriptive text: brief text fields and the names of its type, issuer and topics. */
  lead: string
  body: string
  /** Initials of the words of each title. */
  initials: string
}

/** A longer text is not a summary; only its beginning is used. */
const MOST_LEAD_CHARACTERS = 600

/** All texts of a field, in all locales and at any depth. */
const textsOf = (value: Json | undefined, field: PublicFieldShape): string[] => {
  if (value === undefined || value === null) return []
  if (isLocalised(value)) return Object.values(value).flatMap((inner) => textsOf(inner, field))
  if (Array.isArray(value)) return value.flatMap((inner) => textsOf(inner, field))
  if (field.kind === 'text') return [String(value)]
  if (!isJsonObject(value)) return []
  if (field.kind === 'richText') return isJsonObject(value.lexical) ? [plainText(value.lexical)] : []
  if (field.kind === 'reference')
    return Object.entries(value)
      .filter(([name]) => name !== 'collection' && name !== 'key')
      .flatMap(([, label]) => textsOf(label, { kind: 'text', localized: false, many: false }))
  if (field.kind === 'group')
    return Object.entries(field.of ?? {}).flatMap(([name, inner]) => textsOf(value[name], inner))
  return []
}

const MOST_LABELS = 5_000
const SHORT = 200
/** Cache: labels of reference data recur in thousands of documents, in every locale. */
const labels = new Map<string, string>()

const indexedLabel = (text: string): string => {
  if (text.length > SHORT) return indexedText(text)
  const known = labels.get(text)
  if (known !== undefined) return known
  const indexed = indexedText(text)
  if (labels.size < MOST_LABELS) labels.set(text, indexed)
  return indexed
}

/** Index each text separately, so that text in another script does not slow down the others. */
const indexed = (texts: string[]): string =>
  texts
    .map(indexedLabel)
    .filter((text) => text !== '')
    .join(' ')

/** Computes the searchable text of a document from its public fields. */
export const searchRows = (args: { fields: JsonObject; shape: PublicShape; numbers: string[] }): SearchRows => {
  const { fields, shape, numbers } = args
  const titles = shape.title ? textsOf(fields.title, shape.title) : []
  const others = Object.entries(shape).filter(([name]) => name !== 'title' && name !== 'slug')
  const lead: string[] = []
  const body: string[] = []
  for (const [name, field] of others) {
    const isShort = field.kind === 'reference' || (field.kind === 'text' && field.localized)
    for (const text of textsOf(fields[name], field)) {
      if (isShort) lead.push(text.slice(0, MOST_LEAD_CHARACTERS))
      if (!isShort || text.length > MOST_LEAD_CHARACTERS) body.push(text)
    }
  }
  const title = titles.map(indexedText).join('\n')
  return {
    title,
    exact: titles.map(markedText).join('\n'),
    number: numbers
      .flatMap(foldedWords)
      .flatMap((word) => [...new Set([word, numberPart(word)])])
      .join(' '),
    lead: indexed(lead),
    body: indexed(body),
    initials: initialsOf(title),
  }
}

import { findDays } from '../../../lib/text/dates.ts'
import { numberKey } from '../../../lib/text/documentNumber.ts'
import { findNumbers } from '../../../lib/text/findNumbers.ts'
import { issuerOf } from './issuer.ts'
import type { Mention } from './issuing.ts'
import { LABELS, type Property } from './labels.ts'

const LONGEST = 600

/** A label with its value, after a colon or as the next cell of a row; the value tells it from a sentence. */
const ROWS = (Object.keys(LABELS) as Property[]).map((name): [Property, RegExp] => [
  name,
  new RegExp(`^(?:${LABELS[name]})(?:\\s*:\\s*|\\s+|$)(?!\\s)(.*)$`, 'isu'),
])
const VALUES: Record<Property, RegExp> = {
  number: /^\d/,
  day: /^(?:\d|ngày \d)/u,
  issuer: /^\p{Lu}/u,
  type: /^\p{Lu}/u,
  subject: /^\p{Lu}/u,
}

/** Labels with their values, on one line or on two lines as the cells of a table. */
const propertiesOf = (paragraphs: string[]): Partial<Record<Property, string>> => {
  const found: Partial<Record<Property, string>> = {}
  paragraphs.forEach((line, at) => {
    if (line.length > LONGEST) return
    for (const [name, row] of ROWS) {
      const [whole, same] = row.exec(line) ?? []
      const value = whole === undefined ? undefined : same || paragraphs[at + 1]
      if (value && VALUES[name].test(value)) found[name] ??= value
    }
  })
  return found
}

/**
 * The document that a page states in a table of properties, as a sentence would tell it. Pure.
 *
 * @returns undefined without a number that has a label of its own
 */
export const statedMention = (paragraphs: string[]): Mention | undefined => {
  const { number, day, issuer, type, subject } = propertiesOf(paragraphs)
  const [found] = findNumbers(`số ${number ?? ''}`)
  if (!found) return undefined
  // The head of a document has its day beside the number.
  const [stated] = findDays(day ?? number?.slice(found.end) ?? '')
  return {
    found: type ? { ...found, typeName: type } : found,
    key: numberKey(found.number),
    sentence: `số ${number}`,
    issued: true,
    ground: false,
    background: false,
    isTold: true,
    ...(stated ? { day: stated } : {}),
    issuer: issuer ? issuerOf(issuer, found.number.issuer) : {},
    subject: subject ?? '',
  }
}

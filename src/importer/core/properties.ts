import { findDays } from '../../../lib/text/dates.ts'
import { numberKey } from '../../../lib/text/documentNumber.ts'
import { findNumbers } from '../../../lib/text/findNumbers.ts'
import { issuerOf } from './issuer.ts'
import type { Mention } from './issuing.ts'

const LONGEST = 600

/** Labels of the table in which portals state what a document is. */
const LABELS = {
  number: /^(?:số|số,? (?:và )?ký hiệu|số\/ký hiệu|số hiệu(?: văn bản)?|số văn bản|văn bản số|ký hiệu)$/iu,
  day: /^(?:ngày ban hành|ngày ký|ngày văn bản|ban hành ngày)$/iu,
  issuer: /^(?:cơ quan|đơn vị|nơi) ban hành$/iu,
  type: /^(?:loại|hình thức|thể loại)(?: văn bản)?$/iu,
  subject: /^(?:trích yếu(?: nội dung)?|tên văn bản|về việc)$/iu,
}

type Property = keyof typeof LABELS

const labelOf = (words: string): Property | undefined =>
  (Object.keys(LABELS) as Property[]).find((name) => LABELS[name].test(words.trim()))

/** Labels with their values, on one line with a colon or on two lines as the cells of a table. */
const propertiesOf = (paragraphs: string[]): Partial<Record<Property, string>> => {
  const found: Partial<Record<Property, string>> = {}
  paragraphs.forEach((line, at) => {
    if (line.length > LONGEST) return
    const colon = line.indexOf(':')
    const name = labelOf(colon < 0 ? line : line.slice(0, colon))
    const value = (colon < 0 ? '' : line.slice(colon + 1).trim()) || paragraphs[at + 1]
    // A number is told by its value too: `Số: 45/TB-UBND` heads a document, `Số lượng` does not.
    if (name && value && (name !== 'number' || /^\d/.test(value))) found[name] ??= value
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

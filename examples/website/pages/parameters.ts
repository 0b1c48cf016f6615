import { SECTIONS } from '../words/index.ts'

/** Most characters of a question. */
const LONGEST_QUESTION = 200
/** Keys of reference data: codes and slugs. */
const KEY = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,119}$/u
const SORTS = ['-publishedAt', '-issuedOn', 'issuedOn', 'title']

const fits = (pattern: RegExp) => (value: string) => (pattern.test(value) ? value : undefined)
const oneOf = (values: readonly string[]) => (value: string) => (values.includes(value) ? value : undefined)

const day = (value: string): string | undefined => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined
  if (!at || Number.isNaN(at.getTime())) return undefined
  return at.toISOString().startsWith(value) ? value : undefined
}

const question = (value: string): string | undefined => {
  const text = value
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return text.length <= LONGEST_QUESTION ? text : undefined
}

/** What each parameter of an address may be: its value in its one spelling, or `undefined` when it cannot be used. */
export const PARAMETERS: Readonly<Record<string, (value: string) => string | undefined>> = {
  q: question,
  topic: fits(KEY),
  docType: fits(KEY),
  issuer: fits(KEY),
  audience: fits(KEY),
  territory: fits(KEY),
  year: fits(/^(?:19|20)\d\d$/),
  language: fits(/^[a-z]{2,3}$/),
  from: day,
  to: day,
  sort: oneOf(SORTS),
  collection: oneOf(SECTIONS),
  page: (value) => (value === '1' ? '' : fits(/^[1-9]\d{0,5}$/)(value)),
}

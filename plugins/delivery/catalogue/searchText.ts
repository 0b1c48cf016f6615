import { fold } from '../../../lib/text/fold.ts'
import { foldedWords, placedWords, searchForm, UNSPACED, WORD } from '../../../lib/text/words.ts'

/** Indexed form of a text: normalised tokens joined by spaces, in every script. */
export const indexedText = (text: string): string => plainlyIndexed(text) ?? foldedWords(text).join(' ')

/** All precomposed Vietnamese letters, digits and common punctuation lie below this code point. */
const PLAIN_SIGNS = 0x2100
const SPACE = 0x20
/** Marks a character whose result depends on its context. */
const UNKNOWN = 0

/** Result for each character alone: an ASCII letter or digit, a word separator, or unknown. */
const plainSigns = Uint8Array.from({ length: PLAIN_SIGNS }, (_, code) => {
  const form = searchForm(String.fromCharCode(code))
  if (form === '') return UNKNOWN
  if (!form.match(WORD)) return SPACE
  return /^[a-z0-9]$/.test(form) ? form.charCodeAt(0) : UNKNOWN
})

/** Reusable buffer. It is safe to share because folding is synchronous. */
const sheet = Buffer.alloc(64 * 1024)

/**
 * Fast path of `indexedText`, one character at a time, for text without combining marks and other scripts. Whole bodies
 * pass through here, and a rebuild folds gigabytes.
 *
 * @returns `undefined` for text it cannot handle
 */
const plainlyIndexed = (text: string): string | undefined => {
  const indexed = text.length <= sheet.length ? sheet : Buffer.allocUnsafe(text.length)
  let length = 0
  let between = false
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    const sign = code < PLAIN_SIGNS ? plainSigns[code]! : UNKNOWN
    if (sign === UNKNOWN) return undefined
    if (sign === SPACE) {
      between = length > 0
      continue
    }
    if (between) indexed[length++] = SPACE
    between = false
    indexed[length++] = sign
  }
  return indexed.toString('latin1', 0, length)
}

const TONES = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323']

const MOST_WORDS = 20_000
const LONGEST_WORD = 40
/** Cache: titles use only a few thousand distinct words. */
const markedWords = new Map<string, string>()

const workedOut = (word: string): string => {
  if (UNSPACED.test(word)) return searchForm(word)
  let tone = ''
  let rest = ''
  for (const part of word.normalize('NFD').toLowerCase()) {
    const found = TONES.indexOf(part)
    if (found < 0) rest += part
    else tone = String(found + 1)
  }
  return rest.normalize('NFC').replace(/[\u00f0\u0256]/g, '\u0111') + tone
}

/**
 * Normalises a word with its diacritics: lower case, tone mark last, so that `hòa` and `hoà` are equal while `hóa`
 * differs.
 */
export const markedWord = (word: string): string => {
  const known = markedWords.get(word)
  if (known !== undefined) return known
  const marked = workedOut(word)
  if (markedWords.size < MOST_WORDS && word.length <= LONGEST_WORD) markedWords.set(word, marked)
  return marked
}

/** Indexed form of a text with its diacritics, stored beside the folded form. */
export const markedText = (text: string): string =>
  placedWords(text)
    .map((word) => markedWord(word.text))
    .join(' ')

/** Normalises one part of a number: strips leading zeros. */
export const numberPart = (word: string): string => word.replace(/^0+(?=\d)/, '')

/**
 * Canonical key of a document number: folded, uniform separators, no leading zeros, so that `05/KH-UBND` and `5 kh
 * ubnd` match.
 */
export const numberKey = (text: string): string => (fold(text).match(WORD) ?? []).map(numberPart).join('-')

/**
 * A number without separators, for queries such as `84KH-UBND` or `84khubnd`; `undefined` for digits only, because
 * `8/4` would become another number.
 */
export const compactNumber = (key: string): string | undefined =>
  /\p{L}/u.test(key) ? key.replaceAll('-', '') : undefined

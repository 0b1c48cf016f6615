import { chineseForm } from '../../../lib/text/chinese.ts'
import { fold } from '../../../lib/text/fold.ts'
import { halfWidth } from '../../../lib/text/halfWidth.ts'
import { khmerForm, khmerSyllable } from '../../../lib/text/khmer.ts'

/** Scripts written without spaces between words. */
const UNSPACED = /[\u1780-\u17ff]|\p{Script=Han}/u
const KHMER = /[\u1780-\u17d3]/
const WORD = /[\p{L}\p{N}\p{M}]+/gu
/** Chooses one of the ways in which a Chinese character is drawn; says nothing of its meaning. */
const VARIANT = String.raw`[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]`
const VARIANTS = new RegExp(String.raw`(?<=\p{Script=Han})${VARIANT}`, 'gu')
/** A written syllable of Khmer, a Chinese character, or a word or number of any other script. */
const PIECE = new RegExp(
  String.raw`${khmerSyllable}|\p{Script=Han}${VARIANT}?|[\u17e0-\u17e9]+|(?:(?![\u1780-\u17ff]|\p{Script=Han})[\p{L}\p{N}\p{M}])+`,
  'gu',
)
const segmenter = new Intl.Segmenter('km', { granularity: 'word' })

/** A piece of a text where it stands. */
export interface PlacedWord {
  text: string
  start: number
  end: number
}

/**
 * What a text is indexed and marked by: words, and in scripts without spaces between them the smallest pieces that are
 * read for themselves, syllables of Khmer and characters of Chinese. So what is found never depends on where a
 * dictionary cuts a longer run, and a mark never stands within a letter.
 */
export const placedWords = (text: string): PlacedWord[] =>
  [...text.matchAll(UNSPACED.test(text) ? PIECE : WORD)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }))

/** Text as it is compared in a search: folded, Khmer in one spelling, Chinese simplified, full-width signs as usual ones. */
export const searchForm = (text: string): string => {
  const folded = fold(halfWidth(text))
  return UNSPACED.test(folded) ? chineseForm(khmerForm(folded)).replace(VARIANTS, '') : folded
}

/** Pieces of a text as they are compared. */
export const foldedWords = (text: string): string[] => {
  const form = searchForm(text)
  return form.match(UNSPACED.test(form) ? PIECE : WORD) ?? []
}

/**
 * How many pieces each word of a text has, as `placedWords` cuts it: several for a word of Khmer, which is found in the
 * dictionary, one for every other.
 */
export const wordLengths = (text: string): number[] => {
  if (!KHMER.test(text)) return placedWords(text).map(() => 1)
  const ends = new Set<number>()
  // Zero-width spaces are where whoever typed it sees words end.
  for (const { segment, index } of segmenter.segment(text)) ends.add(index + segment.length)
  const lengths: number[] = []
  let open = false
  for (const { text: piece, end } of placedWords(text)) {
    if (open) lengths[lengths.length - 1]! += 1
    else lengths.push(1)
    open = KHMER.test(piece) && !ends.has(end)
  }
  return lengths
}

/** Text as it is indexed: as it is compared, with a space between pieces in every script. */
export const indexedText = (text: string): string => plainlyIndexed(text) ?? foldedWords(text).join(' ')

/** Latin letters with all marks of Vietnamese, figures and the punctuation beside them end below this sign. */
const PLAIN_SIGNS = 0x2100
const SPACE = 0x20
/** Only the whole text tells what becomes of such a sign. */
const UNKNOWN = 0

/** What each sign becomes on its own: one letter or figure of ASCII, the end of a word, or nobody knows. */
const plainSigns = Uint8Array.from({ length: PLAIN_SIGNS }, (_, code) => {
  const form = searchForm(String.fromCharCode(code))
  if (form === '') return UNKNOWN
  if (!form.match(WORD)) return SPACE
  return /^[a-z0-9]$/.test(form) ? form.charCodeAt(0) : UNKNOWN
})

/** Written on again and again: whoever folds is done with it before anybody else can come. */
const sheet = Buffer.alloc(64 * 1024)

/**
 * `indexedText` of a text without loose marks and other scripts, sign by sign: whole bodies come through here, and a
 * rebuild folds gigabytes.
 *
 * @returns `undefined` for a text that it cannot know
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
/** Words met before: titles are made of a few thousand. */
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
 * A word with its marks in one spelling: small letters, the tone at its end, so that `hòa` and `hoà` are equal while
 * `hóa` is not.
 */
export const markedWord = (word: string): string => {
  const known = markedWords.get(word)
  if (known !== undefined) return known
  const marked = workedOut(word)
  if (markedWords.size < MOST_WORDS && word.length <= LONGEST_WORD) markedWords.set(word, marked)
  return marked
}

/** Text with its marks as it is indexed beside the folded one. */
export const markedText = (text: string): string =>
  placedWords(text)
    .map((word) => markedWord(word.text))
    .join(' ')

/** One part of a number as it is compared: without leading zeros. */
export const numberPart = (word: string): string => word.replace(/^0+(?=\d)/, '')

/**
 * The one spelling under which a document number is compared: folded, separators alike, without leading zeros, so
 * that `05/KH-UBND` and `5 kh ubnd` meet.
 */
export const numberKey = (text: string): string => (fold(text).match(WORD) ?? []).map(numberPart).join('-')

/**
 * A number without any separator, for who types `84KH-UBND` or `84khubnd`; `undefined` for figures alone, of which `8/4`
 * would become another.
 */
export const compactNumber = (key: string): string | undefined =>
  /\p{L}/u.test(key) ? key.replaceAll('-', '') : undefined

import { fold } from '../../../src/text/fold.ts'

/** Scripts written without spaces between words. */
const UNSPACED = /[\u1780-\u17ff\u3400-\u9fff]/
const HAN = /[\u3400-\u9fff]/
const WORD = /[\p{L}\p{N}\p{M}]+/gu
/** One segmenter knows the dictionaries of both scripts; its language does not matter to where words end. */
const segmenter = new Intl.Segmenter('km', { granularity: 'word' })

/** A word where it stands in a text. */
export interface PlacedWord {
  text: string
  start: number
  end: number
}

/**
 * Words of a text in every script. Khmer is cut by its dictionary; Chinese into single characters, so that what is
 * found never depends on how a longer run was cut.
 */
export const placedWords = (text: string): PlacedWord[] => {
  if (!UNSPACED.test(text))
    return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
      text: word,
      start: index,
      end: index + word.length,
    }))
  const words: PlacedWord[] = []
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike) continue
    if (!HAN.test(segment)) words.push({ text: segment, start: index, end: index + segment.length })
    else
      for (let at = 0; at < segment.length; at += 1)
        words.push({ text: segment[at]!, start: index + at, end: index + at + 1 })
  }
  return words
}

/** Folded words of a text. */
export const foldedWords = (text: string): string[] => {
  const folded = fold(text)
  return UNSPACED.test(folded) ? placedWords(folded).map((word) => word.text) : (folded.match(WORD) ?? [])
}

/** Text as it is indexed: folded, with a space between words in every script. */
export const indexedText = (text: string): string => foldedWords(text).join(' ')

const TONES = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323']

/**
 * A word with its marks in one spelling: small letters, the tone at its end, so that `hòa` and `hoà` are equal while
 * `hóa` is not.
 */
export const markedWord = (word: string): string => {
  let tone = ''
  let rest = ''
  for (const part of word.normalize('NFD').toLowerCase()) {
    const found = TONES.indexOf(part)
    if (found < 0) rest += part
    else tone = String(found + 1)
  }
  return rest.normalize('NFC').replace(/[\u00f0\u0256]/g, '\u0111') + tone
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

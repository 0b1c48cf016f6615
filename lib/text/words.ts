import { chineseForm } from './chinese.ts'
import { fold } from './fold.ts'
import { halfWidth } from './halfWidth.ts'
import { khmerForm, khmerSyllable } from './khmer.ts'

/** Scripts written without spaces between words. */
export const UNSPACED = /[\u1780-\u17ff]|\p{Script=Han}/u
const KHMER = /[\u1780-\u17d3]/
export const WORD = /[\p{L}\p{N}\p{M}]+/gu
/** Variation selectors for Chinese characters; they change the glyph, not the meaning. */
const VARIANT = String.raw`[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]`
const VARIANTS = new RegExp(String.raw`(?<=\p{Script=Han})${VARIANT}`, 'gu')
/** Token: a Khmer syllable, a Chinese character, or a word or number in any other script. */
const PIECE = new RegExp(
  String.raw`${khmerSyllable}|\p{Script=Han}${VARIANT}?|[\u17e0-\u17e9]+|(?:(?![\u1780-\u17ff]|\p{Script=Han})[\p{L}\p{N}\p{M}])+`,
  'gu',
)
const segmenter = new Intl.Segmenter('km', { granularity: 'word' })

/** A token with its position. */
export interface PlacedWord {
  text: string
  start: number
  end: number
}

/**
 * Tokenises text for indexing and highlighting: words or, in scripts without spaces, the smallest readable units, Khmer
 * syllables and Chinese characters. So results never depend on how a dictionary segments longer text, and a highlight
 * never splits a letter.
 */
export const placedWords = (text: string): PlacedWord[] =>
  [...text.matchAll(UNSPACED.test(text) ? PIECE : WORD)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }))

/**
 * Normalises text for comparison: folded, one spelling for Khmer, simplified Chinese, full-width characters to
 * half-width.
 */
export const searchForm = (text: string): string => {
  const folded = fold(halfWidth(text))
  return UNSPACED.test(folded) ? chineseForm(khmerForm(folded)).replace(VARIANTS, '') : folded
}

/** Normalised tokens of a text. */
export const foldedWords = (text: string): string[] => {
  const form = searchForm(text)
  return form.match(UNSPACED.test(form) ? PIECE : WORD) ?? []
}

/**
 * Number of tokens in each word of a text, as `placedWords` splits it: several for a Khmer word, which the dictionary
 * finds, and one for any other word.
 */
export const wordLengths = (text: string): number[] => {
  if (!KHMER.test(text)) return placedWords(text).map(() => 1)
  const ends = new Set<number>()
  // The author types a zero-width space where a word ends.
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

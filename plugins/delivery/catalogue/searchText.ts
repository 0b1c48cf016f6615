import { fold } from '../../../src/text/fold.ts'

/** Scripts written without spaces between words. */
const UNSPACED = /[\u1780-\u17ff\u3400-\u9fff]/
const WORD = /[\p{L}\p{N}\p{M}]+/gu
/** One segmenter knows the dictionaries of both scripts; its language does not matter to where words end. */
const segmenter = new Intl.Segmenter('km', { granularity: 'word' })

const wordsOf = (text: string): string[] =>
  UNSPACED.test(text)
    ? [...segmenter.segment(text)].filter((part) => part.isWordLike).map((part) => part.segment)
    : (text.match(WORD) ?? [])

/** Text as it is indexed: folded, with a space between words in every script. */
export const indexedText = (text: string): string => wordsOf(fold(text)).join(' ')

const MOST_WORDS = 16

/**
 * What a person typed as a full-text query: every word must occur, the last may be unfinished. Words are quoted, so
 * that nothing typed is syntax.
 *
 * @returns `undefined` when there is no word in it
 */
export const matchQuery = (typed: string): string | undefined => {
  const words = wordsOf(fold(typed)).slice(0, MOST_WORDS)
  return words.length ? `${words.map((word) => `"${word}"`).join(' ')}*` : undefined
}

/**
 * The one spelling under which a document number is compared: folded, separators alike, without leading zeros, so
 * that `05/KH-UBND` and `5 kh ubnd` meet.
 */
export const numberKey = (text: string): string =>
  (fold(text).match(WORD) ?? []).map((part) => part.replace(/^0+(?=\d)/, '')).join('-')

import { beginningOf } from './beginningOf.ts'

/** Khmer and Chinese put no space between words, so that the words themselves have to be known. */
const words = new Intl.Segmenter('km', { granularity: 'word' })
/** What nobody ends a text with. */
const LEFT_OPEN = /(?:[\s,;:–—-]|\p{Ps}|\p{Pi})+$/u
/** How far a word reaches beyond the end, at most, to be recognised. */
const LONGEST_WORD = 64

/**
 * Shortens a text to at most `most` UTF-16 units, at the end of a word where there is one in its second half, and marks
 * that with `…`.
 */
export const cutAtWord = (text: string, most: number): string => {
  if (text.length <= most) return text
  const letters = beginningOf(text, most - 1)
  const at = words.segment(text.slice(0, most + LONGEST_WORD)).containing(letters.length)?.index ?? letters.length
  const kept = at > most / 2 ? letters.slice(0, at) : letters
  return `${kept.replace(LEFT_OPEN, '')}…`
}

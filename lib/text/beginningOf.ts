const letters = new Intl.Segmenter('km', { granularity: 'grapheme' })
/** Khmer sign coeng: the next consonant is written as a subscript. Grapheme segmentation does not cover it. */
const BELOW = '\u17d2'

/**
 * Truncates a text to at most `most` UTF-16 units without splitting a letter: it keeps combining marks, Khmer
 * subscripts and surrogate pairs together.
 */
export const beginningOf = (text: string, most: number): string => {
  if (text.length <= most) return text
  const found = letters.segment(text)
  let end = found.containing(most)!.index
  while (end > 0 && text[end - 1] === BELOW) end = found.containing(end - 1)!.index
  return text.slice(0, end)
}

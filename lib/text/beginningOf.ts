const letters = new Intl.Segmenter('km', { granularity: 'grapheme' })
/** Joins the next consonant of Khmer below the one before it; the rules for letters do not know that. */
const BELOW = '\u17d2'

/**
 * The beginning of a text, at most `most` UTF-16 units and never cut within a letter: neither between a letter and its
 * marks, nor a consonant of Khmer and the one below it, nor the halves of a rare Chinese character.
 */
export const beginningOf = (text: string, most: number): string => {
  if (text.length <= most) return text
  const found = letters.segment(text)
  let end = found.containing(most)!.index
  while (end > 0 && text[end - 1] === BELOW) end = found.containing(end - 1)!.index
  return text.slice(0, end)
}

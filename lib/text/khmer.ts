const CONSONANT = String.raw`\u1780-\u17b3`
const SUBSCRIPT = String.raw`\u17d2[\u200c\u200d]?[${CONSONANT}]`
/** A consonant with everything that is written around it: subscripts, vowel, signs. */
const SYLLABLE = String.raw`[${CONSONANT}](?:${SUBSCRIPT}|[\u17b4-\u17d1\u17d3\u17dd\u200c\u200d])*`

/** One written syllable of Khmer, as the source of a regular expression. */
export const khmerSyllable = SYLLABLE

const SYLLABLES = new RegExp(SYLLABLE, 'g')
const SUBSCRIPTS = /\u17d2[\u1780-\u17b3]/g
const JOINERS = /[\u200c\u200d]/g
const SUBSCRIPT_DA = /\u17d2\u178a/g
const SUBSCRIPT_TA = '\u17d2\u178f'
const SUBSCRIPT_RO = '\u17d2\u179a'

/** Where a mark stands in the order in which the standard writes them: shifters, vowels, signs. */
const placeOf = (mark: string): number => (/[\u17c9\u17ca]/.test(mark) ? 0 : /[\u17b4-\u17c5]/.test(mark) ? 1 : 2)

const ordered = (syllable: string): string => {
  const [base = '', ...rest] = syllable.replace(JOINERS, '').replace(SUBSCRIPT_DA, SUBSCRIPT_TA)
  const around = rest.join('')
  const subscripts = around.match(SUBSCRIPTS) ?? []
  const isRo = (subscript: string) => subscript === SUBSCRIPT_RO
  const marks = [...around.replace(SUBSCRIPTS, '')].sort((one, other) => placeOf(one) - placeOf(other))
  return [base, ...subscripts.filter((each) => !isRo(each)), ...subscripts.filter(isRo), ...marks]
    .join('')
    .replace('\u17c1\u17b8', '\u17be')
    .replace('\u17c1\u17b6', '\u17c4')
}

/**
 * Khmer in one spelling where several look the same: subscripts, shifters, vowels and signs in the order of the Unicode
 * Standard (chapter 16.4) however they were typed, a subscript DA as TA, which it is drawn as, vowels in one piece,
 * figures as 0–9, no joiners within a syllable. For comparing only; other text stays as it is. Idempotent; never throws.
 */
export const khmerForm = (text: string): string =>
  text
    .replace(SYLLABLES, ordered)
    .replace(/[\u17e0-\u17e9]/g, (figure) => String.fromCharCode(figure.charCodeAt(0) - 0x17e0 + 0x30))

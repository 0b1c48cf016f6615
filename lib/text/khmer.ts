const CONSONANT = String.raw`\u1780-\u17b3`
const SUBSCRIPT = String.raw`\u17d2[\u200c\u200d]?[${CONSONANT}]`
/** A consonant with its subscripts, vowels and signs. */
const SYLLABLE = String.raw`[${CONSONANT}](?:${SUBSCRIPT}|[\u17b4-\u17d1\u17d3\u17dd\u200c\u200d])*`

/** Source of a regular expression for one Khmer orthographic syllable. */
export const khmerSyllable = SYLLABLE

const SYLLABLES = new RegExp(SYLLABLE, 'g')
const SUBSCRIPTS = /\u17d2[\u1780-\u17b3]/g
const JOINERS = /[\u200c\u200d]/g
const SUBSCRIPT_DA = /\u17d2\u178a/g
const SUBSCRIPT_TA = '\u17d2\u178f'
const SUBSCRIPT_RO = '\u17d2\u179a'

/** Canonical order of a mark in the Unicode Standard: shifters, vowels, signs. */
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
 * Normalises Khmer spellings that look the same: subscripts, shifters, vowels and signs in the order of the Unicode
 * Standard (chapter 16.4), subscript DA as TA (which looks the same), composed vowels, digits as 0–9, no joiners within
 * a syllable. For comparison only; other text is unchanged. Idempotent; never throws.
 */
export const khmerForm = (text: string): string =>
  text
    .replace(SYLLABLES, ordered)
    .replace(/[\u17e0-\u17e9]/g, (figure) => String.fromCharCode(figure.charCodeAt(0) - 0x17e0 + 0x30))

import { withFewMarks } from './fewMarks.ts'
import { fold } from './fold.ts'
import { halfWidth } from './halfWidth.ts'
import { latinLetters } from './latinLetters.ts'
import { normalise } from './normalise.ts'
import { withMarks, withNamedBody } from './printedMarks.ts'
import { beforeWords, isNaming } from './printedWording.ts'

/**
 * Kinds of repairs in a printed number: `unicode` decomposed, full-width or look-alike foreign letters, `invisible`
 * characters, `letterD` a look-alike of Đ or the character that a pre-Unicode font left in its place, `figures` a
 * letter that a scanner read for a digit, `dashes`, `slashes`, `wording` around the number, `punctuation`, `spaces`,
 * `thousands` a dot in the number, `padding`, `year` of two digits, `separator` a hyphen for a slash or the reverse,
 * `case`, `diacritics` D for Đ.
 */
export type Repair =
  | 'unicode'
  | 'invisible'
  | 'letterD'
  | 'figures'
  | 'dashes'
  | 'slashes'
  | 'wording'
  | 'punctuation'
  | 'spaces'
  | 'thousands'
  | 'padding'
  | 'year'
  | 'separator'
  | 'case'
  | 'diacritics'

/** Far longer than any number with its label; longer input is not a number. */
const LONGEST = 500

const CHARACTERS: [Repair, RegExp, string][] = [
  ['spaces', /[\u00a0\u202f\u2000-\u200a\u3000\t]/g, ' '],
  // Also Đ as the fonts VNI (Ñ) and TCVN3 (§) leave it when their text is pasted as Unicode.
  ['letterD', /[\u00d0\u0189\u00d1\u00a7]/g, '\u0110'],
  ['letterD', /[\u00f0\u0256\u00f1\u00ae]/g, '\u0111'],
  ['dashes', /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-'],
  ['dashes', /(?<=\p{L})_(?=\p{L})/gu, '-'],
  ['slashes', /[\u2044\u2215\uff0f\\]/g, '/'],
]

/** A number or a year with letters among its digits: `3O/2O20`, `l234`. */
const SCANNED = /(?<![\p{L}\p{N}])(?=[OolI|]*\d)[\dOolI|]+(?=\s?[-/])/gu
const asFigures = (text: string): string =>
  text.replace(SCANNED, (run) => run.replace(/[Oo]/g, '0').replace(/[lI|]/g, '1'))

/**
 * Removes artefacts of keyboards, scanners and copying from a printed number. A text longer than 500 characters is not
 * a number and is returned unchanged. Pure; never throws.
 *
 * @returns the cleaned number, and each kind of repair once
 */
export const clearPrinted = (raw: string): { text: string; repairs: Repair[] } => {
  if (raw.length > LONGEST) return { text: raw, repairs: [] }
  const repairs = new Set<Repair>()
  const change = (repair: Repair, from: string, to: string): string => {
    if (to !== from) repairs.add(repair)
    return to
  }
  let text = change('unicode', raw, latinLetters(halfWidth(withFewMarks(raw).normalize('NFC'))))
  text = change('invisible', text, text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, ''))
  for (const [repair, pattern, by] of CHARACTERS) text = change(repair, text, text.replace(pattern, by))
  text = normalise(text)
  text = change('figures', text, asFigures(text))
  text = change('separator', text, withNamedBody(text))
  text = change('wording', text, beforeWords(text))
  text = change('punctuation', text, text.replace(/^[\s("'“”‘’«[<•·*+]+|(?:\.\/\.|[\s)"'“”‘’»\].,;:!?…*>])+$/gu, ''))
  const words = /^[^\d]*?(?=\d)/u.exec(text)?.[0] ?? ''
  if (words && isNaming(fold(words))) text = change('wording', text, text.slice(words.length))
  text = change('punctuation', text, text.replace(/^[\s("'“‘«[]+/u, ''))
  text = change('separator', text, withMarks(text))
  text = change('spaces', text, text.replace(/\s*([-/.&])\s*/g, '$1'))
  return { text, repairs: [...repairs] }
}

const lettersOf = (text: string) => text.replace(/[^\p{L}]/gu, '')
const marksOf = (text: string) => text.replace(/[^-/]/g, '')
const withoutDee = (text: string) => text.replaceAll('Đ', 'D').replaceAll('đ', 'd')

/**
 * Differences between the canonical form and the cleaned printed number.
 *
 * @param args.counted the printed number, with its zeros and dots
 */
export const slipsOf = (args: {
  printed: string
  counted: string
  canonical: string
  shortYear: boolean
}): Repair[] => {
  const { counted, canonical, shortYear } = args
  const [letters, printedLetters] = [lettersOf(canonical), lettersOf(args.printed)]
  const slips: [Repair, boolean][] = [
    ['thousands', counted.includes('.')],
    ['padding', !canonical.startsWith(counted.replaceAll('.', ''))],
    ['year', shortYear],
    ['diacritics', letters.toLowerCase() !== printedLetters.toLowerCase()],
    ['case', withoutDee(letters) !== withoutDee(printedLetters)],
    ['separator', marksOf(canonical) !== marksOf(args.printed)],
  ]
  return slips.filter(([, slipped]) => slipped).map(([repair]) => repair)
}

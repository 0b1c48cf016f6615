import { bodies } from './bodies.ts'
import { type DocumentNumber, parseDocumentNumber } from './documentNumber.ts'
import { fold } from './fold.ts'
import { halfWidth } from './halfWidth.ts'
import { latinLetters } from './latinLetters.ts'
import { countsSomethingElse } from './otherCounts.ts'
import { AND, LED_BY, POLICE_UNIT } from './printedMarks.ts'
import { typeCodes } from './typeCodes.ts'
import { TYPE_NAME } from './typeNames.ts'

export interface FoundNumber {
  number: DocumentNumber
  /** Document type named before the number in the text, `Kế hoạch`. */
  typeName?: string
  /** Offset of the number itself in the text, in UTF-16 units. */
  start: number
  end: number
  /** Offset where its label starts, `Kế hoạch số …`; equal to `start` without a label. */
  from: number
}

/** Characters that stand for Đ and đ in corrupted text. */
const DEE = '\u00d0\u0189\u00d1\u00a7'
const SMALL_DEE = '\u00f0\u0256\u00f1\u00ae'
/** One of the words, longest first, whichever character stands for Đ. */
const oneOf = (words: readonly string[]): string => {
  const longestFirst = [...words].sort((one, other) => other.length - one.length)
  return `(?:${longestFirst.map((word) => word.replaceAll('Đ', `[Đ${DEE}]`)).join('|')})`
}

const COUNT = String.raw`(?<![\p{L}\p{N}/.,-])(?:\d{1,3}(?:\.\d{3})+|\d{1,6})(?:\.?[A-Za-z]|bis|\.\d{1,2}(?=/20\d\d/))?`
const SPACE = String.raw`[ \u00a0\u202f]?`
const DASH = String.raw`[-_\u2010-\u2015\u2212]`
const SLASH = String.raw`[/\\\u2044\u2215]`
const YEAR = String.raw`(?:19|20)\d{2}`
const CAPITAL = `A-ZĐ${DEE}`
const TOKEN = `[${CAPITAL}][A-Za-zđðƯƠ0-9${CAPITAL.slice(3)}]*(?:(?:,[${CAPITAL}]+)?&[${CAPITAL}][${CAPITAL}0-9]*)*`
const LOW = `[A-Za-zĐđƯưƠơ${DEE}${SMALL_DEE}][A-Za-zĐđƯưƠơ0-9&${DEE}${SMALL_DEE}]*`
const SMALL = `[a-zđ${SMALL_DEE}]`
const CAPITALS = `[${CAPITAL}][${CAPITAL}0-9&]*`
const INVISIBLE = String.raw`[\u00ad\u200b-\u200d\u2060\ufeff]`
const END = String.raw`(?!${INVISIBLE}*[\p{L}\p{M}\p{N}])`
const CODE = oneOf(typeCodes)
const BODY = oneOf(bodies)
/**
 * The first dash may have spaces around it; a later one would be punctuation. A slash in its place is a typing error, as
 * is a space before the issuer.
 */
const CODED = [
  `[${CAPITAL}][A-Za-z${CAPITAL.slice(3)}]{1,3}(?:${SPACE}${DASH}${SPACE}|${SLASH})(?=[${CAPITAL}]{2})`,
  `${CODE}[ \\u00a0](?=${BODY}\\d*${END}|[${CAPITAL}]{2,12}${DASH}[${CAPITAL}])`,
].join('|')
const UNIT = String.raw`${SPACE}\(${POLICE_UNIT}\)`
const SMALL_BODY = oneOf(bodies).toLowerCase()
const PARTS = `${DASH}(?:${TOKEN}|${SMALL_BODY}${END})|\\.(?:${BODY}${END}|${CAPITALS})|${LED_BY}(?:\\d{2,4}|${TOKEN}(?:${AND}${CAPITALS})?)`
const SHORT_YEAR = String.raw`(?:[-./][789]\d(?!\d))?`
const TAIL = `(?:${PARTS}|${SLASH}${TOKEN}|${UNIT})*${SHORT_YEAR}`
const OLD = oneOf(['CP', 'HĐBT', 'HĐCP', 'TTg', 'CT', 'SL'])
const AFTER_LABEL = String.raw`(?<=[Ss]ố\s?:?\s)`

/** Forms that other counts have too; they need a type and a label: `Quyết định số 1204 QĐ-UBND`. */
const LOOSE = [
  `${COUNT}${SLASH}${SMALL}{2,5}${DASH}${SMALL}{2,}(?:${DASH}${SMALL}{2,})*`,
  `${COUNT}[ \\u00a0]${CODE}${SPACE}(?:${DASH}|${SLASH})${SPACE}${TOKEN}${TAIL}`,
  `${COUNT}${DASH}${CODE}${DASH}${TOKEN}${TAIL}`,
].join('|')

const PRINTED = new RegExp(
  // The first look ahead alone decides at most places.
  `(?=\\d)(?:${[
    `${COUNT}${SPACE}${SLASH}${SPACE}(?:(?:${YEAR}|\\d{2})${SPACE}${SLASH}${SPACE})?(?:${CODED})?${TOKEN}${TAIL}${END}`,
    `${COUNT}${SPACE}${DASH}${SPACE}${TOKEN}(?:${PARTS})*${SHORT_YEAR}${SLASH}${TOKEN}${TAIL}${END}`,
    `${COUNT}${DASH}${OLD}${END}(?!${DASH})`,
    `${COUNT}${SLASH}${YEAR}[ \\u00a0]${CODE}${DASH}${TOKEN}${TAIL}${END}`,
    // Lower case is accepted only with a year, or after the word `số`.
    `${COUNT}${SLASH}${YEAR}${SLASH}${SMALL}{2,5}${DASH}${SMALL}{2,}(?:${DASH}${SMALL}{2,})*${END}`,
    `${AFTER_LABEL}\\d{1,6}[a-z]?${SLASH}(?:${YEAR}${SLASH})?${LOW}(?:${DASH}${LOW})*${END}`,
    `${AFTER_LABEL}\\d{1,6}${DASH}${LOW}${SLASH}${LOW}${END}`,
    `(?<loose>${LOOSE})${END}`,
    `${COUNT}${DASH}[${CAPITAL}]{2,12}${END}(?!${DASH})`,
  ].join('|')})`,
  'gu',
)

/** What stands directly after a number: a mark and a word or figures. */
const NEXT = new RegExp(
  `^${INVISIBLE}*(${DASH}|${SLASH}|[&.,])${INVISIBLE}*(?:(\\d{1,3})(?![\\d/.])|([\\p{L}\\p{M}][\\p{L}\\p{M}\\p{N}]*))`,
  'u',
)
/** An abbreviation behind a dash and spaces, or behind a space alone. */
const NEXT_APART = new RegExp(String.raw`^(?:\s{1,3}${DASH}\s{0,3}|${DASH}\s{1,3})\p{Lu}[\p{Lu}\d]`, 'u')
const NEXT_BESIDE = new RegExp(`^[ \\u00a0](?!T[PX])(?:${BODY}|[${CAPITAL}]{2,})\\d*${END}`, 'u')
/** A syllable of Vietnamese, folded; an abbreviation is none. */
const SYLLABLE = /^(?:ngh?|nh|gh|kh|ph|th|tr|ch|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/
const MARKED = new RegExp(`[^\\p{ASCII}ĐđƯưƠơ${DEE}${SMALL_DEE}]`, 'u')
const SMALL_BODIES: ReadonlySet<string> = new Set(bodies.map(fold))
/** How far ahead to search, in UTF-16 units. */
const AHEAD = 40

const isOrdinary = (word: string): boolean => {
  const folded = fold(word)
  return MARKED.test(word) || (/^\p{L}\p{Ll}*$/u.test(word) && SYLLABLE.test(folded) && !SMALL_BODIES.has(folded))
}

/**
 * Whether a number goes on in a way that is not understood, so that what was read is another number: `84/KH` of
 * `84/KH-xyz`, `512/UBND` of `512/UBND NC`.
 *
 * @param begun whether the symbol is a single word, which is rarely all of it
 */
const goesOn = (printed: string, after: string, begun: boolean): boolean => {
  if (NEXT_APART.test(after) && (begun || /\s/.test(printed))) return true
  if (begun && NEXT_BESIDE.test(after)) return true
  const [, mark = '', figures, word] = NEXT.exec(after) ?? []
  if (figures) return new RegExp(DASH, 'u').test(mark)
  return word !== undefined && !isOrdinary(word)
}

/** A year whose number stands apart: `15 /  2021/QĐ-UBND`, `15 2021/QĐ-UBND`. */
const BEGAN_BEFORE = /(?:[^\p{L}\s]|số\s*:?)\s*[/\\]\s*$|\d[ \u00a0]$/iu
const PARTED_YEAR = new RegExp(`^${YEAR}(?!\\d)`)
/** The thousands that stand apart: `1 ` of `số 1 234/QĐ-UBND`. */
const THOUSANDS = /\d{1,3}[ \u00a0]$/u
const HUNDREDS = /^\d{3}(?!\d)/

/** The name of a law precedes its number: `Luật Đất đai số 31/2024/QH15`. */
const LAW = /(?<!\p{L})(Bộ luật|Luật|Pháp lệnh)\s+(?=\p{Lu})[^,.;:()\d]{2,100}\s+số\s*:?\s*$/u
/** How far back to search for a name, in UTF-16 units. */
const REACH = 130

const NAMED = /\p{L}[\p{L}\s]*$/u

/** Label directly before a number: the last type name, optionally followed by `số`. */
const namingOf = (before: string): { name: string; length: number } | undefined => {
  const law = LAW.exec(before)
  if (law) return { name: law[1]!, length: before.length - law.index }
  const words = NAMED.exec(before.replace(/\s*:?\s*$/u, ''))?.[0]
  if (!words) return undefined
  const folded = fold(words)
  // Folding composed Vietnamese keeps the length, so offsets agree.
  if (folded.length !== words.length) return undefined
  const [, name] = new RegExp(`${TYPE_NAME.source}(?:\\s+so)?$`).exec(folded) ?? []
  if (!name) return undefined
  const at = folded.lastIndexOf(name)
  return { name: words.slice(at, at + name.length), length: before.length - (before.lastIndexOf(words) + at) }
}

/** Whether the word `số` stands directly before. */
const COUNTED = /(?:^|\s)số\s*:?\s*$/iu
const isLabelled = (before: string): boolean => COUNTED.test(before) || namingOf(before) !== undefined

/** Whether the count is only the end of one. */
const beganBefore = (printed: string, before: string): boolean =>
  (PARTED_YEAR.test(printed) && BEGAN_BEFORE.test(before)) ||
  (HUNDREDS.test(printed) && THOUSANDS.test(before) && isLabelled(before.replace(THOUSANDS, '')))

/** Whether the word `số` introduces a document number rather than a house or a block: `số 45/B`, `số 15/KP3`. */
const isCounted = (before: string, symbol: string): boolean => COUNTED.test(before) && /^\p{L}{2,}$/u.test(symbol)

/**
 * Finds every printed number in running text, in order, with its document type if the text names it. Dates, fractions,
 * ratios and years are excluded. A one-word symbol (`512/UBND`) counts only after the word `số` or a type name.
 *
 * @param text in NFC, so that the returned offsets apply to it
 */
export const findNumbers = (text: string): FoundNumber[] =>
  [...latinLetters(halfWidth(text)).matchAll(PRINTED)].flatMap((match): FoundNumber[] => {
    const [start, end] = [match.index, match.index + match[0].length]
    const number = parseDocumentNumber(text.slice(start, end))
    if (!number) return []
    const before = text.slice(Math.max(0, start - REACH), start)
    const alone = !/[-/.]/.test(number.symbol) && number.year === undefined
    // Only a law is complete with a single word.
    const begun = !/[-/.]/.test(number.symbol) && !/^(?:UBTV)?QH\d/.test(number.symbol)
    if (goesOn(match[0], text.slice(end, end + AHEAD), begun) || beganBefore(match[0], before)) return []
    if (countsSomethingElse(before, alone)) return []
    const naming = namingOf(before)
    const labelled = naming !== undefined || COUNTED.test(before)
    if (alone && number.style !== 'old' && !naming && !isCounted(before, number.symbol)) return []
    if (match.groups?.loose && !(number.typeCode && labelled)) return []
    // `12/A/B` is an address.
    if (number.style === 'letter' && number.repairs.includes('separator') && !labelled) return []
    return [
      {
        number,
        ...(naming ? { typeName: naming.name } : {}),
        start,
        end,
        from: start - (naming?.length ?? 0),
      },
    ]
  })

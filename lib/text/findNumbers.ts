import { type DocumentNumber, parseDocumentNumber } from './documentNumber.ts'
import { fold } from './fold.ts'
import { countsSomethingElse } from './otherCounts.ts'
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

const COUNT = String.raw`(?<![\p{L}\p{N}/.,-])(?:\d{1,3}(?:\.\d{3})+|\d{1,6})(?:[A-Za-z]|bis|\.\d{1,2}(?=/20\d\d/))?`
const SPACE = String.raw`[ \u00a0\u202f]?`
const DASH = String.raw`[-\u2010-\u2015\u2212]`
const SLASH = String.raw`[/\u2044\u2215\uff0f]`
const YEAR = String.raw`(?:(?:19|20)\d{2}|9\d)`
/** Capitals, and characters that stand for Đ in corrupted text. */
const CAPITAL = 'A-ZĐÐƉÑ§'
const TOKEN = `[${CAPITAL}][A-Za-zđðƯƠ0-9${CAPITAL.slice(3)}]*(?:(?:,[A-ZĐ]+)?&[A-ZĐ][A-ZĐ0-9]*)*`
const LOW = `[A-Za-zĐđÐðƉɖƯưƠơ][A-Za-zĐđÐðƉɖƯưƠơ0-9&]*`
const CAPITALS = `[${CAPITAL}][${CAPITAL}0-9&]*`
const END = String.raw`(?![\p{L}\p{M}\p{N}])`
/**
 * The first dash may have spaces around it; a later one would be punctuation. A slash in its place is a typing error.
 */
const CODED = `[${CAPITAL}][A-Za-z${CAPITAL.slice(3)}]{1,3}(?:${SPACE}${DASH}${SPACE}|${SLASH})(?=[${CAPITAL}]{2})`
const TAIL = `(?:${DASH}${TOKEN}|\\.${CAPITALS}|\\([A-Z]\\d{1,2}\\))*(?:[-.][789]\\d(?!\\d))?`
const OLD = '(?:CP|HĐBT|HÐBT|HĐCP|HÐCP|TTg|CT|SL)'

const PRINTED = new RegExp(
  [
    `${COUNT}${SPACE}${SLASH}${SPACE}(?:${YEAR}${SPACE}${SLASH}${SPACE})?(?:${CODED})?${TOKEN}${TAIL}${END}`,
    `${COUNT}${SPACE}${DASH}${SPACE}${TOKEN}${TAIL}${SLASH}${TOKEN}${TAIL}${END}`,
    `${COUNT}${DASH}${OLD}${END}(?!${DASH})`,
    // Lower case is accepted only with a year, or after the word `số`.
    `${COUNT}${SLASH}${YEAR}${SLASH}[a-zđ]{2,5}${DASH}[a-zđ]{2,}(?:${DASH}[a-zđ]{2,})*${END}`,
    `(?<=[Ss]ố\\s?:?\\s)\\d{1,6}[a-z]?${SLASH}(?:${YEAR}${SLASH})?${LOW}(?:${DASH}${LOW})*${END}`,
    `(?<=[Ss]ố\\s?:?\\s)\\d{1,6}${DASH}${LOW}${SLASH}${LOW}${END}`,
  ].join('|'),
  'gu',
)

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

/** Whether the word `số` introduces a document number rather than a house or a block: `số 45/B`, `số 15/KP3`. */
const isCounted = (before: string, symbol: string): boolean =>
  /(?:^|\s)số\s*:?\s*$/iu.test(before) && /^\p{L}{2,}$/u.test(symbol)

/**
 * Finds every printed number in running text, in order, with its document type if the text names it. Dates, fractions,
 * ratios and years are excluded. A one-word symbol (`512/UBND`) counts only after the word `số` or a type name.
 *
 * @param text in NFC, so that the returned offsets apply to it
 */
export const findNumbers = (text: string): FoundNumber[] =>
  [...text.matchAll(PRINTED)].flatMap((match): FoundNumber[] => {
    const number = parseDocumentNumber(match[0])
    if (!number) return []
    const before = text.slice(Math.max(0, match.index - REACH), match.index)
    const naming = namingOf(before)
    const alone = !/[-/.]/.test(number.symbol) && number.year === undefined
    if (countsSomethingElse(before, alone)) return []
    if (alone && number.style !== 'old' && !naming && !isCounted(before, number.symbol)) return []
    return [
      {
        number,
        ...(naming ? { typeName: naming.name } : {}),
        start: match.index,
        end: match.index + match[0].length,
        from: match.index - (naming?.length ?? 0),
      },
    ]
  })

import { bodies, hyphenatedAlone, namedBodies } from './bodies.ts'
import { fold } from './fold.ts'
import { typeCodes } from './typeCodes.ts'

const CODES: ReadonlySet<string> = new Set(typeCodes.map(fold))
const ALONE: ReadonlySet<string> = new Set(['sl', ...[...hyphenatedAlone].map(fold)])

const BODIES: ReadonlySet<string> = new Set(bodies.map(fold))

const isCode = (letters: string) => CODES.has(fold(letters))
const isCapital = (letters: string) => /^\p{Lu}/u.test(letters)

/** A suffix letter separated by a space: `84 a/KH-UBND`. */
const LETTER_APART = /^(\d{1,6}) (?=[a-z]\/)/
/** No separator after the number: `19 NQ/TW`, `84 kh-ubnd`, `84KH-UBND`, `41L/CTN`. */
const NONE_AFTER_NUMBER = /^(\d{1,6}[a-z]?)( ?)(\p{L}{2,5}|L(?=\/CTN))(?=\s?([-/])\s?\p{L})/u
/** No separator before an issuer that stood alone: `64 SL`. */
const NONE_BEFORE_BODY = /^(\d{1,4}) (?=(\p{L}{2,4})$)/u
/** No separator after the year: `30/2020 NĐ-CP`. */
const NONE_AFTER_YEAR = /^(\d{1,6}[a-z]?\/(?:19|20)\d{2}) (?=(\p{L}{2,5})-\p{L})/u
/** No separator between type code and issuer: `84/KH UBND`, `42/2022/NĐ CP`. */
const NONE_AFTER_CODE = /(?<=^\d[\d.]*[a-z]?[-/](?:\d{2,4}[-/])?)(\p{L}{2,4}) (?=\p{Lu}[\p{L}\d&.-]*$)/u
/** No separators at all: `84 kh ubnd`. */
const NONE = /^(\d{1,6}[a-z]?) (\p{L}{2,4}) (\p{L}{2,12})$/u
/** A unit of the police, in brackets: `36/2004/TT-BCA(A11)`, `31/BCĐ (PC02)`. */
export const POLICE_UNIT = String.raw`(?:P[ABCHKVX]|[A-Z])\d{1,2}`
const BRACKETED_UNIT = new RegExp(String.raw`(?<=\p{L}) ?\((${POLICE_UNIT})\)?$`, 'u')

const NAMED_BODY = `(?<=[-/.](?:${namedBodies.join('|')})) `
/** What a body leads, behind a space; a place is not: `BCH TP Sóc Trăng`. */
const LED = String.raw`(?!T[PX]\b)\p{Lu}[\p{Lu}\d&]+(?=$|[-&,.;:)\s])`
/** `BCH PCTT và TKCN`, where the symbol has `&`. */
export const AND = String.raw`(?<=[-/.](?:${namedBodies.join('|')})[ -]\p{Lu}{2,10}) và (?=\p{Lu}{2,10}(?:$|[-,.;:)\s]))`
/** Committees named after the number of a decision; a count of something else would follow: `15/TB-BCĐ 35 hộ`. */
const LED_NUMBER = String.raw`\d{2,4}(?=$|[,;.:)](?!\d)|\s(?:ngày\s*\d|của|về|do|năm\s\d|tỉnh|thành phố|huyện|xã)(?!\p{L}))`
/** `BCH PCTT-TKCN`, `BCĐ 35`: group 1 is a number, which stands at the body's letters (`BCĐ35`). */
export const LED_BY = `${NAMED_BODY}(?=(${LED_NUMBER})|${LED})`
const WITH_NAME = new RegExp(LED_BY, 'gu')
const WITH_BOTH = new RegExp(AND, 'gu')

/** Joins a body with what it leads. Pure. */
export const withNamedBody = (text: string): string =>
  text.replace(WITH_NAME, (_, counted?: string) => (counted ? '' : '-')).replace(WITH_BOTH, '&')

/** Restores missing separators in a printed number, and replaces brackets with separators. Pure. */
export const withMarks = (text: string): string =>
  text
    .replace(LETTER_APART, '$1')
    .replace(NONE, (whole, count, letters, body) =>
      isCode(letters) && BODIES.has(fold(body)) ? `${count}/${letters}-${body}` : whole,
    )
    .replace(NONE_AFTER_NUMBER, (whole, count, space, letters, next) =>
      isCode(letters) || (space && isCapital(letters)) ? `${count}${next === '/' ? '-' : '/'}${letters}` : whole,
    )
    .replace(NONE_AFTER_YEAR, (whole, counted, letters) => (isCode(letters) ? `${counted}/` : whole))
    .replace(NONE_BEFORE_BODY, (whole, count, letters) => (ALONE.has(fold(letters)) ? `${count}-` : whole))
    .replace(NONE_AFTER_CODE, (whole, letters) => (isCode(letters) ? `${letters}-` : whole))
    .replace(BRACKETED_UNIT, '-$1')

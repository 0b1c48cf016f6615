import { fold } from './fold.ts'
import { POLICE_UNIT } from './printedMarks.ts'
import { typeCodes } from './typeCodes.ts'
import { ONLY_TYPE_NAMES } from './typeNames.ts'

/** Longer than any label of a number; longer input is not a label. */
const LONGEST = 500

const CODES: ReadonlySet<string> = new Set(typeCodes.map(fold))

/** Also `Số` as the fonts VNI and TCVN3 leave it: `Soá`, `Sè`. */
const ENDS_IN_NUMBER =
  /(?:^|\s)(?:so|soa|se|no|n°|№)(?:\s*[/,]?\s*(?:va\s+)?(?:ky\s+)?hieu|\s+van ban)?(?:\s+van ban)?\s*[.:]*\s*$/
/** An urgent telegram is called `điện`; elsewhere the word means electricity. */
const TELEGRAM = /^dien(?: khan| mat| hoa toc)?$/

/** Whether the folded words before a number are only its label: `Số:`, `Kế hoạch số`, `Nghị định`, `NĐ`. */
export const isNaming = (words: string): boolean => {
  if (words.length > LONGEST) return false
  const bare = words.replace(/[\s:]+$/, '').trim()
  return ENDS_IN_NUMBER.test(words) || ONLY_TYPE_NAMES.test(bare) || CODES.has(bare) || TELEGRAM.test(bare)
}

const SAID_OF_IT =
  /\s+(?:ngày|ngay|v\/v|của|về|do|ban hành|năm)\s.*$|[\s,–-]+\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\W*$|\s*\[\d+\]\s*$|\.(?:pdf|docx?)$/isu
const SAID_IN_BRACKETS =
  /\s+\((?:ngày|sửa đổi|bổ sung|thay thế|kèm|bản|đã|có hiệu lực|hết hiệu lực|gọi tắt|sau đây)(?!\p{L}).*$/isu
/** A remark on the document: `(dự thảo)`, `(lần 2)`, `(389)`. */
const REMARK = /\s*[([]([^()[\]]*)[)\]][\s.,;:]*$/u
const REMARK_BEFORE = /^\s*[([][^()[\]\d]*[)\]]\s*/u
const UNIT = new RegExp(`^${POLICE_UNIT}$`)
const MOST_REMARKS = 3
const COUNT = String.raw`\d[\d.]*\p{L}{0,3}[-/]`
const TOKEN = String.raw`\p{L}[\p{L}\d&]*(?:,\p{Lu}[\p{Lu}\d]*&\p{Lu}+)?`
/** A complete number followed by words: `12/QĐ-UBND tỉnh`, or the place and date printed beside it. */
const THEN_WORDS = new RegExp(
  String.raw`^(\D*(?:${COUNT}(?:\d{2,4}[-/])?${TOKEN}(?:[-/.]${TOKEN})+|${COUNT}\d{4}[-/]${TOKEN}))[,;]?\s+(?=\p{L})(.+)$`,
  'su',
)
/** A type code alone is not a complete symbol: what follows `42/2022/NĐ` is its issuer. */
const endsInCode = (own: string): boolean => CODES.has(fold(/(?<=\d[-/])\p{L}+$/u.exec(own)?.[0] ?? ''))
const ANOTHER_NUMBER = /\d\s*[-/]\s*\p{L}|\p{L}\s*-\s*\p{L}/u

const withoutRemarks = (text: string, left = MOST_REMARKS): string => {
  const [whole, remark = ''] = REMARK.exec(text) ?? []
  if (!whole || !left || UNIT.test(remark) || ANOTHER_NUMBER.test(remark)) return text
  return withoutRemarks(text.slice(0, -whole.length), left - 1)
}

/**
 * Strips the words after a printed number: its date, issuer, subject or place, and remarks in brackets. If they contain another number they are
 * kept, because the text then has more than one number. Pure.
 */
export const beforeWords = (text: string): string => {
  if (text.length > LONGEST) return text
  // Names of laws contain such words: `Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15`.
  const counted = Math.max(0, text.search(/\d/))
  const said = text.slice(counted).replace(SAID_OF_IT, '').replace(SAID_IN_BRACKETS, '')
  const bare = text.slice(0, counted).replace(REMARK_BEFORE, '') + withoutRemarks(said)
  const [, own, words = ''] = THEN_WORDS.exec(bare) ?? []
  return own && !endsInCode(own) && !ANOTHER_NUMBER.test(words) ? own : bare
}

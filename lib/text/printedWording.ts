import { fold } from './fold.ts'
import { typeCodes } from './typeCodes.ts'
import { ONLY_TYPE_NAMES } from './typeNames.ts'

/** More than any number is named with; what is longer is a text. */
const LONGEST = 500

const CODES: ReadonlySet<string> = new Set(typeCodes.map(fold))

/** Also `Số` as the fonts VNI and TCVN3 leave it: `Soá`, `Sè`. */
const ENDS_IN_NUMBER =
  /(?:^|\s)(?:so|soa|se|no|n°|№)(?:\s*[/,]?\s*(?:va\s+)?(?:ky\s+)?hieu|\s+van ban)?(?:\s+van ban)?\s*[.:]*\s*$/
/** An urgent telegram is called `điện` too; elsewhere the word means power. */
const TELEGRAM = /^dien(?: khan| mat| hoa toc)?$/

/** Whether words before a number, folded, only name it: `Số:`, `Kế hoạch số`, `Nghị định`, `NĐ`. */
export const isNaming = (words: string): boolean => {
  if (words.length > LONGEST) return false
  const bare = words.replace(/[\s:]+$/, '').trim()
  return ENDS_IN_NUMBER.test(words) || ONLY_TYPE_NAMES.test(bare) || CODES.has(bare) || TELEGRAM.test(bare)
}

const SAID_OF_IT =
  /\s+(?:ngày|ngay|v\/v|của|về|do|ban hành|năm)\s.*$|[\s,–-]+\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\W*$|\s*\[\d+\]\s*$|\.(?:pdf|docx?)$/isu
const SAID_IN_BRACKETS =
  /\s+\((?:ngày|sửa đổi|bổ sung|thay thế|kèm|bản|đã|có hiệu lực|hết hiệu lực|gọi tắt|sau đây)(?!\p{L}).*$/isu
const COUNT = String.raw`\d[\d.]*\p{L}{0,3}[-/]`
const TOKEN = String.raw`\p{L}[\p{L}\d&]*(?:,\p{Lu}[\p{Lu}\d]*&\p{Lu}+)?`
/** A whole number, then words: `12/QĐ-UBND tỉnh`, or the place and day printed beside it. */
const THEN_WORDS = new RegExp(
  String.raw`^(\D*(?:${COUNT}(?:\d{4}[-/])?${TOKEN}(?:[-/.]${TOKEN})+|${COUNT}\d{4}[-/]${TOKEN}))[,;]?\s+(?=\p{L})(.+)$`,
  'su',
)
/** A code alone is not the whole symbol: what follows `42/2022/NĐ` is its issuer. */
const endsInCode = (own: string): boolean => CODES.has(fold(/(?<=\d[-/])\p{L}+$/u.exec(own)?.[0] ?? ''))
const ANOTHER_NUMBER = /\d\s*[-/]\s*\p{L}|\p{L}\s*-\s*\p{L}/u

/**
 * A printed number without what is said of it behind it: its day, its issuer, its subject, the place. Words that hold
 * another number stay, for then it is not one number. Pure.
 */
export const beforeWords = (text: string): string => {
  if (text.length > LONGEST) return text
  // Laws have such words in their names: `Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15`.
  const counted = Math.max(0, text.search(/\d/))
  const bare = text.slice(0, counted) + text.slice(counted).replace(SAID_OF_IT, '').replace(SAID_IN_BRACKETS, '')
  const [, own, words = ''] = THEN_WORDS.exec(bare) ?? []
  return own && !endsInCode(own) && !ANOTHER_NUMBER.test(words) ? own : bare
}

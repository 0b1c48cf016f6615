import { SURNAME } from './surnames.ts'

const ADVERBS = /\s+(?:đã|vừa|mới|cũng|đang|chính thức|kịp thời|tiếp tục|đồng thời|lại|liên tiếp|cùng|ngay)$/iu
const VERB = /(?:^|\s)(?:ký(?: kết)?(?: ban hành)?|ban hành|thông qua|phát hành|có|ra|gửi)$/iu
/** Words between the verb and the document: its type, `một số`, `kèm theo`. */
const OBJECT = /(?:^|\s)(ký(?: ban hành)?|ban hành|thông qua|phát hành|có|ra|gửi)\s+(?:\p{L}+\s*){1,4}$/iu
/** What another body does for the one that issues. */
const ADVISES =
  /(?<!\p{L})(?:tham mưu|(?<!(?:chương|quy|quá|lộ|công|giáo|hành|tiến|Chương|Quy|Quá|Lộ|Công|Giáo|Hành|Tiến) )trình|giúp|đề xuất|đề nghị(?: của)?|kiến nghị|xin ý kiến|xin chủ trương)(?!\p{L})/giu
const TOWARDS = /^(?:[\s,]*(?:cho|giúp|để|với|lên|của|cấp có thẩm quyền|kịp thời))*\s+/iu
const PARTNER =
  /\s+(?:(?:đã\s+)?(?:chủ trì|chủ động)(?:,)?(?:\s+phối hợp)?|(?<!Hội đồng )phối hợp|cùng với|kết hợp)(?=\s).*$/isu
const OFFICE =
  /(?<!\p{L})(?:(?:Quyền|Phó|Nguyên|Q\.)\s+)*(?:Tổng [Gg]iám đốc|Giám đốc|Chủ tịch(?! nước| Hồ)|Bộ trưởng|Thứ trưởng|(?:Tổng c|Chi c|C)ục trưởng|Vụ trưởng|Viện trưởng|Hiệu trưởng|Chánh án|Chánh(?=\s+(?:Văn phòng|Thanh tra|VP))|Phó(?=\s+(?:Chánh|Trưởng))|Trưởng(?=\s+(?:ban|phòng|Ban|Phòng|Công an|Đoàn))|Bí thư|Chủ nhiệm|Thủ trưởng)(?:\s+[Tt]hường trực)?(?!\p{L})/gu
const PREMIER = /Thủ tướng(?:\s+Chính phủ)?/u
const BODY =
  /(?<![\p{L}\d])(?:[UỦ][yỷ] ban|Uỷ ban|Hội đồng|Sở|Bộ(?! luật)|Ban(?! hành)|Chính phủ|Thủ tướng|Chủ tịch nước|Quốc hội|T[oò][aà] án|Viện|Cục|Chi cục|Tổng cục|Phòng|Văn phòng|Trung tâm|Hội(?! nghị| thảo)|Liên (?:đoàn|minh|hiệp|ngành)|(?:Tỉnh|Thành|Huyện|Thị|Quận|Đảng)\s?(?:ủy|uỷ|đoàn)|Thường (?:trực|vụ)|Chi bộ|Công an|Bộ đội|Quân khu|Kho bạc|Ngân hàng|Bảo hiểm|Trường(?! hợp)|Học viện|Đại học|Đoàn|Mặt trận|Thanh tra|Kiểm toán|Hải quan|Tổng (?:Công ty|Thanh tra)|\p{Lu}{2,}[\p{Lu}\d]*)(?!\p{L})/u
/** Bodies that issue on their own; two of them in one name are two bodies, unless a body of the second comes first. */
const TOP =
  /(?<!\p{L})(?:UBND|HĐND|[UỦ][yỷ] ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|Sở|Bộ|Chính phủ|(?:Tỉnh|Thành|Huyện)\s(?:ủy|uỷ))(?!\p{L})/gu
const PART_OF =
  /^(?:Văn phòng|Phòng|Ban|Hội đồng(?! nhân dân)|Trung tâm|Thường|Đảng|Tổ|Đoàn|Công an|Thanh tra|Chi|Cục|Viện|Trường)/u
const INNER_VERB =
  /(?<!\p{L})(?:đã|vừa|được|tại|theo|về|cho|do|khi|nhằm|để|có|thì|là|ký|trong|việc|thực hiện|tổ chức|ban hành)(?!\p{L})/u

/** What a symbol's issuer is called; a name that begins otherwise contradicts the symbol. */
const OF_SYMBOL: [RegExp, RegExp][] = [
  [/^UBND/, /^(?:UBND|UB|[UỦ][yỷ] ban nhân dân|Uỷ ban nhân dân)/iu],
  [/^HĐND/, /^(?:Thường trực )?(?:HĐND|Hội đồng nhân dân)/iu],
  [/^CP$/, /^Chính phủ/iu],
  [/^TTg$/, /^Thủ tướng/iu],
  [/^QH\d*$/, /^Quốc hội/iu],
  [/^STP$/, /^(?:Sở Tư pháp|STP)/iu],
  [/^B[A-ZĐ&]+$/, /^(?!UBND|HĐND|[UỦ]|Sở|Chính phủ|Thủ tướng|Quốc hội)/iu],
]

/** Cities whose names are one word. */
const ONE_WORD = /^(?:Huế|Vinh)$/u

/** A name without the person's after it: `UBND tỉnh Nguyễn Văn A`, `UBND tỉnh Sóc Trăng Trần Thị B`. */
const withoutPerson = (name: string): string => {
  const words = name.split(' ')
  const lastSmall = words.findLastIndex((word) => !/^\p{Lu}\p{Ll}*$/u.test(word))
  const ahead = words.slice(lastSmall + 1)
  // A place mostly has two words, then none, one or more.
  for (const at of ONE_WORD.test(ahead[0] ?? '') ? [1] : [2, 0, 1, 3]) {
    const length = ahead.length - at
    const person = ahead.slice(at).join(' ')
    if (length >= (at ? 2 : 3) && length <= 4 && SURNAME.test(person) && person !== 'Hồ Chí Minh')
      return words.slice(0, lastSmall + 1 + at).join(' ')
  }
  return name
}

const withoutAdverbs = (text: string): string => {
  let last = text
  for (;;) {
    const next = last.replace(ADVERBS, '')
    if (next === last) return next
    last = next
  }
}

const afterLast = (text: string, pattern: RegExp): string | undefined => {
  const last = [...text.matchAll(pattern)].at(-1)
  return last && text.slice(last.index + last[0].length)
}

/** A body without its term and its abbreviation: `HĐND tỉnh khóa X`, `Hội đồng phối hợp (Hội đồng)`. */
export const bodyOnly = (name: string): string =>
  name
    .replace(/\s*\([^)]*\)?\s*$/u, '')
    .replace(/\s+kh[oó][aá]\s+[IVXLC\d]+.*$/iu, '')
    .trim()

export interface Issuer {
  /** The body that issues, without who advised it and who signed. */
  name?: string
  /** The words that speak of an issuer and do not tell for certain which. */
  unsure?: string
}

/**
 * The body that issues, out of the words before the verb, or after `của`.
 *
 * @param clause the words, without the verb
 * @param symbol the issuer in the document's symbol, which the name must not contradict
 */
export const issuerOf = (clause: string, symbol: string): Issuer => {
  const given = bodyOnly(clause)
  const unsure = given ? { unsure: given } : {}
  const advised = afterLast(given, ADVISES)?.replace(TOWARDS, '').trim()
  const issuing = withoutAdverbs((advised ?? given).replace(PARTNER, '').trim())
  const held = afterLast(issuing, OFFICE)?.trim()
  let name = held === undefined ? issuing : withoutPerson(`${held.charAt(0).toUpperCase()}${held.slice(1)}`)
  const premier = PREMIER.exec(name)
  if (premier) name = name.slice(premier.index).replace(/^Thủ tướng(?: Chính phủ)?.*$/u, 'Thủ tướng Chính phủ')
  const found = BODY.exec(name)
  if (!found) return held !== undefined || advised !== undefined ? unsure : {}
  name = name.slice(found.index)
  if (INNER_VERB.test(name)) return unsure
  const tops = name.match(TOP)?.length ?? 0
  if (name.length < 3 || name.length > 160 || (tops > 1 && !PART_OF.test(name) && !/\s(?:và|,|-)\s/u.test(name)))
    return unsure
  if (/^(?:Văn phòng|Phòng|Ban|Trung tâm|Sở|Bộ|Cục|Viện|Hội|Đoàn|Thanh tra)$/u.test(name)) return unsure
  const contradicts = OF_SYMBOL.some(([code, called]) => code.test(symbol) && !called.test(name))
  return contradicts ? unsure : { name }
}

/** Whether a clause is the rest of a name with a comma in it: `Sở Văn hóa, Thể thao và Du lịch`. */
const isRest = (clause: string, before: string | undefined): boolean =>
  before !== undefined && !BODY.test(clause) && clause.search(OFFICE) < 0 && before.search(BODY) === 0

/** The clause that a verb of issuing ends, without the verb; its subject is before it. Pure. */
export const clauseBefore = (before: string): string => {
  const text = withoutAdverbs(before.trimEnd().replace(OBJECT, ' $1').trimEnd())
  const verbless = withoutAdverbs(text.replace(VERB, '').trim().replace(/,$/, '')).replace(/,$/, '')
  const clauses = verbless.split(/[,;:]\s+(?![^“]*”)/u)
  const last = clauses.at(-1)!
  const beforeLast = clauses.at(-2)
  return (isRest(last, beforeLast) ? `${beforeLast}, ${last}` : last)
    .replace(/^\([^()]{1,20}\)[\s:–-]*/u, '')
    .replace(/^(?:(?:Vào\s+|Sáng\s+|Chiều\s+)?ngày)\s+\S+(?:\s+tháng\s+\d+\s+năm\s+\d+)?\s*/iu, '')
    .replace(/^(?:vừa qua|mới đây|theo đó|thay mặt|cùng ngày|cùng đợt này|trong đó|sau đó)\s*/iu, '')
    .trim()
}

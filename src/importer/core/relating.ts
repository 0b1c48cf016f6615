import type { FoundNumber } from '../../../lib/text/findNumbers.ts'
import type { RelationType } from './types.ts'

/** What a document does to another, by the beginning of the verb; the first that fits. */
const ACTS: [RegExp, RelationType][] = [
  [/^thay thế/i, 'replaces'],
  [/^(?:bãi bỏ|hủy bỏ|huỷ bỏ)/i, 'abrogates'],
  [/^(?:sửa đổi|bổ sung|điều chỉnh)/i, 'amends'],
  [/^đính chính/i, 'corrects'],
  [/đình chỉ|ngưng hiệu lực/i, 'suspends'],
  [/^(?:hướng dẫn|quy định chi tiết)/i, 'guides'],
  [/^hợp nhất/i, 'consolidates'],
  [/^(?:triển khai|tổ chức|thực hiện|thi hành|quán triệt|chấp hành)/i, 'implements'],
]
const CARRY_OUT = '(?:triển khai|tổ chức thực hiện|thực hiện|thi hành|chấp hành|quán triệt)'
const VERB = new RegExp(
  String.raw`(?<!\p{L})(?:thay thế|bãi bỏ|h(?:ủy|uỷ) bỏ|sửa đổi(?:(?:,| và)? bổ sung)?|bổ sung|điều chỉnh|đính chính|(?:tạm )?đình chỉ(?: thi hành)?|ngưng hiệu lực|hợp nhất|(?:hướng dẫn|quy định chi tiết)(?:(?:,| và)? (?:hướng dẫn|biện pháp))?(?: (?:thi hành|thực hiện|triển khai|áp dụng))?|${CARRY_OUT}(?:(?:,| và)? ${CARRY_OUT})?)(?!\p{L})`,
  'giu',
)
const TYPES =
  'quyết định|nghị quyết|nghị định|thông tư(?: liên tịch)?|chỉ thị|kế hoạch|công văn|luật|pháp lệnh|văn bản|quy chế|quy định|hướng dẫn'
const PART =
  '(?:điểm|khoản|điều|chương|mục|phần|phụ lục|đoạn|cụm từ|tên|tiêu đề|biểu|mẫu|một số|một phần|các (?:điều|khoản|điểm|phụ lục|nội dung|cụm từ|quy định)|những (?:nội dung|điều)|nội dung|tiết|gạch đầu dòng|số thứ tự|quy định tại)(?!\\p{L})'
/** Between the verb and the number: nothing of weight, or the part that is meant. */
const LINK = new RegExp(
  String.raw`^\s*(?:(?:cho|toàn bộ|hiệu lực(?: thi hành)?|của|đối với|cả|các|những)\s+)*(?:(?:${TYPES}|,|và)\s*)*(?:sau(?: đây)?\s*)?:?\s*(?:số\s*)?$`,
  'iu',
)
const WITH_PART = new RegExp(String.raw`^\s*(?:(?:cho|đối với|của)\s+)*(${PART}.*)$`, 'isu')
const ENUMERATION = /^[\s,;:()]*(?:(?:và|hoặc|cùng với|cùng|kể cả)\s*)?(?:các\s*)?(?:số\s*)?$/iu
/** The next one of a list after some words on the one before: `Nghị định số … quy định về … và Nghị định số …`. */
const LISTED = /^(?!.*(?:theo|căn cứ)(?!\p{L})).*(?:;|,|(?<!\p{L})và)\s*(?:các\s*)?(?:số\s*)?$/isu
const ENUMERATED_PART = new RegExp(String.raw`^[\s,;:]*(?:(?:và|hoặc|cùng)\s+)?(${PART}.*)$`, 'isu')
/** A part that is said of all the documents after it: `một số điều của Quyết định … và Quyết định …`. */
const SOME = /^một (?:số|phần)(?!\p{L})/iu
const OF = /[\s,]*(?:của|tại|trong|thuộc|(?:được )?ban hành kèm theo|kèm theo|quy định tại)?[\s,:]*$/iu
/** What is proposed has not happened. */
const PROPOSED =
  /(?<!\p{L})(?:đề nghị|kiến nghị|đề xuất|dự thảo|dự kiến|xem xét|nghiên cứu|không|chưa|góp ý|rà soát|tham mưu|yêu cầu|việc|cần|phải|khi|nếu|trường hợp)(?!\p{L})[^,;]*$/iu
const PASSIVE = /(?<!\p{L})(?:bị|được)\s*$/iu
const BY_OTHER = /(?:^|\s)(?:bởi|bằng|(?<!kèm )theo|tại)\s*$/iu
const PASSIVE_AFTER =
  /^\s*,?\s*(?:(?:cũng|đã|nay|sẽ)\s+)*(?:bị|được)\s+(thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|sửa đổi|đính chính|đình chỉ)(?!\p{L})(?!.{0,40}(?:bởi|bằng|theo|tại)\s)/iu
const DIRECTLY = /^[\s,]*(?:(?:đã|về việc|về|để|quy định|nhằm|được ban hành)\s*)*$/iu
/** A sentence that begins so names its ground. */
const OPENS = /^\s*(?:(?:để|nhằm|tiếp tục|kịp thời)\s*)*$/iu

const LONGEST_LEAD = 400
const LONGEST_SCOPE = 200

/** What a sentence says that a document does to the number in it. */
export interface Relating {
  type: RelationType
  /** The part that is meant, as printed; empty for the whole. */
  scope: string
  /** The number that does so, where it stands right before the verb; else the document that the text is about. */
  by?: FoundNumber
}

const typeOf = (verb: string): RelationType | undefined => ACTS.find(([pattern]) => pattern.test(verb))?.[1]

const scopeOf = (words: string): string => words.replace(OF, '').trim().slice(0, LONGEST_SCOPE)

/**
 * Reads what is done to a printed number out of the words around it. Pure.
 *
 * @param args.lead the words since the number before it, without that one's day and issuer
 * @param args.after the words behind the number, its day and its issuer
 * @param args.previous what is done to the number before it, which an enumeration goes on with
 * @param args.before the number before it in the sentence
 * @param args.isAlike whether both are documents of one type
 * @returns undefined when the number is only cited
 */
export const relatingOf = (args: {
  lead: string
  after: string
  previous?: Relating
  before: FoundNumber | undefined
  isAlike: boolean
}): Relating | undefined => {
  const { previous } = args
  const words = args.lead.slice(-LONGEST_LEAD)
  if (previous && ENUMERATION.test(words))
    return { ...previous, scope: SOME.test(previous.scope) ? previous.scope : '' }
  const [, part] = (previous && ENUMERATED_PART.exec(words)) ?? []
  if (previous && part) return { ...previous, scope: scopeOf(part) }

  const isListed = args.isAlike && LISTED.test(words) && words.length < LONGEST_SCOPE && words.search(VERB) < 0
  if (previous && isListed) return { ...previous, scope: SOME.test(previous.scope) ? previous.scope : '' }

  const verb = [...words.matchAll(VERB)].findLast(({ 0: found, index }) => {
    const tail = words.slice(index + found.length)
    return LINK.test(tail) || WITH_PART.test(tail)
  })
  const type = verb && typeOf(verb[0])
  if (!verb || !type) {
    const [, done] = PASSIVE_AFTER.exec(args.after.slice(0, LONGEST_LEAD)) ?? []
    const doneType = done && typeOf(done)
    return doneType ? { type: doneType, scope: '' } : undefined
  }
  const before = words.slice(0, verb.index)
  const tail = words.slice(verb.index + verb[0].length)
  if (BY_OTHER.test(tail) || PASSIVE.test(before) || PROPOSED.test(before))
    return type === 'implements' ? undefined : { type: 'references', scope: '' }
  const [, scope = ''] = LINK.test(tail) ? [] : (WITH_PART.exec(tail) ?? [])
  const isDirect = args.before !== undefined && DIRECTLY.test(before)
  return {
    type: type === 'implements' && !args.before && OPENS.test(before) ? 'basedOn' : type,
    scope: scopeOf(scope),
    ...(isDirect ? { by: args.before } : {}),
  }
}

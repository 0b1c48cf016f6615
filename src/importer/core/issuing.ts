import { type FoundDay, findDays } from '../../../lib/text/dates.ts'
import { type FoundNumber, findNumbers } from '../../../lib/text/findNumbers.ts'
import { fold } from '../../../lib/text/fold.ts'

/** A number in a sentence, with what the sentence says of its day, its issuer and its subject. */
export interface Mention {
  found: FoundNumber
  sentence: string
  /** Whether the sentence reports that it was issued; else it is only cited. */
  issued: boolean
  /** Whether it is named as a ground: `căn cứ`, `thực hiện`, `theo`. */
  ground: boolean
  day?: FoundDay
  issuer?: string
  /** What it is about: the words after number, day and issuer. */
  subject?: string
}

const SUBJECT =
  'về việc|về|v/v|triển khai|thực hiện|phê duyệt|quy định|ban hành|nhằm|sửa đổi|bổ sung|công bố|tổ chức|hướng dẫn|tăng cường|thành lập|kiện toàn|phát động|đẩy mạnh|nâng cao|xây dựng|thông qua|giao|với|để|đã|vừa|được'
const DATED = /^\s*,?\s*(?:được\s+)?(?:ký\s+|ban hành\s+|ký ban hành\s+)?(?:vào\s+)?(?:ngày\s+)?$/iu
const OF = new RegExp(
  String.raw`^\s*,?\s*của\s+(.{3,160}?)(?=\s+(?:${SUBJECT})(?=\s)|\s*[,.;:)(“”"]|\s+ngày\s+\d|$)`,
  'iu',
)
const ISSUES = /(?:^|\s)(?:da |vua |moi |chinh thuc )*(?:ky )?(?:ban hanh|thong qua|phat hanh|ra)\s*$/
const ISSUES_BEFORE_NAME = /(?:^|\s)(?:ban hanh|ky ban hanh|phat hanh|thong qua|ky|co|ra|gui)\s*$/
const GROUND =
  /(?:can cu|thuc hien|theo|tren co so|trien khai|quan triet|thi hanh|chap hanh)(?:\s+(?:noi dung|tinh than|quy dinh tai|chi dao tai))?\s*(?:cac\s+)?$/
const VERB = /\s+(?:đã |vừa |mới |chính thức )*(?:ký\s+)?(?:ban hành|thông qua|phát hành|có|ra)\s*(?:\p{L}+\s+){0,4}$/iu

/** Who stands before the verb: the words after the last comma, without a day and without adverbs. */
const subjectOf = (before: string): string | undefined => {
  const clause =
    before
      .replace(VERB, '')
      .split(/[,;:]\s+(?![^“]*”)/u)
      .at(-1) ?? ''
  const name = clause
    .replace(/^(?:Ngày|Vào ngày|Sáng ngày|Chiều ngày)\s+\S+(?:\s+tháng\s+\d+\s+năm\s+\d+)?\s*/iu, '')
    .replace(/^(?:vừa qua|mới đây|theo đó|thay mặt)\s*/iu, '')
    .replace(/\s+(?:đã|vừa|mới|chính thức)$/iu, '')
    .trim()
  return /^\p{Lu}/u.test(name) && name.length >= 3 && name.length <= 160 && !/\d\//.test(name) ? name : undefined
}

/** The day that follows a number; after a comma only when no other comma makes it the next clause's. */
const dayAfter = (after: string): FoundDay | undefined => {
  const [day] = findDays(after.slice(0, 60))
  const lead = day && after.slice(0, day.start)
  if (!day || !DATED.test(lead!)) return undefined
  return lead!.trimStart().startsWith(',') && /^\s*,/.test(after.slice(day.end)) ? undefined : day
}

const dayBefore = (before: string): FoundDay | undefined =>
  findDays(before).findLast(
    (day) =>
      /(?:^|[\s,(])ngày\s+$/iu.test(before.slice(Math.max(0, day.start - 8), day.start)) &&
      !/(?:từ|đến|trước|sau|hết)\s+(?:hết\s+)?ngày\s+$/iu.test(before.slice(Math.max(0, day.start - 16), day.start)),
  )

/** `gửi các sở, ngành về việc …`: what it is about comes after whom it is sent to. */
const SUBJECT_LEAD = /^[\s,:–-]*(?:(?:về việc|v\/v|về)\s+|gửi\s[^.“]{3,200}?\s(?:về việc|v\/v|về)\s+)?/iu

/** A body without its term and its abbreviation: `HĐND tỉnh khóa X`, `Hội đồng phối hợp (Hội đồng)`. */
const bodyOnly = (name: string | undefined): string | undefined =>
  name
    ?.replace(/\s*\([^)]*\)?\s*$/u, '')
    .replace(/\s+kh[oó][aá]\s+[IVXLC\d]+.*$/iu, '')
    .trim() || undefined

/** Every number a sentence mentions, and what it says of each. Pure. */
export const mentionsIn = (sentence: string): Mention[] => {
  const all = findNumbers(sentence)
  return all.map((found, at): Mention => {
    const before = sentence.slice(all[at - 1]?.end ?? 0, found.from)
    const folded = fold(before)
    const law = /luat ban hanh/.test(folded)
    const issued =
      !law &&
      (ISSUES_BEFORE_NAME.test(folded) ||
        (ISSUES.test(folded.replace(/\s+(?:\S+\s+){1,3}$/, ' ')) && !GROUND.test(folded)))
    const ground = !issued && GROUND.test(folded)
    let rest = sentence.slice(found.end)
    const after = dayAfter(rest)
    if (after) rest = rest.slice(after.end)
    const [of, issuerAfter] = OF.exec(rest) ?? []
    if (of) rest = rest.slice(of.length)
    const late = after ?? dayAfter(rest)
    if (late && !after) rest = rest.slice(late.end)
    const day = late ?? (issued ? dayBefore(before) : undefined)
    const issuer = bodyOnly(issuerAfter ?? (issued ? subjectOf(before) : undefined))
    const subject = rest.replace(SUBJECT_LEAD, '')
    return { found, sentence, issued, ground, ...(day ? { day } : {}), ...(issuer ? { issuer } : {}), subject }
  })
}

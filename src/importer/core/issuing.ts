import { type FoundDay, findDays } from '../../../lib/text/dates.ts'
import { numberKey } from '../../../lib/text/documentNumber.ts'
import { type FoundNumber, findNumbers } from '../../../lib/text/findNumbers.ts'
import { fold } from '../../../lib/text/fold.ts'
import { clauseBefore, type Issuer, issuerOf } from './issuer.ts'
import { type Relating, relatingOf } from './relating.ts'

/** A number in a sentence, with what the sentence says of its day, its issuer and its subject. */
export interface Mention {
  found: FoundNumber
  /** What its document is told from others by. */
  key: string
  sentence: string
  /** Whether the sentence reports that it was issued; else it is only cited. */
  issued: boolean
  /** Whether it is named as a ground: `căn cứ`, `thực hiện`, `theo`. */
  ground: boolean
  /** Whether a clause of what went before speaks of it: `sau khi`, `trước đó`. */
  background: boolean
  /** Whether it is said behind the number who issued it. */
  isTold: boolean
  /** What is done to it: `thay thế`, `bãi bỏ khoản 2 Điều 5`. */
  relating?: Relating
  day?: FoundDay
  issuer: Issuer
  /** Whose the sentence says it is, as printed. */
  of?: string
  /** What it is about: the words after number, day and issuer. */
  subject: string
}

const SUBJECT =
  'về việc|về|v/v|triển khai|thực hiện|phê duyệt|quy định|ban hành|nhằm|sửa đổi|bổ sung|công bố|tổ chức|hướng dẫn|tăng cường|thành lập|kiện toàn|phát động|đẩy mạnh|nâng cao|xây dựng|thông qua|giao|với|để|đã|vừa|được|bị|có hiệu lực|hết hiệu lực|thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|đính chính|đình chỉ|ký|có|nay|và (?=(?:các |những )?(?:Quyết định|Nghị|Thông tư|Chỉ thị|Kế hoạch|Công văn|Luật|Văn bản|văn bản|khoản|Điều))|do|kèm theo|trong|tại'
const DATED = /^\s*,?\s*(?:được\s+)?(?:ký\s+|ban hành\s+|ký ban hành\s+)?(?:vào\s+)?(?:ngày\s+)?$/iu
/** A comma that is not part of a body's name. */
const COMMA = String.raw`,(?!\s+(?:giáo dục pháp luật|thể thao|gia đình|du lịch|thông tin và|thương binh|chống|khen thưởng)(?!\p{L}))`
/** In small letters, for names have such words: `Sở Giao thông vận tải`, `Ban Tổ chức`, `Bộ Xây dựng`. */
const OF = new RegExp(
  String.raw`^\s*,?\s*(?:của|CỦA)\s+(.{3,160}?)(?=\s+(?:${SUBJECT})(?=\s)|\s*${COMMA}|\s*[.;:)(“”"]|\s+ngày\s+\d|$)`,
  'u',
)
const ISSUES = /(?:^|\s)(?:(?:đã|vừa|mới|chính thức)\s+)*(?:ký\s+)?(?:ban hành|thông qua|phát hành|ra)\s*$/iu
const ISSUES_BEFORE_NAME = /(?:^|\s)(?:ban hành|phát hành|thông qua|ký|có|ra|gửi)\s*$/iu
const GROUND =
  /(?:can cu(?: phap ly)?(?: la| gom| vao)?|thuc hien|theo|tren co so|trien khai|quan triet|thi hanh|chap hanh)(?:\s+(?:noi dung|tinh than|quy dinh tai|chi dao tai))?\s*(?:cac\s+)?$/
/** What went before the report: `ngay sau khi …`, `trước đó …`. */
const BACKGROUND = /^(?:(?:ngay |ke )?(?:sau|tu|truoc) khi|khi|truoc (?:do|day)|tu khi)(?![a-z])/
const BEFORE_THAT = /^\s*truoc (?:do|day)(?![a-z])/
/** `do UBND tỉnh ban hành`, behind the number. */
const BY =
  /^\s*,?\s*(?:(?:đã|vừa|mới)\s+)*(?:do|được)\s+(.{3,160}?)\s+(?:ký\s+)?(?:ban hành|thông qua|phát hành)(?!\p{L})/iu
const GOES_ON = /(?:;|,|(?:^|\s)và|(?:^|\s)cùng)\s*$/u

const clauseOf = (folded: string): string =>
  folded
    .split(/[,;:]\s/)
    .at(-1)!
    .trim()

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

interface Place {
  found: FoundNumber
  /** The words since the number before it, without that one's day and issuer. */
  lead: string
  /** Where its own day and issuer end. */
  rest: number
  day?: FoundDay
  of?: string
}

/** A sentence's numbers, each with the day and the issuer that follow it. */
const placesIn = (sentence: string): Place[] => {
  let from = 0
  const all = findNumbers(sentence)
  return all.map((found, at) => {
    const lead = sentence.slice(Math.min(from, found.from), found.from)
    let rest = sentence.slice(found.end, all[at + 1]?.from)
    const after = dayAfter(rest)
    if (after) rest = rest.slice(after.end)
    const [of, issuer] = OF.exec(rest) ?? []
    if (of) rest = rest.slice(of.length)
    const late = after ?? dayAfter(rest)
    if (late && !after) rest = rest.slice(late.end)
    from = (all[at + 1]?.from ?? sentence.length) - rest.length
    return { found, lead, rest: from, ...(late ? { day: late } : {}), ...(issuer ? { of: issuer } : {}) }
  })
}

/** Who issued it and when, where that stands behind the number: `do UBND tỉnh ban hành ngày …`. */
const toldBehind = (words: string): { by?: string; day?: FoundDay } => {
  const [said, by] = BY.exec(words) ?? []
  const day = said === undefined ? undefined : dayAfter(words.slice(said.length))
  return { ...(by ? { by } : {}), ...(day ? { day } : {}) }
}

/** The subject without the next document that the sentence reports. */
const subjectBefore = (subject: string, next: number): string =>
  subject.slice(0, Math.max(0, subject.length - next)).replace(/[\s,;]*(?:và|cùng)?\s*$/u, '')

const typeOf = ({ typeName }: FoundNumber): string | undefined => typeName?.toLowerCase()

const isIssued = (lead: string, ground: boolean): boolean =>
  !/luật ban hành/iu.test(lead) &&
  (ISSUES_BEFORE_NAME.test(lead) || (ISSUES.test(lead.replace(/\s+(?:\S+\s+){1,3}$/, ' ')) && !ground))

/** Every number a sentence mentions, and what it says of each. Pure. */
export const mentionsIn = (sentence: string): Mention[] => {
  const mentions: Mention[] = []
  const places = placesIn(sentence)
  for (const [at, { found, lead, rest, day, of }] of places.entries()) {
    const before = mentions.at(-1)
    const after = sentence.slice(rest)
    const folded = fold(lead)
    const relating = relatingOf({
      lead,
      after,
      previous: before?.relating,
      before: before?.found,
      isAlike: before !== undefined && typeOf(before.found) === typeOf(found),
    })
    const background = BACKGROUND.test(clauseOf(folded)) || BEFORE_THAT.test(folded)
    const goesOn =
      !relating && before?.issued && before.found.number.symbol === found.number.symbol && GOES_ON.test(lead)
    const said = !relating && isIssued(lead, GROUND.test(folded))
    const issued = !background && (said || goesOn === true)
    const behind = toldBehind(sentence.slice(rest, places[at + 1]?.found.from))
    const own = of ?? behind.by ?? (said ? clauseBefore(lead) : undefined)
    const dayThen = day ?? behind.day ?? (said ? dayBefore(lead) : undefined)
    if (goesOn && before) before.subject = subjectBefore(before.subject, sentence.length - found.from)
    mentions.push({
      found,
      key: numberKey(found.number),
      sentence,
      issued,
      ground: !issued && GROUND.test(folded),
      background,
      isTold: behind.by !== undefined,
      ...(relating ? { relating } : {}),
      ...(dayThen ? { day: dayThen } : {}),
      issuer: own !== undefined ? issuerOf(own, found.number.issuer) : goesOn && before ? before.issuer : {},
      ...(of ? { of } : {}),
      subject: after.replace(SUBJECT_LEAD, ''),
    })
  }
  return mentions
}

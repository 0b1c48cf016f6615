import { findDays } from '../../../lib/text/dates.ts'
import { type FoundNumber, findNumbers } from '../../../lib/text/findNumbers.ts'
import { isTooEarly } from './bounds.ts'
import { sentencesOf } from './sentences.ts'

const YEARS = /(?:từ\s+)?(?:năm\s+)?(\d{4})\s*(?:đến(?:\s+hết)?(?:\s+năm)?|[-–—])\s*(?:năm\s+)?(\d{4})/iu
const ONE_YEAR = /(?:trong|:)\s+năm\s+(\d{4})\s*[.;]?$/iu
const STATED_PERIOD = /thời (?:gian|hạn) (?:thực hiện|triển khai)/iu
/** Years that a plan can name. */
const YEAR = /^(?:19[4-9]|20|21)\d/
const ORDINAL: Record<string, number> = {
  năm: 5,
  bảy: 7,
  mười: 10,
  'mười lăm': 15,
  'hai mươi': 20,
  'ba mươi': 30,
  'bốn lăm': 45,
  'bốn mươi lăm': 45,
}

/** Within quotation marks; a longer name has lost its closing mark. */
export const QUOTED = /“[^”]{0,500}”|"[^"]{0,500}"/g

const daysLater = (day: string, count: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, date + count)).toISOString().slice(0, 10)
}

/**
 * Years in which a plan is carried out, which are not its legal effect: where the text says `Thời gian thực hiện`, else
 * the `giai đoạn` of the title outside quotation marks, for the quoted one is another document's.
 *
 * @returns `unread`: what the text says of it and could not be read as years
 */
export const readPeriod = (
  paragraphs: string[],
  title: string,
): { fromYear: number; toYear: number } | { unread: string } | undefined => {
  const sentence = paragraphs.flatMap(sentencesOf).find((one) => STATED_PERIOD.test(one))
  const stated = sentence?.slice(sentence.search(STATED_PERIOD))
  const own = /giai đoạn[^“”"]*/iu.exec(title.replace(QUOTED, ''))?.[0]
  const [, one] = ONE_YEAR.exec(stated ?? '') ?? []
  const days = findDays(stated ?? '').flatMap(({ day }) => day?.slice(0, 4) ?? [])
  const [, from, to] =
    YEARS.exec(stated ?? '') ??
    (one ? [one, one, one] : days.length === 2 ? [stated, ...days] : YEARS.exec(own ?? '')) ??
    []
  if (from && to && YEAR.test(from) && YEAR.test(to)) return { fromYear: Number(from), toYear: Number(to) }
  // A word on time in the middle of a sentence is no statement.
  const isStatement = stated !== undefined && (stated === sentence || /\d/.test(stated))
  const unread = isStatement ? stated : from ? own : undefined
  return unread ? { unread } : undefined
}

/** What a text says of its effect. */
export interface Effect {
  from?: string
  to?: string
  /** Written as a day and none of the calendar, or none that a document can have. */
  unreadable?: string
  /** How `from` was counted, where it was. */
  counted?: string
  /** What it says of its effect in words that give no day for certain. */
  unread: string[]
}

const TIME = String.raw`(?:0?\d|1\d|2[0-4])\s*(?:giờ|h|g|:)(?:\s*\d{2})?(?:\s*phút)?`
/** Between `hiệu lực` and its day, nothing of weight. */
const FILLER = String.raw`(?:\s|[,:]|thi hành|áp dụng|chính thức|bắt đầu|kể|từ|vào|lúc|ngày|hôm|(?:là|của)(?= ngày)|thứ\s\p{L}+|chủ nhật|${TIME})*`
const FROM = new RegExp(`(?<!hết |còn |dứt )hiệu lực${FILLER}$`, 'iu')
const ENDS_FROM = new RegExp(`(?:hết|chấm dứt) hiệu lực${FILLER}$`, 'iu')
const LASTS = new RegExp(String.raw`(?<!\p{L})đến(?:\s|hết|ngày|${TIME})*$`, 'iu')
const SIGNED =
  /(?<!hết )hiệu lực(?: thi hành)?,?(?: ngay)?(?: kể)?(?: từ| sau) (?:ngày|khi|thời điểm) (?:được )?(?:ký|ban hành)/iu
const COUNTED =
  /(?<!hết )hiệu lực(?: thi hành)?,? (?:kể từ )?sau (?:(\d{1,3})|(\p{L}+(?: \p{L}+){0,2}?))(?: \([^()]{1,20}\))? ngày,? (?:kể )?từ ngày (?:được )?(?:ký|ban hành)/iu
/** Words that go on to say when. */
const WHEN =
  /^(?: thi hành| áp dụng)?,?\s*(?::|(?:(?:kể|chính thức|bắt đầu|ngay)\s+)*(?:từ|sau|vào|đến|trong vòng|trước|khi)(?!\p{L})|ngay(?!\p{L}))/iu
const LEAD = 90
const LONGEST_UNREAD = 160

const BEGINS = /(?:có|hết|phát sinh|chấm dứt) $/iu

const unreadIn = (sentence: string, before: number, at: number): string => {
  const [words = ''] = /^[^;.]*(?:\.\d[^;.]*)*/.exec(sentence.slice(at - before, at + LONGEST_UNREAD)) ?? []
  return words.trim()
}

/**
 * Days of legal effect, where the text gives them: `có hiệu lực từ ngày …`, `đến hết ngày …`, `hết hiệu lực từ ngày …`
 * (whose last day with effect is the one before), `sau 10 ngày kể từ ngày ký`. What a sentence says after it has named
 * another document is that one's and left aside.
 *
 * @param own tells whether a number is the document's own
 * @param issuedOn the day of issue, from which `có hiệu lực từ ngày ký` counts
 */
export const readEffect = (paragraphs: string[], own: (printed: FoundNumber) => boolean, issuedOn?: string): Effect => {
  const effect: Effect = { unread: [] }
  const begin = (day: string, words: string) => {
    if (effect.from !== undefined && effect.from !== day) effect.unread.push(words)
    effect.from ??= day
  }
  for (const sentence of paragraphs.flatMap(sentencesOf)) {
    if (!/hiệu lực/iu.test(sentence)) continue
    const others = findNumbers(sentence).filter((found) => !own(found))
    const firstOther = others[0]?.start ?? sentence.length
    const isOthers = (at: number) => firstOther < at
    const read = new Set<number>()

    const counted = COUNTED.exec(sentence)
    const count = counted && Number(counted[1] ?? ORDINAL[counted[2]!.toLowerCase()])
    if (counted && count && issuedOn && !isOthers(counted.index)) {
      effect.counted ??= counted[0]
      begin(daysLater(issuedOn, count), counted[0])
      read.add(counted.index)
    }
    const signed = SIGNED.exec(sentence)
    if (signed && issuedOn && !isOthers(signed.index)) {
      begin(issuedOn, signed[0])
      read.add(signed.index)
    }
    for (const { day, raw, start, end } of findDays(sentence)) {
      if (isOthers(start)) continue
      const from = Math.max(0, start - LEAD)
      const lead = sentence.slice(from, start)
      const ends = ENDS_FROM.exec(lead)
      const lasts = LASTS.exec(lead)
      const begins = ends ? null : FROM.exec(lead)
      if (!begins && !ends && !(lasts && /hiệu lực/iu.test(lead))) continue
      const lastSaid = lead.toLowerCase().lastIndexOf('hiệu lực')
      read.add(from + lastSaid)
      const words = sentence.slice(from + lastSaid, end)
      if (!day || isTooEarly(day)) effect.unreadable ??= raw
      else if (begins) begin(day, words)
      else {
        const last = ends ? daysLater(day, -1) : day
        if (effect.to !== undefined && effect.to !== last) effect.unread.push(words)
        effect.to ??= last
      }
    }
    for (const { index } of sentence.matchAll(/hiệu lực(?! pháp luật)/giu)) {
      if (isOthers(index) || read.has(index)) continue
      const after = sentence.slice(index + 'hiệu lực'.length, index + LEAD)
      if (WHEN.test(after))
        effect.unread.push(
          unreadIn(sentence, BEGINS.exec(sentence.slice(Math.max(0, index - 10), index))?.[0].length ?? 0, index),
        )
    }
  }
  return effect
}

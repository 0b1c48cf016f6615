import { findDays } from '../../../lib/text/dates.ts'
import { findNumbers } from '../../../lib/text/findNumbers.ts'
import { normalise } from '../../../lib/text/normalise.ts'
import { possibleDay } from './bounds.ts'
import { furnitureOf } from './furniture.ts'
import { isLabel } from './labels.ts'
import { listed, note, quoted } from './naming.ts'
import { sentencesOf } from './sentences.ts'
import { type Signature, signatureOf } from './signature.ts'
import type { Note, ReadArticle } from './types.ts'

const LONGEST_TITLE = 500
const LEAD = 100
/** A line of a menu is short. */
const LONGEST_MENU = 30
const OPENS = /^(?:Ngày|Sáng|Chiều|Vừa qua|Mới đây|Thực hiện|Theo|Nhằm|Căn cứ|Trong|Để)\s/u
/** Lines of the top of a page, where the day of posting stands. */
const TOP = 12
/** How many lines of links may hang under a signature. */
const FOOT = 8
const LONGEST_POSTED = 140
const AROUND_DAY =
  /^[\s|,;:()–—-]+|[\s|,;:()–—-]+(?:\d{1,2}[:h]\d{2})?(?:\s*[AP]M)?[\s|,;:()–—-]*$|(?:ngày )?(?:đăng|cập nhật)(?: ngày)?\s*:?/giu
/** Whose news it is: `Theo Báo Nhân Dân`. */
const FROM = /^\(?theo\s*:?\s+([^()]{3,60})\)?$/iu
/** Another site that the page was taken from. */
const SITE = /^(?:https?:\/\/)?[a-z0-9-]+(?:\.[a-z0-9-]+){0,3}\.(?:vn|com|net|org)\/?$/iu
const END_MARK = /\s*\.\/\.?\s*$/
const ENDS_SENTENCE = /[.!?…:;”"»)]$/u
const WORK = '(?:tin|bài(?: viết)?|ảnh|hình|clip|video)'
const AUTHOR = new RegExp(
  String.raw`^(?:tác giả|người viết|người đăng|đăng bởi|người gửi|cộng tác viên|${WORK}(?:\s*(?:,|và|&|[-–/])\s*${WORK}){0,3})\s*:\s*(.+)$`,
  'iu',
)
const NEXT_WORK = new RegExp(String.raw`\s*[;,.–-]\s*${WORK}\s*:\s*`, 'iu')
const SOURCE = /^nguồn(?: tin)?\s*:\s*(.+)$/iu
/** Lines that names and a unit take up. */
const MOST_SIGNATURES = 4
/** Words of a name under a text; more are a sentence or a caption. */
const MOST_WORDS = 6

/**
 * Takes the signature off the end of the lines, with what hangs under it: links and headings, which are short and end
 * without a full stop.
 *
 * @returns the signature, and the lines taken off beside it
 */
const takeSignature = (lines: string[]): { signature?: Signature; hanging: string[] } => {
  const marked = lines.findLastIndex((line) => END_MARK.test(line))
  for (let at = lines.length - 1; at > 0 && at >= lines.length - FOOT; at -= 1) {
    const signature = signatureOf(lines[at]!)
    if (signature) {
      const hanging = lines.splice(at).slice(1)
      // The person often stands on one line and the unit on the next.
      for (let above = at - 1; above > Math.max(marked, 0) && above > at - MOST_SIGNATURES; above -= 1) {
        const more = signatureOf(lines[above]!)
        if (!more) break
        signature.byline ??= more.byline
        signature.authors.unshift(...more.authors)
        if (more.byline && more.byline !== signature.byline) hanging.unshift(lines[above]!)
        lines.splice(above)
      }
      return { signature, hanging }
    }
    if (at <= marked || lines[at]!.length > LEAD || /[.!?;]$/.test(lines[at]!)) break
  }
  return { hanging: marked > 0 ? lines.splice(marked + 1) : [] }
}

const cut = note(
  'Trang bị cắt: bài dừng giữa chừng; xin lưu lại trọn trang rồi nhập lại.',
  'The page is cut off in the middle of the article; save the whole page and import it again.',
)

/** A paragraph and no heading: long, ended, and either more than a sentence or telling of a day or a number. */
const isLead = (line: string): boolean =>
  line.length > LEAD &&
  (/[.!?…:]$/.test(line) || END_MARK.test(line)) &&
  (line.length > 250 ||
    sentencesOf(line).length > 1 ||
    findDays(line).length > 0 ||
    findNumbers(line).length > 0 ||
    OPENS.test(line))

/**
 * Where the title stands: the first line before the first paragraph that is longer than the words of a menu, else the
 * last one before it.
 *
 * @returns -1 when the article begins with a paragraph
 */
const titlePlace = (lines: string[]): number => {
  const lead = lines.findIndex(isLead)
  if (lead < 0) return 0
  const long = lines.slice(0, lead).findIndex((line) => line.length > LONGEST_MENU)
  return long < 0 ? lead - 1 : long
}

/** A line with a label in front, as the facts it states beside the text; undefined when it is a line of the text. */
const labelled = (line: string): { source?: string; signature?: Signature; unsure?: string } | undefined => {
  const [, source] = SOURCE.exec(line.replace(/^\((.*)\)$/u, '$1')) ?? []
  if (source) return { source }
  const [, from] = FROM.exec(line) ?? []
  if (from && (SITE.test(from) || signatureOf(from)?.authors.length === 0)) return { source: from }
  const [, name] = AUTHOR.exec(line) ?? []
  if (!name || name.length > 120) return undefined
  const signature = signatureOf(name.replace(NEXT_WORK, ', '))
  if (signature) return { signature }
  const isName = name.split(' ').length <= MOST_WORDS && !/[.!?…]$/.test(name)
  return isName ? { signature: { authors: [name] }, unsure: name } : undefined
}

/** Who posted a page and when, on one line: `Sở Tư pháp | 15/07/2024`. */
const postedBy = (line: string): (Signature & { day: string; source?: string; unsure?: string }) | undefined => {
  if (line.length > LONGEST_POSTED) return undefined
  const [found, second] = findDays(line)
  const day = possibleDay(found?.day)
  if (!found || !day || second) return undefined
  const names = `${line.slice(0, found.start)} ${line.slice(found.end)}`.replace(AROUND_DAY, ' ').trim()
  if (SITE.test(names)) return { authors: [], source: names, day }
  const said = labelled(names)
  const signature = said?.signature ?? signatureOf(names)
  return signature && { ...signature, day, ...(said?.unsure ? { unsure: said.unsure } : {}) }
}

const unclear = (name: string): Note =>
  note(
    `Không rõ ${quoted(name)} là người hay đơn vị; đã giữ riêng, không công bố.`,
    `Whether ${quoted(name)} is a person or a unit is not clear; kept private.`,
  )

interface Facts extends ReadArticle {
  lines: string[]
}

/** Parts what stands around the text, the day of posting, names and the source, from the lines of the text. */
const partedFrom = (given: string[]): Facts => {
  const facts: Facts = { title: '', paragraphs: [], authors: [], notes: [], lines: [] }
  const left: string[] = []
  for (const raw of given) {
    const line = normalise(raw.replace(/\s+/g, ' '))
    const said = labelled(line)
    // The day under a label is a fact of the document.
    const isValue = isLabel(facts.lines.at(-1) ?? '')
    const posted = isValue ? undefined : furnitureOf(line)
    const signed = facts.lines.length < TOP && !posted && !isValue ? postedBy(line) : undefined
    if (said?.source) facts.source = facts.source ? `${facts.source}; ${said.source}` : said.source
    else if (said?.signature) {
      const { byline, authors } = said.signature
      if (facts.byline && byline && byline !== facts.byline) left.push(line)
      facts.byline ??= byline
      facts.authors.push(...authors)
      if (said.unsure) facts.notes.push(unclear(said.unsure))
    } else if (posted?.rawDay !== undefined && (!facts.postedOn || facts.lines.length < TOP)) {
      const day = possibleDay(posted.day)
      if (!day)
        facts.notes.push(
          note(
            `Ngày đăng ${quoted(posted.rawDay)} không đọc được; đã để trống.`,
            `The day of posting ${quoted(posted.rawDay)} cannot be read; left empty.`,
          ),
        )
      else if (facts.postedOn && facts.postedOn !== day) left.push(line)
      facts.postedOn ??= day
    } else if (signed) {
      facts.postedOn ??= signed.day
      facts.byline ??= signed.byline
      facts.source ??= signed.source
      facts.authors.push(...signed.authors)
      if (signed.unsure) facts.notes.push(unclear(signed.unsure))
    } else if (line) facts.lines.push(line)
  }
  if (left.length)
    facts.notes.push(note(`Trang còn ghi ${listed(left)}; đã bỏ qua.`, `The page also has ${listed(left)}; left out.`))
  return facts
}

/** Takes signatures that stand between the title and the text off the lines. */
const takeTopSignature = (lines: string[], place: number): Signature => {
  const top: Signature = { authors: [] }
  while (lines.length > place + 2) {
    const signature = signatureOf(lines[place + 1]!)
    if (!signature) break
    top.byline ??= signature.byline
    top.authors.push(...signature.authors)
    lines.splice(place + 1, 1)
  }
  return top
}

/**
 * Reads title, text, day of posting and by-line out of the lines of an article. Persons are kept apart from the unit.
 * Pure.
 *
 * @returns undefined when there are no lines
 */
export const readArticle = (given: string[]): ReadArticle | undefined => {
  const { lines, ...article } = partedFrom(given)
  if (!lines.length) return undefined

  const { signature: last, hanging } = takeSignature(lines)
  const ended = END_MARK.test(lines.at(-1)!)
  const place = titlePlace(lines)
  const above = lines.slice(0, Math.max(place, 0))
  const top = takeTopSignature(lines, place)
  const bylines = [last?.byline, article.byline, top.byline].filter((one) => one !== undefined)
  article.byline = bylines[0]
  article.authors.push(...(last?.authors ?? []), ...top.authors)
  article.title = (place < 0 ? '' : lines[place]!).replace(END_MARK, '').replace(/\s*[.;]$/, '')
  article.paragraphs = lines
    .slice(place + 1)
    .map((line) => line.replace(END_MARK, '.').replace(/\.{2}$/, '.'))
    .filter(Boolean)

  if (above.length)
    article.notes.push(
      note(
        `Đã bỏ ${above.length} dòng trình đơn phía trên tiêu đề: ${listed(above)}.`,
        `${above.length} lines of menus above the title left out: ${listed(above)}.`,
      ),
    )
  if (hanging.length)
    article.notes.push(
      note(
        `Đã bỏ ${hanging.length} dòng phía dưới bài: ${listed(hanging)}.`,
        `${hanging.length} lines under the article left out: ${listed(hanging)}.`,
      ),
    )
  if (new Set(bylines).size > 1)
    article.notes.push(
      note(
        `Trang ghi nhiều đơn vị: ${listed([...new Set(bylines)])}; đã lấy đơn vị đầu.`,
        `The page names several units: ${listed([...new Set(bylines)])}; the first was taken.`,
      ),
    )
  if (ended) article.notes.push(note('Đã bỏ dấu kết “./.”.', 'The end mark “./.” removed.'))
  if (article.authors.length)
    article.notes.push(
      note(
        'Tên người viết được giữ riêng, không công bố; người ký tin là đơn vị.',
        'Names of authors are kept private; the by-line is the unit.',
      ),
    )
  if (!article.byline)
    article.notes.push(note('Trang không ghi đơn vị đưa tin; xin bổ sung.', 'The page has no by-line; add the unit.'))

  const closing = article.paragraphs.at(-1) ?? ''
  if (article.title.length > LONGEST_TITLE)
    article.refused = note(
      `Tiêu đề dài quá ${LONGEST_TITLE} ký tự; xin kiểm tra phần đầu của trang.`,
      `The title is longer than ${LONGEST_TITLE} characters; check the beginning of the page.`,
    )
  else if (/^[\p{Ll},;)]/u.test(article.title) || (place < 0 && /^[\p{Ll},;)(]/u.test(lines[0]!)))
    article.refused = note(
      'Trang thiếu phần đầu; xin lưu lại trọn trang rồi nhập lại.',
      'The beginning of the page is missing; save the whole page and import it again.',
    )
  else if (!closing)
    article.refused = note('Trang chỉ có tiêu đề, không có nội dung bài.', 'The page has a title and no text.')
  else if (!ended && !last && !ENDS_SENTENCE.test(closing)) article.refused = cut
  return article
}

import { findDays } from '../../../lib/text/dates.ts'
import { findNumbers } from '../../../lib/text/findNumbers.ts'
import { fold } from '../../../lib/text/fold.ts'
import { normalise } from '../../../lib/text/normalise.ts'
import { sentencesOf } from './sentences.ts'
import type { Note, ReadArticle } from './types.ts'

const LONGEST_TITLE = 500
const LEAD = 100
/** A line of a menu is short. */
const LONGEST_MENU = 30
const OPENS = /^(?:Ngày|Sáng|Chiều|Vừa qua|Mới đây|Thực hiện|Theo|Nhằm|Căn cứ|Trong|Để)\s/u
/** How many lines of links may hang under a signature. */
const FOOT = 8
const END_MARK = /\s*\.\/\.?\s*$/
const ENDS_SENTENCE = /[.!?…:;”"»)]$/u
const POSTED =
  /^(?:(?:ngay )?(?:dang|cap nhat|dang tai|dang luc|tao luc)|ngay|thu \w+|chu nhat|luc|vao luc|[a-z][a-z .]{1,40},\s*ngay)?[\s:,]*/
const AUTHOR =
  /^(?:tác giả|người viết|người đăng|bài viết|bài, ảnh|bài và ảnh|tin, ảnh|tin, bài|tin|bài|ảnh)\s*:\s*(.+)$/iu
const SOURCE = /^nguồn(?: tin)?\s*:\s*(.+)$/iu
const UNIT =
  /^(?:phong|so|ban|bo phan|van phong|trung tam|hoi|ubnd|uy ban|hdnd|thanh tra|chi cuc|to|doan|bo|cuc|vu|tong cuc|vien|truong|cong an|toa an|lien doan|mttq|mat tran|bbt|btc|cong thong tin|bao|dai|stp|pbgdpl|hdph|p\.)(?![a-z])/
/** What a sentence says of a unit, and a signature does not. */
const VERBS = /\b(?:chu tri|thuc hien|ban hanh|da|duoc|trien khai|yeu cau|de nghi|giao|to chuc|can)\b/
const NAME_PART = /^\p{Lu}\p{Ll}*\.?$/u

/** `Nguyễn Văn A`: two to five words with capitals, and no unit. */
const isPerson = (text: string): boolean => {
  const words = text.trim().split(/\s+/)
  return words.length >= 2 && words.length <= 5 && words.every((word) => NAME_PART.test(word)) && !UNIT.test(fold(text))
}

const isUnit = (text: string): boolean =>
  UNIT.test(fold(text)) && !VERBS.test(fold(text)) && text.split(/\s+/).length <= 16

/** The line under an article, parted into the unit, which is public, and persons, who are not. */
const signatureOf = (line: string): { byline?: string; authors: string[] } | undefined => {
  const text = line.replace(/^[([]|[)\].]$/g, '').trim()
  if (text.length > 120 || END_MARK.test(line) || /(?<!^\p{L})[.!?;:]\s/u.test(text)) return undefined
  const parts = text.split(/\s+[-–—|/]\s+|\s*[,;]\s*(?=\p{Lu})/u)
  const units = parts.filter(isUnit)
  const authors = parts.filter(isPerson)
  if (isUnit(text) && !authors.length) return { byline: text, authors: [] }
  if (units.length + authors.length !== parts.length) return undefined
  return { ...(units.length ? { byline: units.join(', ') } : {}), authors }
}

/** A line that says when the page was posted and nothing else. */
const postedOn = (line: string): string | undefined => {
  if (line.length > 80) return undefined
  const [found] = findDays(line)
  if (!found?.day) return undefined
  const rest = fold(line.slice(0, found.start) + line.slice(found.end))
  return /^[\s,:;|()–-]*(?:\d{1,2}[:h]\d{0,2}(?::\d{2})?)?(?:\s*(?:am|pm|gmt\s*\+\s*7))?[\s,:;|()–-]*$/.test(
    rest.replace(POSTED, ''),
  )
    ? found.day
    : undefined
}

/**
 * Takes the signature off the end of the lines, with what hangs under it: links and headings, which are short and end
 * without a full stop.
 */
const takeSignature = (lines: string[]): ReturnType<typeof signatureOf> => {
  const marked = lines.findLastIndex((line) => END_MARK.test(line))
  for (let at = lines.length - 1; at > 0 && at >= lines.length - FOOT; at -= 1) {
    const signature = signatureOf(lines[at]!)
    if (signature) {
      lines.splice(at)
      return signature
    }
    if (at <= marked || lines[at]!.length > LEAD || /[.!?;:]$/.test(lines[at]!)) break
  }
  if (marked > 0) lines.splice(marked + 1)
  return undefined
}

const note = (vi: string, en: string): Note => ({ vi, en })

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

/**
 * Reads title, text, day of posting and by-line out of the lines of an article. Persons are kept apart from the unit.
 * Pure.
 *
 * @returns undefined when there are no lines
 */
export const readArticle = (given: string[]): ReadArticle | undefined => {
  const article: ReadArticle = { title: '', paragraphs: [], authors: [], notes: [] }
  const lines: string[] = []
  for (const raw of given) {
    const line = normalise(raw.replace(/\s+/g, ' '))
    const [, source] = SOURCE.exec(line) ?? []
    const [, author] = AUTHOR.exec(line) ?? []
    const day = lines.length < 12 || !article.postedOn ? postedOn(line) : undefined
    if (source) article.source = source
    else if (author && author.length < 120) {
      const signature = signatureOf(author)
      article.byline ??= signature?.byline
      article.authors.push(...(signature?.authors ?? [author]))
    } else if (day) article.postedOn = day
    else if (line) lines.push(line)
  }
  if (!lines.length) return undefined

  const last = takeSignature(lines)
  article.byline = last?.byline ?? article.byline
  article.authors.push(...(last?.authors ?? []))
  const ended = END_MARK.test(lines.at(-1)!)
  const place = titlePlace(lines)
  article.title = (place < 0 ? '' : lines[place]!).replace(END_MARK, '').replace(/\s*[.;]$/, '')
  article.paragraphs = lines
    .slice(place + 1)
    .map((line) => line.replace(END_MARK, '.').replace(/\.{2}$/, '.'))
    .filter(Boolean)

  if (place > 0)
    article.notes.push(
      note(`Đã bỏ ${place} dòng trình đơn phía trên tiêu đề.`, `${place} lines of menus above the title left out.`),
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

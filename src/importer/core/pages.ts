import { listDay } from '../../../lib/text/dates.ts'
import { formatDocumentNumber } from '../../../lib/text/documentNumber.ts'
import { findNumbers } from '../../../lib/text/findNumbers.ts'
import { fold } from '../../../lib/text/fold.ts'
import { normalise } from '../../../lib/text/normalise.ts'
import { readArticle } from './article.ts'
import { possibleDay } from './bounds.ts'
import { placeOf, readDirectives } from './directives.ts'
import { type Sections, sectionsOf } from './sections.ts'
import { readTaskGroups } from './taskGroups.ts'
import type { Note, Read, ReadArticle, ReadNotice, ReadPage, ReadVideo } from './types.ts'

const LONGEST_TITLE = 500

const noDay = (raw: string): Note => ({
  vi: `Ngày “${raw}” không có trong lịch, quá xa xưa hoặc thiếu năm đủ bốn chữ số; xin sửa trang rồi nhập lại.`,
  en: `The day “${raw}” is none of the calendar, too long ago or lacks its century; correct the page and import it again.`,
})

const tooLong: Note = {
  vi: `Tên dài quá ${LONGEST_TITLE} ký tự.`,
  en: `The title is longer than ${LONGEST_TITLE} characters.`,
}

const cutOff: Note = {
  vi: 'Trang kết thúc giữa dòng này nên có thể bị cắt; xin lưu lại trọn trang rồi nhập lại.',
  en: 'The page ends within this line, so it may be cut off; save the whole page and import it again.',
}

const refusal = (line: { title: string; day?: string; rawDay?: string; cut?: boolean }): { refused?: Note } => {
  const { title, day, rawDay, cut } = line
  if (cut) return { refused: cutOff }
  if (title.length > LONGEST_TITLE) return { refused: tooLong }
  return rawDay && !possibleDay(day) ? { refused: noDay(rawDay) } : {}
}

/** Videos of the list; the featured one above it is taken from the list when it is repeated there. */
const readVideos = ({ videos, visits }: Sections): ReadVideo[] => {
  const listed = new Set(videos.filter(({ featured }) => !featured).map(({ title }) => fold(title)))
  const featured = new Set(videos.filter((video) => video.featured).map(({ title }) => fold(title)))
  // The list that repeats the featured one, with its day, stands before the counter.
  const listCut = !visits.length && videos.every((video) => video.featured || video.cut)
  return videos
    .filter((video) => !video.featured || !listed.has(fold(video.title)))
    .map(({ title, day, rawDay, ...video }) => ({
      title: normalise(title),
      ...(day ? { recordedOn: day } : {}),
      notes: [
        ...(featured.has(fold(title)) && listed.has(fold(title))
          ? [{ vi: 'Video nổi bật lặp lại trong danh sách; chỉ nhập một lần.', en: 'Featured and listed; taken once.' }]
          : []),
        ...(rawDay ? [] : [{ vi: 'Video không ghi ngày; xin bổ sung.', en: 'The video has no day; add it.' }]),
      ],
      ...refusal({ title, day, rawDay, cut: video.cut || (video.featured && listCut) }),
    }))
}

const readNotices = (notices: Sections['notices']): ReadNotice[] =>
  notices.map(({ title, ...shown }) => ({
    title: normalise(title ?? ''),
    ...(shown.day ? { shownOn: shown.day } : {}),
    notes: [],
    ...(title
      ? refusal({ title, ...shown })
      : { refused: { vi: 'Thông báo không có tiêu đề.', en: 'The notice has no title.' } }),
  }))

const readVisits = (visits: string[]): ReadPage['visits'] => {
  const raw = visits
    .at(-1)
    ?.replace(/\s*luot$/, '')
    .trim()
  if (raw === undefined) return undefined
  const readable = /^\d+$|^\d{1,3}(?:[., ]\d{3})+$/.test(raw)
  const count = Number(raw.replace(/\D/g, ''))
  return readable && Number.isSafeInteger(count)
    ? { raw, count, notes: [] }
    : {
        raw,
        notes: [],
        refused: {
          vi: `Số lượt truy cập “${raw}” không đọc được.`,
          en: `The count of visits “${raw}” cannot be read.`,
        },
      }
}

/** Slips that change no letter of a number, so that mending them in running text is safe. */
const HARMLESS = new Set<string>(['dashes', 'spaces', 'slashes', 'letterD'])

/** Text with its printed numbers in canonical form, where only dashes, spaces and look-alikes were wrong. */
const mendNumbers = (text: string): string => {
  let mended = ''
  let at = 0
  for (const { number, start, end } of findNumbers(text)) {
    const mend = number.repairs.length > 0 && number.repairs.every((repair) => HARMLESS.has(repair))
    mended += text.slice(at, start) + (mend ? formatDocumentNumber(number) : text.slice(start, end))
    at = end
  }
  return mended + text.slice(at)
}

const mendArticle = (article: ReadArticle): ReadArticle => {
  const mended = { ...article, title: mendNumbers(article.title), paragraphs: article.paragraphs.map(mendNumbers) }
  const changed =
    mended.title !== article.title || mended.paragraphs.some((words, at) => words !== article.paragraphs[at])
  return changed
    ? {
        ...mended,
        notes: [
          ...article.notes,
          {
            vi: 'Đã sửa dấu gạch và dấu cách trong số hiệu.',
            en: 'Dashes and spaces within printed numbers put right.',
          },
        ],
      }
    : article
}

/** Says of a day that it is still to come, which on an old page is a slip of the pen. */
const remarkOnFuture = (read: Read, day: string | undefined, today: string): void => {
  if (day && day > today)
    read.notes.push({
      vi: `Ngày ${listDay(day)} ở tương lai; xin kiểm tra lại.`,
      en: `The day ${day} lies in the future; check it.`,
    })
}

const readPage = (sections: Sections, today: string): ReadPage => {
  const article = readArticle(sections.article)
  const { directives, notes: untaken } = article ? readDirectives(article) : { directives: [], notes: [] }
  article?.notes.push(...untaken)
  if (article && readTaskGroups(article.paragraphs).cut && directives.length)
    article.refused ??= {
      vi: 'Trang bị cắt nên không nhập bài; xin lưu lại trọn trang rồi nhập lại.',
      en: 'The page is cut off, so the article is not taken; save the whole page and import it again.',
    }
  const place = article ? placeOf(article) : undefined
  if (article?.refused) for (const directive of directives) directive.refused ??= article.refused
  if (article && !article.title && !article.refused) {
    const called = directives[0]?.abstract ?? directives[0]?.title
    if (called) {
      article.title = called.slice(0, LONGEST_TITLE)
      article.notes.push({
        vi: 'Trang không có tiêu đề; đã lấy tên văn bản mà bài nói đến.',
        en: 'The page has no title; that of the document it reports was taken.',
      })
    } else article.refused = { vi: 'Bài không có tiêu đề.', en: 'The article has no title.' }
  }
  const visits = readVisits(sections.visits)
  const [videos, notices] = [readVideos(sections), readNotices(sections.notices)]
  if (article) remarkOnFuture(article, article.postedOn, today)
  for (const directive of directives) remarkOnFuture(directive, directive.issuedOn, today)
  for (const video of videos) remarkOnFuture(video, video.recordedOn, today)
  for (const notice of notices) remarkOnFuture(notice, notice.shownOn, today)
  return {
    urls: sections.urls,
    notes: sections.notes,
    ...(article ? { article: mendArticle(article) } : {}),
    directives,
    videos,
    notices,
    ...(visits ? { visits } : {}),
    ...(place ? { place } : {}),
  }
}

/**
 * Reads the pages of the old portal out of a file's text. Pure; never throws on what a page says.
 *
 * @param today `YYYY-MM-DD`; a later day on a page is remarked on
 */
export const readPages = (text: string, today: string): ReadPage[] =>
  sectionsOf(text).map((sections) => readPage(sections, today))

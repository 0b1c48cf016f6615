import { legacyPath } from '../../../lib/text/legacyPath.ts'
import { furnitureOf } from './furniture.ts'
import { isLabel } from './labels.ts'
import { type Line, readLine } from './lines.ts'
import { listed } from './naming.ts'
import type { Note } from './types.ts'
import { unwrap } from './unwrap.ts'

/** A page cut into its parts; what they say is read elsewhere. */
export interface Sections {
  urls: string[]
  notes: Note[]
  /** Lines of the article, bullets kept. */
  article: string[]
  notices: { title?: string; day?: string; rawDay?: string; cut?: boolean }[]
  videos: { title: string; day?: string; rawDay?: string; cut?: boolean; featured: boolean }[]
  visits: string[]
}

type Part = 'article' | 'notices' | 'videos' | 'visits' | 'other'

const PROSE = 160

const empty = (): Sections => ({ urls: [], notes: [], article: [], notices: [], videos: [], visits: [] })

/** Lines of each page of a file: a ruler, a form feed, an address line, or an article after a counter begins another. */
const splitPages = (lines: string[]): string[][] => {
  const pages: string[][] = [[]]
  let counted = false
  let filled = false
  lines.forEach((line, at) => {
    const { kind } = readLine(line)
    const longAhead = () => lines.slice(at, at + 6).some((one) => one.length > PROSE)
    const begins =
      kind === 'break' || (kind === 'url' && filled) || (kind === 'text' && counted && line.length > 20 && longAhead())
    if (begins && filled) {
      pages.push([])
      counted = false
      filled = false
    }
    if (kind === 'visits') counted = true
    if (!['noise', 'break', 'url'].includes(kind)) filled = true
    if (kind !== 'break') pages.at(-1)!.push(line)
  })
  return pages.filter((page) => page.some((line) => line.trim()))
}

const TOTAL = /^(?:tất cả|tổng)[^:]*:\s*(.+)$/iu

/** A day on a line of its own belongs to the item above it. */
const dateLast = (items: { day?: string; rawDay?: string }[], text: string): boolean => {
  const last = items.at(-1)
  const shown = furnitureOf(text)
  if (!last || last.rawDay !== undefined || shown?.rawDay === undefined) return false
  Object.assign(last, shown)
  return true
}

/**
 * @param cut whether the file ends within this line, so that nobody knows how it goes on
 * @returns whether the line has gone anywhere
 */
const take = (page: Sections, part: Part, line: Line, text: string, cut: boolean): boolean => {
  const { kind } = line
  if (kind === 'visits') page.visits.push(line.raw)
  else if (kind === 'untitled') page.notices.push({})
  else if (part === 'article') page.article.push(text)
  else if (kind === 'posted' && (part === 'notices' || part === 'videos')) return dateLast(page[part], line.text)
  else if (kind !== 'item' && kind !== 'text') return false
  else if (part === 'notices')
    page.notices.push(kind === 'text' ? { title: line.text, cut } : { ...line, cut: cut && !line.rawDay })
  else if (part === 'visits') {
    const total = TOTAL.exec(kind === 'item' ? line.title : line.text)?.[1]
    if (total === undefined) return false
    page.visits.push(total)
  } else if (part === 'videos')
    page.videos.push(
      kind === 'text'
        ? { title: line.text, featured: true, cut }
        : { ...line, featured: !line.bulleted && line.rawDay === undefined, cut: cut && !line.rawDay },
    )
  return true
}

/** What of a page was left out, by name, for its report. */
const leftOut = (frame: string[], related: string[]): Note[] => {
  const notes: Note[] = []
  if (frame.length)
    notes.push({
      vi: `Đã bỏ ${frame.length} dòng của khung trang: ${listed(frame)}.`,
      en: `${frame.length} lines of the page’s frame left out: ${listed(frame)}.`,
    })
  if (related.length)
    notes.push({
      vi: `Đã bỏ qua ${related.length} dòng của các mục liên quan, liên kết: ${listed(related)}.`,
      en: `${related.length} lines of related items and links left out: ${listed(related)}.`,
    })
  const prose = related.filter((line) => line.length > PROSE)
  if (prose.length)
    notes.push({
      vi: `Trong các mục bị bỏ qua có đoạn văn ${listed(prose)}; xin xem bài có bị thiếu không.`,
      en: `Among what was left out is prose, ${listed(prose)}; see whether the article lacks it.`,
    })
  return notes
}

const readSections = (lines: string[], isCut: boolean): Sections => {
  const last = isCut ? lines.findLastIndex((line) => line.trim()) : -1
  const page = empty()
  let part: Part = 'article'
  let headed = false
  const frame: string[] = []
  const related: string[] = []
  let inFrame = false
  for (const [at, text] of lines.entries()) {
    const line = readLine(text)
    if (line.kind === 'url') {
      const path = legacyPath(line.address)
      if (path) page.urls.push(path)
      else
        page.notes.push({
          vi: `Dòng URL “${line.address.slice(0, 80)}” không phải địa chỉ trang; đã bỏ qua.`,
          en: `The URL line “${line.address.slice(0, 80)}” is no address of a page; left out.`,
        })
      continue
    }
    const isValue = isLabel(lines[at - 1] ?? '')
    if (line.kind === 'heading' && !isValue && (page.article.length > 0 || line.of !== 'notices')) {
      part = line.of
      headed = true
      continue
    }
    // Without its heading a list of videos is known by its days, once the article has ended.
    const list = line.kind === 'item' && line.bulleted && line.rawDay !== undefined
    if (!headed && list && (part === 'notices' || page.article.length > 1)) part = 'videos'
    if (!headed && line.kind === 'untitled') part = 'notices'
    const words = text.trim()
    // A number or a word alone belongs to the line of the frame above it: how often the page was seen, a button.
    const isFrame: boolean = line.kind === 'noise' ? words !== '' : line.kind === 'beside' && inFrame
    const isOther = part === 'other' && line.kind !== 'visits' && line.kind !== 'untitled'
    if (isOther && !isFrame) related.push(...(words ? [words] : []))
    else if (isFrame || !(part === 'article' || words) || !take(page, part, line, text, at === last))
      frame.push(...(/[\p{L}\d]/u.test(words) ? [words] : []))
    if (words) inFrame = isFrame || line.kind === 'posted'
    // What stands under the counter is the foot of the page.
    if (line.kind === 'visits') part = 'other'
  }
  page.notes.push(...leftOut(frame, related))
  return page
}

/** Cuts the text of a file into pages, and each page into its parts. Pure. */
export const sectionsOf = (text: string): Sections[] => {
  const pages = splitPages(unwrap(text).split('\n'))
  // A whole page ends with the end of a line, or with its counter.
  const isCut = !/\n[ \t]*$/.test(text)
  return pages.map((lines, at) => readSections(lines, isCut && at === pages.length - 1))
}

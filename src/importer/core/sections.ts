import { legacyPath } from '../../../lib/text/legacyPath.ts'
import { type Line, readLine } from './lines.ts'
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

/** @param cut whether the file ends within this line, so that nobody knows how it goes on */
const take = (page: Sections, part: Part, line: Line, text: string, cut: boolean): void => {
  if (line.kind === 'visits') page.visits.push(line.raw)
  else if (line.kind === 'untitled') page.notices.push({})
  else if (part === 'article') page.article.push(text)
  else if (part === 'notices' && (line.kind === 'item' || line.kind === 'text'))
    page.notices.push(line.kind === 'text' ? { title: line.text, cut } : { ...line, cut: cut && !line.rawDay })
  else if (part === 'visits' && (line.kind === 'item' || line.kind === 'text'))
    page.visits.push(...(TOTAL.exec(line.kind === 'item' ? line.title : line.text)?.slice(1) ?? []))
  else if (part === 'videos' && (line.kind === 'item' || line.kind === 'text'))
    page.videos.push(
      line.kind === 'text'
        ? { title: line.text, featured: true, cut }
        : { ...line, featured: !line.bulleted && line.rawDay === undefined, cut: cut && !line.rawDay },
    )
}

const readSections = (lines: string[], isCut: boolean): Sections => {
  const last = isCut ? lines.findLastIndex((line) => line.trim()) : -1
  const page = empty()
  let part: Part = 'article'
  let headed = false
  let ignored = 0
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
    if (line.kind === 'heading' && (page.article.length > 0 || line.of !== 'notices')) {
      part = line.of
      headed = true
      continue
    }
    // Without its heading a list of videos is known by its days, once the article has ended.
    const list = line.kind === 'item' && line.bulleted && line.rawDay !== undefined
    if (!headed && list && (part === 'notices' || page.article.length > 1)) part = 'videos'
    if (!headed && line.kind === 'untitled') part = 'notices'
    if (part === 'other' && line.kind !== 'visits' && line.kind !== 'untitled') ignored += line.kind === 'noise' ? 0 : 1
    else if (line.kind !== 'noise' || (part === 'article' && !text.trim())) take(page, part, line, text, at === last)
    // What stands under the counter is the foot of the page.
    if (line.kind === 'visits') part = 'other'
  }
  if (ignored)
    page.notes.push({
      vi: `Đã bỏ qua ${ignored} dòng của các mục liên quan, liên kết.`,
      en: `${ignored} lines of related items and links left out.`,
    })
  return page
}

/** Cuts the text of a file into pages, and each page into its parts. Pure. */
export const sectionsOf = (text: string): Sections[] => {
  const pages = splitPages(unwrap(text).split('\n'))
  // A whole page ends with the end of a line, or with its counter.
  const isCut = !/\n[ \t]*$/.test(text)
  return pages.map((lines, at) => readSections(lines, isCut && at === pages.length - 1))
}

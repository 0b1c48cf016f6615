import { findDays } from '../../../lib/text/dates.ts'
import { fold } from '../../../lib/text/fold.ts'
import { saysUntitled } from '../../../lib/text/untitled.ts'
import { furnitureOf } from './furniture.ts'

/** What a line of the page is, whatever stands around it. */
export type Line =
  | { kind: 'heading'; of: 'notices' | 'videos' | 'visits' | 'other' }
  | { kind: 'untitled' }
  | { kind: 'item'; title: string; day?: string; rawDay?: string; bulleted: boolean }
  | { kind: 'visits'; raw: string }
  | { kind: 'url'; address: string }
  | { kind: 'break' }
  | { kind: 'noise' }
  | { kind: 'posted'; text: string }
  | { kind: 'beside'; text: string }
  | { kind: 'text'; text: string }

const HEADINGS: [RegExp, 'notices' | 'videos' | 'visits' | 'other'][] = [
  [/^(?:thong bao(?: moi)?(?: nhat)?|tin thong bao|bang thong bao)$/, 'notices'],
  [/^(?:thu vien video|thu vien clip|video(?: clip)?s?|video moi(?: nhat)?|phim tu lieu)$/, 'videos'],
  [/^(?:so )?(?:luot|luong)(?: nguoi)? truy cap$|^thong ke(?: luot)? truy cap$|^bo dem(?: truy cap)?$/, 'visits'],
  [
    /^(?:(?:cac|nhung) )?(?:tin|bai|tin bai|tin tuc|bai viet|van ban)(?: (?:tin|bai|viet))? (?:lien quan|khac|moi(?: nhat| hon)?|da dua|cu hon|noi bat|cung (?:chuyen muc|muc|loai|chu de)|doc nhieu|xem nhieu)$|^(?:doc|xem) nhieu(?: nhat)?$|^co the ban quan tam$|^lien ket(?: web(?:site)?)?$|^thu vien (?:hinh )?anh$|^y kien ban doc$|^binh luan$/,
    'other',
  ],
]
const BULLET = /^[•·●▪◦*+–—-]\s+|^[•·●▪]\s*/u
const COUNTER =
  /^(?:tat ca|tong(?: cong| so)?(?: luot| so luot)?(?: truy cap)?|so luot truy cap|luot truy cap)\s*:?\s*(\S.*)$/
const OTHER_COUNTS =
  /^(?:hom nay|hom qua|(?:trong )?(?:ngay|tuan|thang|nam)(?: nay| truoc)?|dang (?:truy cap|online|xem)|truc tuyen|khach|thanh vien)(?: truy cap| online)?\s*:?\s*[\d.,]+$/
/** Words that buttons and cells of tables have; what stands around them tells. */
const CELL = /^(?:x|word|pdf|aa?|sao|luot|tang|giam|dong|danh gia|mac dinh|xem|lien ket)$/
const COUNT = /^[\d.,]{1,12}$/
const ADDRESS = /^(?:URL|Địa chỉ trang|Địa chỉ gốc)\s*[:=]\s*(\S+)$/iu
const BREAK = /^(?:[-=_*]{3,}|\f)$/

/** The day in brackets at the end of a line of a list, whether or not the calendar has it. */
const DATED = /^(.*\S)\s*[([](?:ngày\s+)?([^()[\]]*\d[^()[\]]*)[)\]]\s*$/u

/** The same before the line's words. */
const DATED_FIRST = /^[([](?:ngày\s+)?([^()[\]]*\d[^()[\]]*)[)\]]\s*[:–—-]?\s*(\S.*)$/u

/** What the day in brackets says; nothing when the brackets hold no day. */
const shownDay = (text: string): { day?: string; rawDay: string } | undefined => {
  const [found] = findDays(text)
  if (found && text.replace(found.raw, '').trim().length < 12)
    return { ...(found.day ? { day: found.day } : {}), rawDay: found.raw }
  return /^\s*\d{1,4}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{1,4}\s*$/.test(text) ? { rawDay: text.trim() } : undefined
}

const datedLine = (bare: string): { title?: string; bracket?: string } => {
  const [, title, bracket] = DATED.exec(bare) ?? []
  if (title) return { title, bracket }
  const [, first, words] = DATED_FIRST.exec(bare) ?? []
  return { title: words, bracket: first }
}

/** Numbers of the pages of a list, one after the other, or its arrows. */
const isPager = (text: string): boolean => {
  if (text.length > 120 || !/^[\d\s.…«»‹›<>|]+$/u.test(text)) return false
  const numbers = (text.match(/\d+/g) ?? []).map(Number)
  const gaps = /[….]{1,3}\s|\s[….]/.test(text)
  const goesUp = numbers.every(
    (number, at) => at === 0 || (gaps ? number > numbers[at - 1]! : number === numbers[at - 1]! + 1),
  )
  return goesUp && (numbers.length > 1 || /[«»‹›<>|…]/.test(text) || !numbers.length)
}

/** Says what one line of a page is. Pure. */
export const readLine = (line: string): Line => {
  const text = line.replace(/\s+/g, ' ').trim()
  if (line.includes('\f') || BREAK.test(text)) return { kind: 'break' }
  const [, address] = ADDRESS.exec(text) ?? []
  if (address) return { kind: 'url', address }
  const bulleted = BULLET.test(text)
  const bare = text.replace(BULLET, '').trim()
  const folded = fold(bare)
  const heading = HEADINGS.find(([pattern]) => pattern.test(folded.replace(/\s*:?$/, '')))
  if (heading && !bulleted) return { kind: 'heading', of: heading[1] }
  if (saysUntitled(bare)) return { kind: 'untitled' }
  const [, count] = COUNTER.exec(folded) ?? []
  if (count && /^[\d., ]+(?:luot)?$/.test(count)) return { kind: 'visits', raw: count }
  if (!bare || isPager(bare) || OTHER_COUNTS.test(folded)) return { kind: 'noise' }
  // A line with a day goes on to the article, which keeps the day.
  if (COUNT.test(bare) || CELL.test(folded)) return { kind: 'beside', text: bare }
  const furniture = furnitureOf(bare)
  if (furniture) return furniture.rawDay === undefined ? { kind: 'noise' } : { kind: 'posted', text: bare }
  const { title, bracket } = datedLine(bare)
  const day = bracket === undefined ? undefined : shownDay(bracket)
  if (title && day && title.length < 400) return { kind: 'item', title, ...day, bulleted }
  return bulleted ? { kind: 'item', title: bare, bulleted } : { kind: 'text', text: bare }
}

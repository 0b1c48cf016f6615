import { findDays } from '../../../lib/text/dates.ts'
import { fold } from '../../../lib/text/fold.ts'

/** Longer than any row of buttons. */
const LONGEST = 160

/** What portals print around an article, folded: controls of the letters' size, sharing, printing, counts of readers. */
const CONTROLS = [
  ...[
    'xem (?:voi )?co chu',
    'co chu',
    'kich (?:thuoc|co) chu',
    'phong to',
    'thu nho',
    'tang',
    'giam',
    'mac dinh',
    'tuong phan',
  ],
  ...[
    'a\\s?[+-]+',
    'aa?',
    'font(?: size)?',
    '(?:nghe )?doc bai(?: viet)?',
    'nghe(?: doc)? bai(?: viet)?',
    'nghe audio',
  ],
  ...[
    'ban in',
    'in(?: (?:trang|bai|an|noi dung|tin))?(?: (?:viet|nay))?',
    'print',
    'luu(?: bai viet| tin)?',
    'tai ve',
    'download',
    'pdf',
    'word',
  ],
  ...[
    'chia se(?: (?:bai viet|tin|qua|len|tren))?',
    'share',
    'tweet',
    'thich',
    'like',
    'gui(?: (?:bai viet|cho ban be|ban be|tin|qua))?',
  ],
  ...[
    'facebook',
    'fb',
    'zalo',
    'twitter',
    'google(?: (?:news|plus|\\+))?',
    'google\\+',
    'linkedin',
    'pinterest',
    'messenger',
    'telegram',
  ],
  ...[
    'youtube',
    'tiktok',
    'viber',
    'instagram',
    'x',
    'rss',
    'e-?mail',
    'mail',
    'thu dien tu',
    'theo doi(?: (?:chung toi )?tren)?',
  ],
  ...[
    'copy(?: link)?',
    'sao chep(?: lien ket)?',
    'lien ket',
    'danh gia',
    'binh chon',
    'sao',
    'phan hoi',
    '(?:gui )?binh luan',
    'gop y',
  ],
  ...[
    '(?:so )?(?:luot|lan|nguoi) (?:xem|doc|truy cap bai viet)',
    'da xem',
    'da doc',
    'xem',
    'xem (?:noi dung |toan van )?chi tiet(?: (?:tai )?(?:day|file))?',
    'tai (?:ve )?(?:tai )?day',
    '(?:file|tep)(?: tin)? dinh kem',
    'views?',
    'luot',
    'read(?:s|er)?',
  ],
  ...[
    'quay lai',
    'tro (?:ve|lai)',
    '(?:ve|len) dau trang',
    've trang truoc',
    'trang (?:chu|truoc|sau)',
    'bai (?:truoc|sau)',
  ],
  ...[
    'xem (?:them|tat ca|tiep)',
    'tiep theo',
    'dong(?: lai)?',
    'menu',
    'tim kiem',
    'dang nhap',
    'english',
    'tieng viet',
  ],
]
/** What stands around a day of posting and means nothing beside it. */
const OF_A_DAY = [
  ...[
    'ngay (?:dang|cap nhat|xuat ban|dua tin|tao)',
    '(?:tin |bai )?(?:duoc )?(?:dang|cap nhat|dua|tao|xuat ban|post(?:ed)?)(?: (?:tai|luc|ngay|vao|on|tin))*',
  ],
  ...[
    'ngay',
    'vao',
    'luc',
    'hoi',
    'thu (?:hai|ba|tu|nam|sau|bay|[2-7])',
    'chu nhat',
    'cn',
    't[2-7]',
    'gmt',
    'am',
    'pm',
    'gio',
    'phut',
  ],
  ...['date', 'thoi gian'],
]
/** Longer ones first: the first that fits is taken. */
const words = (list: string[]): RegExp =>
  new RegExp(`(?<![a-z0-9])(?:${list.toSorted((one, other) => other.length - one.length).join('|')})(?![a-z0-9])`, 'g')
const CONTROL = words(CONTROLS)
const WITH_DAY = words([...OF_A_DAY, ...CONTROLS])
const TIME = /\d{1,2}\s*(?:[:h]|gio)\s*\d{0,2}(?::\d{2})?/g
const PLACE = /^\s*[a-z][a-z .]{1,40},(?=\s*(?:ngay)?\s*$)/
const ONLY_SIGNS = /^[^\p{L}]*$/u
const KEYWORDS = /^(?:tags?|tu khoa|the tin|(?:file|tep|tap tin|van ban|tai lieu)(?: tin)? (?:dinh kem|kem theo))\s*:/
const BREADCRUMB = /^[^.!?:>»›→]{2,60}(?:[>»›→]+[^.!?>»›→]{1,100}){1,8}[>»›→]?\s*$/u

/** A piece of the page's frame, and the day of posting that it tells, if it tells one. */
export interface Furniture {
  /** `YYYY-MM-DD`; missing when the calendar has no such day. */
  day?: string
  /** The day as printed. */
  rawDay?: string
}

/**
 * Whether a line is the frame of a page and not its text: buttons, counts of readers, the path through the menus, the
 * time of posting. Pure.
 */
export const furnitureOf = (line: string): Furniture | undefined => {
  if (line.length > LONGEST || !/\p{L}|\d/u.test(line)) return undefined
  const [found] = findDays(line)
  if (!found) {
    if (BREADCRUMB.test(line) && !/[”"]\s*$/.test(line)) return {}
    const folded = fold(line)
    if (/^trang chu\s*[/|-]/.test(folded) || KEYWORDS.test(folded)) return {}
    const rest = folded.replace(CONTROL, ' ')
    return rest !== folded && ONLY_SIGNS.test(rest) ? {} : undefined
  }
  const before = fold(line.slice(0, found.start)).replace(PLACE, ' ')
  const around = findDays(line).reduceRight(
    (text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`,
    line,
  )
  const rest = fold(around.slice(found.start))
  const left = `${before} ${rest}`.replace(TIME, ' ').replace(WITH_DAY, ' ')
  return ONLY_SIGNS.test(left) && !/[/]\s*\d/.test(left)
    ? { ...(found.day ? { day: found.day } : {}), rawDay: found.raw }
    : undefined
}

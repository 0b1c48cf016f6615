import { SURNAME } from './surnames.ts'

const LONGEST = 120
const MOST_WORDS = 18
const END_MARK = /\s*\.\/\.?\s*$/

/**
 * What the name of a unit begins with. The marks count: `Vụ` is a department and `Vũ` a surname, `Tổ` a team and `Tô`
 * a surname. Words that make something else of it follow in brackets.
 */
const UNITS = [
  ...[
    'Phòng(?!,? chống| ngừa| tránh)',
    'Sở(?! hữu)',
    'Ban(?! hành| đầu| đêm)',
    'Bộ(?! luật)',
    'Văn phòng',
    'Trung tâm',
    'Hội(?! nghị| thảo| thi| trường| diễn)',
  ],
  ...[
    'UBND',
    'HĐND',
    'UBMTTQ(?:VN)?',
    '[UỦ][yỷ] ban',
    'Uỷ ban',
    'Thanh tra',
    'Chi cục',
    'Cục',
    'Tổng cục',
    'Vụ(?! án| việc)',
    'Tổ(?! chức)',
    'Viện(?! dẫn)',
  ],
  ...[
    'Đoàn(?! kết)',
    'Trường(?! hợp)',
    'Học viện',
    'Khoa',
    'Đội',
    'Trạm',
    'Hạt',
    'Đồn',
    'Công an',
    'T[oò][aà] án',
    'TAND',
    'VKSND',
    'Liên đoàn',
    'Liên minh',
    'Liên hiệp',
  ],
  ...[
    'MTTQ',
    'Mặt trận',
    'Tỉnh ủy',
    'Tỉnh uỷ',
    'Thành ủy',
    'Thành uỷ',
    'Huyện ủy',
    'Huyện uỷ',
    'Thị ủy',
    'Quận ủy',
    'Đảng ủy',
    'Đảng uỷ',
    'Chi bộ',
    'Tỉnh đoàn',
    'Thành đoàn',
    'Huyện đoàn',
  ],
  ...[
    'BBT',
    'BTC',
    'BTV',
    'BCĐ',
    'BHXH',
    'LĐLĐ',
    'Bảo hiểm xã hội',
    'Kho bạc',
    'Ngân hàng',
    'Bệnh viện',
    'Thư viện',
    'Bảo tàng',
    'Cổng (?:thông tin|TTĐT)',
    'Trang (?:tin|thông tin)',
  ],
  ...[
    'Báo(?! cáo)',
    'Công ty',
    'Xã đoàn',
    'Chi đoàn',
    'Ngành',
    'Tạp chí',
    'Đài',
    'TTXVN',
    'Thông tấn xã',
    'STP',
    'PBGDPL',
    'HĐPH',
    'HĐPBGDPL',
    'P\\.',
    'TT\\.',
    'VP\\.?',
  ],
]
const UNIT = new RegExp(`^(?:${UNITS.join('|')})(?:(?<=\\.)|(?!\\p{L}))`, 'iu')
/** A family of that name, unless one of these follows. */
const DOAN =
  /^Đoàn(?=\s+\p{Lu})(?!\s+(?:Luật|Thanh niên|Thanh Niên|TNCS|ĐBQH|Đại biểu|Hội thẩm|Kinh tế|Khối|Cơ quan|Thể|Công|Trường|Nghệ))/u

/**
 * What a sentence says of a unit, and a signature does not. In small letters and with its marks, for names have the
 * same sounds: `Cần Thơ`, `Đà Nẵng`, `Giao thông`, `Giáo dục`, `Tổ chức`.
 */
const VERBS =
  /(?<!\p{L})(?:đã|đang|sẽ|vừa|được|phải|cần|để|nhằm|là|chủ trì|(?<!hỉ đạo )thực hiện|ban hành|(?<!hỉ đạo )triển khai|yêu cầu|đề nghị|giao(?! thông| dịch| lưu| nhận)|(?<!^\p{L}+ )tổ chức(?![\s,–-]+(?:cán bộ|hành chính|bộ máy|nhân sự|biên chế|chính trị|đảng|xây dựng|cơ sở))|tham mưu|phát biểu|phát động|khai mạc|ra quân|khai trương|kêu gọi|vận động|hưởng ứng|trao|tặng|công bố|họp)(?!\p{L})/u
/** What a person is, behind the name. */
const OFFICE =
  /^(?:Quyền |Phó |Nguyên )*(?:Giám đốc|Chủ tịch|Trưởng|Chánh|Bí thư|Hiệu trưởng|Cục trưởng|Chi cục trưởng|Viện trưởng|Chuyên viên|Trợ giúp viên|Luật sư|Thẩm phán)(?!\p{L})/u
/** A writer without a name. */
const ABBREVIATED = /^(?:PV|CTV|BTV|P\.V|B\.T|T\.H|\p{Lu}\.\p{Lu}\.?)$/u
const NAME_PART = /^\p{Lu}\p{Ll}*\.?$/u
const TITLE = /^(?:(?:ThS|TS|PGS|GS|LS|CTV|PV|BTV|Luật sư|Luật gia|Phóng viên|Cộng tác viên)\.?\s+)+/u

export interface Signature {
  byline?: string
  authors: string[]
}

const isUnitStart = (text: string): boolean => /^\p{Lu}/u.test(text) && UNIT.test(text) && !DOAN.test(text)

/** `Nguyễn Văn A`: two to five words with capitals, and no unit; all in capitals only with a family's name in front. */
const isPerson = (given: string): boolean => {
  const text = given.trim().replace(TITLE, '')
  const words = text.split(/\s+/)
  if (words.length < 2 || words.length > 5 || isUnitStart(text)) return false
  return (
    words.every((word) => NAME_PART.test(word)) ||
    (SURNAME.test(text) && words.every((word) => /^\p{Lu}+\.?$/u.test(word)))
  )
}

const isUnit = (text: string): boolean =>
  isUnitStart(text) && !VERBS.test(text) && text.split(/\s+/).length <= MOST_WORDS

/**
 * The line under an article, parted into the unit, which is public, and persons, who are not. Pure.
 *
 * @returns undefined when the line is no signature
 */
export const signatureOf = (line: string): Signature | undefined => {
  if (line.length > LONGEST + 2) return undefined
  const text = line
    .replace(/^[([]|[)\].]$/g, '')
    .trim()
    .replace(/\s*\((?:t\/h|th|st|tổng hợp|sưu tầm|lược ghi|ghi|biên tập)$/iu, '')
    .replace(/\s+\(/, ' - ')
  if (
    text.length > LONGEST ||
    END_MARK.test(line) ||
    /(?<!^\p{L}|(?:^|\s)(?:ThS|TS|PGS|GS|LS|TP|Tp|TX|P))[.!?;:]\s/u.test(text)
  )
    return undefined
  if (ABBREVIATED.test(text)) return { authors: [text] }
  const pieces = text.split(/(\s+[-–—|/]\s+|(?<=\p{Ll})\/(?=\p{Lu})|\s*[,;]\s*(?=\p{Lu}))/u)
  const units: string[] = []
  const authors: string[] = []
  let ofUnit = false
  for (let at = 0; at < pieces.length; at += 2) {
    const [by, piece] = [pieces[at - 1] ?? '', pieces[at]!]
    // After a unit and a comma only a family's name tells a person from the rest of the unit's name.
    if (isPerson(piece) && !(ofUnit && /[,;]/.test(by) && !SURNAME.test(piece))) {
      authors.push(piece.replace(TITLE, ''))
      ofUnit = false
    } else if (authors.length && !ofUnit && OFFICE.test(piece)) authors[authors.length - 1] += by + piece
    else if (isUnit(piece)) {
      units.push(piece)
      ofUnit = true
    } else if (ofUnit && isUnit(`${units.at(-1)}${by}${piece}`)) units[units.length - 1] += by + piece
    else return undefined
  }
  if (!authors.length) return { byline: text, authors }
  return { ...(units.length ? { byline: units.join(', ') } : {}), authors }
}

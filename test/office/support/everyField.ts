import type { KindName } from './kinds.ts'

/** A field of a form and the value that a person enters. */
export interface Entry {
  kind: KindName
  path: string
  value: unknown
  /** Value in the API, if it differs from the one in the form. */
  kept?: unknown
  /** Value after the save, if the portal changes it. */
  becomes?: unknown
  /** Value in Khmer; not set for fields shared by all languages. */
  km?: string
}

/** A list of rows, and the values for one. */
export interface List {
  path: string
  /** Its fields, by their names in the row. */
  row(index: number): Entry[]
}

/** A part of a form: the fields of one tab, or those outside the tabs. */
export interface Part {
  tab?: string
  entries: Entry[]
  lists?: List[]
}

type More = Omit<Entry, 'kind' | 'path' | 'value'>

const entry = (kind: KindName, path: string, value: unknown, more: More = {}): Entry => ({ kind, path, value, ...more })

const title = (value: string, km: string): Entry => entry('line', 'title', value, { km })
const summary = entry('line', 'summary', 'Bà con nắm được việc cần làm.', { km: 'សេចក្តីសង្ខេប' })
const body = entry(
  'withTable',
  'body',
  {
    line: 'Lịch phổ biến tại các phường:',
    table: [
      ['Ngày', 'Nơi'],
      ['08/5/2026', 'Ninh Kiều'],
    ],
  },
  { km: 'ខ្លឹមសារឯកសារ' },
)
const readership: Entry[] = [
  entry('rows', 'topics', ['Hòa giải ở cơ sở', 'Trợ giúp pháp lý']),
  entry('rows', 'audiences', ['Người dân']),
  entry('rows', 'territories', ['Thành phố Cần Thơ']),
]

/** The fields beside every form. */
const beside = (slug: string): Part => ({
  entries: [
    entry('line', 'slug', slug),
    entry('words', 'legacyUrls', [`/cong-cu/${slug}`, `/cong-cu/${slug}-2`]),
    entry('line', 'internalNote', 'Đã đối chiếu với bản giấy.'),
  ],
})

const OLD_DECISION =
  '908/2021/QĐ-UBND – Quy định hỗ trợ tổ hòa giải ở cơ sở trên địa bàn tỉnh Sóc Trăng (văn bản trình diễn)'

const signers: List = {
  path: 'signers',
  row: (index) => [
    entry('line', 'name', `Người ký thứ ${index + 1}`),
    entry('line', 'title', `Phó Chủ tịch ${index + 1}`),
    entry('code', 'capacity', 'KT. (ký thay)', { kept: 'KT' }),
  ],
}

const taskGroups: List = {
  path: 'taskGroups',
  row: (index) => [
    entry('line', 'heading', `Nhóm nhiệm vụ ${index + 1}`, { km: `ក្រុម ${index + 1}` }),
    entry('line', 'body', `Việc phải làm ${index + 1}`, { km: `ការងារ ${index + 1}` }),
    entry('line', 'lead', `Sở Tư pháp ${index + 1}`, { km: `មន្ទីរ ${index + 1}` }),
    entry('line', 'deadline', `Quý ${index + 1} năm 2027`, { km: `ត្រីមាស ${index + 1}` }),
  ],
}

const relations: List = {
  path: 'relations',
  row: (index) => [
    entry('code', 'type', 'Căn cứ', { kept: 'basedOn' }),
    entry('row', 'target', OLD_DECISION),
    entry('line', 'scope', `Khoản ${index + 1} Điều 5`),
    entry('line', 'citedAs', `Căn cứ thứ ${index + 1}`),
  ],
}

const captions: List = {
  path: 'captions',
  row: () => [
    entry('code', 'lang', 'Tiếng Khmer', { kept: 'km' }),
    entry('code', 'kind', 'Phụ đề dịch', { kept: 'subtitles' }),
    entry('libraryFile', 'file', 'truyen-thong-ve-bao-luc-gia-dinh-va-tao-hon-vi.vtt'),
  ],
}

const contributors: List = {
  path: 'contributors',
  row: (index) => [
    entry('line', 'name', `Tác giả ${index + 1}`),
    entry('line', 'royalty', String(100_000 * (index + 1))),
  ],
}

const directives: Part[] = [
  {
    tab: 'Văn bản',
    entries: [
      title('Kế hoạch đủ mọi mục', 'ផែនការពេញលេញ'),
      entry('row', 'docType', 'Kế hoạch'),
      entry('line', 'number', '941'),
      entry('line', 'numberSuffix', 'a'),
      entry('line', 'symbol', 'KH-UBND'),
      entry('day', 'issuedOn', '2026-05-08'),
      entry('tick', 'printsYear', true),
      entry('line', 'printedYear', '2026'),
      entry('row', 'issuer', 'Ủy ban nhân dân thành phố Cần Thơ'),
      entry('line', 'issuerNameAtIssue', 'Ủy ban nhân dân thành phố Cần Thơ (cũ)'),
    ],
    lists: [signers],
  },
  {
    tab: 'Nội dung',
    entries: [
      entry('line', 'abstract', 'Về việc phổ biến pháp luật.', { km: 'អំពីច្បាប់' }),
      summary,
      body,
      entry('line', 'objectives', 'Mỗi ấp một buổi.', { km: 'គោលដៅ' }),
      entry('line', 'implementers', 'Các phường, xã.', { km: 'អ្នកអនុវត្ត' }),
    ],
    lists: [taskGroups],
  },
  {
    tab: 'Hiệu lực và tệp',
    entries: [
      entry('day', 'effectiveFrom', '2026-06-01'),
      entry('day', 'effectiveTo', '2030-12-31'),
      entry('line', 'implementationPeriod.fromYear', '2026'),
      entry('line', 'implementationPeriod.toYear', '2030'),
      entry('files', 'files', ['ke-hoach-du-moi-muc.pdf', 'phu-luc-du-moi-muc.vtt']),
      entry('code', 'statusOverride.status', 'Hết hiệu lực một phần', { kept: 'partlyExpired' }),
      entry('line', 'statusOverride.reason', 'Điều 5 đã bị bãi bỏ.'),
    ],
  },
  { tab: 'Quan hệ', entries: [], lists: [relations] },
  { tab: 'Người đọc', entries: readership },
  beside('ke-hoach-du-moi-muc'),
]

const bulletins = (slug: string): Part[] => [
  {
    tab: 'Bài viết',
    entries: [
      entry('code', 'kind', 'Số bản tin', { kept: 'issue' }),
      title('Bản tin đủ mọi mục', 'ព្រឹត្តិបត្រពេញលេញ'),
      summary,
      body,
      entry('newFile', 'picture', `${slug}.webp`),
      entry('line', 'pictureCredit', 'Ảnh: Tổ Truyền thông'),
      entry('line', 'byline', 'Phòng Phổ biến, giáo dục pháp luật', { km: 'ការិយាល័យ' }),
      entry('line', 'source', 'Báo Cần Thơ'),
      entry('day', 'date', '2026-05-09'),
    ],
  },
  {
    tab: 'Số bản tin',
    entries: [entry('line', 'issueNo', '12'), entry('line', 'year', '2026'), entry('files', 'files', [`${slug}.pdf`])],
  },
  { tab: 'Liên quan', entries: [entry('rows', 'about', [OLD_DECISION]), ...readership] },
  beside(slug),
]

const videos: Part[] = [
  {
    tab: 'Video',
    entries: [
      title('Phóng sự đủ mọi mục', 'វីដេអូពេញលេញ'),
      summary,
      body,
      entry('day', 'recordedOn', '2026-05-10'),
      entry('line', 'source', 'Đài Phát thanh'),
      entry('newFile', 'file', 'phong-su-du-moi-muc.webm'),
      entry('line', 'embedUrl', 'https://vimeo.com/76979871', { becomes: 'https://player.vimeo.com/video/76979871' }),
      entry('newFile', 'poster', 'anh-bia-du-moi-muc.webp'),
      entry('line', 'durationSeconds', '83'),
    ],
  },
  {
    tab: 'Phụ đề, lời thoại',
    entries: [
      entry('line', 'transcript', 'Kính chào bà con.', { km: 'សួស្តី' }),
      entry('line', 'captionExemption.reason', 'Đang làm phụ đề.'),
      entry('day', 'captionExemption.until', '2027-01-31'),
    ],
    lists: [captions],
  },
  { tab: 'Người xem', entries: readership },
  beside('phong-su-du-moi-muc'),
]

const notices: Part[] = [
  {
    entries: [
      title('Thông báo đủ mọi mục', 'សេចក្តីជូនដំណឹងពេញលេញ'),
      summary,
      body,
      entry('files', 'files', ['mau-don-du-moi-muc.pdf']),
      entry('day', 'pinnedUntil', '2027-05-08'),
      entry('day', 'expiresOn', '2027-12-31'),
      ...readership,
    ],
  },
  beside('thong-bao-du-moi-muc'),
]

const pages: Part[] = [
  {
    entries: [
      title('Trang đủ mọi mục', 'ទំព័រពេញលេញ'),
      summary,
      body,
      entry('files', 'files', ['so-do-du-moi-muc.pdf']),
      entry('tick', 'inMenu', true),
      entry('row', 'menuUnder', 'Giới thiệu'),
      entry('line', 'menuOrder', '12'),
      ...readership,
    ],
  },
  beside('trang-du-moi-muc'),
]

/** Everything that an author may write, by collection. */
export const AUTHORS: Record<string, Part[]> = {
  directives,
  bulletins: bulletins('ban-tin-du-moi-muc'),
  videos,
  notices,
  pages,
}

/** A bulletin by an editor, including the fields hidden from authors. */
export const EDITORS_BULLETIN: Part[] = [
  ...bulletins('ban-tin-cua-bien-tap'),
  { entries: [entry('row', 'unit', 'Sở Tư pháp thành phố Cần Thơ')] },
  { tab: 'Tác giả, nhuận bút', entries: [], lists: [contributors] },
]

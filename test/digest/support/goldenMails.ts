import type { Item, ItemKind } from '../../../plugins/digest/core/items.ts'
import type { RunCadence } from '../../../plugins/digest/core/periods.ts'
import { compose } from '../../../plugins/digest/mail/compose.ts'
import { type Rendered, renderDigest } from '../../../plugins/digest/mail/renderDigest.ts'
import { renderLetter } from '../../../plugins/digest/mail/renderLetter.ts'
import { renderNotice } from '../../../plugins/digest/mail/renderNotice.ts'
import { digestView, type Source } from '../../../plugins/digest/mail/view.ts'
import { messagesFor } from '../../../plugins/digest/translations/index.ts'
import type { Choices } from '../../../plugins/digest/types.ts'
import type { FrozenContent } from '../../../plugins/publications/index.ts'

export const LANGUAGES = ['vi', 'km', 'zh', 'en'] as const
type Language = (typeof LANGUAGES)[number]
type InEach = Record<Language, string>

const PORTAL: InEach = {
  vi: 'Cổng thông tin pháp luật thành phố Cần Thơ',
  km: 'វិបផតថលព័ត៌មានច្បាប់ទីក្រុងកឹនធើ',
  zh: '芹苴市法律信息门户',
  en: 'Can Tho City Legal Information Portal',
}
const IMPRINT: Record<Language, string[]> = {
  vi: ['Sở Tư pháp thành phố Cần Thơ', 'Số 296, đường 30 Tháng 4, phường Ninh Kiều', 'Điện thoại: 0292 3831 627'],
  km: ['មន្ទីរយុត្តិធម៌ទីក្រុងកឹនធើ', 'លេខ ២៩៦ ផ្លូវ ៣០ មេសា សង្កាត់និញគៀវ', 'ទូរសព្ទ៖ 0292 3831 627'],
  zh: ['芹苴市司法厅', '宁桥坊4月30日路296号', '电话：0292 3831 627'],
  en: ['Department of Justice of Can Tho City', '296, 30 April Street, Ninh Kieu Ward', 'Telephone: 0292 3831 627'],
}
const COLLECTIONS: Record<'directives' | 'bulletins' | 'videos', InEach> = {
  directives: { vi: 'Văn bản chỉ đạo', km: 'ឯកសារណែនាំ', zh: '指导文件', en: 'Directives' },
  bulletins: { vi: 'Bản tin', km: 'ព្រឹត្តិបត្រ', zh: '新闻简报', en: 'Bulletins' },
  videos: { vi: 'Video', km: 'វីដេអូ', zh: '视频', en: 'Videos' },
}
const AID: InEach = { vi: 'Trợ giúp pháp lý', km: 'ជំនួយផ្នែកច្បាប់', zh: '法律援助', en: 'Legal aid' }
const KHMER: InEach = { vi: 'Đồng bào Khmer', km: 'ជនរួមជាតិខ្មែរ', zh: '高棉族同胞', en: 'Khmer people' }

const choicesIn = (language: Language): Choices => ({
  collections: Object.entries(COLLECTIONS).map(([value, label]) => ({ value, label: label[language] })),
  topics: [{ value: 'tro-giup-phap-ly', label: AID[language] }],
  territories: [],
  // Not translated into Chinese yet.
  audiences: [
    language === 'zh'
      ? { value: 'khmer', label: KHMER.vi, language: 'vi' }
      : { value: 'khmer', label: KHMER[language] },
  ],
  documentTypes: [],
  languages: [],
})

const inEach = (texts: InEach): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([language, text]) => [`@${language}`, text]))

const PLAN: FrozenContent = {
  format: 1,
  collection: 'directives',
  locales: ['vi', 'km', 'zh', 'en'],
  fields: {
    title: inEach({
      vi: 'Kế hoạch triển khai công tác trợ giúp pháp lý cho người khuyết tật <có khó khăn về tài chính> & người nghèo năm 2026',
      km: 'ផែនការអនុវត្តការងារជំនួយផ្នែកច្បាប់សម្រាប់ជនពិការ <ដែលមានការលំបាកផ្នែកហិរញ្ញវត្ថុ> និងជនក្រីក្រឆ្នាំ២០២៦',
      zh: '关于2026年对经济困难残疾人及贫困人口开展法律援助工作的实施计划',
      en: 'Plan for legal aid to disabled people <in financial difficulty> & the poor in 2026',
    }),
    numberAsPrinted: '84/KH-UBND',
    issuedOn: '2026-11-20',
    issuerNameAtIssue: inEach({
      vi: 'Ủy ban nhân dân thành phố Cần Thơ',
      km: 'គណៈកម្មាធិការប្រជាជនទីក្រុងកឹនធើ',
      zh: '芹苴市人民委员会',
      en: "People's Committee of Can Tho City",
    }),
    summary: inEach({
      vi: 'Giao Sở Tư pháp chủ trì, phối hợp với Ủy ban nhân dân các xã, phường thực hiện.',
      km: 'ប្រគល់ឱ្យមន្ទីរយុត្តិធម៌ធ្វើជាអធិបតី សហការជាមួយគណៈកម្មាធិការប្រជាជនឃុំ សង្កាត់អនុវត្ត។',
      zh: '由司法厅牵头，会同各乡、坊人民委员会组织实施。',
      en: 'The Department of Justice leads, together with the People’s Committees of communes and wards.',
    }),
    effectiveFrom: '2026-12-01',
  },
}
const NEWS: FrozenContent = {
  format: 1,
  collection: 'bulletins',
  locales: ['vi', 'km'],
  fields: {
    title: { '@vi': 'Ngày hội pháp luật ở trường học', '@km': 'ពិធីបុណ្យច្បាប់នៅសាលារៀន' },
    byline: { '@vi': 'Phòng Phổ biến, giáo dục pháp luật' },
    summary: { '@vi': 'Hơn ba trăm học sinh tham gia.', '@km': 'សិស្សជាងបីរយនាក់បានចូលរួម។' },
  },
}
const VIDEO: FrozenContent = {
  format: 1,
  collection: 'videos',
  locales: ['vi'],
  fields: { title: { '@vi': 'Hỏi đáp về Luật Đất đai' } },
}
const RULE: FrozenContent = {
  format: 1,
  collection: 'directives',
  locales: ['vi'],
  fields: {
    title: { '@vi': 'Quyết định quy định mức chi cho công tác hòa giải ở cơ sở' },
    numberAsPrinted: '12/2026/QĐ-UBND',
    issuedOn: '2026-10-02',
    issuerNameAtIssue: { '@vi': 'Ủy ban nhân dân thành phố Cần Thơ' },
    summary: { '@vi': 'Một câu không còn đúng.' },
    effectiveFrom: '2026-10-15',
  },
}

const entry = (args: {
  content: FrozenContent
  path: string
  kind?: ItemKind
  changeNote?: string
  filters?: Source['filters']
}): Source => {
  const { content, path, kind = 'new', changeNote = null, filters = [] } = args
  const item: Item = { seq: 1, document: `${content.collection}:${path}`, kind, subscriptions: filters.map(String) }
  return {
    item,
    event: {
      seq: 1,
      kind: kind === 'corrected' ? 'corrected' : kind === 'withdrawn' ? 'withdrawn' : 'published',
      collection: content.collection,
      document: path,
      url: path,
      edition: kind === 'new' ? 1 : 2,
      contentHash: '',
      major: true,
      changeNote,
      at: '2026-11-23T03:00:00.000Z',
    },
    content,
    title: 'title',
    notesIn: 'vi',
    filters,
  }
}

const ALL = {}
const AID_FOR_KHMER = { topics: ['tro-giup-phap-ly'], audiences: ['khmer'] }
const PUBLISHED = entry({ content: PLAN, path: '/van-ban/84-kh-ubnd', filters: [AID_FOR_KHMER, ALL] })
const UPDATED = entry({
  content: VIDEO,
  path: '/video/hoi-dap-dat-dai',
  kind: 'updated',
  changeNote: 'Thêm phụ đề tiếng Khmer.',
  filters: [ALL],
})
const CORRECTED = entry({
  content: RULE,
  path: '/van-ban/12-2026-qd-ubnd',
  kind: 'corrected',
  changeNote: 'Đính chính mức chi tại Điều 3: 300.000 đồng, không phải 3.000.000 đồng.',
})
const WITHDRAWN = entry({
  content: RULE,
  path: '/van-ban/12-2026-qd-ubnd',
  kind: 'withdrawn',
  changeNote: 'Văn bản được công bố nhầm.',
})
const REPORTED = entry({ content: NEWS, path: '/ban-tin/ngay-hoi-phap-luat', filters: [ALL] })

const URL = 'https://congbo.example.vn'
const MARK = '0123456789abcdef0123456789abcdef01234567'

const digest = (language: Language, cadence: RunCadence, sources: Source[], show = sources.length): Rendered => {
  const { messages } = messagesFor(language)
  const { mail: words } = messages
  return renderDigest(
    digestView({
      sources,
      show,
      cadence,
      days: {
        from: cadence === 'weekly' ? '2026-11-16' : '2026-11-23',
        to: cadence === 'weekly' ? '2026-11-22' : '2026-11-23',
      },
      locale: language,
      language,
      messages,
      choices: choicesIn(language),
      portalName: PORTAL[language],
      imprint: IMPRINT[language],
      siteUrl: 'https://www.example.vn',
      own: {
        view: { text: words.view, url: `${URL}/m/${MARK}` },
        manage: { text: words.manage, url: `${URL}/subscriptions/manage/${MARK}` },
        leave: { text: words.leave, hint: words.leaveHint, url: `${URL}/u/${MARK}` },
      },
    }),
  )
}

const confirmation = (language: Language): Rendered => {
  const { subject, heading, body, link, ignore } = messagesFor(language).messages.confirmation
  return renderLetter({
    language,
    subject,
    heading,
    ignore,
    imprint: IMPRINT[language],
    body: body(PORTAL[language]),
    link: { text: link, url: `${URL}/subscriptions/confirm/${MARK}` },
  })
}

const link = (language: Language): Rendered => {
  const words = messagesFor(language).messages.link
  return renderLetter({
    language,
    subject: words.mailSubject,
    heading: words.mailSubject,
    body: words.mailBody(PORTAL[language]),
    link: { text: words.mailLink, url: `${URL}/subscriptions/manage/${MARK}` },
    ignore: words.mailIgnore,
    imprint: IMPRINT[language],
  })
}

/** Mails of all kinds that readers get, and what is rendered for each language. */
export const KINDS = {
  daily: (language) => digest(language, 'daily', [PUBLISHED, REPORTED, UPDATED, CORRECTED, WITHDRAWN]),
  weekly: (language) => digest(language, 'weekly', [PUBLISHED, REPORTED, UPDATED], 2),
  immediate: (language) => digest(language, 'immediate', [PUBLISHED]),
  evening: (language) => digest(language, 'evening', [REPORTED, UPDATED]),
  correction: (language) => digest(language, 'daily', [CORRECTED]),
  withdrawal: (language) => digest(language, 'daily', [WITHDRAWN]),
  changes: (language) => digest(language, 'daily', [CORRECTED, WITHDRAWN]),
  confirmation,
  link,
} satisfies Record<string, (language: Language) => Rendered>

/** Officers read Vietnamese or English; what their mails say is the workflow's. */
export const NOTICE: Record<'vi' | 'en', Rendered> = {
  vi: renderNotice({
    portalName: PORTAL.vi,
    imprint: IMPRINT.vi,
    show: 3,
    notice: {
      to: 'head@example.vn',
      items: '',
      language: 'vi',
      subject: '3 việc chờ bạn, 1 việc đã quá hạn',
      heading: '3 việc chờ bạn, 1 việc đã quá hạn',
      groups: [
        {
          heading: 'Đang chờ bạn',
          entries: [1, 2, 3].map((number) => ({
            title: `Công văn số ${number} về tổ chức Ngày Pháp luật`,
            url: `${URL}/admin/collections/directives/${number}`,
            lines: ['Bước: Lãnh đạo duyệt', `Hạn: 2${number}/11/2026`],
          })),
        },
      ],
      more: (count) => `Và ${count} việc nữa`,
      all: { text: 'Mở bàn làm việc', url: `${URL}/admin` },
      why: {
        text: 'Bạn nhận thư này vì có việc chờ bạn.',
        link: { text: 'Chọn thư muốn nhận', url: `${URL}/admin/account` },
      },
    },
  }),
  en: renderNotice({
    portalName: PORTAL.en,
    imprint: IMPRINT.en,
    show: 1,
    notice: {
      to: 'head@example.vn',
      items: '',
      language: 'en',
      subject: 'To approve: Lịch tiếp công dân',
      heading: 'To approve',
      groups: [
        {
          heading: 'Waiting for you',
          entries: [1, 2].map((number) => ({
            title: `Lịch tiếp công dân ${number}`,
            language: 'vi',
            url: `${URL}/admin/collections/notices/${number}`,
            lines: ['Step: approval'],
          })),
        },
      ],
      more: (count) => `And ${count} more`,
      all: { text: 'Open the desk', url: `${URL}/admin` },
      why: {
        text: 'You get this because something waits for you.',
        link: { text: 'Choose mails', url: `${URL}/admin/account` },
      },
    },
  }),
}

/** The bytes of a mail, the same at every call. */
export const bytesOf = (rendered: Rendered, isList: boolean): Promise<Buffer> =>
  compose({
    ...rendered,
    from: 'Công Bố <no-reply@example.vn>',
    to: 'an@example.vn',
    date: new Date('2026-11-24T00:30:00Z'),
    messageId: `${MARK.slice(0, 32)}@example.vn`,
    ...(isList ? { leaveUrl: `${URL}/u/${MARK}`, listId: '<daily.digest.congbo.example.vn>' } : {}),
  })

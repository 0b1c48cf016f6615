import { describe, expect, it } from 'vitest'
import type { FrozenContent, JsonObject } from '../../publications/index.ts'
import { namedFields } from '../admin/frozen/fieldNames.ts'
import type { PreviewLayout } from '../reading/previewLayout.ts'
import { previewPage } from './previewPage.ts'

const fields = namedFields([
  { name: 'number', label: { vi: 'Số', en: 'Number' } },
  { name: 'title', label: { vi: 'Tên', en: 'Title' } },
  { name: 'issuer', label: { vi: 'Cơ quan', en: 'Issuer' } },
  { name: 'issuedOn', label: { vi: 'Ngày', en: 'Day' } },
  { name: 'body', label: { vi: 'Nội dung', en: 'Text' } },
  {
    name: 'tasks',
    label: { vi: 'Nhiệm vụ', en: 'Tasks' },
    fields: [{ name: 'lead', label: { vi: 'Chủ trì', en: 'Lead' } }],
  },
  { name: 'file', label: { vi: 'Tệp', en: 'File' } },
  {
    name: 'related',
    label: { vi: 'Văn bản liên quan', en: 'Related' },
    fields: [{ name: 'type', options: [{ value: 'replaces', label: { vi: 'Thay thế', en: 'Replaces' } }] }],
  },
  { name: 'place', label: { vi: 'Địa bàn', en: 'Place' } },
])

const layout: PreviewLayout = {
  line: [
    { fields: ['number'], label: { vi: 'Số', en: 'No.' } },
    { fields: ['issuerThen', 'issuer'] },
    { fields: ['issuedOn'] },
  ],
  sections: ['tasks', 'file', 'related'],
  facts: ['signers', 'years'],
  hidden: ['slug'],
  chapters: { tasks: { number: 'ordinal', heading: 'heading', text: 'body' } },
  relations: {
    field: 'related',
    type: 'type',
    target: 'target',
    citedAs: 'citedAs',
    scope: 'scope',
    verbs: { replaces: { vi: 'Thay thế', km: 'ជំនួស' } },
  },
}

const KEY = '9da234f2-0000-4000-8000-000000000000'
const link = { collection: 'plans', key: KEY }
const content = (more: JsonObject = {}): FrozenContent => ({
  format: 1,
  collection: 'plans',
  locales: ['vi', 'km'],
  fields: {
    title: { '@vi': 'Kế hoạch <b>', '@km': 'ផែនការ' },
    slug: 'ke-hoach',
    number: '84/KH-UBND',
    issuedOn: '2026-11-05',
    issuer: { collection: 'offices', key: 'ubnd', name: { '@vi': 'UBND tỉnh', '@km': 'គណៈកម្មាធិការ' } },
    body: { '@vi': { html: '<p>Chữ <strong>đậm</strong></p><script>alert(1)</script>', lexical: {} } },
    tasks: [
      { ordinal: 7, heading: { '@vi': 'Mục bảy' }, body: { '@vi': 'dòng\nmới' }, lead: { '@vi': 'Sở Tư pháp' } },
      { heading: { '@vi': 'Mục không số' } },
    ],
    file: { sha256: 'a', filename: 'bản gốc.pdf', mimeType: 'application/pdf', size: 204800 },
    signers: [{ name: 'Nguyễn Văn An', title: 'Phó Chủ tịch' }, { name: 'Trần Thị Bình' }],
    years: { from: 2026, to: 2030 },
    place: { collection: 'places', key: '94', name: 'Sóc Trăng' },
    ...more,
  },
})
const live: FrozenContent = {
  format: 1,
  collection: 'plans',
  locales: ['vi'],
  fields: { title: { '@vi': 'Kế hoạch cũ' }, number: '12/KH-UBND' },
}
const page = (more?: JsonObject, input: { locale?: string; isLive?: boolean; lang?: 'vi' | 'en' } = {}) =>
  previewPage({
    content: content(more),
    fields,
    layout,
    locale: input.locale ?? 'vi',
    lang: input.lang ?? 'vi',
    fileUrl: (name) => `/api/media/file/${encodeURIComponent(name)}`,
    liveEdition: () => (input.isLive ? live : undefined),
    title: 'title',
    citedBy: () => ['number', 'title'],
  })
const words = (html: string) => html.slice(html.indexOf('<article')).replace(/<[^>]+>/g, '|')

describe('the preview', () => {
  it('reads like the page: title, line, text, then sections, and what nobody placed last', () => {
    const html = page()
    expect(html).toContain('<h1>Kế hoạch &lt;b&gt;</h1>')
    expect(html).toContain('<p class="line">Số 84/KH-UBND · UBND tỉnh · 05/11/2026</p>')
    const places = ['đậm', 'Mục bảy', 'bản gốc.pdf', 'Sóc Trăng'].map((one) => html.indexOf(one))
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(html).not.toContain('ke-hoach')
    expect(html).not.toMatch(/<script|null|undefined/)
  })

  it('tells short facts in a line each', () => {
    expect(words(page())).toContain('signers:||Nguyễn Văn An, Phó Chủ tịch; Trần Thị Bình|'.replace('||', '| |'))
    expect(words(page())).toContain('2026–2030')
  })

  it('numbers the chapters that have no number', () => {
    expect(page()).toMatch(/<h3>7\. Mục bảy<\/h3><div class="plain">dòng\nmới<\/div>/)
    expect(page()).toContain('<h3>2. Mục không số</h3>')
  })

  it('names a related document as its live edition does, else as it is cited, and never by a key', () => {
    const related = [{ type: 'replaces', target: link, citedAs: 'Kế hoạch số 12' }]
    expect(words(page({ related }, { isLive: true }))).toContain('Thay thế: 12/KH-UBND – Kế hoạch cũ')
    expect(words(page({ related }))).toContain('Thay thế: Kế hoạch số 12')
    expect(words(page({ related }, { locale: 'km' }))).toContain('ជំនួស: ')
    expect(page({ related }, { isLive: true }) + page({ related })).not.toContain(KEY)
  })

  it('shows nothing of a document that is neither public nor cited, and says so', () => {
    const html = page({ related: [{ type: 'replaces', target: link }] })
    expect(html).not.toContain(KEY)
    expect(words(html)).not.toContain('Thay thế')
    expect(html).toContain('1 văn bản liên quan chưa công bố')
  })

  it('is read in each of its languages', () => {
    const html = page(undefined, { locale: 'km' })
    expect(html).toContain('<article lang="km"><h1>ផែនការ</h1>')
    expect(html).toContain('គណៈកម្មាធិការ')
    expect(html).toContain('<a lang="vi" href="?locale=vi">Tiếng Việt</a>')
  })
})

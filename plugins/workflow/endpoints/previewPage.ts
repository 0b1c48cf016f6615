import type { FrozenContent, FrozenFile, Json, JsonObject } from '../../publications/index.ts'
import { localise, sanitiseHtml } from '../../publications/index.ts'
import { inFormOrder, type NamedField } from '../admin/frozen/fieldNames.ts'
import { dayFirst } from '../admin/instant.ts'
import type { Text } from '../core/definition.ts'

type Lang = keyof Text

const SAYS = {
  notice: {
    vi: 'Bản xem trước của nội dung đang lưu. Người dân chỉ thấy nội dung đã được duyệt và công bố.',
    en: 'A preview of what is saved now. Citizens see only what was approved and published.',
  },
  languages: { vi: 'Ngôn ngữ', en: 'Languages' },
  untitled: { vi: '(chưa có tiêu đề)', en: '(no title)' },
  linked: { vi: 'Văn bản liên quan', en: 'Related document' },
  yes: { vi: 'Có', en: 'Yes' },
}

const LANGUAGE_NAMES: Record<string, string> = { vi: 'Tiếng Việt', km: 'ភាសាខ្មែរ', zh: '中文', en: 'English' }

const STYLE = `
body{margin:0;font:1.0625rem/1.6 system-ui,"Noto Sans","Noto Sans Khmer","Khmer OS",sans-serif;color:#1b1b1b;background:#fff}
main{max-width:46rem;margin:0 auto;padding:1rem}
.preview{padding:.75rem 1rem;background:#fff3cd;border-left:.3rem solid #8a6100}
h1{font-size:1.6rem;line-height:1.3}
nav a{margin-right:1rem}a{color:#0b4f9e}
dt{font-weight:700;margin-top:1rem}dd{margin:0}
p,dd{overflow-wrap:anywhere;white-space:pre-line}
.rich{white-space:normal}:lang(km){line-height:1.9}img,video{max-width:100%}`

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/**
 * The page of a working copy as its readers would see it, for people with a login. Pure: everything it shows is in
 * the frozen content.
 *
 * @param args.lang language of the page's own words
 * @param args.locale language of the content; the document's first one stands in where it has none
 * @param args.fileUrl address of a file of the media library
 */
export const previewPage = (args: {
  content: FrozenContent
  fields: NamedField[]
  locale: string
  lang: Lang
  fileUrl: (filename: string) => string
}): string => {
  const { content, fields, lang, fileUrl } = args
  const locale = content.locales.includes(args.locale) ? args.locale : (content.locales[0] ?? args.locale)
  const label = (text: NamedField['label'], name: string): string =>
    typeof text === 'string' ? text : (text?.[lang] ?? name)

  const file = (value: FrozenFile): string => {
    const url = escapeHtml(fileUrl(value.filename))
    const alt = typeof value.alt === 'string' ? value.alt : ''
    if (value.mimeType.startsWith('image/')) return `<img src="${url}" alt="${escapeHtml(alt)}">`
    if (value.mimeType.startsWith('video/')) return `<video controls preload="metadata" src="${url}"></video>`
    return `<a href="${url}">${escapeHtml(value.filename)}</a>`
  }
  const show = (value: Json | undefined, field: NamedField | undefined): string => {
    if (value === undefined || value === null || value === false) return ''
    if (value === true) return SAYS.yes[lang]
    if (typeof value === 'number') return String(value)
    if (typeof value === 'string') {
      const option = field?.options?.find((candidate) => candidate.value === value)
      return escapeHtml(option ? label(option.label, value) : dayFirst(value))
    }
    if (Array.isArray(value)) return `<ul>${value.map((item) => `<li>${show(item, field)}</li>`).join('')}</ul>`
    if (typeof value.html === 'string') return `<div class="rich">${sanitiseHtml(value.html)}</div>`
    if (typeof value.sha256 === 'string') return file(value as unknown as FrozenFile)
    if (typeof value.collection === 'string' && typeof value.key === 'string') {
      const { collection: _, key, ...labels } = value
      const texts = Object.values(labels).filter((one): one is string => typeof one === 'string')
      return escapeHtml(texts[0] ?? `${SAYS.linked[lang]} (${key})`)
    }
    return list(value, field?.fields ?? [])
  }
  const list = (values: JsonObject, named: NamedField[]): string => {
    const rows = inFormOrder(values, named).map(([name, value]) => {
      const field = named.find((candidate) => candidate.name === name)
      return `<dt lang="${lang}">${escapeHtml(label(field?.label, name))}</dt><dd>${show(value, field)}</dd>`
    })
    return rows.length ? `<dl>${rows.join('')}</dl>` : ''
  }

  const read = localise(content.fields, locale, content.locales[0] ?? locale) as JsonObject
  const { title, summary, body, slug: _, ...rest } = read
  // As on the website, what a form asks before the text stands before it, and what it asks after it, after.
  const place = fields.findIndex(({ name }) => name === 'body')
  const leading = new Set(fields.slice(0, Math.max(place, 0)).map(({ name }) => name))
  const facts = (before: boolean): string =>
    list(Object.fromEntries(Object.entries(rest).filter(([name]) => leading.has(name) === before)), fields)
  const heading = typeof title === 'string' ? escapeHtml(title) : SAYS.untitled[lang]
  const languages = content.locales
    .map((one) =>
      one === locale
        ? `<strong lang="${one}" aria-current="true">${LANGUAGE_NAMES[one] ?? one}</strong>`
        : `<a lang="${one}" href="?locale=${one}">${LANGUAGE_NAMES[one] ?? one}</a>`,
    )
    .join(' ')
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${heading}</title><style>${STYLE}</style></head>
<body><main><p class="preview">${SAYS.notice[lang]}</p>
${content.locales.length > 1 ? `<nav aria-label="${SAYS.languages[lang]}">${languages}</nav>` : ''}
<article lang="${locale}"><h1>${heading}</h1>
${typeof summary === 'string' ? `<p>${escapeHtml(summary)}</p>` : ''}
${facts(true)}
${show(body, undefined)}
${facts(false)}</article></main></body></html>`
}

import { LIGHT_PAGE } from '../../../lib/look/css.ts'
import { escapeHtml } from '../../../lib/text/escapeHtml.ts'
import { languageName, textIn } from '../../../lib/text/languages.ts'
import type { FrozenContent, FrozenDocumentLink, Json, JsonObject } from '../../publications/index.ts'
import { isJsonObject, localise } from '../../publications/index.ts'
import { inFormOrder, type NamedField } from '../admin/frozen/fieldNames.ts'
import type { Text } from '../core/definition.ts'
import type { PreviewLayout } from '../reading/previewLayout.ts'
import { fieldsHtml, inOneLine, labelOf, type Showing, valueHtml } from '../reading/valueHtml.ts'

const SAYS = {
  notice: {
    vi: 'Bản xem trước của nội dung đang lưu. Người dân chỉ thấy nội dung đã được duyệt và công bố.',
    en: 'A preview of what is saved now. The public sees only what was approved and published.',
  },
  languages: { vi: 'Ngôn ngữ', en: 'Languages' },
  untitled: { vi: '(chưa có tiêu đề)', en: '(no title)' },
}

const unseen = (count: number): Text => ({
  vi: `Có ${count} văn bản liên quan chưa công bố và không có viện dẫn nên người dân không thấy.`,
  en: `${count} related documents are not public and not cited, so the public does not see them.`,
})

const STYLE = `
${LIGHT_PAGE}
body{margin:0;font:1.0625rem/1.6 var(--look-font-text);color:var(--look-ink);background:var(--look-paper)}
main{max-width:46rem;margin:0 auto;padding:1rem}
.preview{padding:.75rem 1rem;background:var(--look-waits-soft);border-left:var(--look-mark) solid var(--look-waits)}
h1{font-size:1.6rem;line-height:1.3;margin-bottom:.4rem}h2{font-size:1.25rem;margin:1.8rem 0 .4rem}h3{font-size:1.05rem;margin:1.2rem 0 .3rem}
nav a{margin-right:1rem}a{color:var(--look-accent)}
.line{color:var(--look-quiet);margin-top:0}.lead{font-size:1.125rem}
dt{font-weight:700;margin-top:.6rem}dd{margin:0}
p,dd,li,.plain{overflow-wrap:anywhere}
.plain,dd{white-space:pre-line}.rich{white-space:normal}
.facts{margin-top:1.8rem}.facts>div{display:flex;flex-wrap:wrap;gap:0 .5rem}.facts dt{margin-top:0}.rich :is(td,th) p{margin:0}.lexical-table-container{overflow-x:auto}.rich table *{overflow-wrap:break-word}th{text-align:left}
blockquote{margin-left:0;padding-left:1rem;border-left:.25rem solid var(--look-line)}
:lang(km){line-height:1.9}img,video{max-width:100%}`

interface PageInput {
  content: FrozenContent
  fields: NamedField[]
  layout: PreviewLayout
  /** Field with the title. */
  title: string
  /** Language of the content; if the document lacks it, its first language is used. */
  locale: string
  /** Language of labels and notices. */
  lang: string
  /** URL of a file in the media library. */
  fileUrl: (filename: string) => string
  /** The live edition of a related document, if any. */
  liveEdition: (link: FrozenDocumentLink) => FrozenContent | undefined
  /** Fields by which pages cite the documents of a collection. */
  citedBy: (collection: string) => string[]
}

/** A document as other pages cite it, `84/KH-UBND – Kế hoạch …`, or `undefined` when it is not public. */
const citing =
  ({ liveEdition, citedBy, locale }: PageInput): Showing['titleOf'] =>
  (link) => {
    const live = liveEdition(link)
    if (!live) return undefined
    const read = localise(live.fields, locale, live.locales[0] ?? locale) as JsonObject
    const words = citedBy(link.collection).map((name) => read[name])
    return words.filter((word) => typeof word === 'string' && word).join(' – ') || undefined
  }

const chapters = (rows: Json[], field: NamedField | undefined, layout: PreviewLayout, showing: Showing): string => {
  const { number, heading, text } = layout.chapters![field!.name]!
  return rows
    .filter(isJsonObject)
    .map((row, index) => {
      const { [number ?? '']: counted, [heading]: title, [text]: words, ...facts } = row
      const head = `<h3>${Number(counted) || index + 1}. ${valueHtml(title, undefined, showing)}</h3>`
      const body = valueHtml(words, undefined, showing)
      return `${head}${body && `<div class="plain">${body}</div>`}${fieldsHtml(facts, field!.fields, showing)}`
    })
    .join('')
}

/** Relations as citizens see them: by the title of the live edition, else by the citation, else not at all. */
const relations = (rows: Json[], layout: PreviewLayout, locale: string, showing: Showing) => {
  const { type, target, citedAs, scope, verbs } = layout.relations!
  const shown = rows.filter(isJsonObject).map((row) => {
    const link = row[target]
    // A link that is not public renders as an empty string.
    const named = valueHtml(link, undefined, showing) || valueHtml(row[citedAs], undefined, showing)
    const verb = verbs[String(row[type] ?? '')]
    const part = valueHtml(row[scope], undefined, showing)
    return (
      named &&
      `<li>${escapeHtml(verb?.[locale] ?? Object.values(verb ?? {})[0] ?? '')}${part && ` (${part})`}: ${named}</li>`
    )
  })
  const seen = shown.filter(Boolean)
  return { html: seen.length ? `<ul>${seen.join('')}</ul>` : '', unseen: shown.length - seen.length }
}

/**
 * The page of a working copy as its readers would see it, for people with a login. Pure: it shows only the frozen
 * content and live editions.
 */
export const previewPage = (input: PageInput): string => {
  const { content, fields, layout, lang, fileUrl } = input
  const locale = content.locales.includes(input.locale) ? input.locale : (content.locales[0] ?? input.locale)
  const showing: Showing = { lang, fileUrl, titleOf: citing({ ...input, locale }), media: 'shown' }
  const read = localise(content.fields, locale, content.locales[0] ?? locale) as JsonObject
  const fieldOf = (name: string) => fields.find((field) => field.name === name)
  const { line = [], text = ['summary', 'body'], facts = [], sections = [], hidden = [] } = layout

  const underTitle = line.flatMap(({ fields: names, label }) => {
    const html = names.map((name) => valueHtml(read[name], fieldOf(name), showing)).find(Boolean)
    return html ? [label ? `${escapeHtml(textIn(label, lang))} ${html}` : html] : []
  })
  const prose = text.map((name) => {
    const html = valueHtml(read[name], fieldOf(name), showing)
    return html && (name === 'summary' ? `<p class="lead plain">${html}</p>` : `<div class="plain">${html}</div>`)
  })
  const placed = new Set([
    input.title,
    ...line.flatMap(({ fields: names }) => names),
    ...text,
    ...facts,
    ...sections,
    ...hidden,
  ])
  const short = facts.flatMap((name) => {
    const html = inOneLine(read[name], fieldOf(name), showing)
    const label = escapeHtml(labelOf(fieldOf(name)?.label, name, lang))
    return html ? [`<div><dt lang="${lang}">${label}:</dt> <dd>${html}</dd></div>`] : []
  })
  const others = inFormOrder(read, fields)
    .map(([name]) => name)
    .filter((name) => !placed.has(name))
  let notShown = 0
  const section = (name: string): string => {
    const value = read[name]
    const field = fieldOf(name)
    let html: string
    if (Array.isArray(value) && field && layout.chapters?.[name]) html = chapters(value, field, layout, showing)
    else if (Array.isArray(value) && layout.relations?.field === name) {
      const related = relations(value, layout, locale, showing)
      notShown = related.unseen
      html = related.html
    } else html = valueHtml(value, field, showing)
    return (
      html && `<h2 lang="${lang}">${escapeHtml(labelOf(field?.label, name, lang))}</h2><div class="plain">${html}</div>`
    )
  }
  const [chosen, unplaced] = [sections.map(section), others.map(section)]

  const title = read[input.title]
  const heading = typeof title === 'string' ? escapeHtml(title) : textIn(SAYS.untitled, lang)
  const languages = content.locales
    .map((one) =>
      one === locale
        ? `<strong lang="${one}" aria-current="true">${languageName(one)}</strong>`
        : `<a lang="${one}" href="?locale=${one}">${languageName(one)}</a>`,
    )
    .join(' ')
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${heading}</title><style>${STYLE}</style></head>
<body><main><p class="preview">${textIn(SAYS.notice, lang)}${notShown ? ` ${textIn(unseen(notShown), lang)}` : ''}</p>
${content.locales.length > 1 ? `<nav aria-label="${textIn(SAYS.languages, lang)}">${languages}</nav>` : ''}
<article lang="${locale}"><h1>${heading}</h1>
${underTitle.length ? `<p class="line">${underTitle.join(' · ')}</p>` : ''}
${prose.join('\n')}
${chosen.join('\n')}
${short.length ? `<dl class="facts">${short.join('')}</dl>` : ''}
${unplaced.join('\n')}</article></main></body></html>`
}

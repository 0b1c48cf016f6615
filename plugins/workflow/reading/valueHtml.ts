import { dayFirst } from '../../../lib/text/dates.ts'
import { escapeHtml } from '../../../lib/text/escapeHtml.ts'
import { textIn } from '../../../lib/text/languages.ts'
import type { FrozenDocumentLink, FrozenFile, Json, JsonObject } from '../../publications/index.ts'
import { isJsonObject, sanitiseHtml } from '../../publications/index.ts'
import { inFormOrder, type NamedField } from '../admin/frozen/fieldNames.ts'
import type { Text } from '../core/definition.ts'

/** The context in which frozen values are shown. */
export interface Showing {
  /** Language of labels. */
  lang: string
  /** URL of a file in the media library. */
  fileUrl: (filename: string) => string
  /** The title of a related document; `undefined` when it must not be named. */
  titleOf: (link: FrozenDocumentLink) => string | undefined
  /** Whether images and videos are embedded or only named. */
  media: 'shown' | 'named'
}

const YES: Text = { vi: 'Có', en: 'Yes' }

/** The form's label of a field or choice, in the language of the page. */
export const labelOf = (label: NamedField['label'], name: string, lang: string): string =>
  typeof label === 'string' ? label : (label?.[lang] ?? label?.en ?? Object.values(label ?? {})[0] ?? name)

/** Of another document, only key and collection are frozen. Reference data has labels in addition. */
export const isDocumentLink = (value: Json | undefined): value is JsonObject & FrozenDocumentLink =>
  isJsonObject(value) &&
  typeof value.collection === 'string' &&
  typeof value.key === 'string' &&
  Object.keys(value).length === 2

const fileHtml = (file: FrozenFile, { fileUrl, media }: Showing): string => {
  const url = escapeHtml(fileUrl(file.filename))
  const alt = typeof file.alt === 'string' ? escapeHtml(file.alt) : ''
  if (media === 'shown' && file.mimeType.startsWith('image/')) return `<img src="${url}" alt="${alt}">`
  if (media === 'shown' && file.mimeType.startsWith('video/'))
    return `<video controls preload="metadata" src="${url}"></video>`
  const kilobytes = Math.max(1, Math.round(file.size / 1024)).toLocaleString('vi-VN')
  return `<a href="${url}">${escapeHtml(file.filename)}</a> (${kilobytes} kB)${media === 'named' && alt ? ` – ${alt}` : ''}`
}

/**
 * A frozen value as HTML. Pure. All text is escaped; rich text passes the sanitiser. Empty when the value has no
 * content.
 *
 * @param value reduced to one language by `localise`
 * @param field the form's description of the field, for labels and choices
 */
export const valueHtml = (value: Json | undefined, field: NamedField | undefined, showing: Showing): string => {
  const { lang } = showing
  if (value === undefined || value === null || value === false) return ''
  if (value === true) return textIn(YES, lang)
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') {
    const option = field?.options?.find((candidate) => candidate.value === value)
    return escapeHtml(option ? labelOf(option.label, value, lang) : dayFirst(value))
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => valueHtml(item, field, showing)).filter(Boolean)
    return items.length ? `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>` : ''
  }
  if (typeof value.html === 'string') return `<div class="rich">${sanitiseHtml(value.html)}</div>`
  if (typeof value.sha256 === 'string') return fileHtml(value as unknown as FrozenFile, showing)
  if (isDocumentLink(value)) return escapeHtml(showing.titleOf(value) ?? '')
  if (typeof value.collection === 'string' && typeof value.key === 'string') {
    const { collection: _, key, ...labels } = value
    return escapeHtml(String(Object.values(labels).find((one) => typeof one === 'string') ?? key))
  }
  return fieldsHtml(value, field?.fields ?? [], showing)
}

/** A frozen value on one line: its members one after the other, two numbers as a range. */
export const inOneLine = (value: Json | undefined, field: NamedField | undefined, showing: Showing): string => {
  if (Array.isArray(value))
    return value
      .map((item) => inOneLine(item, field, showing))
      .filter(Boolean)
      .join('; ')
  if (!isJsonObject(value) || typeof value.collection === 'string' || typeof value.sha256 === 'string')
    return valueHtml(value, field, showing)
  const members = inFormOrder(value, field?.fields ?? []).map(([name, member]) => ({ name, member }))
  const words = members.map(({ name, member }) =>
    inOneLine(
      member,
      field?.fields.find((candidate) => candidate.name === name),
      showing,
    ),
  )
  const between = members.every(({ member }) => typeof member === 'number') ? '–' : ', '
  return [...new Set(words.filter(Boolean))].join(between)
}

/** Frozen fields with their labels, in the order of the form; empty fields are omitted. */
export const fieldsHtml = (values: JsonObject, fields: NamedField[], showing: Showing): string => {
  const rows = inFormOrder(values, fields)
    .map(([name, value]) => {
      const field = fields.find((candidate) => candidate.name === name)
      return { label: labelOf(field?.label, name, showing.lang), html: valueHtml(value, field, showing) }
    })
    .filter(({ html }) => html)
    .map(({ label, html }) => `<dt lang="${showing.lang}">${escapeHtml(label)}</dt><dd>${html}</dd>`)
  return rows.length ? `<dl>${rows.join('')}</dl>` : ''
}

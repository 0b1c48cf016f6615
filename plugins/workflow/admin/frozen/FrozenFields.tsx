'use client'
import { getTranslation } from '@payloadcms/translations'
import { useConfig, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { dayFirst } from '../../../../lib/text/dates.ts'
import { isJsonObject } from '../../../publications/client.ts'
import type { FrozenDocumentLink, FrozenFile, Json, JsonObject } from '../../../publications/index.ts'
import { fileAddress } from '../api.ts'
import { useConnection } from '../useApproval.ts'
import { useTexts } from '../useTexts.ts'
import { inFormOrder, type NamedField } from './fieldNames.ts'
import { RichText } from './RichText.tsx'

const isByLanguage = (value: JsonObject): boolean =>
  Object.keys(value).length > 0 && Object.keys(value).every((key) => key.startsWith('@'))

/** A frozen value as one line of text in one language, for labels of reference data. */
const line = (value: Json | undefined, language: string): string => {
  if (value === undefined || value === null) return ''
  if (typeof value !== 'object') return String(value)
  return isJsonObject(value) && isByLanguage(value)
    ? line(value[`@${language}`] ?? Object.values(value)[0], language)
    : ''
}

const Reference = ({ value, language }: { value: JsonObject; language: string }) => {
  const labels = Object.entries(value)
    .filter(([name]) => name !== 'collection' && name !== 'key')
    .map(([, label]) => dayFirst(line(label, language)))
    .filter(Boolean)
  return labels.length ? [...new Set(labels)].join(' · ') : String(value.key)
}

/** Of another document, only key and collection are frozen. The title is fetched. */
const LinkedDocument = ({ value }: { value: FrozenDocumentLink }) => {
  const texts = useTexts()
  const { base } = useConnection()
  const { config, getEntityConfig } = useConfig()
  const [found, setFound] = useState<{ id: string; title: string } | null>(null)
  const { collection, key } = value
  const known = getEntityConfig({ collectionSlug: collection })
  const title = known?.admin.useAsTitle ?? 'title'
  useEffect(() => {
    const query = new URLSearchParams({ 'where[key][equals]': key, depth: '0', limit: '1' })
    const ask = async () => {
      const response = await fetch(`${base}/${encodeURIComponent(collection)}?${query}`, { credentials: 'same-origin' })
      const { docs } = (await response.json()) as { docs?: Record<string, string>[] }
      if (docs?.[0]?.[title]) setFound({ id: String(docs[0].id), title: docs[0][title] })
    }
    // Without the title, the placeholder below is shown.
    ask().catch(() => undefined)
  }, [base, collection, key, title])
  if (!found) return <span className="frozen__untranslated">{texts.frozen.document}</span>
  return known ? (
    <a href={`${config.routes.admin}/collections/${collection}/${found.id}`} target="_blank" rel="noopener noreferrer">
      {found.title}
    </a>
  ) : (
    found.title
  )
}

const FileLine = ({ file, uploads, language }: { file: FrozenFile; uploads?: string; language: string }) => {
  const { base } = useConnection()
  const texts = useTexts()
  const url = uploads ? fileAddress(base, uploads, file) : ''
  const kilobytes = Math.max(1, Math.round(file.size / 1024))
  const alt = line(file.alt as Json | undefined, language)
  return (
    <>
      {url ? (
        <a href={url} target="_blank" rel="noopener noreferrer">
          {file.filename}
        </a>
      ) : (
        file.filename
      )}{' '}
      ({file.mimeType}, {kilobytes.toLocaleString(texts.language)} kB){alt ? ` – ${alt}` : null}
      {url && file.mimeType.startsWith('image/') ? (
        // biome-ignore lint/performance/noImgElement: shown as it was frozen, and only to people with a login
        <img className="frozen__media" src={url} alt={alt} loading="lazy" />
      ) : null}
      {url && file.mimeType.startsWith('video/') ? (
        // biome-ignore lint/a11y/useMediaCaption: captions are a file of their own, named beside it
        <video className="frozen__media" src={url} controls preload="metadata" aria-label={alt || file.filename} />
      ) : null}
    </>
  )
}

interface ValueProps {
  value: Json
  field?: NamedField
  language: string
}

const Value = ({ value, field, language }: ValueProps) => {
  const texts = useTexts()
  const { i18n } = useTranslation()
  if (value === null) return null
  if (typeof value === 'boolean') return value ? texts.frozen.yes : texts.frozen.no
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') {
    const option = field?.options?.find((candidate) => candidate.value === value)
    return option ? getTranslation(option.label, i18n) : <span className="frozen__text">{dayFirst(value)}</span>
  }
  if (Array.isArray(value))
    return (
      <ol className="frozen__list">
        {value.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a frozen text never changes its order
          <li key={index}>
            <Value value={item} field={field} language={language} />
          </li>
        ))}
      </ol>
    )
  if (isByLanguage(value)) {
    const chosen = value[`@${language}`]
    return chosen === undefined ? (
      <span className="frozen__untranslated">{texts.frozen.untranslated}</span>
    ) : (
      <span lang={language} className="frozen__localised">
        <Value value={chosen} field={field} language={language} />
      </span>
    )
  }
  if (typeof value.html === 'string' && isJsonObject(value.lexical)) return <RichText html={value.html} />
  if (typeof value.sha256 === 'string')
    return <FileLine file={value as unknown as FrozenFile} uploads={field?.uploads} language={language} />
  if (typeof value.collection === 'string' && typeof value.key === 'string')
    return Object.keys(value).length === 2 ? (
      <LinkedDocument value={value as unknown as FrozenDocumentLink} />
    ) : (
      <Reference value={value} language={language} />
    )
  return <FrozenFields values={value} fields={field?.fields ?? []} language={language} />
}

/** Frozen fields with their labels, in the order of the form. */
export const FrozenFields = (props: {
  values: JsonObject
  fields: NamedField[]
  language: string
  /** Whether these are the fields of the document itself, to which others can lead. */
  marked?: boolean
}) => {
  const { values, fields, language, marked } = props
  const { i18n } = useTranslation()
  return (
    <dl className="frozen">
      {inFormOrder(values, fields).map(([name, value]) => {
        const field = fields.find((candidate) => candidate.name === name)
        return (
          <div key={name} className="frozen__field" {...(marked ? { 'data-frozen': name, tabIndex: -1 } : {})}>
            <dt>{field?.label ? getTranslation(field.label, i18n) : name}</dt>
            <dd>
              <Value value={value} field={field} language={language} />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

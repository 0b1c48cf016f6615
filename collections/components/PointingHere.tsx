'use client'
import './components.css'
import { Link, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { useEffect, useState } from 'react'
import { RELATION_TYPES } from '../fields/relationTypes.ts'

const SAYS = {
  vi: {
    heading: 'Văn bản và tin nói đến văn bản này',
    none: 'Chưa có văn bản hay tin nào.',
    unsaved: 'Xin lưu văn bản trước; sau đó các văn bản nói đến nó hiện ở đây.',
    failed: 'Chưa tải được danh sách; xin tải lại trang.',
    about: 'Tin về văn bản này',
  },
  en: {
    heading: 'What speaks of this document',
    none: 'Nothing yet.',
    unsaved: 'Save the document first; what speaks of it then stands here.',
    failed: 'The list could not be loaded; reload the page.',
    about: 'News about it',
  },
}

interface Pointing {
  collection: 'directives' | 'bulletins'
  id: string
  title: string
  verbs: string[]
}

interface Row {
  id: string
  title?: string
  numberAndSymbol?: string
  relations?: { type: string; target?: unknown }[]
}

const MOST = 100

/** In the relations of a directive: incoming relations, as readers will see them. */
export const PointingHere: UIFieldClientComponent = () => {
  const { config } = useConfig()
  const { id } = useDocumentInfo()
  const language = useTranslation().i18n.language === 'en' ? 'en' : 'vi'
  const texts = SAYS[language]
  const [found, setFound] = useState<Pointing[] | 'failed' | undefined>()
  const { api, admin } = config.routes
  useEffect(() => {
    const asked = new AbortController()
    const rows = async (collection: string, field: string): Promise<Row[]> => {
      const query = new URLSearchParams({ [`where[${field}][equals]`]: String(id), depth: '0', limit: String(MOST) })
      const response = await fetch(`${api}/${collection}?${query}`, {
        credentials: 'same-origin',
        signal: asked.signal,
      })
      if (!response.ok) throw new Error(String(response.status))
      return ((await response.json()) as { docs: Row[] }).docs
    }
    const verb = (type: string) => {
      const [, vi, en] = RELATION_TYPES.find(([name]) => name === type) ?? ['', type, type]
      return language === 'en' ? `${en} this one` : `${vi} văn bản này`
    }
    const ask = async () => {
      const [directives, bulletins] = await Promise.all([
        rows('directives', 'relations.target'),
        rows('bulletins', 'about'),
      ])
      setFound([
        ...directives.map(
          (row): Pointing => ({
            collection: 'directives',
            id: row.id,
            title: [row.numberAndSymbol, row.title].filter(Boolean).join(' – '),
            verbs: (row.relations ?? []).filter(({ target }) => target === id).map(({ type }) => verb(type)),
          }),
        ),
        ...bulletins.map(
          (row): Pointing => ({ collection: 'bulletins', id: row.id, title: row.title ?? '', verbs: [texts.about] }),
        ),
      ])
    }
    if (id)
      ask().catch(() => {
        if (!asked.signal.aborted) setFound('failed')
      })
    return () => asked.abort()
  }, [id, api, language, texts.about])

  const list = Array.isArray(found) ? found : []
  const note = !id ? texts.unsaved : found === 'failed' ? texts.failed : found && !list.length ? texts.none : ''
  return (
    <section className="pointing-here" aria-labelledby="pointing-here">
      <h3 id="pointing-here">{texts.heading}</h3>
      <p role="status">{note}</p>
      {list.length ? (
        <ul>
          {list.map(({ collection, id: row, title, verbs }) => (
            <li key={`${collection}:${row}`}>
              <Link href={`${admin}/collections/${collection}/${row}`}>{title}</Link> · {verbs.join(', ')}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

'use client'
import './components.css'
import { getTranslation } from '@payloadcms/translations'
import { useConfig, useTranslation } from '@payloadcms/ui'
import Link from 'next/link.js'
import { useEffect, useId, useRef, useState } from 'react'
import type { FoundRow } from '../finding/endpoint.ts'

const SAYS = {
  vi: { label: 'Tìm văn bản, tin, video, thông báo', none: 'Không tìm thấy.', failed: 'Chưa tìm được; xin thử lại.' },
  en: {
    label: 'Find documents, news, videos, notices',
    none: 'Nothing found.',
    failed: 'It could not be searched; try again.',
  },
}
/** Typing pauses longer than this when a word is finished. */
const PAUSE_MS = 250

/** Search box of the admin: by title, number, abbreviation or former title. */
const Box = ({ place }: { place: 'header' | 'nav' }) => {
  const { i18n } = useTranslation()
  const { config, getEntityConfig } = useConfig()
  const says = SAYS[i18n.language === 'en' ? 'en' : 'vi']
  const id = useId()
  const box = useRef<HTMLElement>(null)
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<FoundRow[] | 'failed'>()
  const close = () => setFound(undefined)

  useEffect(() => {
    const q = typed.trim()
    if (!q) {
      setFound(undefined)
      return undefined
    }
    const gone = new AbortController()
    const timer = setTimeout(() => {
      fetch(`${config.routes.api}/finding?q=${encodeURIComponent(q)}`, {
        credentials: 'same-origin',
        signal: gone.signal,
      })
        .then(async (response) =>
          setFound(response.ok ? ((await response.json()) as { found: FoundRow[] }).found : 'failed'),
        )
        .catch(() => !gone.signal.aborted && setFound('failed'))
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      gone.abort()
    }
  }, [typed, config.routes.api])

  const kindOf = (collection: string) =>
    getTranslation(getEntityConfig({ collectionSlug: collection })?.labels.singular ?? collection, i18n)

  return (
    <search
      ref={box}
      className={`find-box find-box--${place}`}
      onKeyDown={(event) => event.key === 'Escape' && close()}
      onBlur={(event) => !box.current?.contains(event.relatedTarget) && close()}
    >
      <label htmlFor={id} className="find-box__label">
        {says.label}
      </label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        placeholder={says.label}
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div role="status" className="find-box__label">
        {found === 'failed' ? says.failed : found && !found.length ? says.none : ''}
      </div>
      {found && (
        <div className="find-box__found">
          {found === 'failed' || !found.length ? (
            <p aria-hidden="true">{found === 'failed' ? says.failed : says.none}</p>
          ) : (
            <ul>
              {found.map((row) => (
                <li key={`${row.collection}/${row.id}`}>
                  <Link
                    href={`${config.routes.admin}/collections/${row.collection}/${row.id}`}
                    onClick={() => {
                      setTyped('')
                      close()
                    }}
                  >
                    {row.name} <small>({kindOf(row.collection)})</small>
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </search>
  )
}

/** In the header of every page; narrow screens have no room for it there. */
export const FindBox = () => <Box place="header" />

/** In the navigation, on narrow screens. */
export const FindBoxInNav = () => <Box place="nav" />

'use client'
import './components.css'
import { useAuth, useConfig, useDocumentInfo, useDocumentTitle, useLocale, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { isRecord } from '../../lib/isRecord.ts'
import { wordsAt } from './wordsAt.ts'

/** Rows in the first language, by person, row and time of the last save: every field of a form asks for the same one. */
const asked = new Map<string, Promise<unknown>>()
const MOST_KEPT = 50

const ask = (name: string, address: string): Promise<unknown> => {
  const known = asked.get(name)
  if (known) return known
  const answer = fetch(address, { credentials: 'same-origin' })
    .then((response) => (response.ok ? response.json() : undefined))
    .catch(() => undefined)
  asked.set(name, answer)
  if (asked.size > MOST_KEPT) asked.delete(asked.keys().next().value as string)
  return answer
}

/**
 * Above a field while it is translated: what it says in the first language. A row whose name is not translated is called
 * by its first name instead of its id.
 */
export const OriginalText = ({ path }: { path: string }) => {
  const { config } = useConfig()
  const { code } = useLocale()
  const { user } = useAuth()
  const { i18n } = useTranslation()
  const { id, collectionSlug, globalSlug, data, docConfig } = useDocumentInfo()
  const { title, setDocumentTitle } = useDocumentTitle()
  const [row, setRow] = useState<unknown>()
  const { api } = config.routes
  const first = config.localization ? config.localization.defaultLocale : code
  const translates = code !== first && (globalSlug !== undefined || id !== undefined)
  const place = globalSlug ? `globals/${globalSlug}` : `${collectionSlug}/${id}`
  const savedAt = String(data?.updatedAt ?? '')

  useEffect(() => {
    if (!translates) return setRow(undefined)
    let gone = false
    void ask(`${user?.id}/${place}/${savedAt}`, `${api}/${place}?locale=${first}&fallback-locale=none&depth=0`).then(
      (answer) => {
        if (!gone) setRow(answer)
      },
    )
    return () => {
      gone = true
    }
  }, [api, first, place, savedAt, translates, user?.id])

  const words = wordsAt(row, path)
  const called = docConfig && 'useAsTitle' in docConfig.admin ? docConfig.admin.useAsTitle : undefined
  useEffect(() => {
    // Payload calls a row without a name by its id.
    if (path === called && words && title === String(id)) setDocumentTitle(words)
  }, [called, id, path, setDocumentTitle, title, words])

  if (!translates || !words) return null
  const names = config.localization ? config.localization.locales : []
  const label = names.find((locale) => locale.code === first)?.label
  const language = isRecord(label) ? String(label[i18n.language] ?? '') : String(label ?? first)
  return (
    <p className="original-text">
      <span className="original-text__language">{language}</span>
      <span lang={first}>{words}</span>
    </p>
  )
}

'use client'
import { useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import { ownLanguage } from '../../../lib/text/languages.ts'

/** A stored word of a log in the reader's language; a word that nobody translated is shown as it is. */
export const WordCell = ({ cellData, field }: DefaultCellComponentProps) => {
  const { i18n } = useTranslation()
  const value = typeof cellData === 'string' ? cellData : ''
  const { words } = (field?.admin?.custom ?? {}) as { words?: Record<string, { vi: string; en: string }> }
  return <span>{words?.[value]?.[ownLanguage(i18n.language)] ?? value}</span>
}

import type { CollectionBeforeChangeHook, Field, PayloadRequest } from 'payload'
import { isRecord } from '../../lib/isRecord.ts'
import { DEFAULT_LOCALE } from '../../src/portal/locales.ts'
import { nobody } from '../access/index.ts'

const MARK = ' – '

/** `84/KH-UBND – Kế hoạch …`: number and Vietnamese title, as far as they are known. */
export const labelOf = (number: unknown, title: unknown): string =>
  [number, title].filter((text): text is string => typeof text === 'string' && text !== '').join(MARK)

const titleIn = (title: unknown, { locale }: PayloadRequest): unknown => {
  if (isRecord(title)) return title[DEFAULT_LOCALE]
  return !locale || locale === DEFAULT_LOCALE ? title : undefined
}

/**
 * Keeps the name by which pickers, headings and lists of tasks call a numbered document. Must run after the hook that
 * sets the number.
 */
export const nameRow: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const before = (originalDoc ?? {}) as { label?: string | null; numberAndSymbol?: string | null }
  const prefix = before.numberAndSymbol ? `${before.numberAndSymbol}${MARK}` : ''
  // A save in another language does not hold the Vietnamese title.
  const known = before.label?.startsWith(prefix) ? before.label.slice(prefix.length) : before.label
  return { ...data, label: labelOf(data.numberAndSymbol, titleIn(data.title, req) ?? known) }
}

/** The name that `nameRow` keeps. */
export const label: Field = {
  name: 'label',
  type: 'text',
  label: { vi: 'Văn bản', en: 'Document' },
  maxLength: 700,
  access: { create: nobody, update: nobody },
  hooks: { beforeDuplicate: [() => null] },
  admin: { hidden: true, disableListColumn: true, disableListFilter: true, disableBulkEdit: true },
}

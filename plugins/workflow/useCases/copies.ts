import type { Payload, Where } from 'payload'

/** A working copy, as far as lists show it. */
export interface Copy {
  id: string
  key: string
  /** In the locale asked for, else in the default one, else in any. */
  title: string
  /** ISO 8601, UTC. */
  updatedAt: string
}

const textIn = (value: unknown, locales: readonly string[]): string => {
  if (typeof value === 'string') return value
  if (value === null || typeof value !== 'object') return ''
  const texts = value as Record<string, unknown>
  const filled = [...locales, ...Object.keys(texts)].map((locale) => texts[locale])
  return filled.find((text): text is string => typeof text === 'string' && text !== '') ?? ''
}

/**
 * Reads the names of working copies, past access and hooks: what is listed was chosen for its reader, and the hooks of
 * a hundred documents take longer than reading them.
 *
 * @param args.title field that names a document
 * @param args.locale of the title
 */
export const findCopies = async (args: {
  payload: Payload
  collection: string
  title: string
  where: Where
  locale?: string
  sort?: string
  limit: number
}): Promise<Copy[]> => {
  const { payload, collection, title, where, locale, sort, limit } = args
  const { localization } = payload.config
  const locales = [...(locale ? [locale] : []), ...(localization ? [localization.defaultLocale] : [])]
  const { docs } = await payload.db.find<{ id: string | number } & Record<string, unknown>>({
    collection,
    where,
    sort,
    limit,
    pagination: false,
    ...(localization ? { locale: 'all' } : {}),
    select: { key: true, [title]: true, updatedAt: true },
  })
  return docs.map((row) => ({
    id: String(row.id),
    key: String(row.key),
    title: textIn(row[title], locales),
    updatedAt: new Date(String(row.updatedAt)).toISOString(),
  }))
}

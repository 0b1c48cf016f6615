import { LOCALES } from '../../src/portal/locales.ts'

const codes = new Set<string>(LOCALES.map(({ code }) => code))

const isByLocale = (value: object): value is Record<string, unknown> => {
  const keys = Object.keys(value)
  return keys.length > 0 && keys.every((key) => codes.has(key))
}

const reduce = (value: unknown, locale: string): unknown => {
  if (Array.isArray(value)) return value.map((item) => reduce(item, locale))
  if (value === null || typeof value !== 'object') return value
  if (isByLocale(value)) return reduce(value[locale], locale)
  if ('root' in value) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, reduce(inner, locale)]))
}

/** Reduces a row read with `locale: 'all'` to one locale, as the checks expect it. */
export const inLocale = (row: Record<string, unknown>, locale: string): Record<string, unknown> =>
  reduce(row, locale) as Record<string, unknown>

/**
 * Reduces a row read with `locale: 'all'` to one locale: every map by locale gives its value in that locale. Pure.
 *
 * @param codes all content locales; a map is recognised by its keys
 */
export const inLocaleOf = (codes: readonly string[]) => {
  const isByLocale = (value: object): value is Record<string, unknown> => {
    const keys = Object.keys(value)
    return keys.length > 0 && keys.every((key) => codes.includes(key))
  }
  const reduce = (value: unknown, locale: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => reduce(item, locale))
    if (value === null || typeof value !== 'object') return value
    if (isByLocale(value)) return reduce(value[locale], locale)
    if ('root' in value) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, reduce(inner, locale)]))
  }
  return (row: Record<string, unknown>, locale: string): Record<string, unknown> =>
    reduce(row, locale) as Record<string, unknown>
}

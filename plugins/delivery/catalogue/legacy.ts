import type { Json } from '../../publications/index.ts'
import { isJsonObject } from '../../publications/index.ts'

const MOST_CHARACTERS = 2_000

/**
 * Lookup keys of a URL on an earlier website: with and without its host, without scheme, port and fragment.
 * Most specific first; empty if the text is not a URL.
 */
export const legacyAddresses = (url: string): string[] => {
  const text = url.trim()
  if (!text || text.length > MOST_CHARACTERS) return []
  const [, host, rest = ''] = /^(?:[a-z][a-z0-9+.-]*:)?\/\/([^/?#:]*)(?::\d+)?([^#]*)/i.exec(text) ?? []
  const path = (host === undefined ? text.replace(/#.*$/, '') : rest) || '/'
  if (!path.startsWith('/')) return path.startsWith('?') ? legacyAddresses(`/${text}`) : []
  return host ? [`//${host.toLowerCase()}${path}`, path] : [path]
}

/** URLs in a public field: an array of texts, or of groups with a `url`. */
export const addressesIn = (value: Json | undefined): string[] =>
  (Array.isArray(value) ? value : []).flatMap((item) => {
    if (typeof item === 'string') return [item]
    return isJsonObject(item) && typeof item.url === 'string' ? [item.url] : []
  })

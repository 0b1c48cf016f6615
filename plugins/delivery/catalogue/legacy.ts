import { legacyPath } from '../../../lib/text/legacyPath.ts'
import type { Json } from '../../publications/index.ts'
import { isJsonObject } from '../../publications/index.ts'

const MOST_CHARACTERS = 2_000

const partsOf = (url: string): { host: string; rest: string } | undefined => {
  const text = url.trim()
  if (!text || text.length > MOST_CHARACTERS) return undefined
  const [, host, rest] = /^(?:[a-z][a-z0-9+.-]*:)?\/\/([^/?#:]*)(?::\d+)?(.*)$/is.exec(text) ?? []
  const path = host === undefined ? text : (rest ?? '')
  return { host: (host ?? '').toLowerCase(), rest: path.startsWith('/') ? path : `/${path}` }
}

/**
 * Lookup keys of a URL on an earlier website: with and without its host, without scheme, port, fragment and tracking
 * parameters, in a fixed order of parameters. Most specific first; empty if the text is not a URL.
 */
export const legacyAddresses = (url: string): string[] => {
  const parts = partsOf(url)
  const path = parts && legacyPath(parts.rest)
  if (path === undefined) return []
  return parts?.host ? [`//${parts.host}${path}`, path] : [path]
}

/**
 * The path of a URL on this site, as the log records it. Pages of this site have no parameters, so everything that
 * others append to a link is dropped.
 *
 * @param site host of this site; a URL of another host is none of its pages
 */
export const ownPath = (url: string, site: string): string | undefined => {
  const parts = partsOf(url)
  if (!parts || (parts.host && parts.host !== site)) return undefined
  return legacyPath(parts.rest)?.replace(/\?.*$/, '')
}

/** URLs in a public field: an array of texts, or of groups with a `url`. */
export const addressesIn = (value: Json | undefined): string[] =>
  (Array.isArray(value) ? value : []).flatMap((item) => {
    if (typeof item === 'string') return [item]
    return isJsonObject(item) && typeof item.url === 'string' ? [item.url] : []
  })

import { normalise } from './normalise.ts'

const ANY_HOST = 'http://legacy.invalid'
const LONGEST = 1000
/** Tracking parameters of mail and social networks; they do not identify a page. */
const TAGS = /^(utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|ttclid|igshid|mc_[ce]id|_gl|zarsrc|zalo_\w+)$/i

/**
 * Normalises an address of the old portal for lookup: path and query, because old portals identify pages in the query.
 * Drops scheme, host and fragment, so that http and https, with and without www, are equal. Also drops tracking
 * parameters, duplicate slashes and a trailing slash, and sorts the parameters, whose order means nothing. Idempotent;
 * never throws.
 *
 * @param address `https://host/path?query` or `/path?query`
 * @returns undefined if it does not address a page: a bare host, another scheme, or a path that starts with `//`
 */
export const legacyPath = (address: string): string | undefined => {
  if (address.length > LONGEST) return undefined
  const text = normalise(address)
  const absolute = /^https?:\/\/[^/\\\s]/i.test(text)
  if (/[\s\\]/.test(text) || !(absolute || /^\/(?!\/)/.test(text))) return undefined
  if (!URL.canParse(text, ANY_HOST)) return undefined
  const url = new URL(text, ANY_HOST)
  for (const name of [...url.searchParams.keys()]) if (TAGS.test(name)) url.searchParams.delete(name)
  url.searchParams.sort()
  const path = url.pathname.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '') + url.search
  return path === '/' || path.length > LONGEST ? undefined : path
}

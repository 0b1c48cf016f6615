import { normalise } from './normalise.ts'

const ANY_HOST = 'http://legacy.invalid'
const LONGEST = 1000
/** Tags that mail and social networks hang on to an address, which name no page. */
const TAGS = /^(utm_\w+|fbclid|gclid|zarsrc)$/

/**
 * An address of the old portal as its successor looks it up: path and query, for old portals name their pages in the
 * query. Scheme, host and fragment are dropped, so that http and https, with and without www, are one; so are tags of
 * social networks, doubled slashes and the last slash. Idempotent; never throws.
 *
 * @param address `https://host/path?query` or `/path?query`
 * @returns undefined for what is no address of a page: a bare host, another scheme, a path that begins with `//`
 */
export const legacyPath = (address: string): string | undefined => {
  if (address.length > LONGEST) return undefined
  const text = normalise(address)
  const absolute = /^https?:\/\/[^/\\\s]/i.test(text)
  if (/[\s\\]/.test(text) || !(absolute || /^\/(?!\/)/.test(text))) return undefined
  if (!URL.canParse(text, ANY_HOST)) return undefined
  const url = new URL(text, ANY_HOST)
  for (const name of [...url.searchParams.keys()]) if (TAGS.test(name)) url.searchParams.delete(name)
  const path = url.pathname.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '') + url.search
  return path === '/' || path.length > LONGEST ? undefined : path
}

import { isJsonText } from './bodies.ts'

/** Operators for geographic points. No field is one, and the databases fail on them. */
const ON_A_MAP = /\[(?:near|within|intersects)\]/i
const COUNTS = new Set(['limit', 'page', 'depth'])
const JSON_OBJECTS = new Set(['where', 'data'])

/**
 * Whether the query of a request asks what no database can answer: an object that is not JSON, a place on a map, a count
 * beyond all numbers. Payload would only notice when the database fails.
 *
 * @param url path and query
 */
export const isUnanswerable = (url: string): boolean => {
  const at = url.indexOf('?')
  if (at === -1) return false
  for (const [name, value] of new URLSearchParams(url.slice(at + 1))) {
    if (ON_A_MAP.test(name)) return true
    if (JSON_OBJECTS.has(name) && value !== '' && !(value.trimStart().startsWith('{') && isJsonText(value))) return true
    const count = COUNTS.has(name) ? Number(value) : 0
    if (!Number.isNaN(count) && !Number.isSafeInteger(count)) return true
  }
  return false
}

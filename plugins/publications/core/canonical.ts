import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { composed } from './composed.ts'

const normalised = (value: unknown): unknown => {
  if (typeof value === 'string') return composed(value)
  if (Array.isArray(value)) return value.map(normalised)
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .map(([key, inner]) => [key, normalised(inner)]),
    )
  return value
}

/**
 * The one spelling of a JSON value: RFC 8785 over text in Unicode NFC, members that are `undefined` left out.
 * Equal values give equal bytes on every machine and database.
 *
 * @throws Error for what JSON cannot hold (NaN, infinity, lone surrogates)
 */
export const canonicalJson = (value: unknown): string => {
  const text = canonicalize(normalised(value))
  if (text === undefined) throw new Error('This value has no JSON form')
  return text
}

/** SHA-256 of the UTF-8 bytes of a text, 64 hexadecimal digits. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Whether stored bytes are those that lie under a hash; whatever is no text is not. */
export const hasHash = (bytes: unknown, hash: string): bytes is string =>
  typeof bytes === 'string' && sha256(bytes) === hash

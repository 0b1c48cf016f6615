import { createHash } from 'node:crypto'
import { RETRY_AFTER_S } from '../httpAnswers.ts'

/** An answer as it goes out, kept until something public changes. */
export interface Answer {
  status: number
  body: Buffer
  etag: string
  /** Made once: an answer goes out thousands of times. */
  headers: Record<string, string>
}

/** What every answer of the public API carries. */
export const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'public, max-age=0, s-maxage=5, stale-while-revalidate=30, stale-if-error=86400',
  'access-control-allow-origin': '*',
  'x-content-type-options': 'nosniff',
}

/**
 * A value as it goes out, with its strong validator.
 *
 * @param isKept whether caches may keep it and ask for it by its validator
 */
export const answerOf = (status: number, value: unknown, isKept = status === 200): Answer => {
  const body = Buffer.from(JSON.stringify(value))
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers = {
    ...HEADERS,
    'content-length': String(body.length),
    ...(isKept ? { etag } : { 'cache-control': 'no-store' }),
    ...(status === 503 ? { 'retry-after': RETRY_AFTER_S } : {}),
    ...(status === 405 ? { allow: 'GET, HEAD, POST, OPTIONS' } : {}),
  }
  return { status, body, etag, headers }
}

const asError = (code: string, message: string) => ({ errors: [{ message, code, extensions: { code } }] })

/**
 * Asks a client to send the text of the query that it named by its hash. Apollo's clients know this by its message, and
 * expect it with 200; it holds for no longer than this request.
 */
export const notPersisted = (): Answer =>
  answerOf(200, asError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound'), false)

/** A refusal with a stable code, in the shape of a GraphQL error. */
export const refusal = (status: number, code: string, message: string): Answer =>
  answerOf(status, asError(code, message))

import { createHash } from 'node:crypto'
import { RETRY_AFTER_S } from '../httpAnswers.ts'

/** A serialised response, ready to be cached and sent. */
export interface Answer {
  status: number
  body: Buffer
  etag: string
  /** Built once, because a cached response is sent many times. */
  headers: Record<string, string>
  /** Tags of everything it depends on, apart from the clock. */
  reads: readonly string[]
}

/** Media types of a response; the second one is that of the GraphQL over HTTP specification. */
export type ResponseType = 'application/json' | 'application/graphql-response+json'

/** Headers of every response of the public API. */
export const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  vary: 'accept',
  'cache-control': 'public, max-age=0, s-maxage=5, stale-while-revalidate=30, stale-if-error=86400',
  'access-control-allow-origin': '*',
  'x-content-type-options': 'nosniff',
}

/**
 * Serialises a value and computes its strong ETag.
 *
 * @param isKept whether clients may cache and revalidate it
 * @param retryAfter seconds after which the client is to come again, with status 503
 */
export const answerOf = (
  status: number,
  value: unknown,
  isKept = status === 200,
  retryAfter: string = RETRY_AFTER_S,
): Answer => {
  const body = Buffer.from(JSON.stringify(value))
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers = {
    ...HEADERS,
    'content-length': String(body.length),
    ...(isKept ? { etag } : { 'cache-control': 'no-store' }),
    ...(status === 503 ? { 'retry-after': retryAfter } : {}),
    ...(status === 405 ? { allow: 'GET, HEAD, POST, OPTIONS' } : {}),
  }
  return { status, body, etag, headers, reads: [] }
}

/** The same response in another media type, with a validator of its own (RFC 9110 section 8.8.1). */
export const inType = (answer: Answer, type: ResponseType): Answer => {
  const { headers } = answer
  if (headers['content-type']?.startsWith(`${type};`)) return answer
  const etag = answer.etag.replace(/"$/, '-r"')
  return {
    ...answer,
    etag,
    headers: { ...headers, 'content-type': `${type}; charset=utf-8`, ...(headers.etag ? { etag } : {}) },
  }
}

const asError = (code: string, message: string) => ({ errors: [{ message, code, extensions: { code } }] })

/**
 * Asks the client to send the text of the query it named by hash. Apollo clients recognise the message and expect
 * status 200. The response must not be cached.
 */
export const notPersisted = (): Answer =>
  answerOf(200, asError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound'), false)

/** An error with a stable code, in the format of a GraphQL error. */
export const refusal = (status: number, code: string, message: string): Answer =>
  answerOf(status, asError(code, message))

/** Asks the client to come again when fewer search. */
export const tooBusy = (): Answer =>
  answerOf(503, asError('SEARCH_BUSY', 'Too many readers search at once; try again in a moment.'), false, '1')

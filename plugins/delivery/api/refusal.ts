import { createHash } from 'node:crypto'
import type { Answer } from './answer.ts'

/** What every answer of the public API carries. */
export const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'public, max-age=0, s-maxage=5, stale-while-revalidate=30, stale-if-error=86400',
  'access-control-allow-origin': '*',
  'x-content-type-options': 'nosniff',
}

/** A value as it goes out, with its strong validator. */
export const answerOf = (status: number, value: unknown): Answer => {
  const body = Buffer.from(JSON.stringify(value))
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers = {
    ...HEADERS,
    'content-length': String(body.length),
    ...(status === 200 ? { etag } : { 'cache-control': 'no-store' }),
    ...(status === 405 ? { allow: 'GET, HEAD, POST, OPTIONS' } : {}),
  }
  return { status, body, etag, headers }
}

/** A refusal with a stable code, in the shape of a GraphQL error. */
export const refusal = (status: number, code: string, message: string): Answer =>
  answerOf(status, { errors: [{ message, code, extensions: { code } }] })

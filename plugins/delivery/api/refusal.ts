import { createHash } from 'node:crypto'
import type { Answer } from './answer.ts'

/** A value as it goes out, with its strong validator. */
export const answerOf = (status: number, value: unknown): Answer => {
  const body = Buffer.from(JSON.stringify(value))
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  return { status, body, etag }
}

/** A refusal with a stable code, in the shape of a GraphQL error. */
export const refusal = (status: number, code: string, message: string): Answer =>
  answerOf(status, { errors: [{ message, code, extensions: { code } }] })

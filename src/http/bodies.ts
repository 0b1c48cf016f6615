import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import express from 'express'
import { mediaTypeOf } from './mediaType.ts'

/** Maximum body size without a login: a name, a password, a form. */
export const ANONYMOUS_BYTES = 64 * 1024
/** Maximum body size except for uploads: a long, complete document. */
export const DOCUMENT_BYTES = 8 * 1024 * 1024

/** Whether a text is valid JSON. */
export const isJsonText = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Whether the request declares a multipart body. */
export const isMultipart = (req: IncomingMessage): boolean =>
  mediaTypeOf(req.headers['content-type']).startsWith('multipart/')

/** Buffers a body of any type up to a limit in bytes; a longer one gets 413. */
export const readWhole = (limit: number): RequestHandler => express.raw({ type: () => true, limit, inflate: false })

/** The body that {@link readWhole} buffered. */
export const wholeBody = (body: unknown): Uint8Array<ArrayBuffer> =>
  Buffer.isBuffer(body) ? new Uint8Array(body) : new Uint8Array()

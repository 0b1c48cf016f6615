import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import express from 'express'
import { mediaTypeOf } from './mediaType.ts'

/** Largest body of somebody who is not logged in: a name, a password, a form. */
export const ANONYMOUS_BYTES = 64 * 1024
/** Largest body that is no upload: a long document with everything in it. */
export const DOCUMENT_BYTES = 8 * 1024 * 1024

/** Whether a text is JSON. */
export const isJsonText = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Whether a request brings files, or says so. */
export const isMultipart = (req: IncomingMessage): boolean =>
  mediaTypeOf(req.headers['content-type']).startsWith('multipart/')

/** Reads a body of any type whole, up to a number of bytes; a longer one is refused with 413. */
export const readWhole = (limit: number): RequestHandler => express.raw({ type: () => true, limit, inflate: false })

/** What {@link readWhole} read. */
export const wholeBody = (body: unknown): Uint8Array<ArrayBuffer> =>
  Buffer.isBuffer(body) ? new Uint8Array(body) : new Uint8Array()

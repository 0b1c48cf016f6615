import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import express from 'express'

/** Largest body of somebody who is not logged in: a name, a password, a form. */
export const ANONYMOUS_BYTES = 64 * 1024
/** Largest body that is no upload: a long document with everything in it. */
export const DOCUMENT_BYTES = 8 * 1024 * 1024

/** Whether a request brings files. */
export const isMultipart = (req: IncomingMessage): boolean =>
  /^multipart\//i.test(String(req.headers['content-type'] ?? ''))

/** Reads a body of any type whole, up to a number of bytes; a longer one is refused with 413. */
export const readWhole = (limit: number): RequestHandler => express.raw({ type: () => true, limit, inflate: false })

/** What {@link readWhole} read. */
export const wholeBody = (body: unknown): Uint8Array<ArrayBuffer> =>
  Buffer.isBuffer(body) ? new Uint8Array(body) : new Uint8Array()

/**
 * Reads the fields that a person typed into a form of Payload's, as JSON or as the `_payload` part of a multipart form.
 * What cannot be read is nothing: it is Payload that refuses it.
 */
export const typedFields = async (
  contentType: string | undefined,
  body: Uint8Array<ArrayBuffer>,
): Promise<Record<string, unknown>> => {
  try {
    const text = /^multipart\//i.test(contentType ?? '')
      ? String(
          (await new Response(body, { headers: { 'content-type': contentType! } }).formData()).get('_payload') ?? '',
        )
      : new TextDecoder().decode(body)
    const fields: unknown = JSON.parse(text)
    return fields && typeof fields === 'object' ? (fields as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

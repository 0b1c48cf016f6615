import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Request, Response } from 'express'

/** A whole answer, ready to be sent any number of times. */
export interface Answer {
  status: number
  type: string
  body: Buffer
  etag: string
  cacheControl: string
  location?: string
  retryAfter?: number
  /** Made at the first request that takes it. */
  zipped?: Promise<Buffer>
}

const zip = promisify(gzip)
/** Bytes from which compressing is worth it. */
const WORTH_IT = 1_024

/** A strong tag of content. */
export const etagOf = (body: Buffer): string => createHash('sha256').update(body).digest('base64url').slice(0, 27)

/** Whether the reader has this content already (RFC 9110, 13.1.2). */
const isKnown = (given: string | undefined, etag: string): boolean =>
  given?.split(',').some((each) => each.trim().replace(/^W\//, '') === `"${etag}"` || each.trim() === '*') ?? false

/** Sends an answer, as 304 to who has it, compressed to who can read that. */
export const sendAnswer = async (answer: Answer, req: Request, res: Response): Promise<void> => {
  const { status, type, body, cacheControl, location, retryAfter } = answer
  const zipped = body.length >= WORTH_IT && /\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''))
  // Another encoding is another representation, so its tag is another one.
  const etag = zipped ? `${answer.etag}-gz` : answer.etag
  res.status(status)
  res.setHeader('cache-control', cacheControl)
  res.setHeader('vary', 'accept-encoding')
  if (location) res.setHeader('location', location)
  if (retryAfter) res.setHeader('retry-after', String(retryAfter))
  if (status === 200) {
    res.setHeader('etag', `"${etag}"`)
    if (isKnown(req.headers['if-none-match'], etag)) {
      res.status(304).end()
      return
    }
  }
  res.setHeader('content-type', type)
  if (zipped) {
    answer.zipped ??= zip(body)
    res.setHeader('content-encoding', 'gzip')
  }
  const sent = zipped ? await answer.zipped! : body
  res.setHeader('content-length', String(sent.length))
  res.end(req.method === 'HEAD' ? undefined : sent)
}

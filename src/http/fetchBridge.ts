import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ReadableStream } from 'node:stream/web'
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express'

/** Hop-by-hop headers, which end here; and forwarding headers, which only the bridge may set. */
const ENDS_HERE = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te', 'trailer', 'forwarded'])

/** Headers of a request for fetch; `X-Forwarded-For` contains only the address that the trusted proxies report. */
export const toHeaders = (req: ExpressRequest): Headers => {
  const headers = new Headers()
  for (let index = 0; index < req.rawHeaders.length; index += 2) {
    const name = req.rawHeaders[index]!
    if (!ENDS_HERE.has(name.toLowerCase()) && !/^x-forwarded-/i.test(name))
      headers.append(name, req.rawHeaders[index + 1]!)
  }
  if (req.ip) headers.set('x-forwarded-for', req.ip)
  return headers
}

/**
 * Request body as a lazy stream. What remains of the body after the response is discarded, because an unread body would
 * block every later request on the connection.
 */
export const streamedBody = (req: ExpressRequest, res: ExpressResponse): ReadableStream => {
  res.once('finish', () => {
    // Node does the same with an untouched body; the request timeout limits it.
    req.removeAllListeners('readable')
    req.resume()
  })
  // A reader that stops half-way must not destroy the connection, because the response uses it.
  return ReadableStream.from(req.iterator({ destroyOnReturn: false }))
}

/**
 * Converts an Express request to a fetch `Request`.
 *
 * The URL is built from the server's own origin, never from the Host header, so that no link can be generated for a
 * foreign host. `HEAD` becomes `GET`, because handlers do not support `HEAD` and Node drops the response body. The
 * signal aborts when the client disconnects.
 *
 * @param args.origin origin of this server, without a trailing slash
 * @param args.body the body already read, or a stream of it; without it the body is streamed
 * @param args.contentType type of the body, if it differs from what the client sent
 */
export const toRequest = (
  req: ExpressRequest,
  res: ExpressResponse,
  args: { origin: string; body?: Uint8Array | ReadableStream; contentType?: string },
): Request => {
  const method = req.method === 'HEAD' ? 'GET' : req.method
  const gone = new AbortController()
  res.on('close', () => {
    if (!res.writableFinished) gone.abort()
  })
  const body =
    method === 'GET'
      ? undefined
      : ((args.body as BodyInit | undefined) ?? (streamedBody(req, res) as unknown as BodyInit))
  const headers = toHeaders(req)
  if (args.contentType) {
    headers.set('content-type', args.contentType)
    headers.delete('content-length')
  }
  return new Request(args.origin + req.originalUrl, {
    method,
    headers,
    signal: gone.signal,
    ...(body === undefined ? {} : { body, duplex: 'half' }),
  } as RequestInit)
}

/** A body of at most this declared length is sent in one piece, because streaming costs more. */
const ONE_PIECE_BYTES = 256 * 1024

/**
 * Sends a fetch `Response`; streams its body unless it is small. A client that disconnects ends the transfer without an
 * error.
 */
export const sendResponse = async (response: Response, res: ExpressResponse): Promise<void> => {
  res.status(response.status)
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') res.setHeader(name, value)
  })
  const cookies = response.headers.getSetCookie()
  if (cookies.length) res.appendHeader('set-cookie', cookies)
  if (!response.body || res.req.method === 'HEAD') {
    await response.body?.cancel()
    res.end()
    return
  }
  if (Number(response.headers.get('content-length') ?? Number.POSITIVE_INFINITY) <= ONE_PIECE_BYTES) {
    res.end(Buffer.from(await response.arrayBuffer()))
    return
  }
  try {
    await pipeline(Readable.fromWeb(response.body as ReadableStream), res)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}

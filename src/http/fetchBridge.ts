import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ReadableStream } from 'node:stream/web'
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express'

/** Headers about the connection, which end here; and the forwarding ones, which only the bridge may set. */
const ENDS_HERE = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te', 'trailer', 'forwarded'])

/** A request's headers for fetch; `X-Forwarded-For` holds the one address that the proxies in front vouch for. */
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
 * A request's body as a stream that reads nothing before it is asked to. What is left of the body when the answer has
 * gone out is thrown away: a body that stays unread would block the connection for every request that follows on it.
 */
export const streamedBody = (req: ExpressRequest, res: ExpressResponse): ReadableStream => {
  res.once('finish', () => {
    // As Node itself does with a body that was never touched; the time for a request bounds it.
    req.removeAllListeners('readable')
    req.resume()
  })
  // A reader that stops half-way must not take the connection with it, on which the answer goes out.
  return ReadableStream.from(req.iterator({ destroyOnReturn: false }))
}

/**
 * An Express request as a fetch `Request`.
 *
 * The address is built from the server's own origin, never from the Host header, so that no link can be made for a
 * foreign name. `HEAD` becomes `GET`: handlers know no `HEAD`, and Node drops the body of the answer. The signal aborts
 * when the client goes away.
 *
 * @param args.origin origin of this server, without a trailing slash
 * @param args.body what was already read of the body, or a stream that stands for it; without it the body streams
 * @param args.contentType what the body is, when it is not what the client sent
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

/** A body that says it is no longer than this is sent in one piece: a stream costs more than such a body does. */
const ONE_PIECE_BYTES = 256 * 1024

/**
 * Sends a fetch `Response`, streaming its body unless it is small. A client that goes away ends the sending and is no
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

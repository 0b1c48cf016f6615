import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'

type Line = { msg: string } & Record<string, unknown>

/** The part of Payload's logger that the server uses: one object per line. */
export interface Log {
  debug(line: Line): void
  info(line: Line): void
  warn(line: Line): void
  error(line: Line): void
}

const GIVEN_ID = /^[\w-]{8,64}$/
const LONGEST_PATH = 200

/** Path segments that precede a secret token. */
const BEFORE_SECRET = new Set(['reset', 'verify', 'confirm', 'manage', 'u', 'm', 'forgot', 'unsubscribe'])

/**
 * Sanitises a path for the log: no query, no tokens, no e-mail addresses, limited length.
 *
 * @param url path and query of a request
 */
export const loggedPath = (url: string): string => {
  const segments = url.split(/[?#]/, 1)[0]!.split('/')
  return segments
    .map((segment, index) => {
      const secret = BEFORE_SECRET.has(segments[index - 1] ?? '') || segment.length > 64 || /@|%40/i.test(segment)
      return secret && segment ? '***' : segment
    })
    .join('/')
    .slice(0, LONGEST_PATH)
}

/**
 * Assigns an id to every request and logs one line when it ends: no query, no address, no body, no token.
 *
 * @param args.trustGivenId whether a proxy may supply the id (`X-Request-Id`)
 */
export const requestLines =
  (args: { log: Log; trustGivenId: boolean }): RequestHandler =>
  (req, res, next) => {
    const given = args.trustGivenId ? req.get('x-request-id') : undefined
    const id = given && GIVEN_ID.test(given) ? given : randomUUID()
    const started = performance.now()
    res.locals.requestId = id
    res.set('x-request-id', id)
    res.on('close', () => {
      const line = {
        msg: 'request',
        request: id,
        method: req.method,
        path: loggedPath(req.originalUrl),
        status: res.statusCode,
        ms: Math.round(performance.now() - started),
        ...(res.writableFinished ? {} : { aborted: true }),
      }
      if (res.statusCode >= 500) args.log.error(line)
      // Successful reads are most of the traffic and the least informative.
      else if (res.statusCode >= 400 || !['GET', 'HEAD'].includes(req.method)) args.log.info(line)
      else args.log.debug(line)
    })
    next()
  }

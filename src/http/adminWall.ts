import express, { type Request, type RequestHandler, type Response } from 'express'
import type { Payload } from 'payload'
import { isOvergrown } from '../../lib/text/nesting.ts'
import { type ActionOutcome, actionOutcome } from '../repairs/actionOutcome.ts'
import { DOCUMENT_BYTES, isJsonText } from './bodies.ts'
import { FAULTS, type Fault, sendFault } from './errors.ts'
import { toHeaders } from './fetchBridge.ts'
import { isDecodable } from './isDecodable.ts'
import { mediaTypeOf } from './mediaType.ts'
import { adminLimits, passes } from './rateLimits.ts'

/** Format of Next's server action ids. */
const ACTION_ID = /^[0-9a-f]{40,42}$/

/** Reads a body of known length, and puts it back into the request for the next reader. */
const peek = (req: Request, length: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const listeners = { readable: () => take(), end: () => fail(), close: () => fail(), error: () => fail() }
    const stop = () => {
      for (const [event, listener] of Object.entries(listeners)) req.off(event, listener)
    }
    const fail = () => {
      stop()
      reject(Object.assign(new Error('The body broke off'), { status: 400 }))
    }
    const take = () => {
      for (let chunk = req.read() as Buffer | null; chunk; chunk = req.read() as Buffer | null) {
        chunks.push(chunk)
        size += chunk.length
      }
      if (size < length) return
      stop()
      const whole = Buffer.concat(chunks)
      // Unshift now, because the stream emits `end` in a later turn of the event loop.
      req.unshift(whole)
      resolve(whole)
    }
    for (const [event, listener] of Object.entries(listeners)) req.on(event, listener)
  })

/** Reasons to reject a server action call before the caller is authenticated. */
const faultOfCall = (req: Request, origins: (string | undefined)[]): Fault | undefined => {
  const length = Number(req.get('content-length') ?? Number.NaN)
  if (req.method !== 'POST') return FAULTS.wrongMethod
  // A form without JavaScript names its action in a field; no page of the admin has one.
  if (!ACTION_ID.test(req.get('next-action') ?? '')) return FAULTS.badRequest
  if (req.headers.origin !== undefined && !origins.includes(req.headers.origin)) return FAULTS.forbidden
  if (mediaTypeOf(req.get('content-type')) !== 'text/plain') return FAULTS.wrongType
  if (Number.isNaN(length) || length > DOCUMENT_BYTES) return FAULTS.tooLarge
  return length === 0 ? FAULTS.badRequest : undefined
}

/**
 * Sets the status of a response by the outcome of the server action. Where Next fails on arguments that it cannot
 * decode, exactly as on an action that throws, the client error is sent instead.
 */
const withOutcome = (req: Request, res: Response, next: () => void): void => {
  const outcome: ActionOutcome = {}
  const { writeHead, flushHeaders, write, end } = res
  const undecoded = (status = res.statusCode): boolean =>
    !res.headersSent && status >= 500 && outcome.name === undefined
  res.writeHead = (status: number, ...rest: unknown[]) => {
    if (undecoded(status)) {
      refuse()
      return res
    }
    return Reflect.apply(writeHead, res, [outcome.status ?? status, ...rest])
  }
  const refuse = () => {
    Object.assign(res, { writeHead, flushHeaders, write, end })
    for (const name of ['content-type', 'content-length', 'vary']) res.removeHeader(name)
    sendFault(req, res, FAULTS.badRequest)
    // Discard the rest of Next's response.
    Object.assign(res, { write: () => true, end: () => res })
  }
  const before =
    (send: typeof flushHeaders | typeof write | typeof end, answer: unknown) =>
    (...args: unknown[]) => {
      if (!undecoded()) return Reflect.apply(send, res, args)
      refuse()
      return answer
    }
  Object.assign(res, {
    flushHeaders: before(flushHeaders, undefined),
    write: before(write, true),
    end: before(end, res),
  })
  actionOutcome.run(outcome, next)
}

/**
 * Protects the admin's pages and server actions. Pages are rate-limited by network. Server actions require a login,
 * because no page before the login calls one. A call must come from this origin, as JSON of limited length and depth;
 * its response carries the status of its outcome.
 *
 * @param args.origin of this server
 */
export const adminWall = (args: { payload: Payload; origin: string }): RequestHandler => {
  const { payload, origin } = args
  const limits = adminLimits()

  const called: RequestHandler = async (req, res, next) => {
    const fault = faultOfCall(req, [origin, `${new URL(origin).protocol}//${req.headers.host}`])
    if (fault?.status === 405) res.set('allow', 'GET, HEAD, POST')
    if (fault) return sendFault(req, res, fault)
    const { user } = await payload.auth({ headers: toHeaders(req) })
    res.locals.caller = user?.id
    if (!(await passes([user ? limits.calls : limits.strangers], req, res))) return
    if (!user) return sendFault(req, res, FAULTS.loginRequired)
    const text = (await peek(req, Number(req.get('content-length')))).toString()
    if (!text.startsWith('[') || isOvergrown(text) || !isJsonText(text)) return sendFault(req, res, FAULTS.badRequest)
    // Next would compare the origin with this header and fail; the origin was checked above.
    delete req.headers['x-forwarded-host']
    withOutcome(req, res, next)
  }

  const router = express.Router({ caseSensitive: true })
  router.use((req, res, next) => {
    if (!isDecodable(req.originalUrl.split('?', 1)[0]!)) return sendFault(req, res, FAULTS.badRequest)
    if (req.method !== 'GET' && req.method !== 'HEAD') return next()
    delete req.headers['next-action']
    next('router')
  })
  router.use(called)
  return (req, res, next) => {
    if (req.baseUrl === '/_next' && (req.method === 'GET' || req.method === 'HEAD')) return next()
    limits.pages(req, res, (error?: unknown) => (error ? next(error) : router(req, res, next)))
  }
}

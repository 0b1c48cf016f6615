import express, {
  type Request as ExpressRequest,
  type Response as ExpressResponse,
  type RequestHandler,
  type Router,
} from 'express'
import { handleEndpoints, type Payload, type SanitizedConfig } from 'payload'
import { ANONYMOUS_BYTES, DOCUMENT_BYTES, isMultipart, readWhole, typedFields, wholeBody } from './bodies.ts'
import { FAULTS, type Fault, faultBody, sendFault } from './errors.ts'
import { sendResponse, toHeaders, toRequest } from './fetchBridge.ts'
import { PDF_POLICY } from './headers.ts'
import type { InTurn } from './inTurn.ts'
import { isFirstRegister, openDoor } from './loginWall.ts'
import { type Credential, credentialLimits, passes } from './rateLimits.ts'

export interface PayloadRoutes {
  payload: Payload
  config: SanitizedConfig
  /** Origin of this server. */
  origin: string
  /** Key under which this Payload is registered in the process; its default one when left out. */
  payloadKey?: string
  /** Logins and logouts of one person, one after the other. */
  inTurn: InTurn
  /** Largest request with files, in bytes. */
  uploadBytes: number
}

const FAULT_OF: Record<number, Fault> = {
  400: FAULTS.badRequest,
  401: FAULTS.loginRequired,
  403: FAULTS.forbidden,
  404: FAULTS.notFound,
  405: FAULTS.wrongMethod,
  413: FAULTS.tooLarge,
  429: FAULTS.tooMany,
}

const CHANGES_SESSIONS = new Set<Credential>(['login', 'logout', 'refresh-token'])

const SHOWN_IN_PLACE = /^(image\/(?!svg)|application\/pdf|video\/|audio\/)/

/** Adds what every answer of the API has: no cache; a code on each error; no file that a browser would run. */
const finished = async (response: Response, acceptLanguage: string | undefined): Promise<Response> => {
  const headers = new Headers(response.headers)
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store')
  const type = headers.get('content-type') ?? ''
  if (/\bjson\b/.test(type)) {
    if (response.status < 400) return new Response(response.body, { status: response.status, headers })
    const text = await response.text()
    let body: Record<string, unknown> = {}
    try {
      body = JSON.parse(text) as Record<string, unknown>
    } catch {
      // An error without a readable body gets one.
    }
    const standard = faultBody(FAULT_OF[response.status] ?? FAULTS.internal, acceptLanguage)
    const errors = Array.isArray(body.errors) ? (body.errors as Record<string, unknown>[]) : standard.errors
    headers.delete('content-length')
    return Response.json(
      { ...body, errors: errors.map((error) => ({ ...standard.errors[0], ...error })) },
      { status: response.status, headers },
    )
  }
  if (type.startsWith('application/pdf')) headers.set('content-security-policy', PDF_POLICY)
  // Only an endpoint that made the page itself says so; a stored file never does.
  const ownPage = headers.get('content-disposition') === 'inline'
  if (response.body && type && !ownPage && !SHOWN_IN_PLACE.test(type)) headers.set('content-disposition', 'attachment')
  return new Response(response.body, { status: response.status, headers })
}

/**
 * Payload's REST API behind the login wall. Without a session only the doors of `loginWall.ts` are open, each behind
 * its limits; everything else answers 401, whatever its path, method or spelling.
 */
export const payloadRest = (routes: PayloadRoutes): Router => {
  const { payload, config, origin, payloadKey } = routes
  const users = config.admin.user
  const limits = credentialLimits()

  /** Whose sessions a request changes. */
  const personOf = async (req: ExpressRequest, res: ExpressResponse): Promise<string | undefined> => {
    const { door, account } = res.locals as { door?: Credential; account?: string }
    if (!door || !CHANGES_SESSIONS.has(door)) return undefined
    return account || (await payload.auth({ headers: toHeaders(req) })).user?.email
  }

  const answer: RequestHandler = async (req, res) => {
    const streams = isMultipart(req) && !Buffer.isBuffer(req.body)
    const request = toRequest(req, res, { origin, ...(streams ? {} : { body: wholeBody(req.body) }) })
    const handle = () => handleEndpoints({ config, request, payloadInstanceCacheKey: payloadKey })
    const person = await personOf(req, res)
    const response = await (person ? routes.inTurn(person, handle) : handle())
    await sendResponse(await finished(response, req.get('accept-language')), res)
  }

  const wall: RequestHandler = async (req, res, next) => {
    const path = req.originalUrl.split('?', 1)[0]!
    if (isFirstRegister(path, users)) return sendFault(req, res, FAULTS.forbidden)
    const door = openDoor({ method: req.method, path, headers: req.headers, users })
    res.locals.door = door
    if (door) return next()
    const { user } = await payload.auth({ headers: toHeaders(req) })
    if (user) next()
    else sendFault(req, res, FAULTS.loginRequired)
  }

  const read: RequestHandler = (req, res, next) => {
    if (res.locals.door) readWhole(ANONYMOUS_BYTES)(req, res, next)
    else if (!isMultipart(req)) readWhole(DOCUMENT_BYTES)(req, res, next)
    else if (Number(req.headers['content-length'] ?? Number.POSITIVE_INFINITY) > routes.uploadBytes)
      // Without a length nobody knows when a stream will end, so an upload has to say how long it is.
      sendFault(req, res, FAULTS.tooLarge)
    else next()
  }

  const limited: RequestHandler = async (req, res, next) => {
    const { door } = res.locals as { door?: keyof typeof limits }
    if (!door) return next()
    const { email, username } = await typedFields(req.get('content-type'), wholeBody(req.body))
    res.locals.account = String(email ?? username ?? '')
      .trim()
      .toLowerCase()
    if (await passes(limits[door], req, res)) next()
  }

  const router = express.Router({ caseSensitive: true })
  router.use(wall, read, limited, answer)
  return router
}

import type { BlockList } from 'node:net'
import express, {
  type Request as ExpressRequest,
  type Response as ExpressResponse,
  type RequestHandler,
  type Router,
} from 'express'
import { handleEndpoints, type Payload, type SanitizedConfig } from 'payload'
import { isOvergrown } from '../../lib/text/nesting.ts'
import { ANONYMOUS_BYTES, DOCUMENT_BYTES, isJsonText, isMultipart, readWhole, wholeBody } from './bodies.ts'
import { type DoorFields, readDoorBody } from './doorBody.ts'
import { FAULTS, type Fault, faultBody, sendFault, sentenceFor } from './errors.ts'
import { ASKED, unseen, untilNextStep } from './evenAnswers.ts'
import { sendResponse, streamedBody, toHeaders, toRequest } from './fetchBridge.ts'
import { PDF_HEADERS } from './headers.ts'
import type { InTurn } from './inTurn.ts'
import { isDecodable } from './isDecodable.ts'
import { asksForAnotherMethod, isFirstRegister, openDoor } from './loginWall.ts'
import { boundaryOf, mediaTypeOf } from './mediaType.ts'
import { type Credential, type credentialLimits, passes } from './rateLimits.ts'
import { CROSS_SITE, foreignPage } from './sameSite.ts'
import { isUnanswerable } from './unanswerable.ts'
import { guardedUpload } from './uploadGuard.ts'

export interface PayloadRoutes {
  payload: Payload
  config: SanitizedConfig
  /** Origin of this server. */
  origin: string
  /** Key of this Payload instance in the process; the default one when omitted. */
  payloadKey?: string
  /** Serialises logins and logouts of one person. */
  inTurn: InTurn
  /** Maximum size of an upload request, in bytes. */
  uploadBytes: number
  /** The website's own servers. */
  siteAddresses?: BlockList
  /** Rate limits of the login doors, which REST and GraphQL share: they are the same doors. */
  credentials: ReturnType<typeof credentialLimits>
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

/** Seconds after which a busy database is asked again. */
const RETRY_AFTER = '5'

const SHOWN_IN_PLACE = /^(image\/(?!svg)|application\/pdf|video\/|audio\/)/

/** Applies to every API response: no caching, a code for each error, and no file that a browser would run. */
const finished = async (response: Response, acceptLanguage: string | undefined): Promise<Response> => {
  const headers = new Headers(response.headers)
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store')
  if (response.status === 503) headers.set('retry-after', RETRY_AFTER)
  const type = headers.get('content-type') ?? ''
  if (/\bjson\b/.test(type)) {
    if (response.status < 400) return new Response(response.body, { status: response.status, headers })
    const text = await response.text()
    let body: Record<string, unknown> = {}
    try {
      body = JSON.parse(text) as Record<string, unknown>
    } catch {
      // An error without a readable body gets a standard one.
    }
    const standard = faultBody(FAULT_OF[response.status] ?? FAULTS.internal, acceptLanguage)
    const errors = Array.isArray(body.errors) ? (body.errors as Record<string, unknown>[]) : standard.errors
    headers.delete('content-length')
    return Response.json(
      { ...body, errors: errors.map((error) => ({ ...standard.errors[0], ...error })) },
      { status: response.status, headers },
    )
  }
  if (type.startsWith('application/pdf'))
    for (const [name, value] of Object.entries(PDF_HEADERS)) headers.set(name, value)
  // Only an endpoint that generated the page sets `inline`, or names a file that it generated; a stored file never does.
  const given = headers.get('content-disposition') ?? ''
  const ownPage = given === 'inline' || given.startsWith('attachment;')
  if (response.body && type && !ownPage && !SHOWN_IN_PLACE.test(type)) headers.set('content-disposition', 'attachment')
  return new Response(response.body, { status: response.status, headers })
}

/**
 * Payload's REST API behind the login check. Without a session only the endpoints in `loginWall.ts` are open, each with
 * its rate limits; everything else answers 401, regardless of path, method or spelling.
 */
export const payloadRest = (routes: PayloadRoutes): Router => {
  const { payload, config, origin, payloadKey } = routes
  const users = config.admin.user
  const limits = routes.credentials
  const isForeign = foreignPage(routes)

  /** The person whose sessions a request changes. */
  const personOf = async (req: ExpressRequest, res: ExpressResponse): Promise<string | undefined> => {
    const { door, account } = res.locals as { door?: Credential; account?: string }
    if (!door || !CHANGES_SESSIONS.has(door)) return undefined
    return account || (await payload.auth({ headers: toHeaders(req) })).user?.email
  }

  /**
   * Body passed to Payload: the parsed fields at an open endpoint, an upload as a stream, anything else in one piece.
   */
  const bodyFor = (req: ExpressRequest, res: ExpressResponse) => {
    const { fields } = res.locals as { fields?: DoorFields }
    // Also without a body: with a content type alone, Payload would try to parse a form.
    if (fields) return { body: new TextEncoder().encode(JSON.stringify(fields)), contentType: 'application/json' }
    if (Buffer.isBuffer(req.body) || !isMultipart(req)) return { body: wholeBody(req.body) }
    const contentType = `multipart/form-data; boundary="${boundaryOf(req.get('content-type')!)}"`
    const language = req.get('accept-language')
    return { body: guardedUpload({ body: streamedBody(req, res), contentType, language }), contentType }
  }

  const answer: RequestHandler = async (req, res) => {
    const request = toRequest(req, res, { origin, ...bodyFor(req, res) })
    const handle = () => handleEndpoints({ config, request, payloadInstanceCacheKey: payloadKey })
    const { door, account } = res.locals as { door?: Credential; account?: string }
    if (door === 'forgot-password' && account) {
      await unseen(payload, handle)
      res.set('cache-control', 'private, no-store').json({ message: sentenceFor(ASKED, req.get('accept-language')) })
      return
    }
    const began = performance.now()
    const person = await personOf(req, res)
    const response = await (person ? routes.inTurn(person, handle) : handle())
    if (door === 'login' && !response.ok) await untilNextStep(began)
    await sendResponse(await finished(response, req.get('accept-language')), res)
  }

  const wall: RequestHandler = async (req, res, next) => {
    const path = req.originalUrl.split('?', 1)[0]!
    if (!isDecodable(path)) return sendFault(req, res, FAULTS.badRequest)
    if (isUnanswerable(req.originalUrl)) return sendFault(req, res, FAULTS.unusableValue)
    if (isFirstRegister(path, users)) return sendFault(req, res, FAULTS.forbidden)
    const door = openDoor({ method: req.method, path, headers: req.headers, users })
    res.locals.door = door
    if (door && req.method === 'POST' && isForeign(req)) return sendFault(req, res, CROSS_SITE)
    if (door) return next()
    const { user } = await payload.auth({ headers: toHeaders(req) })
    if (user) next()
    else sendFault(req, res, FAULTS.loginRequired)
  }

  const read: RequestHandler = (req, res, next) => {
    if (res.locals.door || asksForAnotherMethod(req.headers)) readWhole(ANONYMOUS_BYTES)(req, res, next)
    else if (!isMultipart(req)) readWhole(DOCUMENT_BYTES)(req, res, next)
    else if (mediaTypeOf(req.get('content-type')) !== 'multipart/form-data') sendFault(req, res, FAULTS.wrongType)
    else if (!boundaryOf(req.get('content-type')!)) sendFault(req, res, FAULTS.badRequest)
    else if (Number(req.headers['content-length'] ?? Number.POSITIVE_INFINITY) > routes.uploadBytes)
      // An upload must declare its length, because the end of an endless stream is unknown.
      sendFault(req, res, FAULTS.tooLarge)
    else next()
  }

  /** Rejects a body that is not an object or is nested too deeply; Payload accepts both and fails on them. */
  const sound: RequestHandler = (req, res, next) => {
    if (!Buffer.isBuffer(req.body) || !req.body.length || isMultipart(req)) return next()
    const text = req.body.toString('latin1')
    const isJson = mediaTypeOf(req.get('content-type')) === 'application/json'
    if (isOvergrown(text) || (isJson && !text.trimStart().startsWith('{'))) sendFault(req, res, FAULTS.badRequest)
    else if (isJson && asksForAnotherMethod(req.headers) && !isJsonText(text)) sendFault(req, res, FAULTS.badRequest)
    else next()
  }

  const limited: RequestHandler = async (req, res, next) => {
    const { door } = res.locals as { door?: keyof typeof limits }
    if (!door) return next()
    const read = await readDoorBody(req.get('content-type'), wholeBody(req.body))
    if ('fault' in read) return sendFault(req, res, read.fault)
    res.locals.fields = read.fields
    res.locals.account = String(read.fields.email ?? read.fields.username ?? '')
      .trim()
      .toLowerCase()
    if (await passes(limits[door], req, res)) next()
  }

  const router = express.Router({ caseSensitive: true })
  router.use(wall, read, sound, limited, answer)
  return router
}

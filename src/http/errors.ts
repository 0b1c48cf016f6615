import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import { FAULTS, type Fault, sentenceFor } from '../portal/faults.ts'
import type { Log } from './logs.ts'
import { simplePage } from './simplePage.ts'

export { FAULTS, type Fault, sentenceFor }

/** Body of every API error. */
export const faultBody = (fault: Fault, acceptLanguage?: string | null) => ({
  errors: [{ code: fault.code, message: sentenceFor(fault, acceptLanguage) }],
})

const wantsPage = (req: Request) => !req.path.startsWith('/api/') && req.accepts(['json', 'html']) === 'html'

/** Sends an error: a small page to a browser, JSON to any other client. Never cached. */
export const sendFault = (req: Request, res: Response, fault: Fault): void => {
  res.status(fault.status).set('cache-control', 'no-store')
  const language = req.get('accept-language')
  if (wantsPage(req)) {
    const message = sentenceFor(fault, language)
    res
      .type('html')
      .send(simplePage({ title: String(fault.status), content: `<p>${message}</p><p><a href="/">/</a></p>` }))
  } else res.json(faultBody(fault, language))
}

/** 404 for every request that no other route handled. */
export const nothingHere: RequestHandler = (req, res) => sendFault(req, res, FAULTS.notFound)

const BY_STATUS: Record<number, Fault> = { 400: FAULTS.badRequest, 413: FAULTS.tooLarge, 415: FAULTS.wrongType }

/** Errors of a body parser and of an undecodable path are client errors; all others are internal errors. */
const faultOf = (error: unknown): Fault => {
  const status = (error as { status?: unknown }).status
  return (typeof status === 'number' && BY_STATUS[status]) || FAULTS.internal
}

/** Final error handler: logs the error with the request id, and answers without internal details. */
export const failures =
  (log: Log): ErrorRequestHandler =>
  (error, req, res, _next) => {
    const fault = faultOf(error)
    if (fault.status >= 500) log.error({ msg: 'request failed', request: res.locals.requestId, err: error })
    // A body that broke off cannot be retracted; the client must see that it is incomplete.
    if (res.headersSent) res.destroy()
    else sendFault(req, res, fault)
  }

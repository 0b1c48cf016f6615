import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import { FAULTS, type Fault, sentenceFor } from '../portal/faults.ts'
import type { Log } from './logs.ts'
import { simplePage } from './simplePage.ts'

export { FAULTS, type Fault, sentenceFor }

/** The body every API error has. */
export const faultBody = (fault: Fault, acceptLanguage?: string | null) => ({
  errors: [{ code: fault.code, message: sentenceFor(fault, acceptLanguage) }],
})

const wantsPage = (req: Request) => !req.path.startsWith('/api/') && req.accepts(['json', 'html']) === 'html'

/** Answers with a fault: a small page to a browser, JSON to everything else. Never cached. */
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

/** Everything that nothing else answered. */
export const nothingHere: RequestHandler = (req, res) => sendFault(req, res, FAULTS.notFound)

const BY_STATUS: Record<number, Fault> = { 400: FAULTS.badRequest, 413: FAULTS.tooLarge, 415: FAULTS.wrongType }

/** An error of a body parser or of a path that cannot be decoded is the client's; everything else is ours. */
const faultOf = (error: unknown): Fault => {
  const status = (error as { status?: unknown }).status
  return (typeof status === 'number' && BY_STATUS[status]) || FAULTS.internal
}

/** The last stop of every error: logged with the request's id, answered without a trace of its inside. */
export const failures =
  (log: Log): ErrorRequestHandler =>
  (error, req, res, _next) => {
    const fault = faultOf(error)
    if (fault.status >= 500) log.error({ msg: 'request failed', request: res.locals.requestId, err: error })
    // A body that broke off half-way cannot be taken back; the client must see that it is not whole.
    if (res.headersSent) res.destroy()
    else sendFault(req, res, fault)
  }

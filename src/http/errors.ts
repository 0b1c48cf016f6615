import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import type { Log } from './logs.ts'
import { simplePage } from './simplePage.ts'

/** What went wrong, as programs (`code`) and people (a sentence that says what to do next) are told. */
export interface Fault {
  status: number
  code: string
  vi: string
  en: string
}

export const FAULTS = {
  badRequest: {
    status: 400,
    code: 'BAD_REQUEST',
    vi: 'Yêu cầu không đọc được; hãy kiểm tra lại dữ liệu gửi lên.',
    en: 'The request cannot be read; check the data you sent.',
  },
  loginRequired: {
    status: 401,
    code: 'LOGIN_REQUIRED',
    vi: 'Hãy đăng nhập rồi thử lại.',
    en: 'Log in and try again.',
  },
  forbidden: {
    status: 403,
    code: 'FORBIDDEN',
    vi: 'Bạn không có quyền làm việc này; hãy hỏi người quản trị.',
    en: 'You may not do this; ask an administrator.',
  },
  notFound: {
    status: 404,
    code: 'NOT_FOUND',
    vi: 'Không có gì ở địa chỉ này; hãy kiểm tra lại đường dẫn.',
    en: 'There is nothing at this address; check the link.',
  },
  wrongMethod: {
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
    vi: 'Địa chỉ này không nhận phương thức đó; xem các phương thức trong header Allow.',
    en: 'This address does not take that method; see the Allow header.',
  },
  tooLarge: {
    status: 413,
    code: 'TOO_LARGE',
    vi: 'Dữ liệu gửi lên quá lớn; hãy chia nhỏ hoặc rút gọn.',
    en: 'What you sent is too large; split or shorten it.',
  },
  wrongType: {
    status: 415,
    code: 'WRONG_CONTENT_TYPE',
    vi: 'Kiểu dữ liệu gửi lên không được nhận; hãy gửi application/json.',
    en: 'This content type is not taken; send application/json.',
  },
  wrongHost: {
    status: 421,
    code: 'WRONG_HOST',
    vi: 'Máy chủ không phục vụ tên miền này; hãy dùng địa chỉ đã công bố.',
    en: 'This server does not answer for that host name; use its published address.',
  },
  tooMany: {
    status: 429,
    code: 'TOO_MANY_REQUESTS',
    vi: 'Bạn thử quá nhiều lần; hãy đợi ít phút rồi thử lại.',
    en: 'Too many tries; wait a few minutes and try again.',
  },
  internal: {
    status: 500,
    code: 'INTERNAL',
    vi: 'Máy chủ gặp lỗi; hãy thử lại, và báo người quản trị mã yêu cầu nếu lỗi còn lặp lại.',
    en: 'The server failed; try again, and tell an administrator the request id if it happens again.',
  },
} satisfies Record<string, Fault>

/** The sentence of a fault in the language the client asks for; Vietnamese unless English comes first. */
export const sentenceFor = (fault: Pick<Fault, 'vi' | 'en'>, acceptLanguage: string | null | undefined): string =>
  /^\s*en\b/i.test(acceptLanguage ?? '') ? fault.en : fault.vi

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

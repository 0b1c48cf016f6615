import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Fault, faultBody } from './errors.ts'

export interface Patience {
  /** Time that any body may take, in milliseconds. */
  baseMs: number
  /** Rate at which a longer body must come on average. */
  bytesPerSecond: number
}

/** Half a minute for a form, and more for what comes no slower than over an old telephone line. */
const PATIENCE: Patience = { baseMs: 30_000, bytesPerSecond: 4_096 }
const STEPS = 10

const TOO_SLOW: Fault = {
  status: 408,
  code: 'TOO_SLOW',
  vi: 'Dữ liệu gửi lên quá chậm nên kết nối bị ngắt; hãy thử lại khi mạng ổn định hơn.',
  en: 'The data came too slowly and the connection was closed; try again on a better network.',
}

/**
 * Ends a request whose body comes too slowly, so that nobody holds connections open with a few bytes. Time during which
 * received bytes wait for the server does not count against the client.
 */
export const watchBody = (req: IncomingMessage, res: ServerResponse, patience: Patience = PATIENCE): void => {
  if (req.headers['content-length'] === undefined && req.headers['transfer-encoding'] === undefined) return
  const { socket } = req
  const step = patience.baseMs / STEPS
  const before = socket.bytesRead
  let waited = 0
  const timer = setInterval(() => {
    if (req.complete || socket.destroyed) return clearInterval(timer)
    if (req.readableLength > 0) return
    waited += step
    const allowed = patience.baseMs + ((socket.bytesRead - before) / patience.bytesPerSecond) * 1000
    if (waited < allowed) return
    clearInterval(timer)
    if (res.headersSent) return socket.destroy()
    const body = JSON.stringify(faultBody(TOO_SLOW, req.headers['accept-language']))
    res.writeHead(TOO_SLOW.status, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      connection: 'close',
    })
    res.end(body, () => socket.destroy())
  }, step)
  timer.unref()
  req.once('close', () => clearInterval(timer))
}

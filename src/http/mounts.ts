import express, { type RequestHandler, type Router } from 'express'
import { FAULTS, sendFault } from './errors.ts'
import { sendResponse, toRequest } from './fetchBridge.ts'
import { openToAllSites } from './headers.ts'
import { PUBLIC_PER_MINUTE, publicLimit } from './rateLimits.ts'

/** Something that a plugin serves to the public. */
export interface Mount {
  /** Path in Express's notation: `/u/:token`, `/media/public/{*file}`. */
  path: string
  /** The one method it takes; every method when left out. `GET` takes `HEAD` too. */
  method?: 'GET' | 'POST'
  /** Answers a request. `client.ip` is the address that the trusted proxies vouch for. */
  handle: (request: Request, client: { ip?: string }) => Promise<Response>
  /**
   * Requests a minute and network; `Infinity` for what limits itself.
   * @default 600
   */
  perMinute?: number
  /**
   * Whether other websites may read the answers, without cookies.
   * @default false
   */
  openToAllSites?: boolean
}

/** What the plugins serve, in the order in which it is tried. */
export const composeMounts = (): Mount[] => []

const handlerOf =
  (mount: Mount, origin: string): RequestHandler =>
  async (req, res) => {
    await sendResponse(await mount.handle(toRequest(req, res, { origin }), { ip: req.ip }), res)
  }

/** Routes for what plugins serve: limits by network, CORS where it is wanted, 405 for the methods nobody takes. */
export const mountRouter = (mounts: Mount[], origin: string): Router => {
  const router = express.Router({ caseSensitive: true })
  const limits = new Map<number, RequestHandler>()
  for (const mount of mounts) {
    const perMinute = mount.perMinute ?? PUBLIC_PER_MINUTE
    if (!limits.has(perMinute)) limits.set(perMinute, publicLimit(perMinute))
    const before: RequestHandler[] = [
      ...(mount.openToAllSites ? [openToAllSites] : []),
      ...(Number.isFinite(perMinute) ? [limits.get(perMinute)!] : []),
    ]
    const handle = handlerOf(mount, origin)
    if (mount.method === 'GET') router.get(mount.path, ...before, handle)
    else if (mount.method === 'POST') router.post(mount.path, ...before, handle)
    else router.all(mount.path, ...before, handle)
  }
  for (const path of new Set(mounts.map((mount) => mount.path))) {
    const methods = mounts.flatMap((mount) => (mount.path === path && mount.method ? [mount.method] : []))
    router.all(path, (req, res) => {
      res.set('allow', methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', '))
      sendFault(req, res, FAULTS.wrongMethod)
    })
  }
  return router
}

import express, { type RequestHandler, type Router } from 'express'
import { type Measure, openDelivery } from '../../plugins/delivery/index.ts'
import { digestHandlers, mailViewerHandlers } from '../../plugins/digest/index.ts'
import { knownFaults } from '../../plugins/publications/index.ts'
import { PER_MINUTE } from '../portal/limits.ts'
import type { System } from '../system.ts'
import { catalogueThread } from '../threads/catalogueThread.ts'
import { FAULTS, sendFault } from './errors.ts'
import { sendResponse, toRequest } from './fetchBridge.ts'
import { openToAllSites } from './headers.ts'
import type { Probe } from './health.ts'
import { bodyRead, type FastPath } from './httpServer.ts'
import type { PublicLimits } from './rateLimits.ts'

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

/** Everything that the plugins bring to the server. */
export interface Served {
  /** In the order in which they are tried. */
  mounts: Mount[]
  /** What is answered before Express, where speed needs it. */
  fastPaths: FastPath[]
  /** What `/readyz` asks, by name. */
  probes: Record<string, Probe>
  /** Whether the public can be answered at all. */
  serves: () => boolean
  /** What `/metrics` tells. */
  measures: () => Measure[]
  close: () => Promise<void>
}

/** How far behind the log a server may be and still say that all is well. */
const MOST_ROWS_BEHIND = 100

/**
 * What the plugins serve, from a running system.
 *
 * @param wake called when a mail waits that need not wait for the worker's next round
 */
export const composeMounts = async (system: System, wake?: () => void): Promise<Served> => {
  const { payload, clock, environment } = system
  const { dataDir, mediaDir, publicUrl, demo, smtpUrl } = environment
  const delivery = await openDelivery({
    payload,
    clock,
    dataDir,
    mediaDir,
    publicUrl,
    build: catalogueThread(payload),
  })
  return {
    mounts: [
      ...delivery.handlers.map((handler) => ({ ...handler, openToAllSites: true })),
      ...digestHandlers({ payload, clock, wake }),
      ...(demo && !smtpUrl ? mailViewerHandlers({ payload }) : []),
    ],
    fastPaths: [delivery.fastPath],
    probes: {
      // The cheapest question that the database itself must answer.
      database: () => payload.db.findOne({ collection: payload.config.admin.user, where: {} }),
      catalogue: async () => {
        const behind = await delivery.behind()
        if (behind > MOST_ROWS_BEHIND) throw new Error(`The catalogue is ${behind} rows behind`)
      },
      records: async () => {
        const { length } = knownFaults(payload)
        if (length) throw new Error(`${length} places of what is public are set aside`)
      },
    },
    serves: delivery.isReady,
    measures: () => delivery.measures(),
    close: () => delivery.close(),
  }
}

const handlerOf =
  (mount: Mount, origin: string): RequestHandler =>
  async (req, res) => {
    await sendResponse(await mount.handle(toRequest(req, res, { origin, body: bodyRead(req) }), { ip: req.ip }), res)
  }

/** Routes for what plugins serve: limits by network, CORS where it is wanted, 405 for the methods nobody takes. */
export const mountRouter = (mounts: Mount[], origin: string, limits: PublicLimits): Router => {
  const router = express.Router({ caseSensitive: true })
  for (const mount of mounts) {
    const perMinute = mount.perMinute ?? PER_MINUTE.public
    const before: RequestHandler[] = [
      ...(mount.openToAllSites ? [openToAllSites] : []),
      ...(Number.isFinite(perMinute) ? [limits.handler(perMinute)] : []),
    ]
    if (mount.openToAllSites) router.options(mount.path, openToAllSites)
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

import { statfs } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import express, { type RequestHandler, type Router } from 'express'
import type { Measure } from '../../lib/measure.ts'
import { openDelivery } from '../../plugins/delivery/index.ts'
import { digestHandlers, digestMeasures, mailViewerHandlers } from '../../plugins/digest/index.ts'
import { sendingAllowed } from '../../plugins/instance/index.ts'
import { knownFaults } from '../../plugins/publications/index.ts'
import { webhookMeasures } from '../../plugins/webhooks/index.ts'
import { isLate, newestAt } from '../backup/index.ts'
import { backups } from '../portal/backups.ts'
import { MOST_ROWS_BEHIND, PER_MINUTE } from '../portal/limits.ts'
import type { System } from '../system.ts'
import { catalogueThread } from '../threads/catalogueThread.ts'
import { finderThread } from '../threads/finderThread.ts'
import type { Probe } from './checks.ts'
import { FAULTS, sendFault } from './errors.ts'
import { sendResponse, toRequest } from './fetchBridge.ts'
import { openToAllSites } from './headers.ts'
import { bodyRead, type FastPath } from './httpServer.ts'
import type { PublicLimits } from './rateLimits.ts'

/** How long a scrape of the metrics waits for the database, or for a disk, in milliseconds. */
const PATIENCE_MS = 2_000

/** A public route of a plugin. */
export interface Mount {
  /** Path in Express syntax: `/u/:token`, `/media/public/{*file}`. */
  path: string
  /** The only allowed method; every method when omitted. `GET` includes `HEAD`. */
  method?: 'GET' | 'POST'
  /** Handles a request. `client.ip` is the address that the trusted proxies report. */
  handle: (request: Request, client: { ip?: string }) => Promise<Response>
  /**
   * Requests per minute and network; `Infinity` for a handler that limits itself.
   * @default 600
   */
  perMinute?: number
  /**
   * Whether other websites may read the responses, without cookies (CORS).
   * @default false
   */
  openToAllSites?: boolean
}

/** Everything that the plugins contribute to the server. */
export interface Served {
  /** Tried in this order. */
  mounts: Mount[]
  /** Answered before Express, for speed. */
  fastPaths: FastPath[]
  /** Readiness checks for `/readyz`, by name. */
  probes: Record<string, Probe>
  /** Whether the public side can answer at all. */
  serves: () => boolean
  /** Metrics for `/metrics`. */
  measures: () => Promise<Measure[]>
  close: () => Promise<void>
}

/** When the newest whole backup was made; 0 where there is none. */
const lastBackup = (folder: string): Measure => ({
  name: 'congbo_backup_last_success_timestamp_seconds',
  help: 'When the newest whole backup was made; 0 where there is none.',
  type: 'gauge',
  values: [{ value: (newestAt(folder)?.getTime() ?? 0) / 1000 }],
})

/**
 * Tells the room on the disks of the folders; one that cannot be looked at is left out. A disk that does not answer is
 * not asked again meanwhile: each question holds one of the few threads that read files.
 */
const roomOf = (folders: Record<string, string | undefined>): (() => Promise<Measure[]>) => {
  const look = async (): Promise<Measure[]> => {
    const found = await Promise.all(
      Object.entries(folders).map(async ([folder, at]) => {
        const disk = at === undefined ? undefined : await statfs(at).catch(() => undefined)
        return disk ? [{ labels: { folder }, value: disk.bavail * disk.bsize }] : []
      }),
    )
    const [name, help] = ['congbo_disk_free_bytes', 'Room on the disk of a folder.']
    return [{ name, help, type: 'gauge', values: found.flat() }]
  }
  let looking: Promise<Measure[]> | undefined
  return () => {
    looking ??= look().finally(() => {
      looking = undefined
    })
    return looking
  }
}

/** What is known in time; the rest of the metrics matters most when a database or a disk does not answer. */
const inTime = (measures: Promise<Measure[]>): Promise<Measure[]> =>
  Promise.race([measures.catch(() => []), wait(PATIENCE_MS, [], { ref: false })])

/** Metrics that the database is asked for. */
const measuresOfWork = async ({ payload, clock }: System): Promise<Measure[]> => [
  ...(await digestMeasures({ payload, clock })),
  ...(await webhookMeasures({ payload })),
]

/**
 * Public routes of the plugins, from a running system.
 *
 * @param wake called when a queued mail should not wait for the worker's next round
 */
export const composeMounts = async (system: System, wake?: () => void): Promise<Served> => {
  const { payload, clock, environment } = system
  const { dataDir, mediaDir, backupDir, publicUrl, demo, smtpUrl } = environment
  const delivery = await openDelivery({
    payload,
    clock,
    dataDir,
    mediaDir,
    publicUrl,
    build: catalogueThread(payload),
    finder: finderThread(),
  })
  const room = roomOf({ DATA_DIR: dataDir, MEDIA_DIR: mediaDir, BACKUP_DIR: backupDir })
  return {
    mounts: [
      ...delivery.handlers.map((handler) => ({ ...handler, openToAllSites: true })),
      ...digestHandlers({ payload, clock, wake }),
      ...(demo && !smtpUrl ? mailViewerHandlers({ payload }) : []),
    ],
    fastPaths: [delivery.fastPath],
    probes: {
      // The cheapest query that reaches the database itself.
      database: () => payload.db.findOne({ collection: payload.config.admin.user, where: {} }),
      catalogue: async () => {
        const behind = await delivery.behind()
        if (behind > MOST_ROWS_BEHIND) throw new Error(`The catalogue is ${behind} rows behind`)
        const obstacle = delivery.obstacle()
        if (obstacle) throw new Error(obstacle)
      },
      // A copy serves everything and sends nothing.
      sending: async () => {
        if (!(await sendingAllowed(payload)).allowed) throw new Error('Sending waits for a confirmation')
      },
      ...(backupDir === undefined
        ? {}
        : {
            backup: async () => {
              if (isLate({ lateAfterHours: backups.lateAfterHours, last: newestAt(backupDir), now: clock.now() }))
                throw new Error('No backup succeeded for too long')
            },
          }),
      records: async () => {
        const { length } = knownFaults(payload)
        if (length) throw new Error(`${length} places of what is public are set aside`)
      },
    },
    serves: delivery.isReady,
    measures: async () => [
      ...delivery.measures(),
      ...(backupDir === undefined ? [] : [lastBackup(backupDir)]),
      ...(await Promise.all([inTime(room()), inTime(measuresOfWork(system))])).flat(),
    ],
    close: () => delivery.close(),
  }
}

const handlerOf =
  (mount: Mount, origin: string): RequestHandler =>
  async (req, res) => {
    await sendResponse(await mount.handle(toRequest(req, res, { origin, body: bodyRead(req) }), { ip: req.ip }), res)
  }

/** Router for the plugins' routes: rate limits by network, CORS where enabled, 405 for unsupported methods. */
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

import type { IncomingMessage, ServerResponse } from 'node:http'
import express, { type Express } from 'express'
import type { Payload, SanitizedConfig } from 'payload'
import type { Measure } from '../../lib/measure.ts'
import type { Clock } from '../../lib/time/clock.ts'
import type { Environment } from '../config/environment.ts'
import { withoutBrokenFilters } from '../repairs/listFilters.ts'
import { adminWall } from './adminWall.ts'
import { checksOf, type Probe } from './checks.ts'
import { failures, nothingHere } from './errors.ts'
import { adminHeaders, apiHeaders, pageHeaders } from './headers.ts'
import { health } from './health.ts'
import { hostTest, knownHosts, ownName } from './hosts.ts'
import { inTurn } from './inTurn.ts'
import { type Log, requestLines } from './logs.ts'
import { metrics } from './metrics.ts'
import { type Mount, mountRouter } from './mounts.ts'
import { payloadGraphql } from './payloadGraphql.ts'
import { payloadRest } from './payloadRest.ts'
import { credentialLimits, type PublicLimits, publicLimits } from './rateLimits.ts'
import { startPage } from './startPage.ts'

const UPLOAD_BYTES = 512 * 1024 * 1024

export interface ApplicationOptions {
  payload: Payload
  config: SanitizedConfig
  environment: Pick<Environment, 'publicUrl' | 'demo' | 'mode' | 'trustProxy'> &
    Pick<Partial<Environment>, 'metricsToken' | 'siteAddresses' | 'sitePort' | 'siteUrl'>
  clock: Clock
  log: Log
  /** Public routes of the plugins. */
  mounts: Mount[]
  /** Readiness checks for `/readyz`, by name. */
  probes: Record<string, Probe>
  /** Whether the public side can answer at all; always when omitted. */
  serves?: () => boolean
  /** Metrics for `/metrics`; without it there is no such route. */
  measures?: () => Promise<Measure[]>
  /** Next's handler for the admin; without it there is no admin (a headless server, most tests). */
  admin?: (req: IncomingMessage, res: ServerResponse) => Promise<void>
  /** Rate limits shared with the fast path; separate ones when omitted. */
  limits?: PublicLimits
  /** Key of this Payload instance in the process; the default one when omitted. */
  payloadKey?: string
}

/** The whole server as one Express application, not yet listening. */
export const createApplication = (options: ApplicationOptions): Express => {
  const { payload, config, environment, log, clock, payloadKey } = options
  const { publicUrl, demo, trustProxy } = environment
  const https = publicUrl.startsWith('https:')
  const { siteAddresses } = environment
  const routes = {
    payload,
    config,
    payloadKey,
    siteAddresses,
    origin: publicUrl,
    uploadBytes: UPLOAD_BYTES,
    inTurn: inTurn(),
    credentials: credentialLimits(),
  }
  const app = express()
  app.disable('x-powered-by')
  app.enable('case sensitive routing')
  app.set('query parser', 'simple')
  app.set('trust proxy', trustProxy)

  app.use(requestLines({ log, trustGivenId: trustProxy > 0 }))
  // Before the host check, because monitoring uses the bare IP address.
  const checks = checksOf({ probes: options.probes, clock })
  app.use(health({ checks, serves: options.serves }))
  if (options.measures) app.use(metrics({ token: environment.metricsToken, checks, measures: options.measures }))
  app.use(knownHosts(hostTest({ publicUrl, demo: environment.mode === 'demo' })))
  if (environment.mode === 'demo') app.use(ownName(publicUrl))

  app.use('/api', apiHeaders({ https }))
  app.use('/api/graphql', payloadGraphql(routes))
  app.use('/api', payloadRest(routes))

  if (options.admin) {
    const headers = adminHeaders({ https })
    const { admin } = options
    app.use(['/admin', '/_next'], headers, adminWall({ payload, origin: publicUrl }), (req, res) => {
      const slug = /^\/admin\/collections\/([^/?]+)\/?\?/.exec(req.originalUrl)?.[1]
      const list = config.collections.find((collection) => collection.slug === slug)
      const mended = list && withoutBrokenFilters(req.originalUrl, list.flattenedFields)
      if (mended) return res.redirect(302, mended)
      // Express strips the mount path; Next routes by the full path.
      req.url = req.originalUrl
      return admin(req, res)
    })
  }

  app.use(pageHeaders({ https }))
  app.get('/', startPage({ demo, siteUrl: environment.sitePort ? environment.siteUrl : undefined }))
  app.use(mountRouter(options.mounts, publicUrl, options.limits ?? publicLimits(environment)))
  app.use(nothingHere)
  app.use(failures(log))
  return app
}

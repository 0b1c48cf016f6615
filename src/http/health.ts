import express, { type Router } from 'express'
import type { Checks } from './checks.ts'

/**
 * `GET /healthz` is the liveness check. `GET /readyz` reports whether the public side is served: 200 `ok`; 200
 * `degraded` with the names of failed checks, while the site works without them; 503 only when nothing can be served.
 * Failures are named without details.
 *
 * @param args.serves whether the public side can answer at all
 * @default always
 */
export const health = (args: { checks: () => Promise<Checks>; serves?: () => boolean }): Router => {
  const router = express.Router()
  router.use(['/healthz', '/readyz'], (_req, res, next) => {
    res.set('cache-control', 'no-store')
    next()
  })
  router.get('/healthz', (_req, res) => {
    res.json({ status: 'ok' })
  })
  router.get('/readyz', async (_req, res) => {
    const checks = await args.checks()
    const because = Object.keys(checks).filter((name) => checks[name] !== 'ok')
    if (args.serves && !args.serves()) return void res.status(503).json({ status: 'unavailable', checks })
    res.json({ status: because.length ? 'degraded' : 'ok', ...(because.length ? { because } : {}), checks })
  })
  return router
}

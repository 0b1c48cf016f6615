import { setTimeout as wait } from 'node:timers/promises'
import express, { type Router } from 'express'
import type { Clock } from '../../lib/time/clock.ts'

/** A readiness check. Rejects when unhealthy. */
export type Probe = () => Promise<unknown>

const FRESH_MS = 5_000
const PATIENCE_MS = 3_000

interface Report {
  because: string[]
  checks: Record<string, 'ok' | 'failed'>
}

const ask = async (probe: Probe): Promise<'ok' | 'failed'> => {
  const done = new AbortController()
  try {
    return await Promise.race([
      probe().then(() => 'ok' as const),
      wait(PATIENCE_MS, 'failed' as const, { signal: done.signal }),
    ])
  } catch {
    return 'failed'
  } finally {
    done.abort()
  }
}

/**
 * `GET /healthz` is the liveness check. `GET /readyz` reports whether the public side is served: 200 `ok`; 200
 * `degraded` with the names of failed checks, while the site works without them; 503 only when nothing can be served.
 * Checks run at most once in five seconds, regardless of the number of requests. Failures are named without details.
 *
 * @param args.serves whether the public side can answer at all
 * @default always
 */
export const health = (args: { probes: Record<string, Probe>; serves?: () => boolean; clock: Clock }): Router => {
  let last: { at: number; report: Promise<Report> } | undefined

  const look = async (): Promise<Report> => {
    const names = Object.keys(args.probes)
    const found = await Promise.all(names.map((name) => ask(args.probes[name]!)))
    return {
      because: names.filter((_, index) => found[index] !== 'ok'),
      checks: Object.fromEntries(names.map((name, index) => [name, found[index]!])),
    }
  }

  const report = () => {
    const now = args.clock.now().getTime()
    // `Math.abs`, because a clock that was set back must not keep an old report for hours.
    if (!last || Math.abs(now - last.at) >= FRESH_MS) last = { at: now, report: look() }
    return last.report
  }

  const router = express.Router()
  router.use(['/healthz', '/readyz'], (_req, res, next) => {
    res.set('cache-control', 'no-store')
    next()
  })
  router.get('/healthz', (_req, res) => {
    res.json({ status: 'ok' })
  })
  router.get('/readyz', async (_req, res) => {
    const { because, checks } = await report()
    if (args.serves && !args.serves()) return void res.status(503).json({ status: 'unavailable', checks })
    res.json({ status: because.length ? 'degraded' : 'ok', ...(because.length ? { because } : {}), checks })
  })
  return router
}

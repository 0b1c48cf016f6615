import { setTimeout as wait } from 'node:timers/promises'
import express, { type Router } from 'express'
import type { Clock } from '../../lib/time/clock.ts'

/** Something that should be well. Rejects when it is not. */
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
 * `GET /healthz` says that the process answers. `GET /readyz` says whether the public is served: 200 `ok`; 200
 * `degraded` with the names of what is not well, while the site goes on without it; 503 only when nothing can be
 * served. Probes run at most once in five seconds, however many ask, and what they found is named without details.
 *
 * @param args.serves whether the public can be answered at all
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
    // A clock that was set back must not keep an old answer for hours.
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

import { setTimeout as wait } from 'node:timers/promises'
import express, { type Router } from 'express'
import type { Clock } from '../time/clock.ts'

/** Something that must be well for the server to answer. Rejects when it is not. */
export type Probe = () => Promise<unknown>

const FRESH_MS = 5_000
const PATIENCE_MS = 3_000

interface Report {
  ready: boolean
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
 * `GET /healthz` says that the process answers; `GET /readyz` that what it stands on answers too. Probes run at most
 * once in five seconds, however many ask, and what they found is named without details.
 */
export const health = (args: { probes: Record<string, Probe>; clock: Clock }): Router => {
  let last: { at: number; report: Promise<Report> } | undefined

  const look = async (): Promise<Report> => {
    const names = Object.keys(args.probes)
    const found = await Promise.all(names.map((name) => ask(args.probes[name]!)))
    return {
      ready: found.every((state) => state === 'ok'),
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
    const { ready, checks } = await report()
    res.status(ready ? 200 : 503).json({ status: ready ? 'ok' : 'unavailable', checks })
  })
  return router
}

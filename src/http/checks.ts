import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../../lib/time/clock.ts'

/** A readiness check. Rejects when unhealthy. */
export type Probe = () => Promise<unknown>

/** What the checks found, by name, in the order in which they are defined. */
export type Checks = Record<string, 'ok' | 'failed'>

const FRESH_MS = 5_000
const PATIENCE_MS = 3_000

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
 * Runs checks at most once in five seconds, regardless of how often it is asked. One that does not answer within three
 * seconds has failed.
 */
export const checksOf = (args: { probes: Record<string, Probe>; clock: Clock }): (() => Promise<Checks>) => {
  let last: { at: number; checks: Promise<Checks> } | undefined

  const look = async (): Promise<Checks> => {
    const found = await Promise.all(
      Object.entries(args.probes).map(async ([name, probe]) => [name, await ask(probe)] as const),
    )
    return Object.fromEntries(found)
  }

  return () => {
    const now = args.clock.now().getTime()
    // `Math.abs`, because a clock that was set back must not keep an old answer for hours.
    if (!last || Math.abs(now - last.at) >= FRESH_MS) last = { at: now, checks: look() }
    return last.checks
  }
}

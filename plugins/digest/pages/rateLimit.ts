import type { Clock } from '../../../lib/time/clock.ts'

const HOUR = 3_600_000
/** Maximum number of tracked networks; the oldest are evicted first. */
const MOST_NETWORKS = 10_000

/**
 * Counts requests by network in a window of one hour that starts with the first request. Counters are kept per process,
 * which is enough to stop a flood.
 *
 * @returns a function that counts a request and says whether it is within the limit
 */
export const hourlyLimit = (clock: Clock, most: number): ((network: string) => boolean) => {
  const seen = new Map<string, { since: number; count: number }>()
  return (network) => {
    const now = clock.now().getTime()
    const entry = seen.get(network)
    if (entry && now - entry.since < HOUR) {
      entry.count += 1
      return entry.count <= most
    }
    seen.delete(network)
    seen.set(network, { since: now, count: 1 })
    if (seen.size > MOST_NETWORKS) seen.delete(seen.keys().next().value!)
    return true
  }
}

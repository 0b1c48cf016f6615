import type { Clock } from '../../../lib/time/clock.ts'

const HOUR = 3_600_000
/** Maximum number of tracked keys; the oldest are evicted first. */
const MOST_KEYS = 10_000

/**
 * Counts requests by key (a network, a mailbox, a link) in a window that starts with the first request. Counters are kept
 * per process, which is enough to stop a flood.
 *
 * @param args.hours length of the window
 * @returns a function that counts a request and says whether it is within the limit
 */
export const windowLimit = (args: { clock: Clock; most: number; hours?: number }): ((key: string) => boolean) => {
  const { clock, most, hours = 1 } = args
  const seen = new Map<string, { since: number; count: number }>()
  return (key) => {
    const now = clock.now().getTime()
    const entry = seen.get(key)
    if (entry && now - entry.since < hours * HOUR) {
      entry.count += 1
      return entry.count <= most
    }
    seen.delete(key)
    seen.set(key, { since: now, count: 1 })
    if (seen.size > MOST_KEYS) seen.delete(seen.keys().next().value!)
    return true
  }
}

import type { Log } from '../http/logs.ts'

/** Milliseconds that all of stopping may take. */
const PATIENCE_MS = 10_000
/** Milliseconds that requests in flight get to finish; the rest of the ten seconds is for the database. */
export const REQUEST_GRACE_MS = 7_000

/**
 * Shuts down in order on a signal: the steps run one after another, within ten seconds in total. A second signal has no
 * effect, because a terminal sends it to every process at once.
 *
 * @param steps by the name that the log calls them
 */
export const stopOnSignal = (steps: Readonly<Record<string, () => Promise<unknown>>>, log: Log): void => {
  let stopping = false
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) return
    stopping = true
    log.info({ msg: 'stopping', signal })
    let current = ''
    setTimeout(() => {
      log.error({ msg: 'stopping took too long', step: current })
      process.exit(1)
    }, PATIENCE_MS).unref()
    for (const [name, step] of Object.entries(steps)) {
      current = name
      try {
        await step()
      } catch (err) {
        log.error({ msg: 'a step of stopping failed', step: name, err })
      }
    }
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

import { setTimeout as pause } from 'node:timers/promises'
import type { Payload } from 'payload'
import { forgetFaults, type LogSource, mendedFaults, noteFaults, onAppend } from '../publications/index.ts'
import type { OpenCatalogue } from './openCatalogue.ts'

/** Maximum delay until a publication by another process is visible here. */
const POLL_MS = 1_000
/** Interval between rechecks of known faults. */
const RECHECK_MS = 60_000
/** A backlog of this many rows is so short that startup waits for it. */
const SOON_DONE = 100
/** Maximum time that startup waits when an existing catalogue can be served. */
const LONGEST_WAIT_MS = 2_000
/** A new catalogue of up to this many rows is built before the first request is answered. */
const SOON_MADE = 2_000

/** A catalogue that follows the log. */
export interface KeptUp {
  /** Rechecks known faults; repaired documents are shown again. */
  recheck(): Promise<void>
  stop(): void
}

/**
 * Keeps a catalogue in sync with the log: at once when this process appends, and once a second for other processes.
 * Startup waits only for a short backlog; anything longer is done in the background.
 *
 * @param args.recheckFiles rechecks public files with known faults
 * @param args.onFailure called when the log cannot be read; the existing catalogue stays in use
 */
export const keepUp = async (args: {
  payload: Payload
  catalogue: OpenCatalogue
  source: LogSource
  recheckFiles: () => Promise<void>
  onFailure: (error: unknown) => void
}): Promise<KeptUp> => {
  const { payload, catalogue, source, recheckFiles, onFailure } = args
  noteFaults(payload, catalogue.faults())
  const quietly = () => void catalogue.tail().catch(onFailure)

  const behind = await catalogue.behind().catch((error: unknown) => {
    // Without a database, serve the existing catalogue; there is nothing to wait for.
    if (!catalogue.isReady()) throw error
    onFailure(error)
    return Number.POSITIVE_INFINITY
  })
  const isReady = catalogue.isReady()
  const caughtUp = catalogue.tail()
  if (!isReady && behind <= SOON_MADE) await caughtUp
  else {
    const done = caughtUp.catch(onFailure)
    // The same number of rows may belong to another log. That requires a rebuild, which runs in the background.
    if (Math.abs(behind) <= SOON_DONE) await Promise.race([done, pause(LONGEST_WAIT_MS, undefined, { ref: false })])
  }

  const recheck = async () => {
    await recheckFiles()
    const mended = await mendedFaults(source, catalogue.faults())
    if (!mended.length) return
    payload.logger.info({
      msg: 'what was set aside is as it was written again',
      places: mended.map(({ place }) => place),
    })
    forgetFaults(payload, mended)
    await catalogue.rebuild()
  }
  const stopListening = onAppend(payload, quietly)
  const timers = [setInterval(quietly, POLL_MS), setInterval(() => void recheck().catch(onFailure), RECHECK_MS)]
  for (const timer of timers) timer.unref()
  return {
    recheck,
    stop: () => {
      for (const timer of timers) clearInterval(timer)
      stopListening()
    },
  }
}

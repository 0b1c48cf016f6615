import { setTimeout as pause } from 'node:timers/promises'
import type { Payload } from 'payload'
import { forgetFaults, type LogSource, mendedFaults, noteFaults, onAppend } from '../publications/index.ts'
import { isDamage, isDiskFault } from './catalogue/damage.ts'
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

const WAITS = 'what was published before is served, what is published now waits'

/** What stands in the way of following the log, as an operator reads it. */
const sentenceOf = (error: unknown): string => {
  if (isDamage(error))
    return 'the file of the catalogue is damaged: what is sound in it is served until it is built anew'
  if (isDiskFault(error)) return `the disk of DATA_DIR is full or cannot be written: ${WAITS}`
  return `the log of publications cannot be read: ${WAITS}`
}

/** A catalogue that follows the log. */
export interface KeptUp {
  /** Rechecks known faults; repaired documents are shown again. */
  recheck(): Promise<void>
  /** What stands in the way of following the log; `undefined` when nothing does. */
  obstacle(): string | undefined
  stop(): void
}

/**
 * Keeps a catalogue in sync with the log: at once when this process appends, and once a second for other processes.
 * Startup waits only for a short backlog; anything longer is done in the background.
 *
 * @param args.recheckFiles rechecks public files with known faults
 * While the log cannot be read, or the catalogue not written, the existing catalogue stays in use. The log tells
 * it once, and once when it is over.
 *
 * @param args.onFailure called when faults cannot be rechecked
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
  let told: string | undefined
  const failed = (error: unknown) => {
    const found = sentenceOf(error)
    if (found !== told) payload.logger.error({ msg: found, err: error })
    told = found
  }
  const followed = () => {
    if (told !== undefined) payload.logger.info({ msg: 'the catalogue follows the log again' })
    told = undefined
  }
  const quietly = () => void catalogue.tail().then(followed, failed)

  const behind = await catalogue.behind().catch((error: unknown) => {
    // Without a database, serve the existing catalogue; there is nothing to wait for.
    if (!catalogue.isReady()) throw error
    failed(error)
    return Number.POSITIVE_INFINITY
  })
  const isReady = catalogue.isReady()
  const caughtUp = catalogue.tail()
  if (!isReady && behind <= SOON_MADE) await caughtUp
  else {
    const done = caughtUp.then(followed, failed)
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
    obstacle: () => told,
    stop: () => {
      for (const timer of timers) clearInterval(timer)
      stopListening()
    },
  }
}

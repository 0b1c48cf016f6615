import { setTimeout as pause } from 'node:timers/promises'
import type { Payload } from 'payload'
import { forgetFaults, type LogSource, mendedFaults, noteFaults, onAppend } from '../publications/index.ts'
import type { OpenCatalogue } from './openCatalogue.ts'

/** The longest another process's publication stays unseen here. */
const POLL_MS = 1_000
/** How often what was found broken is looked at again. */
const RECHECK_MS = 60_000
/** What can be caught up with before anybody would notice; a start waits for it. */
const SOON_DONE = 100
/** Longest a start waits when there is something to show. */
const LONGEST_WAIT_MS = 2_000
/** A new catalogue of so many rows is made before the first request is answered. */
const SOON_MADE = 2_000

/** A catalogue that is kept up with the log. */
export interface KeptUp {
  /** Looks again at what was found broken; what was mended is shown again. */
  recheck(): Promise<void>
  stop(): void
}

/**
 * Keeps a catalogue up with the log: when this process appends to it, and once a second for what others appended. A
 * start waits only for what is done at once; what takes longer goes on beside the requests.
 *
 * @param args.recheckFiles looks again at public files that were found broken
 * @param args.onFailure told when the log cannot be read; the catalogue is read on as it is
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
    // Without a database the site goes on as it stands; there is nothing to wait for.
    if (!catalogue.isReady()) throw error
    onFailure(error)
    return Number.POSITIVE_INFINITY
  })
  const isReady = catalogue.isReady()
  const caughtUp = catalogue.tail()
  if (!isReady && behind <= SOON_MADE) await caughtUp
  else {
    const done = caughtUp.catch(onFailure)
    // As many rows may be other rows: then it is a build, which goes on beside the requests.
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

import { setTimeout as wait } from 'node:timers/promises'
import { backfillFoundBy } from '../../collections/index.ts'
import { completeLanes, digestRounds } from '../../plugins/digest/index.ts'
import { deliverWebhooks } from '../../plugins/webhooks/index.ts'
import type { Log } from '../http/logs.ts'
import { seedSearchWords } from '../seed/index.ts'
import type { System } from '../system.ts'
import { backupProcess } from './backupProcess.ts'
import { backupRound } from './backups.ts'
import { accountRecorder, anchorer, dueRound, reconciler, termRecorder } from './rounds.ts'

/** A periodic task of a worker. Several processes may run the same loop; claims prevent duplicate work. */
export interface Loop {
  name: string
  /** Pause between the end of one round and the start of the next, in milliseconds. */
  everyMs: number
  /** A long round checks `stopping` and ends early. */
  round: (stopping: AbortSignal) => Promise<unknown>
}

/** Adds what an upgrade brings and rows of an older version lack; readers and officers need not wait for it. */
const completer = (system: System) => async (stopping: AbortSignal) => {
  await completeLanes(system.payload)
  await seedSearchWords(system)
  await backfillFoundBy({ payload: system.payload, stopping })
}

/**
 * Periodic tasks of a worker process.
 *
 * @param rest lets the readers of this process go first, after work that took so many milliseconds
 */
export const composeLoops = (system: System, rest?: (workedMs: number) => Promise<void>): Loop[] => [
  { name: 'reconcile', everyMs: 30_000, round: reconciler(system) },
  { name: 'due', everyMs: 5_000, round: dueRound(system) },
  { name: 'accounts', everyMs: 60_000, round: accountRecorder(system) },
  { name: 'terms', everyMs: 5_000, round: termRecorder(system) },
  ...digestRounds({ ...system, rest }),
  {
    name: 'webhooks',
    everyMs: 5_000,
    round: (stopping) => deliverWebhooks({ payload: system.payload, stopping }),
  },
  { name: 'complete', everyMs: 10 * 60_000, round: completer(system) },
  { name: 'anchor', everyMs: 10 * 60_000, round: anchorer(system) },
  { name: 'backup', everyMs: 5 * 60_000, round: backupRound({ system, make: backupProcess(system) }) },
]

/** Running loops. */
export interface RunningLoops {
  /** Starts the next round of a loop now, or right after the current one. */
  wake: (name: string) => void
  /** Stops all loops and waits for their current rounds. */
  stop: () => Promise<void>
}

/** Runs loops concurrently until stopped. A failed round is logged and retried after the usual pause. */
export const runLoops = (loops: Loop[], log: Pick<Log, 'error'>): RunningLoops => {
  const stopped = new AbortController()
  const pauses = new Map<string, AbortController>()
  const run = async ({ name, everyMs, round }: Loop) => {
    while (!stopped.signal.aborted) {
      const pause = new AbortController()
      pauses.set(name, pause)
      try {
        await round(stopped.signal)
      } catch (err) {
        if (stopped.signal.aborted) return
        log.error({ msg: 'a round of work failed', loop: name, err })
      }
      await wait(everyMs, undefined, { signal: AbortSignal.any([stopped.signal, pause.signal]) }).catch(() => {})
    }
  }
  const running = loops.map(run)
  return {
    wake: (name) => pauses.get(name)?.abort(),
    stop: async () => {
      stopped.abort()
      await Promise.all(running)
    },
  }
}

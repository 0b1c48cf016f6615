import { recordStep } from '../store/steps.ts'
import type { Work } from './work.ts'

/** Steps of a round of the outbox, as logs and metrics name them. */
export type StepName =
  | 'reap'
  | 'mailbox'
  | 'reports'
  | 'expire'
  | 'forget'
  | 'complete'
  | 'alarms'
  | 'retain'
  | `runs:${string}`
  | `send:${string}`

/** Steps that take longer, in milliseconds, are worth a line in the log. */
const NOTABLE_MS = 1_000

/** Runs steps one by one; a failed one stops no other. */
export interface Fence {
  /** @returns `undefined` when the step failed */
  run<T>(name: StepName, step: () => Promise<T>): Promise<T | undefined>
  /** The steps that failed. */
  failed: StepName[]
}

/** Fences off the steps of one round: each may fail alone, and is logged and recorded with its duration. */
export const fenceOf = (work: Work): Fence => {
  const { payload, clock } = work
  const failed: StepName[] = []
  const ended = async (name: StepName, started: number, error?: unknown) => {
    const ms = Math.round(performance.now() - started)
    if (error !== undefined) payload.logger.error({ msg: 'a step of the outbox failed', step: name, ms, err: error })
    else payload.logger[ms > NOTABLE_MS ? 'info' : 'debug']({ msg: 'a step of the outbox', step: name, ms })
    const reason = error instanceof Error ? error.message : error === undefined ? '' : String(error)
    await recordStep({ payload, name, endedAt: clock.now(), ms, error: reason }).catch((err: unknown) =>
      payload.logger.error({ msg: 'a step could not be recorded', step: name, err }),
    )
  }
  return {
    failed,
    run: async (name, step) => {
      const started = performance.now()
      try {
        const result = await step()
        await ended(name, started)
        return result
      } catch (error) {
        failed.push(name)
        await ended(name, started, error)
        return undefined
      }
    },
  }
}

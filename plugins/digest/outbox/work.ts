import type { Payload } from 'payload'
import type { Clock } from '../../../lib/time/clock.ts'
import type { DigestSettings } from '../options.ts'

/** Points at which a crash must be harmless; tests kill the process there. */
export type Step =
  | 'run ensured'
  | 'run frozen'
  | 'delivery inserted'
  | 'delivery claimed'
  | 'mail stored'
  | 'body asked for'
  | 'mail handed over'
  | 'delivery settled'

/** Context of every step of the outbox. */
export interface Work {
  payload: Payload
  clock: Clock
  settings: DigestSettings
  /** Ends a long round early; what is underway is finished. */
  stopping?: AbortSignal
  /** Lets others go first, after work that took the processor so many milliseconds. */
  rest?: (workedMs: number) => Promise<void>
  /** Called after each step with an effect; for fault injection in tests. */
  onStep?: (step: Step) => void | Promise<void>
}

import type { Payload } from 'payload'
import type { Clock } from '../../../lib/time/clock.ts'
import type { DigestSettings } from '../options.ts'

/** Places at which a crash must do no harm; tests stop the process there. */
export type Step =
  | 'run ensured'
  | 'run frozen'
  | 'delivery inserted'
  | 'delivery claimed'
  | 'mail stored'
  | 'body asked for'
  | 'mail handed over'
  | 'delivery settled'

/** What every step of the outbox works with. */
export interface Work {
  payload: Payload
  clock: Clock
  settings: DigestSettings
  /** Called at each step that changed something; for tests that inject faults. */
  onStep?: (step: Step) => void | Promise<void>
}

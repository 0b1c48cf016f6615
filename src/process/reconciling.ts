import path from 'node:path'
import { dayOf } from '../../lib/time/periods.ts'
import { recordTerms, referenceMark } from '../../plugins/publications/index.ts'
import { keepAnchor, keepReconciled, lastAnchorAt, takeAnchor } from '../../plugins/workflow/index.ts'
import type { System } from '../system.ts'

/** Finishes publications that a crash left half-done, from where the rounds before have come to. */
export const reconciler = ({ payload, clock }: System): ((stopping: AbortSignal) => Promise<void>) => {
  const round = keepReconciled({ payload, clock })
  return async (stopping) => {
    const finished = await round(stopping)
    if (finished) payload.logger.warn({ msg: 'publications were finished after an interruption', finished })
  }
}

/** Keeps one anchor of all logs for each day in Viet Nam, however often the process starts on it. */
export const anchorer = ({
  payload,
  clock,
  environment,
}: Pick<System, 'payload' | 'clock' | 'environment'>): ((stopping?: AbortSignal) => Promise<void>) => {
  const dir = path.join(environment.dataDir, 'anchors')
  return async (stopping) => {
    const last = await lastAnchorAt(dir)
    if (last && dayOf(last) === dayOf(clock.now())) return
    const anchor = await takeAnchor({ payload, clock, gently: true, stopping })
    await keepAnchor(dir, anchor)
    payload.logger.info({ msg: 'anchor kept', count: anchor.count, root: anchor.root })
  }
}

/** Rounds after which reference data is compared whole, for what was changed by hand. */
const WHOLE_EVERY = 60

/** Tells the log what changed in the reference data since it was last told. */
export const termRecorder = ({ payload, clock }: Pick<System, 'payload' | 'clock'>): (() => Promise<void>) => {
  let seen = ''
  let rounds = 0
  return async () => {
    const now = await referenceMark(payload)
    const whole = rounds % WHOLE_EVERY === 0
    rounds += 1
    if (now === seen && !whole) return
    await recordTerms({ payload, at: clock.now() })
    seen = now
  }
}

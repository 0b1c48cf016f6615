import path from 'node:path'
import { recordTerms, referenceMark } from '../../plugins/publications/index.ts'
import { keepAnchor, keepReconciled, takeAnchor } from '../../plugins/workflow/index.ts'
import { dayOf } from '../time/periods.ts'
import type { System } from './boot.ts'

/** Finishes publications that a crash left half-done, from where the rounds before have come to. */
export const reconciler = ({ payload, clock }: System): (() => Promise<void>) => {
  const round = keepReconciled({ payload, clock })
  return async () => {
    const finished = await round()
    if (finished) payload.logger.warn({ msg: 'publications were finished after an interruption', finished })
  }
}

/** Keeps one anchor of all logs for each day in Viet Nam. */
export const anchorer = ({ payload, clock, environment }: System): (() => Promise<void>) => {
  let kept = ''
  return async () => {
    const today = dayOf(clock.now())
    if (kept === today) return
    const anchor = await takeAnchor({ payload, clock })
    await keepAnchor(path.join(environment.dataDir, 'anchors'), anchor)
    kept = today
    payload.logger.info({ msg: 'anchor kept', count: anchor.count, root: anchor.root })
  }
}

/** Tells the log what changed in the reference data since it was last told. */
export const termRecorder = ({ payload, clock }: System): (() => Promise<void>) => {
  let seen = ''
  return async () => {
    const now = await referenceMark(payload)
    if (now === seen) return
    await recordTerms({ payload, at: clock.now() })
    seen = now
  }
}

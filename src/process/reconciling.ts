import path from 'node:path'
import { recordTerms, referenceMark } from '../../plugins/publications/index.ts'
import { keepAnchor, reconcile, takeAnchor } from '../../plugins/workflow/index.ts'
import { dayOf } from '../time/periods.ts'
import type { System } from './boot.ts'

const TWO_DAYS_MS = 48 * 60 * 60 * 1000

/**
 * Finishes publications that a crash left half-done: everything at the first round, what is recent after that.
 */
export const reconciler = ({ payload, clock }: System): (() => Promise<void>) => {
  let first = true
  return async () => {
    const since = first ? undefined : new Date(clock.now().getTime() - TWO_DAYS_MS)
    const finished = await reconcile({ payload, since })
    first = false
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

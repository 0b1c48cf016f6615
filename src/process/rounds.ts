import path from 'node:path'
import { dayOf } from '../../lib/time/periods.ts'
import { recordTerms, referenceMark } from '../../plugins/publications/index.ts'
import {
  keepAnchor,
  keepReconciled,
  keepTold,
  lastAnchorAt,
  recordAccounts,
  runDue,
  takeAnchor,
} from '../../plugins/workflow/index.ts'
import type { System } from '../system.ts'

/** Completes publications that a crash interrupted, continuing from the previous rounds. */
export const reconciler = ({ payload, clock }: System): ((stopping: AbortSignal) => Promise<void>) => {
  const round = keepReconciled({ payload, clock })
  return async (stopping) => {
    const finished = await round(stopping)
    if (finished) payload.logger.warn({ msg: 'publications were finished after an interruption', finished })
  }
}

/**
 * Carries out what is due, then tells officers. In this order: after an outage, everything that came due meanwhile is in
 * the same mail.
 */
export const dueRound = ({ payload, clock }: Pick<System, 'payload' | 'clock'>): (() => Promise<void>) => {
  const tell = keepTold({ payload, clock })
  return async () => {
    await runDue({ payload })
    await tell()
  }
}

/** Writes one anchor of all logs per day in Viet Nam, however often the process restarts. */
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

/** Records accounts that were changed past the system; their power rests like that of any other change. */
export const accountRecorder =
  ({ payload }: Pick<System, 'payload'>): (() => Promise<void>) =>
  async () => {
    const recorded = await recordAccounts(payload)
    if (recorded) payload.logger.warn({ msg: 'accounts were recorded in the log of powers', recorded })
  }

/** Number of rounds between full comparisons of reference data, which find manual changes in the database. */
const WHOLE_EVERY = 60

/** Records changes of reference data in the log since the last round. */
export const termRecorder = ({ payload, clock }: Pick<System, 'payload' | 'clock'>): (() => Promise<void>) => {
  let seen = ''
  let rounds = 0
  return async () => {
    const now = await referenceMark(payload)
    const whole = rounds % WHOLE_EVERY === 0
    rounds += 1
    if (now === seen && !whole) return
    await recordTerms({ payload, clock })
    seen = now
  }
}

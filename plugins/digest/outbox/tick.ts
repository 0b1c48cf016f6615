import { CADENCES, type RunCadence } from '../core/periods.ts'
import { readBounces } from './bounces.ts'
import { enumerateRun } from './enumerateRun.ts'
import { ensureRuns, freezeRun, runsIn } from './runs.ts'
import { type SendReport, sendDue } from './sendDue.ts'
import { completeRuns, expire, forget, reap } from './upkeep.ts'
import type { Work } from './work.ts'

/** Order in which runs are created: what is urgent first; a periodic digest may carry what would otherwise need an evening digest. */
export const RUN_CADENCES: readonly RunCadence[] = ['urgent', ...CADENCES, 'evening']

export interface TickReport {
  sent: SendReport['sent']
  relay: SendReport['relay'] | 'paused'
}

/** Runs left frozen by a crash come first: a range is only assigned once the previous one is in the outbox. */
const makeRuns = async (work: Work, cadence: RunCadence): Promise<void> => {
  const enumerateFrozen = async () => {
    for (const run of await runsIn(work.payload, cadence, ['frozen'])) await enumerateRun(work, run)
  }
  await ensureRuns(work, cadence)
  await enumerateFrozen()
  await expire(work)
  await freezeRun(work, cadence)
  await enumerateFrozen()
}

/**
 * One round of the outbox. Every step is idempotent, so any number of workers may run it concurrently, and be killed at
 * any point.
 */
export const runTick = async (work: Work, cadences: readonly RunCadence[] = RUN_CADENCES): Promise<TickReport> => {
  await reap(work)
  await readBounces(work)
  await expire(work)
  await forget(work)
  for (const cadence of cadences) await makeRuns(work, cadence)
  const report: TickReport = work.settings.paused
    ? { sent: { accepted: 0, refused: 0, dropped: 0, superseded: 0 }, relay: 'paused' }
    : await sendDue(work)
  await completeRuns(work)
  return report
}

import type { RunCadence } from '../core/periods.ts'
import type { DigestRunRow } from '../rowTypes.ts'
import { enumerateRun } from './enumerateRun.ts'
import { ensureRuns, freezeRun, runsIn } from './runs.ts'
import { expire } from './upkeep.ts'
import type { Work } from './work.ts'

/**
 * Creates the due runs of a cadence and puts their mails into the outbox. Runs left frozen by a crash come first. One
 * that cannot be enumerated stays frozen and is tried again next time; it stops no other, because every range is fixed
 * by the end of the one before.
 *
 * @throws AggregateError in the end, when runs could not be enumerated
 */
export const makeRuns = async (work: Work, cadence: RunCadence): Promise<void> => {
  const failed = new Map<string, unknown>()
  const enumerateFrozen = async () => {
    for (const run of await runsIn(work.payload, cadence, ['frozen'])) if (!failed.has(run.key)) await attempt(run)
  }
  const attempt = async (run: DigestRunRow) => {
    try {
      await enumerateRun(work, run)
    } catch (error) {
      failed.set(run.key, error)
      work.payload.logger.error({ msg: 'a digest run could not be enumerated', run: run.key, err: error })
    }
  }
  await ensureRuns(work, cadence)
  await enumerateFrozen()
  await expire(work)
  await freezeRun(work, cadence)
  await enumerateFrozen()
  if (failed.size) throw new AggregateError(failed.values(), `not enumerated: ${[...failed.keys()].join(', ')}`)
}

import type { Payload } from 'payload'
import { claim, insertOnce, lastSeqBefore } from '../../publications/index.ts'
import type { RunCadence } from '../core/periods.ts'
import { isTooLate, type PlannedRun, planRuns } from '../core/planRuns.ts'
import { find } from '../store/rows.ts'
import type { DigestRunRow } from '../types.ts'
import type { Work } from './work.ts'

const RANGED = ['frozen', 'enumerated', 'complete']

const newestRun = async (payload: Payload, cadence: RunCadence): Promise<DigestRunRow | undefined> =>
  (
    await find({
      payload,
      collection: 'digest-runs',
      where: { cadence: { equals: cadence } },
      sort: '-startsAt',
      limit: 1,
    })
  )[0]

/** A run as it begins. */
export const runRow = ({ period, fate }: PlannedRun): DigestRunRow => ({
  key: period.key,
  cadence: 'daily',
  startsAt: period.startsAt.toISOString(),
  endsAt: period.endsAt.toISOString(),
  dueAt: period.dueAt.toISOString(),
  state: fate === 'send' ? 'open' : 'skipped',
  fromSeq: 0,
  toSeq: 0,
  cursor: '',
  rows: 0,
  accepted: 0,
  rejected: 0,
  unknown: 0,
  skipped: 0,
  reason: fate === 'send' ? '' : 'joined to the next run',
})

/** The runs that are due now and have no row yet. */
export const plannedRuns = async (
  work: Pick<Work, 'payload' | 'clock'>,
  cadence: RunCadence,
): Promise<DigestRunRow[]> => {
  const newest = await newestRun(work.payload, cadence)
  const after = newest ? new Date(newest.startsAt) : null
  return planRuns({ cadence, now: work.clock.now(), after }).map(runRow)
}

/** Gives every period that is due a row; the unique key makes one of any number of attempts the decision. */
export const ensureRuns = async (work: Work, cadence: RunCadence): Promise<void> => {
  for (const data of await plannedRuns(work, cadence)) {
    const { inserted } = await insertOnce({ payload: work.payload, collection: 'digest-runs', data, unique: ['key'] })
    if (inserted) await work.onStep?.('run ensured')
  }
}

/** The runs of a cadence in some states, oldest first. */
export const runsIn = (
  payload: Payload,
  cadence: RunCadence,
  states: DigestRunRow['state'][],
): Promise<DigestRunRow[]> =>
  find({
    payload,
    collection: 'digest-runs',
    where: { cadence: { equals: cadence }, state: { in: states } },
    sort: 'startsAt',
    limit: 0,
  })

/**
 * The part of the publications log that a run covers: from where the last run ended up to the end of the period. The
 * first run of all begins with the first subscriber: nothing before can concern anybody.
 */
export const rangeOf = async (payload: Payload, run: DigestRunRow): Promise<{ fromSeq: number; toSeq: number }> => {
  const [before] = await find({
    payload,
    collection: 'digest-runs',
    where: { cadence: { equals: run.cadence }, state: { in: RANGED }, startsAt: { less_than: run.startsAt } },
    sort: '-startsAt',
    limit: 1,
  })
  const end = await lastSeqBefore({ payload, instant: new Date(run.endsAt) })
  if (before) return { fromSeq: before.toSeq, toSeq: Math.max(before.toSeq, end) }
  const [first] = await find({
    payload,
    collection: 'subscriptions',
    where: { cadence: { equals: run.cadence }, state: { equals: 'active' } },
    sort: 'since',
    limit: 1,
  })
  const start = first ? await lastSeqBefore({ payload, instant: new Date(first.since) }) : end
  return { fromSeq: Math.min(start, end), toSeq: end }
}

/**
 * Freezes the newest open run, unless it is too late: then, like every older one, it leaves its publications to the
 * next. Call only when no run of the cadence is frozen and not yet enumerated, so that ranges follow each other.
 */
export const freezeRun = async (work: Work, cadence: RunCadence): Promise<void> => {
  const { payload } = work
  const open = await runsIn(payload, cadence, ['open'])
  for (const [index, run] of open.entries()) {
    const where = { key: { equals: run.key }, state: { equals: 'open' } }
    const late = isTooLate({ cadence, dueAt: new Date(run.dueAt) }, work.clock.now())
    if (late || index < open.length - 1) {
      const data = { state: 'skipped', reason: 'joined to the next run' }
      await claim({ payload, collection: 'digest-runs', where, data })
      continue
    }
    const data = { state: 'frozen', ...(await rangeOf(payload, run)) }
    if (await claim({ payload, collection: 'digest-runs', where, data })) await work.onStep?.('run frozen')
  }
}

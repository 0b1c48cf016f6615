import type { Payload } from 'payload'
import { claim, insertOnce, lastSeqBefore } from '../../publications/index.ts'
import { type ImmediateRun, immediateRun } from '../core/immediateRun.ts'
import type { PeriodicCadence, RunCadence } from '../core/periods.ts'
import { isTooLate, type PlannedRun, planRuns } from '../core/planRuns.ts'
import { count, find } from '../store/rows.ts'
import type { DigestRunRow } from '../types.ts'
import { readLog } from './readLog.ts'
import type { Work } from './work.ts'

const RANGED = ['frozen', 'enumerated', 'complete']
const JOINED = 'joined to the next run'

type Reading = Pick<Work, 'payload' | 'clock' | 'settings'>

/** A run before anything happened to it. */
const NEW_RUN = { fromSeq: 0, toSeq: 0, cursor: '', rows: 0, accepted: 0, rejected: 0, unknown: 0, skipped: 0 }

/** A run of the calendar as it begins. */
const periodicRow = ({ period, fate }: PlannedRun): DigestRunRow => ({
  ...NEW_RUN,
  key: period.key,
  cadence: period.cadence,
  startsAt: period.startsAt.toISOString(),
  endsAt: period.endsAt.toISOString(),
  dueAt: period.dueAt.toISOString(),
  state: fate === 'send' ? 'open' : 'skipped',
  reason: fate === 'send' ? '' : JOINED,
})

const immediateRow = ({ tells, ...run }: ImmediateRun, now: Date): DigestRunRow => ({
  ...NEW_RUN,
  ...run,
  cadence: 'immediate',
  dueAt: now.toISOString(),
  state: tells ? 'open' : 'complete',
  reason: tells ? '' : 'nothing to tell',
})

const newestRun = async (
  payload: Payload,
  cadence: RunCadence,
  by: '-startsAt' | '-toSeq' = '-startsAt',
): Promise<DigestRunRow | undefined> =>
  (await find({ payload, collection: 'digest-runs', where: { cadence: { equals: cadence } }, sort: by, limit: 1 }))[0]

const wished = (cadence: RunCadence) => ({
  cadence: { equals: cadence },
  state: { in: ['active', 'replaced'] },
})

/** Where the first run of a cadence begins: with its first subscriber; nothing before can concern anybody. */
const startOf = async (payload: Payload, cadence: RunCadence): Promise<number | undefined> => {
  const [first] = await find({
    payload,
    collection: 'subscriptions',
    where: wished(cadence),
    sort: 'since',
    limit: 1,
  })
  return first && lastSeqBefore({ payload, instant: new Date(first.since) })
}

/** What was published since the last immediate run; nothing while nobody wants to be told at once. */
const plannedImmediately = async ({ payload, clock }: Reading): Promise<DigestRunRow[]> => {
  if (!(await find({ payload, collection: 'subscriptions', where: wished('immediate'), limit: 1 })).length) return []
  const before = await newestRun(payload, 'immediate', '-toSeq')
  const fromSeq = before ? before.toSeq : await startOf(payload, 'immediate')
  if (fromSeq === undefined) return []
  const run = immediateRun({ fromSeq, events: await readLog({ payload, after: fromSeq }), now: clock.now() })
  return run ? [immediateRow(run, clock.now())] : []
}

/** Today's evening digest, when somebody had enough mails for the day and it is time. */
const plannedTonight = async ({ payload, clock, settings }: Reading): Promise<DigestRunRow[]> => {
  if (!(await count(payload, 'deliveries', HELD))) return []
  return planRuns({ cadence: 'evening', now: clock.now(), after: null, schedule: settings.schedule })
    .filter(({ fate }) => fate === 'send')
    .map(periodicRow)
}

/** Deliveries whose entries wait for an evening digest. */
export const HELD = { carry: { equals: true }, reason: { equals: 'enough-today' } }

const plannedByCalendar = async (work: Reading, cadence: PeriodicCadence): Promise<DigestRunRow[]> => {
  const { payload, clock, settings } = work
  const newest = await newestRun(payload, cadence)
  const after = newest ? new Date(newest.startsAt) : null
  return planRuns({ cadence, now: clock.now(), after, schedule: settings.schedule }).map(periodicRow)
}

/** The runs that are due now and have no row yet. */
export const plannedRuns = (work: Reading, cadence: RunCadence): Promise<DigestRunRow[]> => {
  if (cadence === 'immediate') return plannedImmediately(work)
  return cadence === 'evening' ? plannedTonight(work) : plannedByCalendar(work, cadence)
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
    sort: cadence === 'immediate' ? 'toSeq' : 'startsAt',
    limit: 0,
  })

/**
 * The part of the publications log that a run covers: from where the last run ended up to the end of the period. An
 * immediate run has it from the start; an evening digest covers nothing, it only takes along.
 */
export const rangeOf = async (payload: Payload, run: DigestRunRow): Promise<{ fromSeq: number; toSeq: number }> => {
  if (run.cadence === 'immediate' || run.cadence === 'evening') return { fromSeq: run.fromSeq, toSeq: run.toSeq }
  const [before] = await find({
    payload,
    collection: 'digest-runs',
    where: { cadence: { equals: run.cadence }, state: { in: RANGED }, startsAt: { less_than: run.startsAt } },
    sort: '-startsAt',
    limit: 1,
  })
  const end = await lastSeqBefore({ payload, instant: new Date(run.endsAt) })
  if (before) return { fromSeq: before.toSeq, toSeq: Math.max(before.toSeq, end) }
  const start = (await startOf(payload, run.cadence)) ?? end
  return { fromSeq: Math.min(start, end), toSeq: end }
}

/**
 * Freezes the newest open run, unless it is too late: then, like every older one, it leaves its publications to the
 * next. Immediate runs have ranges of their own, so each is frozen. Call only when no run of the cadence is frozen and
 * not yet enumerated, so that ranges follow each other.
 */
export const freezeRun = async (work: Work, cadence: RunCadence): Promise<void> => {
  const { payload } = work
  const open = await runsIn(payload, cadence, ['open'])
  for (const [index, run] of open.entries()) {
    const where = { key: { equals: run.key }, state: { equals: 'open' } }
    const late = isTooLate({ cadence, dueAt: new Date(run.dueAt) }, work.clock.now())
    const overtaken = cadence !== 'immediate' && index < open.length - 1
    if (late || overtaken) {
      const data = { state: 'skipped', reason: JOINED }
      await claim({ payload, collection: 'digest-runs', where, data })
      continue
    }
    const data = { state: 'frozen', ...(await rangeOf(payload, run)) }
    if (await claim({ payload, collection: 'digest-runs', where, data })) await work.onStep?.('run frozen')
  }
}

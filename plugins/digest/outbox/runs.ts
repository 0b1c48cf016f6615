import type { Payload } from 'payload'
import { claim, insertOnce, lastSeqBefore } from '../../publications/index.ts'
import { type ImmediateRun, immediateRun } from '../core/immediateRun.ts'
import type { PeriodicCadence, RunCadence } from '../core/periods.ts'
import { isTooLate, type PlannedRun, planRuns } from '../core/planRuns.ts'
import { urgentRun } from '../core/urgentRun.ts'
import type { DigestRunRow } from '../rowTypes.ts'
import { count, find } from '../store/rows.ts'
import { readLog } from './readLog.ts'
import type { Work } from './work.ts'

const RANGED = ['frozen', 'enumerated', 'complete']
const JOINED = 'joined to the next run'

type Reading = Pick<Work, 'payload' | 'clock' | 'settings'>

/** Initial values of a run. */
const NEW_RUN = { fromSeq: 0, toSeq: 0, cursor: '', rows: 0, accepted: 0, rejected: 0, unknown: 0, skipped: 0 }

/** Initial row of a periodic run. */
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

/** Whether anybody asked for a cadence. One query a state, so that each is one step into an index. */
const isWished = async (payload: Payload, cadence: RunCadence): Promise<boolean> => {
  for (const state of ['active', 'replaced']) {
    const where = { cadence: { equals: cadence }, state: { equals: state } }
    if ((await find({ payload, collection: 'subscriptions', where, sort: 'subscriber', limit: 1 })).length) return true
  }
  return false
}

/** Start of the first run of a cadence: its first subscription, because nothing earlier concerns anybody. */
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

/** The next immediate run; empty while there is no immediate subscription. */
const plannedImmediately = async ({ payload, clock }: Reading): Promise<DigestRunRow[]> => {
  if (!(await isWished(payload, 'immediate'))) return []
  const before = await newestRun(payload, 'immediate', '-toSeq')
  const fromSeq = before ? before.toSeq : await startOf(payload, 'immediate')
  if (fromSeq === undefined) return []
  const run = immediateRun({ fromSeq, events: await readLog({ payload, after: fromSeq }), now: clock.now() })
  return run ? [immediateRow(run, clock.now())] : []
}

/** Today's evening digest, if it is due and somebody has reached the daily limit. */
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

/** How far back something is told at once. Older changes are in the digests by then. */
const URGENT_FOR = 24 * 3_600_000

/** The next urgent run. Without any the log of the last day is read, so that a round costs the same however old the portal is. */
const plannedUrgently = async ({ payload, clock, settings }: Reading): Promise<DigestRunRow[]> => {
  const isAtOnce = settings.tellAtOnce
  if (!isAtOnce) return []
  const now = clock.now()
  const before = await newestRun(payload, 'urgent', '-toSeq')
  const oldest = await lastSeqBefore({ payload, instant: new Date(now.getTime() - URGENT_FOR) })
  const fromSeq = Math.max(before?.toSeq ?? 0, oldest)
  const events = await readLog({ payload, after: fromSeq })
  const run = urgentRun({ fromSeq, events, now, isAtOnce })
  return run ? [{ ...immediateRow(run, now), cadence: 'urgent' }] : []
}

/** Cadences whose runs have ranges of their own from the start. */
const RANGED_FROM_START: readonly RunCadence[] = ['immediate', 'evening', 'urgent']

/** Due runs without a row. */
export const plannedRuns = (work: Reading, cadence: RunCadence): Promise<DigestRunRow[]> => {
  if (cadence === 'urgent') return plannedUrgently(work)
  if (cadence === 'immediate') return plannedImmediately(work)
  return cadence === 'evening' ? plannedTonight(work) : plannedByCalendar(work, cadence)
}

/** Creates a row for every due run; the unique key makes concurrent attempts safe. */
export const ensureRuns = async (work: Work, cadence: RunCadence): Promise<void> => {
  for (const data of await plannedRuns(work, cadence)) {
    const { inserted } = await insertOnce({ payload: work.payload, collection: 'digest-runs', data, unique: ['key'] })
    if (inserted) await work.onStep?.('run ensured')
  }
}

/**
 * Runs of a cadence that are not enumerated yet, oldest first. Of all cadences there are few; asked for one, SQLite would
 * look through every run that it ever had.
 */
export const runsIn = async (
  payload: Payload,
  cadence: RunCadence,
  states: ('open' | 'frozen')[],
): Promise<DigestRunRow[]> => {
  const runs = await find({ payload, collection: 'digest-runs', where: { state: { in: states } }, limit: 0 })
  const after =
    cadence === 'immediate' || cadence === 'urgent'
      ? (one: DigestRunRow, other: DigestRunRow) => one.toSeq - other.toSeq
      : (one: DigestRunRow, other: DigestRunRow) => Date.parse(one.startsAt) - Date.parse(other.startsAt)
  return runs.filter((run) => run.cadence === cadence).sort(after)
}

/**
 * Log range of a run: from the end of the last run to the end of the period. An immediate run has its range from the
 * start; an evening digest has an empty range and only carries entries.
 */
export const rangeOf = async (payload: Payload, run: DigestRunRow): Promise<{ fromSeq: number; toSeq: number }> => {
  if (RANGED_FROM_START.includes(run.cadence)) return { fromSeq: run.fromSeq, toSeq: run.toSeq }
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
 * Freezes the newest open run, unless it is too late. Then, like every older one, it leaves its publications to the
 * next run. Immediate runs have ranges of their own, so each is frozen. Call it only while no run of the cadence is
 * frozen but not yet enumerated, so that ranges stay consecutive.
 */
export const freezeRun = async (work: Work, cadence: RunCadence): Promise<void> => {
  const { payload } = work
  const open = await runsIn(payload, cadence, ['open'])
  for (const [index, run] of open.entries()) {
    const where = { key: { equals: run.key }, state: { equals: 'open' } }
    const late = isTooLate({ cadence, dueAt: new Date(run.dueAt) }, work.clock.now())
    const overtaken = cadence !== 'immediate' && cadence !== 'urgent' && index < open.length - 1
    if (late || overtaken) {
      const data = { state: 'skipped', reason: JOINED }
      await claim({ payload, collection: 'digest-runs', where, data })
      continue
    }
    const data = { state: 'frozen', ...(await rangeOf(payload, run)) }
    if (await claim({ payload, collection: 'digest-runs', where, data })) await work.onStep?.('run frozen')
  }
}

import type { Payload } from 'payload'
import type { OwnLanguage } from '../../../lib/text/languages.ts'
import { dayBounds, dayOf, weekBounds, weekOf } from '../../../lib/time/periods.ts'
import { CLAIMABLE_STATES } from '../core/delivery.ts'
import { type Alarm, deskAlarms, type WatchedRun } from '../core/deskAlarms.ts'
import { LANE_GROUPS } from '../core/lanes.ts'
import { inForceOf } from '../core/pauses.ts'
import { type PeriodicCadence, periodOf } from '../core/periods.ts'
import { type Tally, totalOf } from '../core/progress.ts'
import { runName } from '../core/runName.ts'
import { settingsOf } from '../options.ts'
import { unreadReports } from '../outbox/bounces.ts'
import { plannedRuns } from '../outbox/runs.ts'
import type { DigestRunRow } from '../rowTypes.ts'
import { oldestDue } from '../store/dueMails.ts'
import { type PauseStatus, pauseStatus } from '../store/pauseStatus.ts'
import { readGate } from '../store/relayGate.ts'
import { count, find } from '../store/rows.ts'
import { readSteps } from '../store/steps.ts'
import { type DeskTexts, deskTexts } from '../translations/desk.ts'
import { type RunLine, runLine } from './runLines.ts'

/** Most runs of a week that are shown; immediate ones may be many. */
const MOST_RUNS = 100
/** Runs in progress; normally there are one or two. */
const MOST_OPEN = 20

/** An alarm in words. */
export interface ShownAlarm {
  code: string
  message: string
  /** What to do next. */
  advice: string
}

/** Runs that were due within a stretch of time, the newest first. */
export interface Stretch {
  from: string
  /** Exclusive. */
  to: string
  runs: RunLine[]
  totals: Tally
}

/** Today and this week at the desk. */
export interface DeskOverview {
  at: string
  pauses: PauseStatus
  alarms: ShownAlarm[]
  /** Runs that are not over, whenever they were due. */
  sending: RunLine[]
  today: Stretch
  week: Stretch
  /** Runs that come next, with when they are sent. */
  next: { cadence: PeriodicCadence; name: string; dueAt: string }[]
  /** Mails that somebody waits for: confirmations, links, notices to officers. */
  awaited: { waiting: number }
  subscribers: { active: number; pending: number; left: number }
  suppressed: number
}

const runsSince = (payload: Payload, from: string): Promise<DigestRunRow[]> =>
  find({
    payload,
    collection: 'digest-runs',
    where: { dueAt: { greater_than_equal: from } },
    sort: '-dueAt',
    limit: MOST_RUNS,
  })

const openRuns = (payload: Payload): Promise<DigestRunRow[]> =>
  find({
    payload,
    collection: 'digest-runs',
    where: { state: { in: ['open', 'frozen', 'enumerated'] } },
    limit: MOST_OPEN,
  })

/** Mails that somebody waits for: how many there are, and since when the oldest waits; `''` for none. */
const awaitedMails = async (payload: Payload, now: Date): Promise<{ waiting: number; since: string }> => ({
  waiting: await count(payload, 'deliveries', { lane: { equals: 'awaited' }, state: { in: [...CLAIMABLE_STATES] } }),
  since: (await oldestDue(payload, LANE_GROUPS.awaited, now))?.createdOn ?? '',
})

const comingRuns = (payload: Payload, now: Date, language: OwnLanguage): DeskOverview['next'] => {
  const { schedule } = settingsOf(payload.config)
  return (['daily', 'weekly'] as const).map((cadence) => {
    const { key, startsAt, dueAt } = periodOf(cadence, now, schedule)
    const name = runName({ key, cadence, startsAt: startsAt.toISOString() }, language, dayOf(now).slice(0, 4))
    return { cadence, name, dueAt: dueAt.toISOString() }
  })
}

const missingRuns = async (payload: Payload) => {
  const settings = settingsOf(payload.config)
  const planned = await Promise.all(
    (['daily', 'weekly'] as const).map((cadence) => plannedRuns({ payload, settings, clock: settings.clock }, cadence)),
  )
  return planned
    .flat()
    .filter(({ state }) => state === 'open')
    .map(({ cadence, key, dueAt }) => ({ cadence, run: key, dueAt }))
}

const stretchOf = (lines: RunLine[], { start, end }: { start: Date; end: Date }): Stretch => {
  const [from, to] = [start.toISOString(), end.toISOString()]
  const runs = lines.filter(({ dueAt }) => dueAt >= from && dueAt < to)
  return { from, to, runs, totals: totalOf(runs) }
}

const shown = (texts: DeskTexts, alarm: Parameters<DeskTexts['alarm']>[0]): ShownAlarm => ({
  code: alarm.code,
  ...texts.alarm(alarm),
})

/** What is wrong at an instant, and what it was told from. */
interface Looked {
  alarms: Alarm[]
  lines: RunLine[]
  pauses: PauseStatus
  awaited: { waiting: number; since: string }
}

/** What the relay said about us when it refused a mail of a run; only the few refused ones are looked through. */
const refusedUs = async (payload: Payload, { key, refused }: RunLine): Promise<string> => {
  if (!refused) return ''
  const where = { run: { equals: key }, state: { equals: 'rejected' }, reply: { contains: ' 5.7.' } }
  return (await find({ payload, collection: 'deliveries', where, sort: 'settledAt', limit: 1 }))[0]?.reply ?? ''
}

const look = async (payload: Payload, language: OwnLanguage): Promise<Looked> => {
  const { clock, dataDir } = settingsOf(payload.config)
  const now = clock.now()
  const [today, week] = [dayBounds(dayOf(now)), weekBounds(weekOf(now))]
  const pauses = await pauseStatus(payload)
  const inForce = inForceOf(pauses.pauses)
  const rows = new Map<string, DigestRunRow>()
  for (const run of [...(await runsSince(payload, week.start.toISOString())), ...(await openRuns(payload))])
    rows.set(run.key, run)
  const lines: RunLine[] = []
  const watched: WatchedRun[] = []
  for (const run of rows.values()) {
    const isOver = run.state === 'complete' || run.state === 'skipped'
    const closely = run.dueAt >= today.start.toISOString() || !isOver
    const line = await runLine({ payload, run, closely, language, pauses: inForce, now })
    lines.push(line)
    watched.push({
      ...line,
      complete: isOver,
      tally: line,
      refusedUs: closely ? await refusedUs(payload, line) : '',
    })
  }
  lines.sort((a, b) => (a.dueAt < b.dueAt ? 1 : -1))
  const awaited = await awaitedMails(payload, now)
  const alarms = deskAlarms({
    mailPaused: pauses.mailPaused,
    pauses: pauses.pauses,
    runs: watched,
    missing: await missingRuns(payload),
    awaitedSince: awaited.since,
    relay: await readGate(payload),
    steps: await readSteps(payload),
    unreadReports: await unreadReports(dataDir),
    now,
  })
  return { alarms, lines, pauses, awaited }
}

/** What is wrong now, the gravest first. */
export const alarmsNow = async (payload: Payload, language: OwnLanguage): Promise<Alarm[]> =>
  (await look(payload, language)).alarms

/**
 * Today and this week: what was sent, what is being sent, what is wrong and what to do. Every figure comes from an index
 * or from the counters of a run, so that it costs the same with a million mails.
 */
export const deskOverview = async (payload: Payload, language: OwnLanguage): Promise<DeskOverview> => {
  const now = settingsOf(payload.config).clock.now()
  const [today, week] = [dayBounds(dayOf(now)), weekBounds(weekOf(now))]
  const { alarms, lines, pauses, awaited } = await look(payload, language)
  const subscribersIn = (state: string) => count(payload, 'subscribers', { state: { equals: state } })
  const [active, pending, left] = await Promise.all(['active', 'pending', 'left'].map(subscribersIn))
  const texts = deskTexts[language]
  return {
    at: now.toISOString(),
    pauses,
    alarms: alarms.map((alarm) => shown(texts, alarm)),
    sending: lines.filter(({ state }) => state !== 'complete' && state !== 'skipped'),
    today: stretchOf(lines, today),
    week: stretchOf(lines, week),
    next: comingRuns(payload, now, language),
    awaited: { waiting: awaited.waiting },
    subscribers: { active: active!, pending: pending!, left: left! },
    suppressed: await count(payload, 'suppressions', {}),
  }
}

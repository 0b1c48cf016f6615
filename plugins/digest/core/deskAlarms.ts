import type { PauseScope } from './pauses.ts'
import type { RunCadence } from './periods.ts'
import type { Tally } from './progress.ts'

const MINUTE = 60_000
/** A run should be complete by then. */
const COMPLETE_WITHIN = 120 * MINUTE
/** A run should have a row by then. */
const BEGUN_WITHIN = 60 * MINUTE
/** A mail that somebody waits for should have left by then. */
const AWAITED_WITHIN = 10 * MINUTE
/** A relay may be restarted. */
const DOWN_FOR = 15 * MINUTE
/** A step that fails once is tried again; one that fails again and again needs somebody. */
const FAILED_OFTEN = 3
/** Above this share of mails of unknown fate, or refused ones, something is wrong with us or the relay. */
const MOST_UNKNOWN = 0.005
const MOST_REFUSED = 0.05
/** A share of a few mails says nothing. */
const FEW = 20

/** Something that an officer should act upon. The words, and what to do, are in the translations. */
export type Alarm =
  | { code: 'MAIL_PAUSED' }
  | { code: 'PAUSED'; scope: PauseScope; since: string; reason: string }
  | { code: 'RUN_MISSING'; cadence: RunCadence; run: string; dueAt: string }
  | { code: 'RUN_INCOMPLETE'; run: string; name: string; waiting: number }
  | { code: 'RUN_UNKNOWN'; run: string; name: string; unknown: number }
  | { code: 'RUN_REFUSED'; run: string; name: string; refused: number }
  | { code: 'RUN_REFUSED_US'; run: string; name: string; reply: string }
  | { code: 'RELAY_DOWN'; since: string; reason: string }
  | { code: 'STEP_FAILING'; step: string; error: string }
  | { code: 'AWAITED_STUCK'; since: string }
  | { code: 'REPORTS_UNREAD'; count: number }

/**
 * Which of them are told by mail, and what they are about: the same alarm about the same thing is told once a day. What
 * an officer did on purpose is none of them.
 */
export const mailedAbout = (alarm: Alarm): string | undefined => {
  switch (alarm.code) {
    case 'MAIL_PAUSED':
    case 'PAUSED':
      return undefined
    case 'STEP_FAILING':
      return alarm.step
    case 'RELAY_DOWN':
    case 'AWAITED_STUCK':
    case 'REPORTS_UNREAD':
      return ''
    default:
      return alarm.run
  }
}

/** A run as alarms look at it. */
export interface WatchedRun {
  key: string
  name: string
  dueAt: string
  complete: boolean
  /** Whether a pause holds it back; then it is late on purpose. */
  held: boolean
  tally: Tally
  /** What the relay said about us when it refused a mail of it (5.7.x: policy, reputation); `''` when it did not. */
  refusedUs: string
}

const ofRun = ({ key: run, name, dueAt, complete, held, tally, refusedUs }: WatchedRun, now: Date): Alarm[] => {
  const { rows, unknown, refused, waiting } = tally
  const age = now.getTime() - Date.parse(dueAt)
  return [
    ...(!complete && !held && age > COMPLETE_WITHIN ? [{ code: 'RUN_INCOMPLETE' as const, run, name, waiting }] : []),
    ...(unknown > rows * MOST_UNKNOWN ? [{ code: 'RUN_UNKNOWN' as const, run, name, unknown }] : []),
    ...(refusedUs ? [{ code: 'RUN_REFUSED_US' as const, run, name, reply: refusedUs }] : []),
    ...(rows >= FEW && refused > rows * MOST_REFUSED ? [{ code: 'RUN_REFUSED' as const, run, name, refused }] : []),
  ]
}

/**
 * What an officer should know and act upon, the gravest first.
 *
 * @param args.missing runs that should exist by now and have no row, as planned
 * @param args.awaitedSince since when the oldest mail that somebody waits for is due, ISO 8601; `''` for none
 */
export const deskAlarms = (args: {
  mailPaused: boolean
  pauses: { scope: PauseScope; since: string; reason: string }[]
  runs: WatchedRun[]
  missing: { cadence: RunCadence; run: string; dueAt: string }[]
  awaitedSince: string
  /** Since when the relay fails, in milliseconds, 0 while it works; and why. */
  relay: { failingSince: number; reason: string }
  steps: { name: string; failures: number; error: string }[]
  unreadReports: number
  now: Date
}): Alarm[] => {
  const { mailPaused, pauses, runs, missing, awaitedSince, relay, steps, unreadReports, now } = args
  const isDown = relay.failingSince > 0 && now.getTime() - relay.failingSince > DOWN_FOR
  const overdue = missing.filter(({ dueAt }) => now.getTime() - Date.parse(dueAt) > BEGUN_WITHIN)
  const stuck = awaitedSince !== '' && now.getTime() - Date.parse(awaitedSince) > AWAITED_WITHIN
  return [
    ...(mailPaused ? [{ code: 'MAIL_PAUSED' as const }] : []),
    ...(isDown
      ? [{ code: 'RELAY_DOWN' as const, since: new Date(relay.failingSince).toISOString(), reason: relay.reason }]
      : []),
    ...(stuck && !mailPaused ? [{ code: 'AWAITED_STUCK' as const, since: awaitedSince }] : []),
    ...steps
      .filter(({ failures }) => failures >= FAILED_OFTEN)
      .map(({ name: step, error }) => ({ code: 'STEP_FAILING' as const, step, error })),
    ...overdue.map((run) => ({ code: 'RUN_MISSING' as const, ...run })),
    ...pauses.map(({ scope, since, reason }) => ({ code: 'PAUSED' as const, scope, since, reason })),
    ...runs.flatMap((run) => ofRun(mailPaused ? { ...run, held: true } : run, now)),
    ...(unreadReports ? [{ code: 'REPORTS_UNREAD' as const, count: unreadReports }] : []),
  ]
}

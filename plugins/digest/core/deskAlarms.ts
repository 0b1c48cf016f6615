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
  | { code: 'AWAITED_STUCK'; since: string }
  | { code: 'REPORTS_UNREAD'; count: number }

/** A run as alarms look at it. */
export interface WatchedRun {
  key: string
  name: string
  dueAt: string
  complete: boolean
  /** Whether a pause holds it back; then it is late on purpose. */
  held: boolean
  tally: Tally
}

const ofRun = ({ key: run, name, dueAt, complete, held, tally }: WatchedRun, now: Date): Alarm[] => {
  const { rows, unknown, refused, waiting } = tally
  const age = now.getTime() - Date.parse(dueAt)
  return [
    ...(!complete && !held && age > COMPLETE_WITHIN ? [{ code: 'RUN_INCOMPLETE' as const, run, name, waiting }] : []),
    ...(unknown > rows * MOST_UNKNOWN ? [{ code: 'RUN_UNKNOWN' as const, run, name, unknown }] : []),
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
  unreadReports: number
  now: Date
}): Alarm[] => {
  const { mailPaused, pauses, runs, missing, awaitedSince, unreadReports, now } = args
  const overdue = missing.filter(({ dueAt }) => now.getTime() - Date.parse(dueAt) > BEGUN_WITHIN)
  const stuck = awaitedSince !== '' && now.getTime() - Date.parse(awaitedSince) > AWAITED_WITHIN
  return [
    ...(mailPaused ? [{ code: 'MAIL_PAUSED' as const }] : []),
    ...(stuck && !mailPaused ? [{ code: 'AWAITED_STUCK' as const, since: awaitedSince }] : []),
    ...overdue.map((run) => ({ code: 'RUN_MISSING' as const, ...run })),
    ...pauses.map(({ scope, since, reason }) => ({ code: 'PAUSED' as const, scope, since, reason })),
    ...runs.flatMap((run) => ofRun(mailPaused ? { ...run, held: true } : run, now)),
    ...(unreadReports ? [{ code: 'REPORTS_UNREAD' as const, count: unreadReports }] : []),
  ]
}

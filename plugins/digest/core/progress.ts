import { type Counters, DELIVERY_STATES, type DeliveryState, isTerminal, OPEN_STATES } from './delivery.ts'

const MINUTE = 60_000
/** The speed is that of the last minutes. */
export const SPEED_WINDOW = 5 * MINUTE
/** Shortest stretch from which a speed is told, so that the first second promises nothing. */
const SHORTEST = 10_000
/** A run that begins this late is called late. */
const LATE_AFTER = 15 * MINUTE

/** How many mails of a run there are in each outcome; `sent` means that the relay took it. */
export interface Tally {
  rows: number
  sent: number
  refused: number
  unknown: number
  skipped: number
  /** Not handed over yet. */
  waiting: number
}

const sum = (counters: Counters, states: readonly DeliveryState[]): number =>
  states.reduce((total, state) => total + counters[state], 0)

/** Sums up the rows of a run by state. */
export const tallyOf = (counters: Counters): Tally => ({
  rows: sum(counters, DELIVERY_STATES),
  sent: counters.accepted,
  refused: counters.rejected,
  unknown: counters.unknown,
  skipped: counters.skipped,
  waiting: sum(counters, OPEN_STATES),
})

/** Adds up several runs. */
export const totalOf = (tallies: readonly Tally[]): Tally => {
  const add = (name: keyof Tally) => tallies.reduce((total, tally) => total + tally[name], 0)
  return {
    rows: add('rows'),
    sent: add('sent'),
    refused: add('refused'),
    unknown: add('unknown'),
    skipped: add('skipped'),
    waiting: add('waiting'),
  }
}

/** States in which a mail has left the outbox through the relay. */
export const HANDED_STATES = DELIVERY_STATES.filter((state) => isTerminal(state) && state !== 'skipped')

/**
 * Mails a minute over the last minutes.
 *
 * @param args.settled mails settled within `SPEED_WINDOW` before now
 * @param args.firstAt when the first mail of the run was settled, ISO 8601; `''` for none
 * @returns `null` while nothing was settled lately
 */
export const speedOf = (args: { settled: number; firstAt: string; now: Date }): number | null => {
  const { settled, firstAt, now } = args
  const first = Date.parse(firstAt)
  if (!settled || Number.isNaN(first)) return null
  const stretch = Math.min(Math.max(now.getTime() - first, SHORTEST), SPEED_WINDOW)
  return Math.round((settled * MINUTE * 10) / stretch) / 10
}

/** Minutes until everything has left at a speed; `null` when nothing moves. */
export const minutesLeft = (waiting: number, perMinute: number | null): number | null =>
  waiting === 0 ? 0 : perMinute ? Math.ceil(waiting / perMinute) : null

/** Share of a run's mails that have a final state, from 0 to 1; `null` without any. */
export const shareDone = ({ rows, waiting }: Tally): number | null => (rows ? (rows - waiting) / rows : null)

/**
 * By how many minutes a run began late; 0 for one in time.
 *
 * @param args.firstAt when its first mail was settled, ISO 8601; `''` while none was
 * @param args.over whether it ended, so that it does not grow later
 */
export const minutesLate = (args: { dueAt: string; firstAt: string; over: boolean; now: Date }): number => {
  const { dueAt, firstAt, over, now } = args
  if (!firstAt && over) return 0
  const late = (firstAt ? Date.parse(firstAt) : now.getTime()) - Date.parse(dueAt)
  return late > LATE_AFTER ? Math.floor(late / MINUTE) : 0
}

import type { Payload } from 'payload'
import type { OwnLanguage } from '../../../lib/text/languages.ts'
import { dayOf } from '../../../lib/time/periods.ts'
import { isHeldBack, type PausesInForce } from '../core/pauses.ts'
import {
  HANDED_STATES,
  minutesLate,
  minutesLeft,
  SPEED_WINDOW,
  shareDone,
  speedOf,
  type Tally,
  tallyOf,
} from '../core/progress.ts'
import { runName } from '../core/runName.ts'
import type { DigestRunRow } from '../rowTypes.ts'
import { countersOf } from '../store/counters.ts'
import { count, find } from '../store/rows.ts'

/** A run as the desk shows it. */
export interface RunLine extends Tally {
  key: string
  name: string
  cadence: DigestRunRow['cadence']
  state: DigestRunRow['state']
  /** First and last instant covered, and when it was due; ISO 8601. */
  startsAt: string
  endsAt: string
  dueAt: string
  /** Whether a pause holds it back. */
  held: boolean
  /** Share of its mails with a final state, from 0 to 1; `null` without mails. */
  done: number | null
  /** Mails a minute over the last minutes; `null` while nothing moves, or when it is over. */
  perMinute: number | null
  /** Minutes until everything has left at this speed; `null` when nobody can know. */
  minutesLeft: number | null
  /** Minutes by which it began late; 0 in time, or not looked at. */
  lateMinutes: number
  /** When its last mail was settled, ISO 8601; `''` while none was, or not looked at. */
  lastAt: string
}

const isOver = ({ state }: DigestRunRow) => state === 'complete' || state === 'skipped'

/** A complete run holds its counters; those of one in progress come from its mails. */
const tally = async (payload: Payload, run: DigestRunRow): Promise<Tally> => {
  const { rows, accepted: sent, rejected: refused, unknown, skipped } = run
  if (isOver(run)) return { rows, sent, refused, unknown, skipped, waiting: 0 }
  return run.state === 'open'
    ? { rows: 0, sent: 0, refused: 0, unknown: 0, skipped: 0, waiting: 0 }
    : tallyOf(await countersOf(payload, run.key))
}

const settledAt = async (payload: Payload, run: string, sort: 'settledAt' | '-settledAt'): Promise<string> => {
  const where = { run: { equals: run }, state: { equals: 'accepted' } }
  return (await find({ payload, collection: 'deliveries', where, sort, limit: 1 }))[0]?.settledAt ?? ''
}

const settledLately = (payload: Payload, run: string, now: Date): Promise<number> =>
  count(payload, 'deliveries', {
    run: { equals: run },
    state: { in: HANDED_STATES },
    settledAt: { greater_than: new Date(now.getTime() - SPEED_WINDOW).toISOString() },
  })

interface Told {
  payload: Payload
  language: OwnLanguage
  pauses: PausesInForce
  now: Date
}

/**
 * One run in figures.
 *
 * @param args.closely whether its speed and lateness are looked up, a few indexed reads more
 */
export const runLine = async (args: Told & { run: DigestRunRow; closely: boolean }): Promise<RunLine> => {
  const { payload, run, closely, language, pauses, now } = args
  const { key, cadence, state, startsAt, endsAt, dueAt } = run
  const over = isOver(run)
  const figures = await tally(payload, run)
  const [firstAt, lastAt] =
    closely && figures.sent
      ? await Promise.all([settledAt(payload, key, 'settledAt'), settledAt(payload, key, '-settledAt')])
      : ['', '']
  const settled = over || !firstAt ? 0 : await settledLately(payload, key, now)
  const perMinute = speedOf({ settled, firstAt, now })
  return {
    key,
    name: runName(run, language, dayOf(now).slice(0, 4)),
    cadence,
    state,
    startsAt,
    endsAt,
    dueAt,
    ...figures,
    held: !over && isHeldBack(pauses, cadence),
    done: shareDone(figures),
    perMinute,
    minutesLeft: over ? 0 : minutesLeft(figures.waiting, perMinute),
    lateMinutes: closely ? minutesLate({ dueAt, firstAt, over, now }) : 0,
    lastAt,
  }
}

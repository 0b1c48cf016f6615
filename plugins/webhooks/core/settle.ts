import type { Problem } from './outcome.ts'
import type { StateRow } from './state.ts'

/** When a failed delivery is tried again, and when nobody tries any more. */
export interface RetryPolicy {
  /** Pause after the first failure, in milliseconds; it doubles with every further one. */
  firstMs: number
  /** The longest pause. */
  mostMs: number
  /** Share of a pause that chance takes off, 0 to 1, so that receivers that failed together are not tried together. */
  jitter: number
  /** A webhook is switched off after so many days of failure, and so many tries. */
  off: { days: number; tries: number }
}

const DAY_MS = 24 * 60 * 60_000

/** Lease of a worker on a receiver: longer than a delivery can take. */
export const LEASE_MS = 60_000

/** An instant at which no lease holds. */
export const NEVER = new Date(0).toISOString()

/**
 * Pause before the next try, in milliseconds.
 *
 * @param attempts failed tries so far, at least 1
 * @param random from 0 to 1
 */
export const pauseAfter = (attempts: number, { firstMs, mostMs, jitter }: RetryPolicy, random: number): number => {
  const whole = Math.min(firstMs * 2 ** Math.min(Math.max(attempts, 1) - 1, 40), mostMs)
  return Math.round(whole * (1 - jitter * random))
}

/** State after a row has arrived. */
export const arrived = (seq: number, status: number, now: Date) =>
  ({
    cursor: seq,
    deliveredSeq: seq,
    deliveredAt: now.toISOString(),
    triedAt: now.toISOString(),
    attempts: 0,
    failingSince: '',
    nextAt: NEVER,
    problem: '',
    answered: status,
  }) satisfies Partial<StateRow>

/**
 * State after a try failed. The cursor stays where it is.
 *
 * @param args.random from 0 to 1
 */
export const failed = (args: {
  before: Pick<StateRow, 'attempts' | 'failingSince'>
  problem: Problem
  status: number
  now: Date
  policy: RetryPolicy
  random: number
}) => {
  const { before, problem, status, now, policy, random } = args
  const at = now.toISOString()
  const attempts = before.attempts + 1
  const failingSince = before.failingSince || at
  const { days, tries } = policy.off
  const isOver = now.getTime() - Date.parse(failingSince) >= days * DAY_MS && attempts >= tries
  return {
    attempts,
    failingSince,
    problem,
    answered: status,
    triedAt: at,
    nextAt: new Date(now.getTime() + pauseAfter(attempts, policy, random)).toISOString(),
    ...(isOver ? { offAt: at, told: false } : {}),
  } satisfies Partial<StateRow>
}

/** State of a webhook that is switched on again, or has another address: tried at once, from where it was. */
export const AFRESH = {
  attempts: 0,
  failingSince: '',
  nextAt: NEVER,
  problem: '',
  answered: 0,
  offAt: '',
  told: true,
} satisfies Partial<StateRow>

import { meaningOf } from './mailStatus.ts'

/** States of an outbox row. */
export const DELIVERY_STATES = [
  'pending',
  'claimed',
  'handing',
  'accepted',
  'deferred',
  'rejected',
  'unknown',
  'skipped',
] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/**
 * Allowed state transitions. `handing` never goes back to `pending`: once the relay has asked for the body, only its
 * reply tells whether it has the mail. `unknown` may later become `accepted` or `rejected`, as the relay's log says, but
 * is never resent.
 */
export const NEXT_STATES: Record<DeliveryState, readonly DeliveryState[]> = {
  pending: ['claimed', 'skipped'],
  claimed: ['pending', 'handing', 'rejected', 'skipped'],
  handing: ['accepted', 'deferred', 'rejected', 'unknown'],
  deferred: ['claimed', 'skipped'],
  unknown: ['accepted', 'rejected'],
  accepted: [],
  rejected: [],
  skipped: [],
}

/** States that are not final. */
export const OPEN_STATES = ['pending', 'claimed', 'handing', 'deferred'] as const
/** States that a worker may claim. */
export const CLAIMABLE_STATES = ['pending', 'deferred'] as const
/** States in which the person received the mail, or may have. */
export const RECEIVED_STATES = ['accepted', 'unknown'] as const

export const isTerminal = (state: DeliveryState): boolean => !(OPEN_STATES as readonly DeliveryState[]).includes(state)

/** Outcome of one hand-over, as the transport saw it. */
export type HandOver =
  /** The relay accepted the mail. */
  | { result: 'accepted'; reply: string }
  /** Another worker took the row over before the relay asked for the body; not one byte was sent. */
  | { result: 'superseded' }
  /** The relay rejected the mail; `asked` tells whether it had asked for the body. */
  | { result: 'refused'; stage: 'sender' | 'recipient' | 'body'; asked: boolean; code: number; reply: string }
  /** The connection broke or timed out. */
  | { result: 'dropped'; asked: boolean; reason: string }

export interface Settlement {
  state: Exclude<DeliveryState, 'claimed' | 'handing' | 'skipped'>
  /** The relay's reply or the connection error, without addresses. */
  reply: string
  /** The address does not exist, so it is suppressed. */
  suppress: boolean
  /** The cause is on our side (reputation, policy, sender); alerts an operator. */
  alarm: boolean
  /** The mail was certainly not delivered, so the next digest carries its entries. */
  carry: boolean
}

/** Maximum length of a reply that is examined, because the other side may send any length. */
const LONGEST_REPLY = 2_000

/** Sanitises a relay's reply for storage: one short line without addresses or control characters. */
export const scrubReply = (reply: string): string =>
  reply
    .slice(0, LONGEST_REPLY)
    .split(/[\p{Cc}\s]+/u)
    .map((word) => (/@./u.test(word) ? '<…>' : word))
    .join(' ')
    .trim()
    .slice(0, 200)

/**
 * Decides the new state of a row after a hand-over; `null` when the row belongs to another worker.
 *
 * A reply about us (policy, reputation) raises an alarm and never suppresses the person.
 */
export const settle = (handOver: HandOver): Settlement | null => {
  if (handOver.result === 'superseded') return null
  if (handOver.result === 'accepted')
    return { state: 'accepted', reply: scrubReply(handOver.reply), suppress: false, alarm: false, carry: false }
  if (handOver.result === 'dropped')
    return {
      state: handOver.asked ? 'unknown' : 'pending',
      reply: scrubReply(handOver.reason),
      suppress: false,
      alarm: false,
      carry: handOver.asked,
    }
  const reply = scrubReply(handOver.reply)
  const permanent = handOver.code >= 500
  const meaning = meaningOf({ reply: handOver.reply })
  const aboutUs = permanent && (handOver.stage === 'sender' || meaning === 'ours')
  if (!permanent || handOver.stage === 'sender')
    return { state: handOver.asked ? 'deferred' : 'pending', reply, suppress: false, alarm: aboutUs, carry: false }
  return {
    state: 'rejected',
    reply,
    suppress: handOver.stage === 'recipient' && meaning === 'gone',
    alarm: aboutUs || meaning === 'content',
    carry: aboutUs,
  }
}

const MINUTE = 60_000

/** Delay before the next attempt: a minute, doubling up to an hour. */
export const backoff = (attempts: number): number => Math.min(2 ** Math.max(attempts - 1, 0), 60) * MINUTE

/** Lease of a worker on a row. Longer than the longest reply it waits for. */
export const LEASE = 10 * MINUTE

export type Counters = Record<DeliveryState, number>

/** Whether every row of a run has exactly one final state. */
export const isBalanced = (rows: number, counters: Counters): boolean =>
  DELIVERY_STATES.filter(isTerminal).reduce((sum, state) => sum + counters[state], 0) === rows

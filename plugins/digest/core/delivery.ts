/** States of one row of the outbox. */
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
 * Where a row may go from where it is. `handing` never goes back to `pending`: once the relay asked for the body,
 * only its answer says whether it has the mail. `unknown` may still learn that it was accepted; it is never resent.
 */
export const NEXT_STATES: Record<DeliveryState, readonly DeliveryState[]> = {
  pending: ['claimed', 'skipped'],
  claimed: ['pending', 'handing', 'rejected', 'skipped'],
  handing: ['accepted', 'deferred', 'rejected', 'unknown'],
  deferred: ['claimed', 'skipped'],
  unknown: ['accepted'],
  accepted: [],
  rejected: [],
  skipped: [],
}

/** Rows that still have to come to an end. */
export const OPEN_STATES = ['pending', 'claimed', 'handing', 'deferred'] as const
/** Rows that a worker may take. */
export const CLAIMABLE_STATES = ['pending', 'deferred'] as const
/** Rows whose mail the person got, or may have got. */
export const RECEIVED_STATES = ['accepted', 'unknown'] as const

export const isTerminal = (state: DeliveryState): boolean => !(OPEN_STATES as readonly DeliveryState[]).includes(state)

/** What the transport saw of one hand-over. */
export type HandOver =
  /** The relay took the mail. */
  | { result: 'accepted'; reply: string }
  /** Somebody else took the row over before the relay asked for the body; not one byte of it was sent. */
  | { result: 'superseded' }
  /** The relay answered no; `asked` tells whether it had asked for the body. */
  | { result: 'refused'; stage: 'sender' | 'recipient' | 'body'; asked: boolean; code: number; reply: string }
  /** The connection broke or stayed silent. */
  | { result: 'dropped'; asked: boolean; reason: string }

export interface Settlement {
  state: Exclude<DeliveryState, 'claimed' | 'handing' | 'skipped'>
  /** The relay's answer, or what broke; carries no address. */
  reply: string
  /** The address does not exist: never write to it again. */
  suppress: boolean
  /** Something is wrong on our side (reputation, policy, sender): people must look. */
  alarm: boolean
  /** The person did not get these entries for sure, so the next digest takes them along. */
  carry: boolean
}

/** Enhanced status code of a reply (RFC 3463), `5.1.1`. */
const enhancedCode = (reply: string): string | undefined => /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(reply)?.[0]

/** What is looked at of an answer, which the other side may make as long as it likes. */
const LONGEST_REPLY = 2_000

/** A relay's answer as it may be stored: one short line without addresses or control characters. */
export const scrubReply = (reply: string): string =>
  reply
    .slice(0, LONGEST_REPLY)
    .split(/[\p{Cc}\s]+/u)
    .map((word) => (/@./u.test(word) ? '<…>' : word))
    .join(' ')
    .trim()
    .slice(0, 200)

/**
 * Decides where a hand-over leaves the row. `null` when the row is somebody else's.
 *
 * An answer of 5.7.x is about us (policy, reputation), so it never suppresses the person: it alarms.
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
  const enhanced = enhancedCode(handOver.reply)
  const aboutUs = permanent && (handOver.stage === 'sender' || enhanced?.startsWith('5.7.') === true)
  if (!permanent || handOver.stage === 'sender')
    return { state: handOver.asked ? 'deferred' : 'pending', reply, suppress: false, alarm: aboutUs, carry: false }
  return {
    state: 'rejected',
    reply,
    suppress: handOver.stage === 'recipient' && enhanced === '5.1.1',
    alarm: aboutUs,
    carry: aboutUs,
  }
}

const MINUTE = 60_000

/** How long to wait before the next try: a minute, doubling up to an hour. */
export const backoff = (attempts: number): number => Math.min(2 ** Math.max(attempts - 1, 0), 60) * MINUTE

/** How long a worker may hold a row without a sign of life. Longer than the longest answer it waits for. */
export const LEASE = 10 * MINUTE

export type Counters = Record<DeliveryState, number>

/** Whether every row of a run came to exactly one end. */
export const isBalanced = (rows: number, counters: Counters): boolean =>
  DELIVERY_STATES.filter(isTerminal).reduce((sum, state) => sum + counters[state], 0) === rows

/** What happened with a webhook. Timestamps are ISO 8601 in UTC; `''` stands for "none". */
export interface StateRow {
  /** Id of the webhook. */
  webhook: string
  /** 128 random bits: the part of `webhook-id` that names the receiver. */
  ref: string
  /** Last `seq` of the log that the receiver has, or did not ask for. */
  cursor: number
  /** The signing secret, encrypted. */
  secret: string
  /** The secret before it, encrypted; signs as well until `oldUntil`. */
  oldSecret: string
  oldUntil: string
  /** Number of turns taken, a fencing token: whoever holds an older one writes nothing any more. */
  fence: number
  /** Until when the current turn holds the receiver. */
  leaseUntil: string
  /** Failed tries since the last success. */
  attempts: number
  failingSince: string
  /** Not tried before. */
  nextAt: string
  triedAt: string
  deliveredAt: string
  deliveredSeq: number
  /** Why the last try failed: a `Problem`. */
  problem: string
  /** Status of the last answer; 0 without one. */
  answered: number
  /** When it was switched off for its failures. */
  offAt: string
  /** Whether the administrators know that it was switched off. */
  told: boolean
}

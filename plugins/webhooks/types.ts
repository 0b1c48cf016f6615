import type { Access, Payload } from 'payload'
import type { Clock } from '../../lib/time/clock.ts'
import type { AddressPolicy } from './core/address.ts'
import type { RetryPolicy } from './core/settle.ts'

/** An administrator who is told when a webhook was switched off. */
export interface Administrator {
  /** Id of the account. */
  id: string
  email: string
  /** Language of the mail. */
  language: string
}

export interface WebhookOptions {
  /** Collections that a webhook may ask for: documents, and reference data, which it gets only when it asks for it. */
  collections: readonly string[]
  /** Who may see, write, test and rotate webhooks. */
  access: Access
  clock: Clock
  /**
   * Asked before each round; while it says no, receivers are told nothing, and everything waits.
   * @default always allowed
   */
  sendingAllowed?: (payload: Payload) => Promise<{ allowed: boolean }>
  /** Which addresses may be sent to. */
  addresses: AddressPolicy
  retry: RetryPolicy
  /** A receiver that has not answered by then, in milliseconds, has not received it. */
  timeoutMs: number
  /** Receivers that a worker sends to at the same time. */
  atOnce: number
  /** Value of the header `user-agent`. */
  userAgent: string
  /** Everyone who is told when a webhook was switched off. */
  administrators: (payload: Payload) => Promise<Administrator[]>
  /**
   * Puts a mail to an account into an outbox, once per key. Its content is asked for later: see `offNotice`.
   *
   * @param args.recipient id of the account
   * @param args.items what the mail is about, as given to `offNotice`
   * @param args.at ISO 8601
   */
  tell: (args: { payload: Payload; key: string; recipient: string; items: string; at: string }) => Promise<unknown>
}

/** A webhook as administrators write it. */
export interface WebhookRow {
  id: string | number
  name: string
  url: string
  active?: boolean | null
  collections?: string[] | null
}

import type { Filter } from './filter.ts'

/** What somebody asked for, as it waits for confirmation and as it is proven later. */
export interface SubscriptionRequest {
  filter: Filter
  cadence: 'daily'
  locale: string
  /** When and from which network it was asked, ISO instant. */
  at: string
  network: string
}

const HOUR = 3_600_000
/** A confirmation link works this long, and so long an unconfirmed address is kept. */
const CONFIRM_WITHIN = 48 * HOUR
/** A confirmation mail that the relay did not take by then is of no use any more. */
const MAIL_WITHIN = 24 * HOUR
/** Most confirmation mails to one address in a day, whatever it asks for: nobody can flood a stranger's mailbox. */
export const MOST_CONFIRMATIONS = 3
const DAY = 24 * HOUR

const later = (instant: string, milliseconds: number) => new Date(Date.parse(instant) + milliseconds).toISOString()

/** Until when a request may be confirmed. */
export const confirmableUntil = (request: Pick<SubscriptionRequest, 'at'>): string => later(request.at, CONFIRM_WITHIN)

/** Until when the confirmation mail of a request may be handed over. */
export const mailableUntil = (request: Pick<SubscriptionRequest, 'at'>): string => later(request.at, MAIL_WITHIN)

/** What was asked before this instant and not confirmed is forgotten. */
export const forgottenBefore = (now: Date): string => new Date(now.getTime() - CONFIRM_WITHIN).toISOString()

/** Whether an address may get another confirmation mail, given when it got the last ones. */
export const mayConfirmAgain = (sentAt: string[], now: Date): boolean =>
  sentAt.filter((at) => Date.parse(at) > now.getTime() - DAY).length < MOST_CONFIRMATIONS

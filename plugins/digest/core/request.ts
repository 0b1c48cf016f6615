import type { Filter } from './filter.ts'
import type { Cadence } from './periods.ts'

/** A subscription request, as stored until confirmation and in the proof of consent. */
export interface SubscriptionRequest {
  filter: Filter
  cadence: Cadence
  locale: string
  /** Time and network of the request; ISO 8601. */
  at: string
  network: string
}

const HOUR = 3_600_000
/** Lifetime of a confirmation link and of an unconfirmed address. */
const CONFIRM_WITHIN = 48 * HOUR
/** A confirmation mail is useless if the relay has not accepted it within this time. */
const MAIL_WITHIN = 24 * HOUR
/** Maximum mails of one kind per address and day that anybody can trigger by typing the address. */
export const MOST_LETTERS = 3
/** Maximum number of subscriptions a person can have when adding another, so that the manage page stays usable. */
export const MOST_SUBSCRIPTIONS = 20
const DAY = 24 * HOUR

const later = (instant: string, milliseconds: number) => new Date(Date.parse(instant) + milliseconds).toISOString()

/** Until when a request may be confirmed. */
export const confirmableUntil = (request: Pick<SubscriptionRequest, 'at'>): string => later(request.at, CONFIRM_WITHIN)

/** Until when the confirmation mail of a request may be handed over. */
export const mailableUntil = (request: Pick<SubscriptionRequest, 'at'>): string => later(request.at, MAIL_WITHIN)

/** Lifetime of personal links: to the manage page from a digest or on request, and to the web view of a mail. */
const MANAGED_WITHIN = { digest: 30 * DAY, link: DAY }
const READABLE_WITHIN = 90 * DAY

/** Until when the mail with a new link may be handed over. */
export const linkMailableUntil = (at: string): string => later(at, HOUR)

/** Until when a link to the manage page works. */
export const manageableUntil = (from: keyof typeof MANAGED_WITHIN, at: string): string =>
  later(at, MANAGED_WITHIN[from])

/** Until when the web view of a mail works. */
export const readableUntil = (at: string): string => later(at, READABLE_WITHIN)

/** Unconfirmed requests from before this instant are deleted. */
export const forgottenBefore = (now: Date): string => new Date(now.getTime() - CONFIRM_WITHIN).toISOString()

/** Whether an address may get another requested mail of a kind, given the times of the previous ones. */
export const mayWriteAgain = (sentAt: string[], now: Date): boolean =>
  sentAt.filter((at) => Date.parse(at) > now.getTime() - DAY).length < MOST_LETTERS

import type { Filter } from './filter.ts'
import type { Cadence } from './periods.ts'

/** What somebody asked for, as it waits for confirmation and as it is proven later. */
export interface SubscriptionRequest {
  filter: Filter
  cadence: Cadence
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
/** Most mails of one kind that anybody can have sent to an address in a day by typing it in. */
export const MOST_LETTERS = 3
/** Most subscriptions that one person can add to those they have: their page must stay one that can be read. */
export const MOST_SUBSCRIPTIONS = 20
const DAY = 24 * HOUR

const later = (instant: string, milliseconds: number) => new Date(Date.parse(instant) + milliseconds).toISOString()

/** Until when a request may be confirmed. */
export const confirmableUntil = (request: Pick<SubscriptionRequest, 'at'>): string => later(request.at, CONFIRM_WITHIN)

/** Until when the confirmation mail of a request may be handed over. */
export const mailableUntil = (request: Pick<SubscriptionRequest, 'at'>): string => later(request.at, MAIL_WITHIN)

/** How long links work that open what is one person's own: in a digest, sent on demand, and to the mail on the web. */
const MANAGED_WITHIN = { digest: 30 * DAY, link: DAY }
const READABLE_WITHIN = 90 * DAY

/** Until when the mail with a new link may be handed over. */
export const linkMailableUntil = (at: string): string => later(at, HOUR)

/** Until when a link to somebody's own subscriptions works. */
export const manageableUntil = (from: keyof typeof MANAGED_WITHIN, at: string): string =>
  later(at, MANAGED_WITHIN[from])

/** Until when a mail can be read on the web. */
export const readableUntil = (at: string): string => later(at, READABLE_WITHIN)

/** What was asked before this instant and not confirmed is forgotten. */
export const forgottenBefore = (now: Date): string => new Date(now.getTime() - CONFIRM_WITHIN).toISOString()

/** Whether an address may get another mail that somebody asked for, given when it got the last ones of that kind. */
export const mayWriteAgain = (sentAt: string[], now: Date): boolean =>
  sentAt.filter((at) => Date.parse(at) > now.getTime() - DAY).length < MOST_LETTERS

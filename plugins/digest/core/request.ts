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

const DAY = 86_400_000
/** Maximum mails of one kind per address and day that anybody can trigger by typing the address. */
export const MOST_LETTERS = 3
/** Maximum number of subscriptions a person can have when adding another, so that the manage page stays usable. */
export const MOST_SUBSCRIPTIONS = 20

/** Whether an address may get another requested mail of a kind, given the times of the previous ones. */
export const mayWriteAgain = (sentAt: string[], now: Date): boolean =>
  sentAt.filter((at) => Date.parse(at) > now.getTime() - DAY).length < MOST_LETTERS

import { dayBounds, dayOf } from '../../../lib/time/periods.ts'
import { RECEIVED_STATES } from '../core/delivery.ts'
import type { Filter } from '../core/filter.ts'
import { subscriptionKeyOf } from '../core/stretch.ts'
import type { DeliveryRow, SubscriberRow } from '../rowTypes.ts'
import { find } from '../store/rows.ts'
import { addressHmac } from '../store/secrets.ts'
import type { Work } from './work.ts'

/** States of a mail that somebody got, or is about to get. */
const COUNTED_STATES: ReadonlySet<string> = new Set([...RECEIVED_STATES, 'claimed', 'handing'])

/** What decides whether the mails of a batch may leave, read once for all of them. */
export interface People {
  subscriber(ref: string): SubscriberRow | undefined
  isSuppressed(subscriber: SubscriberRow): boolean
  /** Filters of a person's active and closed subscriptions, by subscription. */
  filters(ref: string): Map<string, Filter>
  /**
   * Digests that a person got today, or will get by other workers, and those of this batch that were counted.
   *
   * @param row the delivery that is to be sent beside them
   */
  sentToday(row: DeliveryRow): number
  /** Counts a delivery of this batch from now on. */
  countSent(row: DeliveryRow): void
}

/** Reads what a batch of claimed rows needs. Rows of other workers are counted from their claim on. */
export const readPeople = async ({ payload, clock }: Work, rows: readonly DeliveryRow[]): Promise<People> => {
  const refs = [...new Set(rows.filter(({ kind }) => kind !== 'notice').map(({ subscriber }) => subscriber))]
  const people = await find({ payload, collection: 'subscribers', where: { ref: { in: refs } }, limit: 0 })
  const hmacOf = new Map(people.map(({ ref, emailKey }) => [ref, addressHmac(payload, emailKey)]))
  const suppressed = await find({
    payload,
    collection: 'suppressions',
    where: { emailHmac: { in: [...hmacOf.values()] } },
    limit: 0,
  })
  const digests = rows.filter(({ kind }) => kind === 'digest').map(({ subscriber }) => subscriber)
  const of = { subscriber: { in: [...new Set(digests)] } }
  // Conditions that hold for most rows are looked at here: SQLite might take one of them for the narrowest.
  const subscriptions = digests.length
    ? (await find({ payload, collection: 'subscriptions', where: of, limit: 0 })).filter(
        ({ state }) => state !== 'ended',
      )
    : []
  // Two reads, because one condition for both would look through everything that a person ever got.
  const today = dayBounds(dayOf(clock.now())).start.toISOString()
  const got = { settledAt: { greater_than_equal: today } }
  const underway = { settledAt: { equals: '' } }
  const others = digests.length
    ? (
        await Promise.all(
          [got, underway].map((where) =>
            find({ payload, collection: 'deliveries', where: { ...of, ...where }, limit: 0 }),
          ),
        )
      )
        .flat()
        .filter(({ kind, state }) => kind === 'digest' && COUNTED_STATES.has(state))
    : []

  const bySubscriber = new Map(people.map((person) => [person.ref, person]))
  const suppressedHmacs = new Set(suppressed.map(({ emailHmac }) => emailHmac))
  const ours = new Set(rows.map(({ token }) => token))
  const counted = new Map<string, number>()
  const countOne = ({ subscriber }: DeliveryRow) => counted.set(subscriber, (counted.get(subscriber) ?? 0) + 1)
  for (const row of others) if (!ours.has(row.token) || row.settledAt) countOne(row)
  const filters = new Map<string, Map<string, Filter>>()
  for (const { subscriber, key, filter } of subscriptions) {
    const own = filters.get(subscriber) ?? new Map<string, Filter>()
    filters.set(subscriber, own.set(subscriptionKeyOf(key), JSON.parse(filter) as Filter))
  }
  return {
    subscriber: (ref) => bySubscriber.get(ref),
    isSuppressed: ({ ref }) => suppressedHmacs.has(hmacOf.get(ref) ?? ''),
    filters: (ref) => filters.get(ref) ?? new Map(),
    sentToday: ({ subscriber }) => counted.get(subscriber) ?? 0,
    countSent: countOne,
  }
}

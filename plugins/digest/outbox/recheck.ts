import type { Filter } from '../core/filter.ts'
import { type Item, type LoggedEvent, latestOf, stillTrue } from '../core/items.ts'
import { subscriptionKeyOf } from '../core/stretch.ts'
import { find } from '../store/rows.ts'
import type { DeliveryRow } from '../types.ts'
import type { Sending } from './sending.ts'

/** What a mail may say, with what it is said from. */
export interface Checked {
  items: Item[]
  events: Map<number, LoggedEvent>
  /** Filters by subscription. */
  filters: Map<string, Filter>
}

/** Looks once more, at the last moment, at what a mail is about to say. */
export const recheck = async ({ payload, logAfter }: Sending, row: DeliveryRow): Promise<Checked> => {
  const before = JSON.parse(row.items) as Item[]
  const log = await logAfter(Math.min(...before.map((item) => item.seq)) - 1)
  const subscriptions = await find({
    payload,
    collection: 'subscriptions',
    where: { subscriber: { equals: row.subscriber }, state: { in: ['active', 'replaced'] } },
    limit: 0,
  })
  const filters = new Map(
    subscriptions.map(({ key, filter }) => [subscriptionKeyOf(key), JSON.parse(filter) as Filter]),
  )
  return {
    items: stillTrue({ items: before, latest: latestOf(log), active: new Set(filters.keys()) }),
    events: new Map(log.map((event) => [event.seq, event])),
    filters,
  }
}

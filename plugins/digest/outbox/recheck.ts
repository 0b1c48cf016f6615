import type { Filter } from '../core/filter.ts'
import { type Item, type LoggedEvent, latestOf, stillTrue } from '../core/items.ts'
import type { DeliveryRow } from '../rowTypes.ts'
import type { Sending } from './sending.ts'

/** Entries that may be sent, with their data. */
export interface Checked {
  items: Item[]
  events: Map<number, LoggedEvent>
  /** Filters by subscription. */
  filters: Map<string, Filter>
}

/**
 * Rechecks a mail's entries just before sending, and drops those that are no longer valid or whose content is missing.
 *
 * @param filters of the person's subscriptions now
 */
export const recheck = async (
  { logAfter, contents }: Sending,
  row: DeliveryRow,
  filters: Map<string, Filter>,
): Promise<Checked> => {
  const before = JSON.parse(row.items) as Item[]
  const log = await logAfter(Math.min(...before.map((item) => item.seq)) - 1)
  const events = new Map(log.map((event) => [event.seq, event]))
  const items = stillTrue({ items: before, latest: latestOf(log), active: new Set(filters.keys()) })
  const hashOf = ({ seq }: Item) => events.get(seq)?.contentHash ?? ''
  const readable = await contents(items.map(hashOf))
  return { items: items.filter((item) => item.kind === 'withdrawn' || readable.has(hashOf(item))), events, filters }
}

import type { Payload, Where } from 'payload'
import type { DigestRunRow, SubscriptionRow } from '../rowTypes.ts'
import { find } from '../store/rows.ts'
import { HELD } from './runs.ts'

/** Subscriptions per page. */
const PAGE = 500

/** The run being enumerated. */
export type Walked = Pick<DigestRunRow, 'key' | 'cadence' | 'fromSeq' | 'toSeq' | 'cursor'>

/** Groups rows by person, in order of appearance. */
export const groupBySubscriber = <Row extends { subscriber: string }>(rows: Row[]): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.subscriber)
    if (group) group.push(row)
    else groups.set(row.subscriber, [row])
  }
  return groups
}

/** The next people after `cursor` with entries that wait for the evening digest. */
const nextHeld = async (payload: Payload, cursor: string): Promise<Map<string, SubscriptionRow[]>> => {
  const where = { ...HELD, subscriber: { greater_than: cursor } }
  const page = await find({ payload, collection: 'deliveries', where, sort: 'subscriber', limit: PAGE })
  return new Map(page.map((row) => [row.subscriber, []]))
}

/** The next subscribers after `cursor`, with what they subscribed to. */
const nextReaders = async (payload: Payload, cursor: string): Promise<Map<string, SubscriptionRow[]>> => {
  const where = { state: { equals: 'active' }, ref: { greater_than: cursor } }
  const people = await find({ payload, collection: 'subscribers', where, sort: 'ref', limit: PAGE })
  const groups = new Map<string, SubscriptionRow[]>(people.map(({ ref }) => [ref, []]))
  const wishes = { subscriber: { in: [...groups.keys()] }, state: { equals: 'active' } }
  for (const row of await find({ payload, collection: 'subscriptions', where: wishes, limit: 0 }))
    groups.get(row.subscriber)?.push(row)
  return groups
}

/** Active and closed subscriptions in separate queries: one query for both would sort all rows for each page. */
const wishesOf = ({ cadence, fromSeq }: Walked): Where[] => [
  { cadence: { equals: cadence }, state: { equals: 'active' } },
  { cadence: { equals: cadence }, state: { equals: 'replaced' }, untilSeq: { greater_than: fromSeq } },
]

/** The next subscribers after `cursor` with all their subscriptions; a page never splits a person. */
export const nextWishes = async (
  payload: Payload,
  run: Walked,
  cursor: string,
): Promise<Map<string, SubscriptionRow[]>> => {
  if (run.cadence === 'evening') return nextHeld(payload, cursor)
  if (run.cadence === 'urgent') return nextReaders(payload, cursor)
  const ask = (subscriber: Where[string], limit: number) =>
    Promise.all(
      wishesOf(run).map((wish) =>
        find({ payload, collection: 'subscriptions', where: { ...wish, subscriber }, sort: 'subscriber', limit }),
      ),
    )
  const pages = await ask({ greater_than: cursor }, PAGE)
  const [cut] = pages
    .filter((page) => page.length === PAGE)
    .map((page) => page.at(-1)!.subscriber)
    .sort()
  const rows = pages.flat().sort((a, b) => (a.subscriber < b.subscriber ? -1 : 1))
  if (cut === undefined) return groupBySubscriber(rows)
  const groups = groupBySubscriber(rows.filter(({ subscriber }) => subscriber <= cut))
  if (groups.size > 1) groups.delete(cut)
  else groups.set(cut, (await ask({ equals: cut }, 0)).flat())
  return groups
}

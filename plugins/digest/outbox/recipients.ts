import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import { numbersOf, readContents } from '../../publications/index.ts'
import { type Filter, type FilterSubject, subjectOf } from '../core/filter.ts'
import {
  type Change,
  changesOf,
  concernsDocument,
  type Item,
  itemsFor,
  type LoggedEvent,
  ratifiedChange,
  type Wish,
} from '../core/items.ts'
import { subscriptionKeyOf } from '../core/stretch.ts'
import { urgentChanges, urgentRatifications } from '../core/urgentRun.ts'
import type { DeliveryRow, SubscriberRow, SubscriptionRow } from '../rowTypes.ts'
import { find } from '../store/rows.ts'
import { groupBySubscriber, nextWishes, type Walked } from './nextWishes.ts'
import { readLog } from './readLog.ts'
import { receivedBy, tellersOf } from './received.ts'
import type { Work } from './work.ts'

/** A recipient of a run, with their entries. */
export interface Recipient {
  subscriber: SubscriberRow
  items: Item[]
  /** Keys of the deliveries whose entries are carried. */
  carriedFrom: string[]
  /** Why their entries could not be found; one person's fault stops nobody else. */
  fault?: unknown
}

/** Contents per read. */
const CONTENTS = 200

const subjectsOf = async (
  { payload, settings }: Pick<Work, 'payload' | 'settings'>,
  changes: Change[],
): Promise<Map<string, FilterSubject>> => {
  const subjects = new Map<string, FilterSubject>()
  for (let start = 0; start < changes.length; start += CONTENTS) {
    const part = changes.slice(start, start + CONTENTS)
    const contents = await readContents({ payload, hashes: [...new Set(part.map(({ event }) => event.contentHash))] })
    for (const { document, event } of part) {
      const content = contents.get(event.contentHash)
      if (content) subjects.set(document, subjectOf(content, settings.facetCollections))
    }
    // Yields to timers and sockets: loops over an embedded database never leave the microtask queue.
    await setImmediate()
  }
  return subjects
}

const itemsOf = (row: Pick<DeliveryRow, 'items'>): Item[] => JSON.parse(row.items) as Item[]

/** Filter and log range of a subscription. The segments of one subscription share its key. */
const wishOf = ({ key, filter, since, afterSeq, untilSeq, cadence }: SubscriptionRow): Wish => ({
  key: subscriptionKeyOf(key),
  filter: JSON.parse(filter) as Filter,
  since,
  afterSeq,
  untilSeq,
  immediate: cadence === 'immediate',
})

/** The newest row of a document before a number of the log. */
const rowBefore = async (payload: Payload, event: LoggedEvent): Promise<LoggedEvent | undefined> => {
  const earlier = (await numbersOf({ payload, ...event })).filter((seq) => seq < event.seq)
  for (const seq of earlier.reverse()) {
    const row = (await readLog({ payload, after: seq - 1, upTo: seq })).at(-1)
    if (row && concernsDocument(row)) return row
  }
  return undefined
}

/** What an urgent run tells of: changes that concern earlier readers, and urgent texts that were ratified. */
const toldAtOnce = async ({ payload, settings }: Pick<Work, 'payload' | 'settings'>, events: LoggedEvent[]) => {
  const changes = urgentChanges(changesOf(events), settings.tellAtOnce)
  for (const ratification of urgentRatifications(events, settings.tellAtOnce)) {
    const edition = await rowBefore(payload, ratification)
    const change = edition && ratifiedChange(edition, ratification)
    if (change) changes.push(change)
  }
  return changes
}

/**
 * Iterates over the people of a run, in the order of their references, from `run.cursor` on.
 *
 * @param take whether this run may carry the entries of an earlier delivery
 * @yields one page of people with the cursor after it; a person with nothing to read has no entries
 */
export async function* recipientsOf(
  work: Pick<Work, 'payload' | 'clock' | 'settings'>,
  run: Walked,
  take: (row: DeliveryRow) => Promise<boolean>,
): AsyncGenerator<{ cursor: string; recipients: Recipient[] }> {
  const { payload, clock } = work
  const isUrgent = run.cadence === 'urgent'
  const events = await readLog({ payload, after: run.fromSeq, upTo: run.toSeq })
  const changes = isUrgent ? await toldAtOnce(work, events) : changesOf(events)
  const subjects = await subjectsOf(work, changes)
  const documentsWhere = (holds: (change: Change) => boolean) => changes.filter(holds).map(({ document }) => document)
  const urgent = new Set(documentsWhere(({ urgency }) => urgency !== undefined))
  const concerning = documentsWhere(({ concernsEarlierReaders, urgency }) => concernsEarlierReaders || Boolean(urgency))
  const tellers = await tellersOf(payload, [...new Set(concerning)], run)

  for (let cursor = run.cursor; ; ) {
    const groups = await nextWishes(payload, run, cursor)
    const refs = [...groups.keys()]
    const end = refs.at(-1)
    if (end === undefined) return
    // Asked for their state too, SQLite would look through everybody who reads.
    const people = await find({ payload, collection: 'subscribers', where: { ref: { in: refs } }, limit: 0 })
    // What waits for a digest is not urgent.
    const waiting = isUrgent
      ? []
      : await find({
          payload,
          collection: 'deliveries',
          // Asked for digests alone, SQLite would look through all that were ever sent.
          where: { carry: { equals: true }, subscriber: { in: refs } },
          limit: 0,
        })
    const carrying = groupBySubscriber(waiting.filter(({ kind }) => kind === 'digest'))
    const received = await receivedBy(payload, refs, tellers, urgent)
    const recipients: Recipient[] = []
    const now = clock.now().toISOString()
    const reading = people.filter(({ state, pausedUntil }) => state === 'active' && pausedUntil <= now)
    for (const subscriber of reading.sort((a, b) => (a.ref < b.ref ? -1 : 1))) {
      const carried: DeliveryRow[] = []
      for (const row of carrying.get(subscriber.ref) ?? []) if (await take(row)) carried.push(row)
      const recipient: Recipient = { subscriber, items: [], carriedFrom: carried.map((row) => row.key) }
      try {
        const wishes = groups.get(subscriber.ref)!.map(wishOf)
        // Of what concerns earlier readers an immediate digest tells them as soon.
        const prompt = isUrgent && wishes.some(({ immediate }) => immediate)
        recipient.items = itemsFor({
          changes: prompt ? changes.filter(({ urgency }) => urgency === 'ratified') : changes,
          subjects,
          wishes,
          received: received.get(subscriber.ref) ?? new Map(),
          carried: carried.flatMap(itemsOf),
        })
      } catch (error) {
        recipient.fault = error
      }
      recipients.push(recipient)
    }
    await setImmediate()
    cursor = end
    yield { cursor, recipients }
  }
}

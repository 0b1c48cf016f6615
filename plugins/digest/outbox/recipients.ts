import type { Payload } from 'payload'
import { readContents } from '../../publications/index.ts'
import { RECEIVED_STATES } from '../core/delivery.ts'
import { type Filter, type FilterSubject, subjectOf } from '../core/filter.ts'
import { type Change, changesOf, type Item, itemsFor, type Wish } from '../core/items.ts'
import { find } from '../store/rows.ts'
import type { DeliveryRow, DigestRunRow, SubscriberRow, SubscriptionRow } from '../types.ts'
import { readLog } from './readLog.ts'
import { breathe, type Work } from './work.ts'

/** One person of a run and what they get. */
export interface Recipient {
  subscriber: SubscriberRow
  items: Item[]
  /** Keys of deliveries whose entries were taken along. */
  carriedFrom: string[]
}

/** Subscriptions looked at in one go. */
const PAGE = 500
/** Contents read in one go. */
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
    await breathe()
  }
  return subjects
}

const groupBySubscriber = <Row extends { subscriber: string }>(rows: Row[]): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row.subscriber, [...(groups.get(row.subscriber) ?? []), row])
  return groups
}

/** The next subscribers after `cursor` with all their subscriptions; none is cut in half at the end of a page. */
const nextWishes = async (
  payload: Payload,
  cadence: DigestRunRow['cadence'],
  cursor: string,
): Promise<Map<string, SubscriptionRow[]>> => {
  const active = { cadence: { equals: cadence }, state: { equals: 'active' } }
  const page = await find({
    payload,
    collection: 'subscriptions',
    where: { ...active, subscriber: { greater_than: cursor } },
    sort: 'subscriber',
    limit: PAGE,
  })
  const groups = groupBySubscriber(page)
  const last = page.at(-1)?.subscriber
  if (page.length < PAGE || last === undefined) return groups
  if (groups.size > 1) groups.delete(last)
  else {
    const where = { ...active, subscriber: { equals: last } }
    groups.set(last, await find({ payload, collection: 'subscriptions', where, limit: 0 }))
  }
  return groups
}

const itemsOf = (row: Pick<DeliveryRow, 'items'>): Item[] => JSON.parse(row.items) as Item[]

/** Which of some documents each person was sent, or may have been. */
const receivedBy = async (payload: Payload, refs: string[], documents: string[]): Promise<Map<string, Set<string>>> => {
  const received = new Map<string, Set<string>>()
  for (const document of documents) {
    const rows = await find({
      payload,
      collection: 'deliveries',
      where: {
        subscriber: { in: refs },
        kind: { equals: 'digest' },
        state: { in: [...RECEIVED_STATES] },
        items: { contains: document },
      },
      limit: 0,
    })
    for (const row of rows)
      if (itemsOf(row).some((item) => item.document === document && item.kind !== 'withdrawn'))
        received.set(row.subscriber, (received.get(row.subscriber) ?? new Set()).add(document))
  }
  return received
}

/**
 * Walks the people a run concerns, in the order of their references, from `run.cursor` on. Reads only.
 *
 * @yields one page of people at a time with the cursor after it; a person with nothing to read has no entries
 */
export async function* recipientsOf(
  work: Pick<Work, 'payload' | 'settings'>,
  run: Pick<DigestRunRow, 'cadence' | 'fromSeq' | 'toSeq' | 'cursor'>,
): AsyncGenerator<{ cursor: string; recipients: Recipient[] }> {
  const { payload } = work
  const changes = changesOf(await readLog({ payload, after: run.fromSeq, upTo: run.toSeq }))
  const subjects = await subjectsOf(work, changes)
  const concerning = changes.filter((change) => change.concernsEarlierReaders).map((change) => change.document)

  for (let cursor = run.cursor; ; ) {
    const groups = await nextWishes(payload, run.cadence, cursor)
    const refs = [...groups.keys()]
    const end = refs.at(-1)
    if (end === undefined) return
    const people = await find({
      payload,
      collection: 'subscribers',
      where: { ref: { in: refs }, state: { equals: 'active' } },
      limit: 0,
    })
    const carrying = groupBySubscriber(
      await find({
        payload,
        collection: 'deliveries',
        where: { carry: { equals: true }, kind: { equals: 'digest' }, subscriber: { in: refs } },
        limit: 0,
      }),
    )
    const received = await receivedBy(payload, refs, concerning)
    const recipients: Recipient[] = []
    for (const subscriber of people.sort((a, b) => (a.ref < b.ref ? -1 : 1))) {
      const wishes = groups
        .get(subscriber.ref)!
        .map((row): Wish => ({ key: row.key, filter: JSON.parse(row.filter) as Filter, since: row.since }))
      const carried = carrying.get(subscriber.ref) ?? []
      const items = itemsFor({
        changes,
        subjects,
        wishes,
        received: received.get(subscriber.ref) ?? new Set(),
        carried: carried.flatMap(itemsOf),
      })
      recipients.push({ subscriber, items, carriedFrom: carried.map((row) => row.key) })
      await breathe()
    }
    cursor = end
    yield { cursor, recipients }
  }
}

import type { Payload } from 'payload'
import type { Item } from '../core/items.ts'
import { settingsOf } from '../options.ts'
import { readLog } from '../outbox/readLog.ts'
import type { DeliveryRow, SubscriberRow } from '../rowTypes.ts'
import { find } from '../store/rows.ts'

/** A row without internal columns. */
const pick = <Row extends object, Name extends keyof Row>(row: Row, names: readonly Name[]): Pick<Row, Name> =>
  Object.fromEntries(names.map((name) => [name, row[name]])) as Pick<Row, Name>

const itemsOf = (row: DeliveryRow): Item[] => (row.kind === 'digest' ? (JSON.parse(row.items) as Item[]) : [])

/** Website URLs of the documents in mails, by the `seq` that each entry shows. */
const addressesOf = async (payload: Payload, deliveries: DeliveryRow[]): Promise<Map<number, string>> => {
  const seqs = deliveries.flatMap(itemsOf).map((item) => item.seq)
  if (!seqs.length) return new Map()
  const { siteUrl } = settingsOf(payload.config)
  const log = await readLog({ payload, after: Math.min(...seqs) - 1, upTo: Math.max(...seqs) })
  return new Map(log.map((event) => [event.seq, `${siteUrl}${event.url}`]))
}

/**
 * Everything stored about one person, for that person (Law 91/2025/QH15: right to a copy): identity, subscriptions,
 * consents, and mails sent.
 */
export const exportData = async (payload: Payload, subscriber: SubscriberRow): Promise<object> => {
  const where = { subscriber: { equals: subscriber.ref } }
  const [subscriptions, consents, deliveries] = await Promise.all([
    find({ payload, collection: 'subscriptions', where, sort: 'since', limit: 0 }),
    find({ payload, collection: 'consent-events', where, sort: 'at', limit: 0 }),
    find({ payload, collection: 'deliveries', where, sort: 'createdOn', limit: 0 }),
  ])
  const addresses = await addressesOf(payload, deliveries)
  return {
    subscriber: pick(subscriber, [
      'ref',
      'email',
      'locale',
      'state',
      'requestedAt',
      'confirmedAt',
      'leftAt',
      'pausedUntil',
      'softBounces',
      'bouncedAt',
    ]),
    subscriptions: subscriptions.map((row) => ({
      ...pick(row, ['cadence', 'state', 'since', 'endedAt']),
      filter: JSON.parse(row.filter) as unknown,
    })),
    consents: consents.map((row) => ({
      ...pick(row, ['type', 'at', 'how', 'network', 'textVersion', 'text']),
      request: JSON.parse(row.request) as unknown,
    })),
    mails: deliveries.map((row) => ({
      ...pick(row, ['kind', 'run', 'state', 'createdOn', 'settledAt', 'reply', 'reason']),
      entries: itemsOf(row).map(({ seq, document, kind }) => ({ document, kind, url: addresses.get(seq) })),
    })),
  }
}

import { claim } from '../../publications/index.ts'
import { triedUntil } from '../core/lifetimes.ts'
import type { DeliveryRow, DigestRunRow } from '../rowTypes.ts'
import { insertDeliveries } from '../store/insertDeliveries.ts'
import { newDelivery } from '../store/newDelivery.ts'
import { findOne } from '../store/rows.ts'
import { type Recipient, recipientsOf } from './recipients.ts'
import type { Work } from './work.ts'

/** Rows per insert. */
const BATCH = 100

/** Claims an earlier delivery's entries for one run, because runs of two cadences may be due at the same time. */
const takenBy =
  ({ payload }: Work, run: DigestRunRow) =>
  async (row: DeliveryRow): Promise<boolean> =>
    row.carriedBy === run.key ||
    (await claim({
      payload,
      collection: 'deliveries',
      where: { key: { equals: row.key }, carry: { equals: true }, carriedBy: { equals: '' } },
      data: { carriedBy: run.key },
    })) !== null

/**
 * Marks carried entries as taken. Which ones were taken is read from the stored outbox row, which another worker may
 * have written earlier; entries that came too late for that row stay available to the next run.
 */
const markTaken = async ({ payload }: Work, run: DigestRunRow, recipient: Recipient): Promise<void> => {
  const row = await findOne(payload, 'deliveries', { key: { equals: deliveryKey(run, recipient) } })
  const taken = row ? (JSON.parse(row.carriedFrom) as string[]) : recipient.carriedFrom
  for (const key of new Set([...taken, ...recipient.carriedFrom]))
    await claim({
      payload,
      collection: 'deliveries',
      where: { key: { equals: key }, carry: { equals: true }, carriedBy: { equals: run.key } },
      data: taken.includes(key) ? { carry: false } : { carriedBy: '' },
    })
}

/** The row that says why somebody got nothing: what they asked for could not be read. */
const notMade = (work: Work, row: DeliveryRow, fault: unknown): DeliveryRow => {
  work.payload.logger.error({ msg: 'entries of a mail could not be found', delivery: row.key, err: fault })
  return { ...row, carriedFrom: '[]', state: 'skipped', reason: 'not-made', settledAt: row.createdOn }
}

const deliveryKey = (run: DigestRunRow, { subscriber }: Recipient): string => `${run.key}:${subscriber.ref}`

/**
 * Inserts the mails of a frozen run into the outbox. Safe to run concurrently and again after a crash: the key
 * `<run>:<subscriber>` is unique, and carried entries are marked from the stored row.
 */
export const enumerateRun = async (work: Work, run: DigestRunRow): Promise<void> => {
  const { payload, clock } = work
  const where = { key: { equals: run.key }, state: { equals: 'frozen' } }
  const expiresAt = triedUntil({ cadence: run.cadence, dueAt: new Date(run.dueAt) }).toISOString()
  const rowOf = (recipient: Recipient): DeliveryRow => {
    const row = newDelivery({
      key: deliveryKey(run, recipient),
      kind: 'digest',
      run: run.key,
      lane: run.cadence,
      subscriber: recipient.subscriber.ref,
      createdOn: clock.now().toISOString(),
      expiresAt,
      items: JSON.stringify(recipient.items),
      carriedFrom: JSON.stringify(recipient.carriedFrom),
    })
    return recipient.fault === undefined ? row : notMade(work, row, recipient.fault)
  }
  let began = performance.now()
  for await (const { cursor, recipients } of recipientsOf(work, run, takenBy(work, run))) {
    for (let start = 0; start < recipients.length; start += BATCH) {
      const part = recipients.slice(start, start + BATCH)
      const inserted = await insertDeliveries(
        payload,
        part.filter(({ items, fault }) => items.length || fault !== undefined).map(rowOf),
      )
      for (let index = 0; index < inserted; index += 1) await work.onStep?.('delivery inserted')
      for (const recipient of part) if (recipient.carriedFrom.length) await markTaken(work, run, recipient)
    }
    await claim({ payload, collection: 'digest-runs', where, data: { cursor } })
    await work.rest?.(performance.now() - began)
    began = performance.now()
  }
  await claim({ payload, collection: 'digest-runs', where, data: { state: 'enumerated' } })
}

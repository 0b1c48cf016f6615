import type { Payload } from 'payload'
import { insertOnce } from '../../publications/index.ts'
import { MOST_LETTERS, mayWriteAgain } from '../core/request.ts'
import type { DeliveryRow } from '../rowTypes.ts'
import { newDelivery } from '../store/newDelivery.ts'
import { find } from '../store/rows.ts'

/** Retries after losing an ordinal to a concurrent request; more retries would only occur in a flood. */
const TRIES = MOST_LETTERS + 1

/** Key prefixes of mails that are requested by typing an address. */
const PREFIX = { confirmation: 'confirm', link: 'link' } as const

const ordinalKey = (kind: keyof typeof PREFIX, ref: string, ordinal: number) =>
  `${PREFIX[kind]}:${ref}:${String(ordinal).padStart(8, '0')}`

/**
 * Adds a requested mail to the outbox, unless the address has reached its daily limit for this kind. This prevents
 * flooding another person's mailbox.
 *
 * @param args.at current time, ISO 8601
 */
export const queueLetter = async (
  args: { payload: Payload; kind: keyof typeof PREFIX; subscriber: string; at: string } & Pick<
    DeliveryRow,
    'items' | 'expiresAt'
  >,
): Promise<void> => {
  const { payload, kind, subscriber, at, items, expiresAt } = args
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const last = await find({
      payload,
      collection: 'deliveries',
      where: { key: { greater_than: `${PREFIX[kind]}:${subscriber}:`, less_than: `${PREFIX[kind]}:${subscriber};` } },
      sort: '-key',
      limit: MOST_LETTERS,
    })
    const sentAt = last.map((row) => row.createdOn)
    if (!mayWriteAgain(sentAt, new Date(at))) return
    const ordinal = Number(last[0]?.key.split(':').at(-1) ?? 0) + 1
    const data = newDelivery({
      key: ordinalKey(kind, subscriber, ordinal),
      kind,
      subscriber,
      createdOn: at,
      expiresAt,
      items,
    })
    const { inserted } = await insertOnce({ payload, collection: 'deliveries', data, unique: ['key'] })
    if (inserted) return
  }
}

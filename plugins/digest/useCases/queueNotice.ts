import type { Payload } from 'payload'
import { insertOnce } from '../../publications/index.ts'
import { OPEN_STATES } from '../core/delivery.ts'
import { noticeMailableUntil } from '../core/lifetimes.ts'
import { newDelivery } from '../store/newDelivery.ts'
import { count } from '../store/rows.ts'

/**
 * Puts a mail to an account into the outbox, once per key. Its content is asked for at hand-over (`notices` of the
 * options).
 *
 * @param args.key identifies the mail for ever
 * @param args.recipient id of the account
 * @param args.items what the mail is about, passed to `notices`
 * @param args.at current time, ISO 8601
 * @returns the items that are stored under the key, which another call may have put there
 */
export const queueNotice = async (args: {
  payload: Payload
  key: string
  recipient: string
  items: string
  at: string
}): Promise<string> => {
  const { payload, key, recipient, items, at } = args
  const data = newDelivery({
    key,
    kind: 'notice',
    subscriber: recipient,
    createdOn: at,
    expiresAt: noticeMailableUntil(at),
    items,
  })
  const { row } = await insertOnce({ payload, collection: 'deliveries', data, unique: ['key'] })
  return row.items
}

/** Whether a mail to an account is still on its way. */
export const hasNoticeOnItsWay = async (args: { payload: Payload; recipient: string }): Promise<boolean> =>
  (await count(args.payload, 'deliveries', {
    subscriber: { equals: args.recipient },
    state: { in: [...OPEN_STATES] },
    kind: { equals: 'notice' },
  })) > 0

import type { Payload } from 'payload'
import { claim, insertOnce } from '../../publications/index.ts'
import type { MailAddress } from '../core/address.ts'
import { MOST_CONFIRMATIONS, mailableUntil, mayConfirmAgain, type SubscriptionRequest } from '../core/request.ts'
import { newDelivery } from '../store/newDelivery.ts'
import { find, findOne } from '../store/rows.ts'
import { addressHmac, randomRef } from '../store/secrets.ts'
import type { SubscriberRow } from '../types.ts'

/** How often to look again after losing a number to a request of the same moment; more are a flood. */
const TRIES = MOST_CONFIRMATIONS + 1

const ordinalKey = (ref: string, ordinal: number) => `confirm:${ref}:${String(ordinal).padStart(8, '0')}`

const keepSubscriber = async (
  payload: Payload,
  address: MailAddress,
  request: SubscriptionRequest,
): Promise<SubscriberRow> => {
  const data: SubscriberRow = {
    ref: randomRef(),
    email: address.address,
    emailKey: address.key,
    locale: request.locale,
    state: 'pending',
    requestedAt: request.at,
    confirmedAt: '',
    leftAt: '',
  }
  const { row } = await insertOnce({ payload, collection: 'subscribers', data, unique: ['emailKey'] })
  if (row.state === 'pending')
    await claim({
      payload,
      collection: 'subscribers',
      where: { ref: { equals: row.ref }, state: { equals: 'pending' } },
      data: { requestedAt: request.at },
    })
  return row
}

/**
 * Puts a confirmation mail into the outbox, unless the address must not be written to or had enough of them today.
 * Changes nothing that a person has: whoever can type an address can call this.
 */
export const requestSubscription = async (args: {
  payload: Payload
  address: MailAddress
  request: SubscriptionRequest
}): Promise<void> => {
  const { payload, address, request } = args
  const subscriber = await keepSubscriber(payload, address, request)
  if (await findOne(payload, 'suppressions', { emailHmac: { equals: addressHmac(payload, address.key) } })) return
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const last = await find({
      payload,
      collection: 'deliveries',
      where: { subscriber: { equals: subscriber.ref }, kind: { equals: 'confirmation' } },
      sort: '-key',
      limit: MOST_CONFIRMATIONS,
    })
    const sentAt = last.map((row) => row.createdOn)
    if (!mayConfirmAgain(sentAt, new Date(request.at))) return
    const ordinal = Number(last[0]?.key.split(':').at(-1) ?? 0) + 1
    const data = newDelivery({
      key: ordinalKey(subscriber.ref, ordinal),
      kind: 'confirmation',
      subscriber: subscriber.ref,
      createdOn: request.at,
      expiresAt: mailableUntil(request),
      items: JSON.stringify(request),
    })
    const { inserted } = await insertOnce({ payload, collection: 'deliveries', data, unique: ['key'] })
    if (inserted) return
  }
}

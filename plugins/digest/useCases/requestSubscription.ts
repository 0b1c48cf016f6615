import type { Payload } from 'payload'
import { claim, insertOnce } from '../../publications/index.ts'
import type { MailAddress } from '../core/address.ts'
import { mailableUntil } from '../core/lifetimes.ts'
import type { SubscriptionRequest } from '../core/request.ts'
import type { SubscriberRow } from '../rowTypes.ts'
import { findOne } from '../store/rows.ts'
import { addressHmac, randomRef } from '../store/secrets.ts'
import { queueLetter } from './queueLetter.ts'

/** The subscriber of an address, pending when there was none. */
export const keepSubscriber = async (
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
    pausedUntil: '',
    softBounces: 0,
    bouncedAt: '',
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
 * Adds a confirmation mail to the outbox, unless the address is suppressed or has reached its daily limit. Does not
 * change a person's data, because anybody who knows the address can call it. Stores nothing about a suppressed address.
 */
export const requestSubscription = async (args: {
  payload: Payload
  address: MailAddress
  request: SubscriptionRequest
}): Promise<void> => {
  const { payload, address, request } = args
  if (await findOne(payload, 'suppressions', { emailHmac: { equals: addressHmac(payload, address.key) } })) return
  const { ref } = await keepSubscriber(payload, address, request)
  await queueLetter({
    payload,
    kind: 'confirmation',
    subscriber: ref,
    at: request.at,
    expiresAt: mailableUntil(request),
    items: JSON.stringify(request),
  })
}

import type { Payload } from 'payload'
import { insertOnce } from '../../publications/index.ts'
import type { SubscriberRow, SuppressionRow } from '../rowTypes.ts'
import { addressHmac } from './secrets.ts'

/** Suppresses an address for ever; only a keyed hash of it is kept. */
export const suppress = async (args: {
  payload: Payload
  subscriber: SubscriberRow
  cause: SuppressionRow['cause']
  at: string
}): Promise<void> => {
  const { payload, subscriber, cause, at } = args
  const data: SuppressionRow = { emailHmac: addressHmac(payload, subscriber.emailKey), cause, at }
  await insertOnce({ payload, collection: 'suppressions', data, unique: ['emailHmac'] })
}

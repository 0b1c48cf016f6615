import type { Payload } from 'payload'
import type { MailAddress } from '../core/address.ts'
import { linkMailableUntil } from '../core/lifetimes.ts'
import { findOne } from '../store/rows.ts'
import { queueLetter } from './queueLetter.ts'

/**
 * Sends a new link to the manage page to a person who lost their mails. Does nothing for an address that was never
 * confirmed; the response is the same.
 *
 * @param args.at current time, ISO 8601
 */
export const requestManageLink = async (args: {
  payload: Payload
  address: MailAddress
  at: string
}): Promise<void> => {
  const { payload, address, at } = args
  const subscriber = await findOne(payload, 'subscribers', { emailKey: { equals: address.key } })
  if (!subscriber || subscriber.state === 'pending') return
  await queueLetter({
    payload,
    kind: 'link',
    subscriber: subscriber.ref,
    at,
    items: '',
    expiresAt: linkMailableUntil(at),
  })
}

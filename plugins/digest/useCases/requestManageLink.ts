import type { Payload } from 'payload'
import type { MailAddress } from '../core/address.ts'
import { linkMailableUntil } from '../core/request.ts'
import { findOne } from '../store/rows.ts'
import { queueLetter } from './queueLetter.ts'

/**
 * Sends somebody who lost their mails a new link to their own subscriptions. Does nothing for an address that never
 * confirmed anything; whoever asks is told the same.
 *
 * @param args.at now, ISO instant
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

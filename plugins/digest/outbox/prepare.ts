import { claim } from '../../publications/index.ts'
import { bounceAddress, senderOf } from '../mail/sender.ts'
import { findOne } from '../store/rows.ts'
import { addressHmac, deliveryId } from '../store/secrets.ts'
import { type SkipReason, skipDelivery } from '../store/skipDelivery.ts'
import type { Envelope } from '../transport/relay.ts'
import type { DeliveryRow, SubscriberRow } from '../types.ts'
import {
  mailHash,
  type RenderedDelivery,
  recheck,
  renderConfirmationDelivery,
  renderDigestDelivery,
} from './renderDelivery.ts'
import type { Sending } from './sending.ts'

const stored = (row: DeliveryRow, items: string): RenderedDelivery | undefined =>
  row.mime && row.items === items
    ? { bytes: Buffer.from(row.mime, 'latin1'), messageId: row.messageId, items }
    : undefined

const render = async (
  work: Sending,
  row: DeliveryRow,
  subscriber: SubscriberRow,
): Promise<RenderedDelivery | SkipReason> => {
  if (row.kind === 'confirmation')
    return stored(row, row.items) ?? (await renderConfirmationDelivery(work, row, subscriber))
  const checked = await recheck(work, row)
  if (!checked.items.length) return 'nothing-left'
  return stored(row, JSON.stringify(checked.items)) ?? (await renderDigestDelivery(work, row, subscriber, checked))
}

/**
 * Makes a claimed row ready to be handed over: looks once more whether it may be sent, renders it unless that was done
 * before, and stores the bytes, so that every further try sends the same ones.
 *
 * @returns `null` when there is nothing to hand over, or the row is no longer ours
 */
export const prepare = async (
  work: Sending,
  row: DeliveryRow,
): Promise<{ envelope: Envelope; bytes: Buffer } | null> => {
  const { payload, clock, settings } = work
  const skip = async (reason: SkipReason): Promise<null> => {
    await skipDelivery({ payload, key: row.key, from: ['claimed'], reason, now: clock.now(), token: row.token })
    return null
  }
  const subscriber = await findOne(payload, 'subscribers', { ref: { equals: row.subscriber } })
  if (!subscriber || (row.kind === 'digest' && subscriber.state !== 'active')) return skip('left')
  const suppressed = await findOne(payload, 'suppressions', {
    emailHmac: { equals: addressHmac(payload, subscriber.emailKey) },
  })
  if (suppressed) return skip('suppressed')

  const rendered = await render(work, row, subscriber)
  if (typeof rendered === 'string') return skip(rendered)
  const { bytes, items, messageId } = rendered
  const ours = await claim({
    payload,
    collection: 'deliveries',
    where: { key: { equals: row.key }, state: { equals: 'claimed' }, token: { equals: row.token } },
    data: { items, messageId, mime: bytes.toString('latin1'), mimeSha256: mailHash(bytes), mimeSize: bytes.length },
  })
  if (!ours) return null
  await work.onStep?.('mail stored')
  const envid = deliveryId(payload, row.key)
  const from = bounceAddress(senderOf(settings.mailFrom), envid)
  return { bytes, envelope: { from, to: subscriber.email, envid } }
}

import { dayBounds, dayOf } from '../../../lib/time/periods.ts'
import { claim } from '../../publications/index.ts'
import { hasRoomToday } from '../core/dailyLimit.ts'
import { RECEIVED_STATES } from '../core/delivery.ts'
import type { RunCadence } from '../core/periods.ts'
import { bounceAddress, senderOf } from '../mail/sender.ts'
import { count, findOne } from '../store/rows.ts'
import { addressHmac, deliveryId } from '../store/secrets.ts'
import { type SkipReason, skipDelivery } from '../store/skipDelivery.ts'
import type { Envelope } from '../transport/relay.ts'
import type { DeliveryRow, SubscriberRow } from '../types.ts'
import { recheck } from './recheck.ts'
import {
  mailHash,
  type RenderedDelivery,
  renderConfirmationDelivery,
  renderDigestDelivery,
  renderLinkDelivery,
  renderNoticeDelivery,
} from './renderDelivery.ts'
import type { Sending } from './sending.ts'

const stored = (row: DeliveryRow, items: string): RenderedDelivery | undefined =>
  row.mime && row.items === items
    ? { bytes: Buffer.from(row.mime, 'latin1'), messageId: row.messageId, items }
    : undefined

/**
 * Whether the person may get another digest today. Includes rows claimed by other workers, so that concurrent sends
 * count.
 */
const hasRoom = async ({ payload, clock, settings }: Sending, row: DeliveryRow): Promise<boolean> => {
  const now = clock.now()
  const today = dayBounds(dayOf(now)).start.toISOString()
  const sent = await count(payload, 'deliveries', {
    and: [
      { subscriber: { equals: row.subscriber } },
      { kind: { equals: 'digest' } },
      { key: { not_equals: row.key } },
      {
        or: [
          { state: { in: ['claimed', 'handing'] } },
          { and: [{ state: { in: [...RECEIVED_STATES] } }, { settledAt: { greater_than_equal: today } }] },
        ],
      },
    ],
  })
  return hasRoomToday({ cadence: row.run.split(':', 1)[0] as RunCadence, sent, now, schedule: settings.schedule })
}

const render = async (
  work: Sending,
  row: DeliveryRow,
  subscriber: SubscriberRow,
): Promise<RenderedDelivery | SkipReason> => {
  if (row.kind === 'confirmation')
    return stored(row, row.items) ?? (await renderConfirmationDelivery(work, row, subscriber))
  if (row.kind === 'link') return stored(row, row.items) ?? (await renderLinkDelivery(work, row, subscriber))
  const checked = await recheck(work, row)
  if (!checked.items.length) return 'nothing-left'
  return stored(row, JSON.stringify(checked.items)) ?? (await renderDigestDelivery(work, row, subscriber, checked))
}

/** The person a row is for, and the mail; or why it is not sent. */
interface Readied {
  to: string
  rendered: RenderedDelivery
}

/** A mail to an account. Neither suppressions nor a pause of citizens apply to it. */
const readyNotice = async (work: Sending, row: DeliveryRow): Promise<Readied | SkipReason> => {
  const { payload, clock, settings } = work
  const notice = await settings.notices?.({
    payload,
    now: clock.now(),
    recipient: row.subscriber,
    items: row.items,
  })
  if (!notice) return 'nothing-left'
  const rendered = stored(row, notice.items) ?? (await renderNoticeDelivery(work, row, notice))
  return { to: notice.to, rendered }
}

const readySubscribed = async (work: Sending, row: DeliveryRow): Promise<Readied | SkipReason> => {
  const { payload, clock } = work
  const subscriber = await findOne(payload, 'subscribers', { ref: { equals: row.subscriber } })
  if (!subscriber || (row.kind === 'digest' && subscriber.state !== 'active')) return 'left'
  const suppressed = await findOne(payload, 'suppressions', {
    emailHmac: { equals: addressHmac(payload, subscriber.emailKey) },
  })
  if (suppressed) return 'suppressed'
  if (row.kind === 'digest') {
    if (subscriber.pausedUntil > clock.now().toISOString()) return 'paused'
    if (!(await hasRoom(work, row))) return 'enough-today'
  }
  const rendered = await render(work, row, subscriber)
  return typeof rendered === 'string' ? rendered : { to: subscriber.email, rendered }
}

/**
 * Prepares a claimed row for hand-over: rechecks whether it may be sent, renders it on the first attempt, and stores
 * the bytes, so that every retry sends the same ones.
 *
 * @returns `null` when there is nothing to hand over, or the row belongs to another worker
 */
export const prepare = async (
  work: Sending,
  row: DeliveryRow,
): Promise<{ envelope: Envelope; bytes: Buffer } | null> => {
  const { payload, clock, settings } = work
  const skip = async (reason: SkipReason): Promise<null> => {
    const carry = reason === 'paused' || reason === 'enough-today'
    await skipDelivery({ payload, key: row.key, from: ['claimed'], reason, now: clock.now(), token: row.token, carry })
    return null
  }
  const ready = await (row.kind === 'notice' ? readyNotice : readySubscribed)(work, row)
  if (typeof ready === 'string') return skip(ready)
  const { bytes, items, messageId } = ready.rendered
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
  return { bytes, envelope: { from, to: ready.to, envid } }
}

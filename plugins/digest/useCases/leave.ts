import type { Payload } from 'payload'
import { claim } from '../../publications/index.ts'
import { subscriptionKeyOf } from '../core/stretch.ts'
import type { DeliveryRow, SubscriberRow } from '../rowTypes.ts'
import { laterSelf } from '../store/laterSelf.ts'
import { linkOwner } from '../store/linkOwner.ts'
import { keepProof, type OwnAct } from '../store/proofs.ts'
import { find } from '../store/rows.ts'
import { type SkipReason, skipDelivery } from '../store/skipDelivery.ts'

/** States in which a mail can still be stopped; once the relay has asked for the body it cannot. */
const STOPPABLE = ['pending', 'deferred', 'claimed']

/**
 * Owner of an unsubscribe link, even if they were erased and subscribed again since; `undefined` when it was never
 * issued.
 */
const leaverBy = async (
  payload: Payload,
  token: string,
  now: Date,
): Promise<{ subscriber: SubscriberRow | undefined } | undefined> => {
  const link = await linkOwner({ payload, token, purpose: 'unsubscribe', now })
  return link && { subscriber: link.subscriber ?? (await laterSelf(payload, link.ref)) }
}

/** Whether an unsubscribe link was issued, with its reader's locale if they still exist. Read-only. */
export const leaveLinkLocale = async (
  payload: Payload,
  token: string,
  now: Date,
): Promise<{ locale: string | undefined } | undefined> => {
  const leaver = await leaverBy(payload, token, now)
  return leaver && { locale: leaver.subscriber?.locale }
}

/** Stops a person's mails in progress, and drops entries that wait for the next digest. */
export const stopMails = async (args: {
  payload: Payload
  subscriber: string
  kinds: DeliveryRow['kind'][]
  reason: SkipReason
  now: Date
}): Promise<void> => {
  const { payload, subscriber, kinds, reason, now } = args
  const onTheirWay = await find({
    payload,
    collection: 'deliveries',
    where: { subscriber: { equals: subscriber }, kind: { in: kinds }, state: { in: STOPPABLE } },
    limit: 0,
  })
  for (const { key } of onTheirWay) await skipDelivery({ payload, key, from: STOPPABLE, reason, now })
  const waiting = { subscriber: { equals: subscriber }, carry: { equals: true } }
  for (const { key } of await find({ payload, collection: 'deliveries', where: waiting, limit: 0 }))
    await claim({
      payload,
      collection: 'deliveries',
      where: { key: { equals: key }, carry: { equals: true } },
      data: { carry: false },
    })
}

/** Ends one subscription including its closed segments, or all of them without `key`. Idempotent. */
export const endSubscriptions = async (args: OwnAct & { key?: string }): Promise<void> => {
  const { payload, subscriber, key, act } = args
  const open = await find({
    payload,
    collection: 'subscriptions',
    where: { subscriber: { equals: subscriber.ref }, state: { in: ['active', 'replaced'] } },
    limit: 0,
  })
  for (const row of open) {
    if (key !== undefined && subscriptionKeyOf(row.key) !== key) continue
    if (row.state === 'active')
      await keepProof({
        payload,
        subscriber,
        key: `withdrawn:${row.key}:${row.since}`,
        type: 'withdrawn',
        act,
        request: JSON.stringify({ filter: JSON.parse(row.filter), cadence: row.cadence }),
      })
    await claim({
      payload,
      collection: 'subscriptions',
      where: { key: { equals: row.key }, state: { equals: row.state }, since: { equals: row.since } },
      data: { state: 'ended', endedAt: act.at },
    })
  }
}

/** Ends all subscriptions of a person and stops their mails in progress. Idempotent. */
export const leaveAll = async (args: OwnAct & { now: Date }): Promise<void> => {
  const { payload, subscriber, act, now } = args
  await endSubscriptions({ payload, subscriber, act })
  await claim({
    payload,
    collection: 'subscribers',
    where: { ref: { equals: subscriber.ref }, state: { equals: 'active' } },
    data: { state: 'left', leftAt: act.at },
  })
  await stopMails({ payload, subscriber: subscriber.ref, kinds: ['digest'], reason: 'left', now })
}

/**
 * Unsubscribes by the link in a mail, which never expires.
 *
 * @param args.how `page` or `one-click` (RFC 8058)
 * @returns `unknown` when the link was never issued
 */
export const leave = async (args: {
  payload: Payload
  token: string
  now: Date
  network: string
  how: 'page' | 'one-click'
}): Promise<'left' | 'unknown'> => {
  const { payload, token, now, how, network } = args
  const leaver = await leaverBy(payload, token, now)
  if (!leaver) return 'unknown'
  const { subscriber } = leaver
  if (subscriber) await leaveAll({ payload, subscriber, now, act: { at: now.toISOString(), network, how } })
  return 'left'
}

import type { Payload } from 'payload'
import { claim, lastSeq } from '../../publications/index.ts'
import type { SubscriberRow, SubscriptionRow } from '../rowTypes.ts'
import { linkOwner } from '../store/linkOwner.ts'
import { type ConsentText, keepProof, type OwnAct } from '../store/proofs.ts'
import { find } from '../store/rows.ts'
import { beginSubscription, changeSubscription, type Wanted } from './changeSubscription.ts'
import { endSubscriptions, leaveAll } from './leave.ts'

/** A person with their subscriptions. */
export interface Managed {
  subscriber: SubscriberRow
  /** Active ones, oldest first. */
  subscriptions: SubscriptionRow[]
}

/** Owner of a manage link; `undefined` when it expired or its owner was erased. Read-only. */
export const readManaged = async (args: {
  payload: Payload
  token: string
  now: Date
}): Promise<Managed | undefined> => {
  const { payload } = args
  const subscriber = (await linkOwner({ ...args, purpose: 'manage' }))?.subscriber
  if (!subscriber) return undefined
  const subscriptions = await find({
    payload,
    collection: 'subscriptions',
    where: { subscriber: { equals: subscriber.ref }, state: { equals: 'active' } },
    sort: 'since',
    limit: 0,
  })
  return { subscriber, subscriptions }
}

const updateSubscriber = (payload: Payload, { ref }: SubscriberRow, data: Partial<SubscriberRow>) =>
  claim({ payload, collection: 'subscribers', where: { ref: { equals: ref } }, data })

/** Sets the language in which documents are sent. */
export const chooseLocale = async (payload: Payload, subscriber: SubscriberRow, locale: string): Promise<void> => {
  await updateSubscriber(payload, subscriber, { locale })
}

/** Pauses mails until a time; `''` resumes now. */
export const pause = async (payload: Payload, subscriber: SubscriberRow, pausedUntil: string): Promise<void> => {
  await updateSubscriber(payload, subscriber, { pausedUntil })
}

/** Adds a subscription, with the consent given on the page. */
export const addSubscription = async (args: OwnAct & { wanted: Wanted; consent: ConsentText }): Promise<void> => {
  const { payload, subscriber, wanted, act, consent } = args
  const { at } = act
  const afterSeq = await lastSeq({ payload })
  const row = await beginSubscription({ payload, subscriber: subscriber.ref, wanted, since: at, afterSeq, at })
  await keepProof({
    payload,
    subscriber,
    key: `confirmed:${row.key}:${row.since}:${row.cadence}`,
    type: 'confirmed',
    act,
    request: JSON.stringify(wanted),
    consent,
  })
  await claim({
    payload,
    collection: 'subscribers',
    where: { ref: { equals: subscriber.ref }, state: { equals: 'left' } },
    data: { state: 'active', confirmedAt: at, leftAt: '' },
  })
}

/** Changes the cadence or filter of one subscription, from now on. */
export const alterSubscription = async (args: OwnAct & { row: SubscriptionRow; wanted: Wanted }): Promise<void> => {
  const { payload, subscriber, row, wanted, act } = args
  await keepProof({
    payload,
    subscriber,
    key: `changed:${row.key}:${row.afterSeq}:${act.at}`,
    type: 'changed',
    act,
    request: JSON.stringify({ from: { filter: JSON.parse(row.filter), cadence: row.cadence }, to: wanted }),
  })
  await changeSubscription({ payload, row, wanted, at: act.at })
}

/** Ends one subscription; with the last one the person is unsubscribed. */
export const endOne = async (
  args: Omit<OwnAct, 'subscriber'> & { managed: Managed; row: SubscriptionRow; now: Date },
): Promise<void> => {
  const { payload, managed, row, act, now } = args
  const { subscriber, subscriptions } = managed
  await endSubscriptions({ payload, subscriber, key: row.key, act })
  if (subscriptions.length === 1) await leaveAll({ payload, subscriber, act, now })
}

import type { Payload } from 'payload'
import { claim, insertOnce, lastSeq } from '../../publications/index.ts'
import { type Filter, filterKey } from '../core/filter.ts'
import type { Cadence } from '../core/periods.ts'
import { stretchKey } from '../core/stretch.ts'
import type { SubscriptionRow } from '../rowTypes.ts'
import { findOne } from '../store/rows.ts'

/** Filter and cadence of a subscription. */
export interface Wanted {
  filter: Filter
  cadence: Cadence
}

/**
 * Closes the current segment: everything published so far is still sent by the old settings. Idempotent: a retry after
 * a crash finds the same cut.
 *
 * @returns the last `seq` of the old settings
 */
const closeStretch = async (payload: Payload, row: SubscriptionRow, at: string): Promise<number> => {
  const untilSeq = await lastSeq({ payload })
  if (untilSeq === row.afterSeq) return untilSeq
  const { key, subscriber, cadence, filter, since, afterSeq } = row
  const data: SubscriptionRow = {
    key: stretchKey(key, afterSeq),
    subscriber,
    cadence,
    filter,
    since,
    afterSeq,
    untilSeq,
    state: 'replaced',
    endedAt: at,
  }
  return (await insertOnce({ payload, collection: 'subscriptions', data, unique: ['key'] })).row.untilSeq
}

/**
 * Starts a subscription, or restores one that had ended. An active one gets the new cadence.
 *
 * @param args.afterSeq where in the log it starts
 * @param args.since earlier publications are not sent
 */
export const beginSubscription = async (args: {
  payload: Payload
  subscriber: string
  wanted: Wanted
  since: string
  afterSeq: number
  at: string
}): Promise<SubscriptionRow> => {
  const { payload, subscriber, wanted, since, afterSeq, at } = args
  const { filter, cadence } = wanted
  const data: SubscriptionRow = {
    key: `${subscriber}:${filterKey(filter)}`,
    subscriber,
    cadence,
    filter: JSON.stringify(filter),
    state: 'active',
    since,
    afterSeq,
    untilSeq: 0,
    endedAt: '',
  }
  const { inserted, row } = await insertOnce({ payload, collection: 'subscriptions', data, unique: ['key'] })
  if (inserted) return row
  const revived = await claim<SubscriptionRow>({
    payload,
    collection: 'subscriptions',
    where: { key: { equals: data.key }, state: { equals: 'ended' } },
    data: { state: 'active', since, afterSeq, endedAt: '', cadence },
  })
  if (revived) return revived
  await changeSubscription({ payload, row, wanted, at })
  return (await findOne(payload, 'subscriptions', { key: { equals: data.key } }))!
}

/**
 * Changes the cadence or filter of a subscription from now on. Idempotent; of two concurrent changes one wins.
 *
 * @param args.row the active subscription as read
 */
export const changeSubscription = async (args: {
  payload: Payload
  row: SubscriptionRow
  wanted: Wanted
  at: string
}): Promise<void> => {
  const { payload, row, wanted, at } = args
  const sameFilter = row.key === `${row.subscriber}:${filterKey(wanted.filter)}`
  if (sameFilter && row.cadence === wanted.cadence) return
  const afterSeq = await closeStretch(payload, row, at)
  if (!sameFilter) await beginSubscription({ ...args, subscriber: row.subscriber, since: row.since, afterSeq })
  await claim({
    payload,
    collection: 'subscriptions',
    where: {
      key: { equals: row.key },
      state: { equals: 'active' },
      cadence: { equals: row.cadence },
      afterSeq: { equals: row.afterSeq },
    },
    data: sameFilter ? { cadence: wanted.cadence, afterSeq } : { state: 'ended', endedAt: at },
  })
}

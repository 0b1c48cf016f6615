import type { Payload } from 'payload'
import { claim } from '../../publications/index.ts'
import {
  CLAIMABLE_STATES,
  type Counters,
  DELIVERY_STATES,
  isBalanced,
  isTerminal,
  OPEN_STATES,
} from '../core/delivery.ts'
import { LANE_GROUPS } from '../core/lanes.ts'
import { forgottenBefore, noticesForgottenBefore } from '../core/lifetimes.ts'
import { drainedBefore } from '../core/stretch.ts'
import { sqlOf } from '../store/adapters.ts'
import { count, find } from '../store/rows.ts'
import { skipDelivery } from '../store/skipDelivery.ts'
import type { Work } from './work.ts'

/** Above this share of mails with unknown outcome, an operator should check the relay. */
const ALARMING_UNKNOWN = 0.005

/**
 * Reclaims rows whose lease has expired. A row in `handing` may have been delivered, so it becomes `unknown` and is
 * never resent.
 */
export const reap = async ({ payload, clock }: Work): Promise<void> => {
  const now = clock.now().toISOString()
  const lost = await find({
    payload,
    collection: 'deliveries',
    where: { state: { in: ['claimed', 'handing'] }, leaseUntil: { less_than: now } },
    limit: 0,
  })
  for (const row of lost) {
    const handing = row.state === 'handing'
    await claim({
      payload,
      collection: 'deliveries',
      where: { key: { equals: row.key }, state: { equals: row.state }, leaseUntil: { equals: row.leaseUntil } },
      data: handing
        ? { state: 'unknown', reason: 'lease', carry: row.kind === 'digest', mime: '', settledAt: now }
        : { state: 'pending', token: '', notBefore: now },
    })
  }
}

/**
 * Gives rows of an earlier version the lane that they lack; without one nobody would send them. In SQL their migration
 * did.
 */
export const completeLanes = async (payload: Payload): Promise<void> => {
  if (sqlOf(payload)) return
  const lacking = { lane: { exists: false } }
  for (const lane of [...LANE_GROUPS.immediate, ...LANE_GROUPS.periodic]) {
    const run = { greater_than_equal: `${lane}:`, less_than: `${lane};` }
    const where = { ...lacking, kind: { equals: 'digest' }, run }
    await payload.db.updateMany({ collection: 'deliveries', where, data: { lane } })
  }
  await payload.db.updateMany({ collection: 'deliveries', where: lacking, data: { lane: 'awaited' } })
}

/** Ends mails that the relay did not accept in time; the entries of digests are carried into the next one. */
export const expire = async ({ payload, clock }: Work): Promise<void> => {
  const now = clock.now()
  const late = await find({
    payload,
    collection: 'deliveries',
    where: { state: { in: [...CLAIMABLE_STATES] }, expiresAt: { less_than_equal: now.toISOString() } },
    limit: 0,
  })
  for (const row of late)
    await skipDelivery({
      payload,
      key: row.key,
      from: CLAIMABLE_STATES,
      reason: 'expired',
      now,
      carry: row.kind === 'digest',
    })
}

/** Deletes unconfirmed addresses, expired links, old notices, and segments that were replaced long ago. */
export const forget = async ({ payload, clock }: Work): Promise<void> => {
  const now = clock.now()
  const before = { less_than: forgottenBefore(now) }
  const ended = { in: DELIVERY_STATES.filter(isTerminal) }
  await payload.db.deleteMany({
    collection: 'digest-tokens',
    where: { purpose: { in: ['confirm', 'manage', 'view'] }, expiresAt: { less_than: now.toISOString() } },
  })
  await payload.db.deleteMany({
    collection: 'deliveries',
    where: { kind: { in: ['confirmation', 'link'] }, createdOn: before, state: ended },
  })
  await payload.db.deleteMany({
    collection: 'deliveries',
    where: { kind: { equals: 'notice' }, createdOn: { less_than: noticesForgottenBefore(now) }, state: ended },
  })
  await payload.db.deleteMany({
    collection: 'subscriptions',
    where: { state: { equals: 'replaced' }, endedAt: { less_than: drainedBefore(now) } },
  })
  await payload.db.deleteMany({
    collection: 'subscribers',
    where: { state: { equals: 'pending' }, requestedAt: before },
  })
}

/** Completes runs whose mails all have a final state; their counters must balance. */
export const completeRuns = async ({ payload }: Work): Promise<void> => {
  const runs = await find({ payload, collection: 'digest-runs', where: { state: { equals: 'enumerated' } }, limit: 0 })
  for (const run of runs) {
    const of = { run: { equals: run.key } }
    if (await count(payload, 'deliveries', { ...of, state: { in: [...OPEN_STATES] } })) continue
    const rows = await count(payload, 'deliveries', of)
    const entries = await Promise.all(
      DELIVERY_STATES.map(async (state) => [
        state,
        await count(payload, 'deliveries', { ...of, state: { equals: state } }),
      ]),
    )
    const counters = Object.fromEntries(entries) as Counters
    const { accepted, rejected, unknown, skipped } = counters
    const closed = await claim({
      payload,
      collection: 'digest-runs',
      where: { key: { equals: run.key }, state: { equals: 'enumerated' } },
      data: { state: 'complete', rows, accepted, rejected, unknown, skipped },
    })
    if (!closed) continue
    payload.logger.info({ msg: 'digest run complete', run: run.key, rows, accepted, rejected, unknown, skipped })
    if (!isBalanced(rows, counters)) payload.logger.error({ msg: 'digest counters do not balance', run: run.key })
    if (unknown > rows * ALARMING_UNKNOWN)
      payload.logger.error({ msg: 'too many mails of unknown fate', run: run.key, unknown, rows })
  }
}

import type { Payload } from 'payload'
import { claim } from '../../publications/index.ts'
import { type Counters, DELIVERY_STATES } from '../core/delivery.ts'
import { count } from './rows.ts'

/** Counts the mails of a run by state; each count is answered from an index. */
export const countersOf = async (payload: Payload, run: string): Promise<Counters> => {
  const entries = await Promise.all(
    DELIVERY_STATES.map(async (state) => [
      state,
      await count(payload, 'deliveries', { run: { equals: run }, state: { equals: state } }),
    ]),
  )
  return Object.fromEntries(entries) as Counters
}

/** Counts a complete run anew, after one of its mails got another final state. */
export const recountRun = async (payload: Payload, run: string): Promise<void> => {
  const { accepted, rejected, unknown, skipped } = await countersOf(payload, run)
  await claim({
    payload,
    collection: 'digest-runs',
    where: { key: { equals: run }, state: { equals: 'complete' } },
    data: { accepted, rejected, unknown, skipped },
  })
}

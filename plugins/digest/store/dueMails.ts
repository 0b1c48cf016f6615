import type { Payload } from 'payload'
import { CLAIMABLE_STATES } from '../core/delivery.ts'
import type { Lane } from '../core/lanes.ts'
import type { DeliveryRow } from '../rowTypes.ts'
import { find } from './rows.ts'

/**
 * The mail of some lanes that could have left first; `undefined` when none may leave now. One query for each lane and
 * state, so that each is one step into an index, however many wait.
 */
export const oldestDue = async (
  payload: Payload,
  lanes: readonly Lane[],
  now: Date,
): Promise<DeliveryRow | undefined> => {
  const at = now.toISOString()
  const due = { notBefore: { less_than_equal: at }, expiresAt: { greater_than: at } }
  let oldest: DeliveryRow | undefined
  for (const lane of lanes)
    for (const state of CLAIMABLE_STATES) {
      const where = { lane: { equals: lane }, state: { equals: state }, ...due }
      const [row] = await find({ payload, collection: 'deliveries', where, sort: 'notBefore', limit: 1 })
      if (row && (!oldest || row.notBefore < oldest.notBefore)) oldest = row
    }
  return oldest
}

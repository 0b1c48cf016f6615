import type { Payload } from 'payload'
import { DELIVERY_STATES, isTerminal } from '../core/delivery.ts'
import { outboxModel, places, sqlOf } from './adapters.ts'

const ENDED = DELIVERY_STATES.filter(isTerminal)

/**
 * Deletes ended digests from before an instant, few at a time, so that nobody waits for it.
 *
 * @param args.most rows at most
 * @returns how many were deleted; fewer than `most` when none are left
 */
export const deleteDeliveries = async (args: { payload: Payload; before: Date; most: number }): Promise<number> => {
  const { payload, before, most } = args
  const at = before.toISOString()
  const sql = sqlOf(payload)
  if (sql) {
    const { rows } = await sql.client.execute({
      sql: `DELETE FROM deliveries WHERE id IN (SELECT id FROM deliveries
        WHERE kind = 'digest' AND created_on < ? AND state IN ${places(ENDED)} LIMIT ?) RETURNING id`,
      args: [at, ...ENDED, most],
    })
    return rows.length
  }
  const model = outboxModel(payload)
  const old = { kind: 'digest', createdOn: { $lt: at }, state: { $in: ENDED } }
  const found = await model.find(old, { _id: 1 }, { limit: most, lean: true })
  if (!found.length) return 0
  return (await model.deleteMany({ ...old, _id: { $in: found.map(({ _id }) => _id) } })).deletedCount
}

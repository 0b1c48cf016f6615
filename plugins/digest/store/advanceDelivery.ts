import type { Payload } from 'payload'
import type { DeliveryState } from '../core/delivery.ts'
import type { DeliveryRow } from '../rowTypes.ts'
import { outboxModel, places, sqlOf } from './adapters.ts'

/** Fields that the steps of a hand-over write, with their columns in SQL. */
const COLUMNS = {
  state: 'state',
  token: 'token',
  leaseUntil: 'lease_until',
  notBefore: 'not_before',
  reply: 'reply',
  reason: 'reason',
  carry: 'carry',
  mime: 'mime',
  settledAt: 'settled_at',
} as const satisfies Partial<Record<keyof DeliveryRow, string>>

/** What a step writes. */
export type Advance = Partial<Pick<DeliveryRow, keyof typeof COLUMNS>>

/**
 * Moves a row on if it is still in one of these states and still this worker's, in one conditional statement. The
 * adapter's own update of one row builds and reads more than the mail itself costs.
 *
 * @returns whether it was moved
 */
export const advanceDelivery = async (args: {
  payload: Payload
  row: Pick<DeliveryRow, 'key' | 'token'>
  from: readonly DeliveryState[]
  data: Advance
}): Promise<boolean> => {
  const { payload, row, from, data } = args
  const sql = sqlOf(payload)
  if (!sql) {
    const ours = { key: row.key, token: row.token, state: { $in: [...from] } }
    return (await outboxModel(payload).updateMany(ours, { $set: data })).modifiedCount > 0
  }
  const fields = Object.entries(data) as [keyof Advance, string | boolean][]
  const { rowsAffected } = await sql.client.execute({
    sql: `UPDATE deliveries SET ${fields.map(([field]) => `${COLUMNS[field]} = ?`).join(', ')}
      WHERE "key" = ? AND token = ? AND state IN ${places(from)}`,
    args: [
      ...fields.map(([, value]) => (typeof value === 'boolean' ? Number(value) : value)),
      row.key,
      row.token,
      ...from,
    ],
  })
  return rowsAffected > 0
}

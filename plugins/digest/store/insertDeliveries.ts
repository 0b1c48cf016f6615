import type { Payload } from 'payload'
import { isDuplicate } from '../../publications/index.ts'
import type { DeliveryRow } from '../types.ts'
import { outboxModel, sqlOf } from './adapters.ts'

/**
 * Inserts outbox rows in one statement and skips existing keys. A run for many thousand people then waits for the disk
 * once per batch instead of once per row.
 *
 * @returns number of rows inserted by this call
 */
export const insertDeliveries = async (payload: Payload, rows: DeliveryRow[]): Promise<number> => {
  if (!rows.length) return 0
  const sql = sqlOf(payload)
  if (sql) {
    const { deliveries } = sql.tables
    const columns = { key: (deliveries as { key: unknown }).key }
    return (await sql.drizzle.insert(deliveries).values(rows).onConflictDoNothing().returning(columns)).length
  }
  try {
    return (await outboxModel(payload).insertMany(rows, { ordered: false, rawResult: true })).insertedCount
  } catch (error) {
    if (!isDuplicate(error)) throw error
    return (error as { insertedCount?: number }).insertedCount ?? 0
  }
}

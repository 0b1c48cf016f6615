import type { Payload } from 'payload'
import { isDuplicate } from '../../publications/index.ts'
import type { DeliveryRow } from '../types.ts'

/** The part of Payload's adapters, below their single-row `create`, that outbox rows need. */
interface SqlAdapter {
  tables: Record<string, unknown>
  drizzle: {
    insert(table: unknown): {
      values(rows: DeliveryRow[]): { onConflictDoNothing(): { returning(columns: object): Promise<unknown[]> } }
    }
  }
}
interface MongoAdapter {
  collections: Record<
    string,
    {
      insertMany(
        rows: DeliveryRow[],
        options: { ordered: boolean; rawResult: true },
      ): Promise<{ insertedCount: number }>
    }
  >
}

const isSql = (db: unknown): db is SqlAdapter => typeof db === 'object' && db !== null && 'drizzle' in db

/**
 * Inserts outbox rows in one statement and skips existing keys. A run for many thousand people then waits for the disk
 * once per batch instead of once per row.
 *
 * @returns number of rows inserted by this call
 */
export const insertDeliveries = async (payload: Payload, rows: DeliveryRow[]): Promise<number> => {
  if (!rows.length) return 0
  const db: unknown = payload.db
  if (isSql(db)) {
    const { deliveries } = db.tables
    const columns = { key: (deliveries as { key: unknown }).key }
    return (await db.drizzle.insert(deliveries).values(rows).onConflictDoNothing().returning(columns)).length
  }
  const model = (db as MongoAdapter).collections.deliveries!
  try {
    return (await model.insertMany(rows, { ordered: false, rawResult: true })).insertedCount
  } catch (error) {
    if (!isDuplicate(error)) throw error
    return (error as { insertedCount?: number }).insertedCount ?? 0
  }
}

import type { Payload } from 'payload'
import { isDuplicate } from '../../publications/index.ts'
import type { DeliveryRow } from '../types.ts'

/** What both of Payload's adapters offer below their one-row `create`, as far as rows of the outbox need it. */
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
 * Inserts rows into the outbox in one statement, leaving out those whose key is there already. A run of many thousand
 * people waits for the disk once a batch instead of once a row.
 *
 * @returns how many of them this call wrote
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

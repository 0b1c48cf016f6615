import type { Payload } from 'payload'
import { isDuplicate } from '../../publications/index.ts'
import type { DeliveryRow } from '../rowTypes.ts'
import { outboxModel, places, type SqlAdapter, type SqlColumn, sqlOf } from './adapters.ts'

/**
 * One statement, made here: the adapter's own builder takes longer than the disk. The adapter names the columns, and
 * makes the ids unless the database numbers them.
 */
const insertedBySql = async (sql: SqlAdapter, rows: DeliveryRow[]): Promise<number> => {
  const { id, ...columns } = sql.tables.deliveries as Record<'id' | keyof DeliveryRow, SqlColumn>
  const fields = Object.keys(rows[0]!) as (keyof DeliveryRow)[]
  const makeId = id.defaultFn
  const names = [...(makeId ? ['id'] : []), ...fields.map((field) => columns[field].name)]
  const place = places(names)
  const { rowsAffected } = await sql.client.execute({
    sql: `INSERT INTO deliveries (${names.map((name) => `"${name}"`).join(', ')})
      VALUES ${rows.map(() => place).join(', ')} ON CONFLICT DO NOTHING`,
    args: rows.flatMap((row) => [
      ...(makeId ? [makeId()] : []),
      ...fields.map((field) => {
        const value = row[field]
        return typeof value === 'boolean' ? Number(value) : value
      }),
    ]),
  })
  return rowsAffected
}

/**
 * Inserts outbox rows in one statement and skips existing keys. A run for many thousand people then waits for the disk
 * once per batch instead of once per row.
 *
 * @returns number of rows inserted by this call
 */
export const insertDeliveries = async (payload: Payload, rows: DeliveryRow[]): Promise<number> => {
  if (!rows.length) return 0
  const sql = sqlOf(payload)
  if (sql) return insertedBySql(sql, rows)
  try {
    return (await outboxModel(payload).insertMany(rows, { ordered: false, rawResult: true })).insertedCount
  } catch (error) {
    if (!isDuplicate(error)) throw error
    return (error as { insertedCount?: number }).insertedCount ?? 0
  }
}

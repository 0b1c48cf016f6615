import type { Payload } from 'payload'
import { isDuplicate } from '../../publications/index.ts'
import type { DeliveryRow } from '../rowTypes.ts'
import { outboxModel, places, type SqlAdapter, type SqlColumn, sqlOf } from './adapters.ts'

/** The columns of a row, in an order of their own; the adapter names them and makes their ids. */
const columnsOf = (
  { tables }: SqlAdapter,
  row: DeliveryRow,
): { fields: (keyof DeliveryRow)[]; names: string; id: SqlColumn } => {
  const { id, ...columns } = tables.deliveries as Record<'id' | keyof DeliveryRow, SqlColumn>
  const fields = Object.keys(row) as (keyof DeliveryRow)[]
  return { fields, names: ['id', ...fields.map((field) => `"${columns[field].name}"`)].join(', '), id }
}

/** One statement whose text is made once for all batches of a size; the adapter's own builder takes longer than the disk. */
const insertedBySql = async (sql: SqlAdapter, rows: DeliveryRow[]): Promise<number> => {
  const { fields, names, id } = columnsOf(sql, rows[0]!)
  const place = places([id, ...fields])
  const { rowsAffected } = await sql.client.execute({
    sql: `INSERT INTO deliveries (${names}) VALUES ${rows.map(() => place).join(', ')} ON CONFLICT DO NOTHING`,
    args: rows.flatMap((row) => [
      id.defaultFn(),
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

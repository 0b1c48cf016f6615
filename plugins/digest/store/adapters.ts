import type { Payload } from 'payload'
import type { DeliveryRow } from '../rowTypes.ts'

/** A column of the adapter's table. */
export interface SqlColumn {
  /** Its name in the database. */
  name: string
  /** Makes a value where none is given; ids have it unless the database numbers them. */
  defaultFn?: () => string
}

/** The parts of Payload's SQL adapter, below its operations on one row, that the outbox needs. */
export interface SqlAdapter {
  tables: Record<string, unknown>
  client: {
    execute(statement: { sql: string; args: (string | number | null)[] }): Promise<{
      rows: Record<string, unknown>[]
      rowsAffected: number
    }>
  }
}

/** The parts of Payload's MongoDB adapter that the outbox needs: a model of mongoose. */
export interface MongoModel {
  insertMany(rows: DeliveryRow[], options: { ordered: boolean; rawResult: true }): Promise<{ insertedCount: number }>
  updateMany(where: object, change: object): Promise<{ modifiedCount: number }>
  bulkWrite(writes: object[], options: { ordered: boolean }): Promise<unknown>
  find(
    where: object,
    fields: object,
    options: { limit: number; sort?: object; lean: true },
  ): Promise<(DeliveryRow & { _id: unknown })[]>
  deleteMany(where: object): Promise<{ deletedCount: number }>
}

/** Payload's adapter, if it is one of SQL. */
export const sqlOf = ({ db }: Payload): SqlAdapter | undefined =>
  'drizzle' in db ? (db as unknown as SqlAdapter) : undefined

/** The outbox as a model of mongoose. */
export const outboxModel = ({ db }: Payload): MongoModel =>
  (db as unknown as { collections: Record<string, MongoModel> }).collections.deliveries!

/** `(?, ?, …)` */
export const places = (list: readonly unknown[]): string => `(${list.map(() => '?').join(', ')})`

import type { Fault } from '../../publications/index.ts'
import type { Sql } from './sql.ts'

/** Stores faults in the catalogue, so that they survive a restart. */
export const insertFaults = (sql: Sql, faults: readonly Fault[]): void => {
  for (const { store, place, what, documents } of faults)
    sql.run(
      'INSERT OR IGNORE INTO faults (store, place, what, documents) VALUES (?, ?, ?, ?)',
      ...[store, place, what, JSON.stringify(documents)],
    )
}

/** Faults found in the log that the catalogue was built from. */
export const faultsIn = (sql: Sql): Fault[] =>
  sql
    .all<Omit<Fault, 'documents'> & { documents: string }>('SELECT store, place, what, documents FROM faults')
    .map((row) => ({ ...row, documents: JSON.parse(row.documents) as Fault['documents'] }))

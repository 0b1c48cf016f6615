import type { Fault } from '../../publications/index.ts'
import type { Sql } from './sql.ts'

/** Keeps what was found broken beside what was made of the rest, so that it is known after a restart too. */
export const insertFaults = (sql: Sql, faults: readonly Fault[]): void => {
  for (const { store, place, what, documents } of faults)
    sql.run(
      'INSERT OR IGNORE INTO faults (store, place, what, documents) VALUES (?, ?, ?, ?)',
      ...[store, place, what, JSON.stringify(documents)],
    )
}

/** What was found broken in the log that a catalogue was made from. */
export const faultsIn = (sql: Sql): Fault[] =>
  sql
    .all<Omit<Fault, 'documents'> & { documents: string }>('SELECT store, place, what, documents FROM faults')
    .map((row) => ({ ...row, documents: JSON.parse(row.documents) as Fault['documents'] }))

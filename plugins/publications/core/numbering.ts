/**
 * The greatest number of a row. What stands above it was written by a hand: no reader counts so far, and SQLite holds
 * every word to be greater than all numbers.
 */
export const LAST_SEQ = Number.MAX_SAFE_INTEGER

/** The rows of a log that have a number, as a condition for the database; fractions pass it, and `isNumbered` sees them. */
export const NUMBERED = { seq: { greater_than_equal: 1, less_than_equal: LAST_SEQ } }

/** Whether a row has a number that a log gives: a whole one from 1 on. A database takes anything from a hand. */
export const isNumbered = ({ seq }: { seq?: unknown }): boolean => Number.isSafeInteger(seq) && (seq as number) >= 1

/** The last row of a log that has a number, whatever a hand put between two numbers or behind the end. */
export const lastNumbered = async <Row extends { seq: number }>(
  lastOf: (where: typeof NUMBERED & { seq: { less_than?: number } }) => Promise<Row | undefined>,
): Promise<Row | undefined> => {
  let row = await lastOf(NUMBERED)
  while (row && !isNumbered(row)) row = await lastOf({ seq: { ...NUMBERED.seq, less_than: row.seq } })
  return row
}

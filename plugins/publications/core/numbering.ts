/**
 * Maximum `seq` of a row. A value above it was written by hand: no writer counts so far, and SQLite orders every text
 * after all numbers.
 */
export const LAST_SEQ = Number.MAX_SAFE_INTEGER

/** Database condition for numbered rows of a log. Fractions pass it; `isNumbered` rejects them. */
export const NUMBERED = { seq: { greater_than_equal: 1, less_than_equal: LAST_SEQ } }

/** Whether a row has a valid `seq`: a whole number from 1 on. A database accepts any value from a manual write. */
export const isNumbered = ({ seq }: { seq?: unknown }): boolean => Number.isSafeInteger(seq) && (seq as number) >= 1

/** The last numbered row of a log, regardless of rows inserted by hand between two numbers or after the end. */
export const lastNumbered = async <Row extends { seq: number }>(
  lastOf: (where: typeof NUMBERED & { seq: { less_than?: number } }) => Promise<Row | undefined>,
): Promise<Row | undefined> => {
  let row = await lastOf(NUMBERED)
  while (row && !isNumbered(row)) row = await lastOf({ seq: { ...NUMBERED.seq, less_than: row.seq } })
  return row
}

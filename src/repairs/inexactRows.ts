import type { ResultSet, Row, Value } from '@libsql/client'

/** SQLite gives an integer of 64 bits, JavaScript's nearest number is what a reader can do with it. */
const asNumber = (value: Value): Value => (typeof value === 'bigint' ? Number(value) : value)

/**
 * `@libsql/client` 0.14.0 refuses a whole result with a RangeError for one integer beyond what a number holds exactly.
 * Nothing of ours writes one, but whoever reads one written by hand must be able to say so and to read the rows beside
 * it. This gives the rows of a result read with `intMode: "bigint"` with their integers as numbers, rounded if need be.
 */
export const inexactRows = (result: ResultSet): ResultSet => {
  const rows = result.rows.map((row) => {
    const values = Array.from({ length: row.length }, (_, index) => asNumber(row[index]!))
    const named = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asNumber(value)]))
    // Readers take a row for a list and for an object, and of the object its names alone.
    Object.defineProperty(named, 'length', { value: values.length })
    for (const [index, value] of values.entries()) Object.defineProperty(named, index, { value })
    return named as Row
  })
  return Object.assign(Object.create(result) as ResultSet, { rows })
}

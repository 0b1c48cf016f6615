import type { ResultSet, Row, Value } from '@libsql/client'

/** SQLite gives an integer of 64 bits, JavaScript's nearest number is what a reader can do with it. */
const asNumber = (value: Value): Value => (typeof value === 'bigint' ? Number(value) : value)

/**
 * The rows of a result read with `intMode: "bigint"`, their integers as numbers, rounded where they lie beyond what a
 * number holds exactly. Nothing of ours writes such an integer; whoever reads one written by a hand must be able to
 * say so, and to read the rows beside it.
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

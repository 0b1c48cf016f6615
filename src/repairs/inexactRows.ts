import type { ResultSet, Row, Value } from '@libsql/client'

/** SQLite returns a 64-bit integer; readers work with the nearest JavaScript number. */
const asNumber = (value: Value): Value => (typeof value === 'bigint' ? Number(value) : value)

/**
 * `@libsql/client` 0.14.0 rejects a whole result with a RangeError if one integer exceeds what a number represents
 * exactly. The product never writes one, but a reader of a row written by hand must be able to report it and to read
 * the other rows. This converts a result read with `intMode: "bigint"`: integers become numbers, rounded if necessary.
 */
export const inexactRows = (result: ResultSet): ResultSet => {
  const rows = result.rows.map((row) => {
    const values = Array.from({ length: row.length }, (_, index) => asNumber(row[index]!))
    const named = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asNumber(value)]))
    // Readers use a row as a list and as an object. Only the names may be enumerable.
    Object.defineProperty(named, 'length', { value: values.length })
    for (const [index, value] of values.entries()) Object.defineProperty(named, index, { value })
    return named as Row
  })
  return Object.assign(Object.create(result) as ResultSet, { rows })
}

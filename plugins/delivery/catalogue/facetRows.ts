import type { Sql } from './sql.ts'

/** One value of one filter that a live edition has. */
export interface FacetRow {
  collection: string
  name: string
  value: string
  /** Id of the live row. */
  id: number
}

const orderOf = ({ collection, name, value }: FacetRow) => `${collection}\n${name}\n${value}`

const COLUMNS = 4
/** Maximum number of parameters in one statement. */
const MOST_VALUES = 100 * COLUMNS

/** Inserts in index order, so that each index page is touched once per batch. */
export const insertFacets = (sql: Sql, rows: FacetRow[]): void => {
  const placed = rows.map((row) => ({ row, place: orderOf(row) }))
  placed.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : a.row.id - b.row.id))
  const values = placed.flatMap(({ row: { collection, name, value, id } }) => [collection, name, value, id])
  for (let start = 0; start < values.length; start += MOST_VALUES) {
    const some = values.slice(start, start + MOST_VALUES)
    const rows = Array.from({ length: some.length / COLUMNS }, () => '(?, ?, ?, ?)').join(', ')
    sql.run(`INSERT INTO facets (collection, name, value, live) VALUES ${rows}`, ...some)
  }
}

/** Facet rows of a build. They are few and small beside the texts, and one pass at the end is four times as fast. */
export interface PendingFacets {
  add(rows: FacetRow[]): void
  /** Inserts the rows whose edition is still live, in the order of the table. */
  insert(sql: Sql): void
}

/** Keeps facet rows in memory, some ten bytes each, until a build has read the whole log. */
export const pendingFacets = (): PendingFacets => {
  const places = new Map<string, { first: FacetRow; ids: number[] }>()
  return {
    add: (rows) => {
      for (const row of rows) {
        const key = orderOf(row)
        const place = places.get(key)
        if (place) place.ids.push(row.id)
        else places.set(key, { first: row, ids: [row.id] })
      }
    },
    insert: (sql) => {
      for (const key of [...places.keys()].sort()) {
        const { first, ids } = places.get(key)!
        sql.run(
          `INSERT INTO facets (collection, name, value, live)
           SELECT ?, ?, ?, value FROM json_each(?) WHERE value IN (SELECT id FROM live)`,
          ...[first.collection, first.name, first.value, JSON.stringify(ids)],
        )
      }
    },
  }
}

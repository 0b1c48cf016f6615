import Database from 'libsql'

export type SqlValue = string | number | Uint8Array | null

/** Minimal SQLite interface for the catalogue. Each statement is prepared once. */
export interface Sql {
  all<Row>(text: string, ...values: SqlValue[]): Row[]
  get<Row>(text: string, ...values: SqlValue[]): Row | undefined
  run(text: string, ...values: SqlValue[]): void
  /** @returns the row id of the inserted row */
  insert(text: string, ...values: SqlValue[]): number
  /** Runs several statements without parameters. */
  script(text: string): void
  /** Runs `work` in a transaction. `work` is synchronous, so that no reader sees an intermediate state. */
  atomically<Result>(work: () => Result): Result
  close(): void
}

const MOST_STATEMENTS = 500

/**
 * Opens a SQLite file.
 *
 * @throws Error when it cannot be opened, or, at the first statement, when it is not a database
 */
export const openSql = (file: string): Sql => {
  const db = new Database(file)
  const statements = new Map<string, ReturnType<typeof db.prepare>>()

  const prepared = (text: string) => {
    let statement = statements.get(text)
    if (!statement) {
      if (statements.size >= MOST_STATEMENTS) statements.clear()
      statement = db.prepare(text)
      statements.set(text, statement)
    }
    return statement
  }
  const checked = (values: SqlValue[]): SqlValue[] => {
    // The native library crashes the process on a value it cannot bind.
    for (const value of values)
      if (value !== null && typeof value !== 'string' && typeof value !== 'number' && !(value instanceof Uint8Array))
        throw new TypeError(`Not a value for SQLite: ${typeof value}`)
    return values
  }
  return {
    all: <Row>(text: string, ...values: SqlValue[]) => prepared(text).all(checked(values)) as Row[],
    get: <Row>(text: string, ...values: SqlValue[]) => prepared(text).get(checked(values)) as Row | undefined,
    run: (text, ...values) => void prepared(text).run(checked(values)),
    insert: (text, ...values) => Number(prepared(text).run(checked(values)).lastInsertRowid),
    script: (text) => void db.exec(text),
    atomically: (work) => {
      db.exec('BEGIN')
      try {
        const result = work()
        db.exec('COMMIT')
        return result
      } catch (error) {
        // On a full disk SQLite has rolled back already; what matters is why.
        if (db.inTransaction) db.exec('ROLLBACK')
        throw error
      }
    },
    close: () => {
      statements.clear()
      db.close()
    },
  }
}

import type { Sql } from './sql.ts'

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '')

/** Whether an error says that a catalogue's file does not hold what was written. A text that is no JSON says so too. */
export const isDamage = (error: unknown): boolean =>
  /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error)) ||
  error instanceof SyntaxError ||
  (error instanceof Error && /database disk image is malformed|file is not a database/.test(error.message))

/** Whether an error says that nothing can be written, or not even opened, where the file is. The file may be sound. */
export const isDiskFault = (error: unknown): boolean =>
  /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|PERM|AUTH)/.test(codeOf(error)) ||
  /^(ENOSPC|EROFS|EFBIG|EDQUOT|EACCES|EPERM|EIO)$/.test(codeOf(error))

/** Reads the first row of every table, which costs nothing and finds a file that was cut off or whose begin was overwritten. */
export const readEveryTable = (sql: Sql): void => {
  const tables = sql.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")
  for (const { name } of tables) sql.get(`SELECT 1 FROM "${name}" LIMIT 1`)
}

/** The same interface, which tells of damage that a statement meets. */
export const watched = (sql: Sql, onDamage: (error: unknown) => void): Sql => {
  const telling =
    <Args extends unknown[], Result>(work: (...args: Args) => Result) =>
    (...args: Args): Result => {
      try {
        return work(...args)
      } catch (error) {
        if (isDamage(error)) onDamage(error)
        throw error
      }
    }
  return {
    all: telling(sql.all) as Sql['all'],
    get: telling(sql.get) as Sql['get'],
    run: telling(sql.run),
    insert: telling(sql.insert),
    script: telling(sql.script),
    atomically: telling(sql.atomically) as Sql['atomically'],
    close: sql.close,
  }
}

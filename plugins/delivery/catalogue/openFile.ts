import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { openSql, type Sql } from './sql.ts'
import { TABLES } from './tables.ts'

const MOST_PROCESSES = 64

const isBusy = (error: unknown) => /^SQLITE_BUSY/.test(String((error as { code?: unknown }).code))

/**
 * Takes a file for this process alone: an open exclusive transaction on a file beside it, which the system lets go of
 * when the process ends, however it ends. So a file never has two writers and never stays locked after a crash.
 */
const takeFile = (dir: string): { file: string; release(): void } => {
  for (let number = 1; number <= MOST_PROCESSES; number += 1) {
    const file = path.join(dir, number === 1 ? 'catalogue.db' : `catalogue-${number}.db`)
    const lock = openSql(`${file}.lock`)
    try {
      lock.script('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE')
    } catch (error) {
      lock.close()
      if (isBusy(error)) continue
      throw error
    }
    return {
      file,
      release: () => {
        lock.script('ROLLBACK')
        lock.close()
      },
    }
  }
  throw new Error(`More than ${MOST_PROCESSES} processes share "${dir}"`)
}

const remove = (file: string) => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
}

const openAs = (file: string, fingerprint: string): Sql | undefined => {
  const sql = openSql(file)
  try {
    sql.script('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768')
    const found = sql.get<{ value: string }>("SELECT value FROM meta WHERE name = 'fingerprint'")
    if (found?.value === fingerprint) return sql
  } catch {
    // No tables yet, tables of another version, or no database at all: made anew below.
  }
  sql.close()
  return undefined
}

const make = (file: string, fingerprint: string): Sql => {
  remove(file)
  const sql = openSql(file)
  sql.script('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768')
  sql.atomically(() => {
    sql.script(TABLES)
    sql.run("INSERT INTO meta (name, value) VALUES ('fingerprint', ?)", fingerprint)
  })
  return sql
}

export interface CatalogueFile {
  sql(): Sql
  /** Absolute path. */
  file: string
  /** Throws everything away; the log fills it again. */
  empty(): void
  close(): void
}

/**
 * Opens this process' own catalogue under a folder: `catalogue.db`, or `catalogue-2.db` … where several processes
 * share the folder. A file that is broken, or was made by other rules, is made anew.
 *
 * @param args.fingerprint names the rules that decide what stands in the file
 * @throws Error whose message names the folder when it cannot be written
 */
export const openFile = (args: { dir: string; fingerprint: string }): CatalogueFile => {
  const { dir, fingerprint } = args
  let taken: ReturnType<typeof takeFile>
  try {
    mkdirSync(dir, { recursive: true })
    taken = takeFile(dir)
  } catch (cause) {
    throw new Error(`The catalogue cannot be kept in "${dir}": check that the folder can be written (DATA_DIR)`, {
      cause,
    })
  }
  let sql = openAs(taken.file, fingerprint) ?? make(taken.file, fingerprint)
  return {
    sql: () => sql,
    file: taken.file,
    empty: () => {
      sql.close()
      sql = make(taken.file, fingerprint)
    },
    close: () => {
      sql.close()
      taken.release()
    },
  }
}

import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { isDiskFault, readEveryTable, watched } from './damage.ts'
import { openSql, type Sql } from './sql.ts'
import { READERS_INDEXES, TABLES } from './tables.ts'

const MOST_PROCESSES = 64

const isBusy = (error: unknown) => /^SQLITE_BUSY/.test(String((error as { code?: unknown }).code))

interface Place {
  dir: string
  /** `catalogue`, `catalogue-2` … */
  name: string
  release(): void
}

/**
 * Claims a name for this process by keeping an exclusive transaction open on a lock file. The operating system releases
 * the lock however the process ends. So a catalogue never has two writers, and no stale lock remains after a crash.
 */
const takePlace = (dir: string): Place => {
  for (let number = 1; number <= MOST_PROCESSES; number += 1) {
    const name = number === 1 ? 'catalogue' : `catalogue-${number}`
    const lock = openSql(path.join(dir, `${name}.db.lock`))
    try {
      lock.script('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE')
    } catch (error) {
      lock.close()
      if (isBusy(error)) continue
      throw error
    }
    return {
      dir,
      name,
      release: () => {
        lock.script('ROLLBACK')
        lock.close()
      },
    }
  }
  throw new Error(`More than ${MOST_PROCESSES} processes share "${dir}"`)
}

/** A rebuild is the next generation of the same name, so it never overwrites a file that is still being read. */
const fileOf = ({ dir, name }: Place, generation: number): string =>
  path.join(dir, generation === 0 ? `${name}.db` : `${name}.${generation}.db`)

/** Existing generations in the folder, newest first. */
const generationsOf = ({ dir, name }: Place): number[] =>
  readdirSync(dir)
    .flatMap((entry) => {
      const [, base, generation] = /^(catalogue(?:-\d+)?)(?:\.(\d+))?\.db$/.exec(entry) ?? []
      return base === name ? [Number(generation ?? 0)] : []
    })
    .sort((a, b) => b - a)

/** Deletes a catalogue file and its SQLite side files. */
export const removeFile = (file: string): void => {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true })
}

const READING = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768'

/**
 * Opens a file if it is complete and was built by the same rules.
 *
 * @throws Error when the disk cannot be written: the file may be sound, and must not be taken for a damaged one
 */
const openAs = (file: string, fingerprint: string): Sql | undefined => {
  const sql = openSql(file)
  try {
    sql.script(READING)
    const found = sql.get<{ value: string }>("SELECT value FROM meta WHERE name = 'fingerprint'")
    if (found?.value === fingerprint) {
      readEveryTable(sql)
      return sql
    }
  } catch (error) {
    if (isDiskFault(error)) {
      sql.close()
      throw error
    }
    // No tables, tables of another version, damaged, or not a database: rebuilt below.
  }
  sql.close()
  return undefined
}

/**
 * Creates the catalogue tables in a new file. The file is incomplete until `finishFile`.
 *
 * @param file absolute path; an existing file is deleted
 */
export const startFile = (file: string): Sql => {
  removeFile(file)
  const sql = openSql(file)
  // No reader has the file open and an aborted build is discarded, so durability is not needed.
  sql.script('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536')
  sql.script(TABLES)
  // Merge the FTS5 segments once at the end, instead of repeatedly during the build.
  sql.script("INSERT INTO search (search, rank) VALUES ('automerge', 0), ('crisismerge', 1000)")
  return sql
}

/** Creates the readers' indexes and marks the file as complete. */
export const finishFile = (sql: Sql, fingerprint: string): void => {
  sql.script(READERS_INDEXES)
  sql.script(
    `INSERT INTO search (search) VALUES ('optimize');
     INSERT INTO search (search, rank) VALUES ('automerge', 4), ('crisismerge', 16)`,
  )
  sql.run("INSERT INTO meta (name, value) VALUES ('fingerprint', ?)", fingerprint)
}

const makeEmpty = (file: string, fingerprint: string): Sql => {
  const sql = startFile(file)
  finishFile(sql, fingerprint)
  sql.script(READING)
  return sql
}

export interface CatalogueFile {
  sql(): Sql
  /** Absolute path of the file being read. */
  file(): string
  /** Absolute path for building the next generation. */
  next(): string
  /** Switches readers to the next generation and removes the previous one. */
  adopt(): void
  close(): void
}

/**
 * Opens this process's own catalogue in a folder: `catalogue.db`, or `catalogue-2.db` … if several processes share the
 * folder. A file that is corrupt, incomplete or built by other rules is rebuilt.
 *
 * @param args.fingerprint identifies the rules that determine the file's content
 * @throws Error that names the folder when it is not writable
 */
export const openFile = (args: {
  dir: string
  fingerprint: string
  /** Called when a statement meets damage in the file. */
  onDamage: (error: unknown) => void
}): CatalogueFile => {
  const { dir, fingerprint, onDamage } = args
  let place: Place | undefined
  let generation = 0
  const open = (at: Place): Sql => {
    let found: Sql | undefined
    for (const number of generationsOf(at)) {
      found ??= openAs(fileOf(at, number), fingerprint)
      if (found && generation === 0) generation = number
      else if (number !== generation || !found) removeFile(fileOf(at, number))
    }
    return found ?? makeEmpty(fileOf(at, 0), fingerprint)
  }
  const begin = () => {
    try {
      mkdirSync(dir, { recursive: true })
      place = takePlace(dir)
      return { place, sql: watched(open(place), onDamage) }
    } catch (cause) {
      place?.release()
      throw new Error(
        `The catalogue cannot be kept in "${dir}": check that the folder can be written and the disk is not full (DATA_DIR)`,
        { cause },
      )
    }
  }
  const own = begin()
  let current = own.sql
  return {
    sql: () => current,
    file: () => fileOf(own.place, generation),
    next: () => fileOf(own.place, generation + 1),
    adopt: () => {
      const before = fileOf(own.place, generation)
      const opened = openAs(fileOf(own.place, generation + 1), fingerprint)
      if (!opened) throw new Error('The catalogue that was built cannot be opened')
      current.close()
      current = watched(opened, onDamage)
      generation += 1
      removeFile(before)
    },
    close: () => {
      current.close()
      own.place.release()
    },
  }
}

import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { openSql, type Sql } from './sql.ts'
import { READERS_INDEXES, TABLES } from './tables.ts'

const MOST_PROCESSES = 64

const isBusy = (error: unknown) => /^SQLITE_BUSY/.test(String((error as { code?: unknown }).code))

interface Place {
  dir: string
  /** `catalogue`, or `catalogue-2` … */
  name: string
  release(): void
}

/**
 * Takes a name for this process alone: an open exclusive transaction on a file beside it, which the system lets go of
 * when the process ends, however it ends. So a file never has two writers and never stays locked after a crash.
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

/** A rebuild is the next generation of the same name: a file is never written over one that is still read. */
const fileOf = ({ dir, name }: Place, generation: number): string =>
  path.join(dir, generation === 0 ? `${name}.db` : `${name}.${generation}.db`)

/** Generations that lie in the folder, the newest first. */
const generationsOf = ({ dir, name }: Place): number[] =>
  readdirSync(dir)
    .flatMap((entry) => {
      const [, base, generation] = /^(catalogue(?:-\d+)?)(?:\.(\d+))?\.db$/.exec(entry) ?? []
      return base === name ? [Number(generation ?? 0)] : []
    })
    .sort((a, b) => b - a)

/** Takes a catalogue's file away, with what SQLite keeps beside it. */
export const removeFile = (file: string): void => {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true })
}

const READING = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768'

/** Opens a file that is whole and was made by these rules. */
const openAs = (file: string, fingerprint: string): Sql | undefined => {
  const sql = openSql(file)
  try {
    sql.script(READING)
    const found = sql.get<{ value: string }>("SELECT value FROM meta WHERE name = 'fingerprint'")
    if (found?.value === fingerprint) return sql
  } catch {
    // No tables yet, tables of another version, or no database at all: made anew below.
  }
  sql.close()
  return undefined
}

/**
 * Makes the tables of a catalogue in a new file. It does not count as whole before `finishFile`.
 *
 * @param file absolute path; what lies there goes
 */
export const startFile = (file: string): Sql => {
  removeFile(file)
  const sql = openSql(file)
  // Nobody reads it before it is whole, and one that was broken off is thrown away: nothing need be safe on the way.
  sql.script('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536')
  sql.script(TABLES)
  // The pieces of the index of words are joined once at the end, not again and again on the way.
  sql.script("INSERT INTO search (search, rank) VALUES ('automerge', 0), ('crisismerge', 1000)")
  return sql
}

/** Makes what readers need and marks a file as whole. */
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
  /** Absolute path of the file that is read. */
  file(): string
  /** Absolute path at which the next generation may be built. */
  next(): string
  /** Reads the next generation from now on; the one before goes. */
  adopt(): void
  close(): void
}

/**
 * Opens this process' own catalogue under a folder: `catalogue.db`, or `catalogue-2.db` … where several processes
 * share the folder. A file that is broken, was broken off while it was built, or was made by other rules, is made anew.
 *
 * @param args.fingerprint names the rules that decide what stands in the file
 * @throws Error whose message names the folder when it cannot be written
 */
export const openFile = (args: { dir: string; fingerprint: string }): CatalogueFile => {
  const { dir, fingerprint } = args
  let place: Place
  try {
    mkdirSync(dir, { recursive: true })
    place = takePlace(dir)
  } catch (cause) {
    throw new Error(`The catalogue cannot be kept in "${dir}": check that the folder can be written (DATA_DIR)`, {
      cause,
    })
  }
  let sql: Sql | undefined
  let generation = 0
  for (const found of generationsOf(place)) {
    sql ??= openAs(fileOf(place, found), fingerprint)
    if (sql && generation === 0) generation = found
    else if (found !== generation || !sql) removeFile(fileOf(place, found))
  }
  let current = sql ?? makeEmpty(fileOf(place, 0), fingerprint)
  return {
    sql: () => current,
    file: () => fileOf(place, generation),
    next: () => fileOf(place, generation + 1),
    adopt: () => {
      const before = fileOf(place, generation)
      const opened = openAs(fileOf(place, generation + 1), fingerprint)
      if (!opened) throw new Error('The catalogue that was built cannot be opened')
      current.close()
      current = opened
      generation += 1
      removeFile(before)
    },
    close: () => {
      current.close()
      place.release()
    },
  }
}

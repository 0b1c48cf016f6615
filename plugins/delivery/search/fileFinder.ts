import { existsSync } from 'node:fs'
import { readEras } from '../catalogue/eras.ts'
import { openSql, type Sql } from '../catalogue/sql.ts'
import type { FacetsRequest } from './facetCounts.ts'
import { type FacetsAmongRequest, type Finder, type Finding, openFinder } from './finder.ts'
import type { SearchWords } from './glossary.ts'
import type { SearchRequest } from './searcher.ts'

/** A question as it is sent to a finder elsewhere. */
export type FinderQuestion =
  | { kind: 'search'; request: SearchRequest }
  | { kind: 'facets'; request: FacetsRequest }
  | { kind: 'facetsAmong'; request: FacetsAmongRequest }

/** What a finder elsewhere must know of the catalogue. */
export interface Footing {
  /** Absolute path of the file being read. */
  file: string
  words: SearchWords
}

/** The catalogue as a finder elsewhere follows it. */
export interface Followed {
  /** Another number whenever documents, words or the file changed. */
  generation(): number
  footing(): Footing
  /** Filters that hold printed numbers. */
  numberFilters: readonly { collection: string; name: string }[]
}

/** Starts a finder in another thread. */
export type FinderElsewhere = (catalogue: Followed) => Finding & { close(): Promise<void> }

const READING = 'PRAGMA query_only = ON; PRAGMA cache_size = -16384'

/** A finder with a connection of its own to the file of a catalogue. */
export const fileFinder = (numberFilters: Followed['numberFilters']) => {
  let open: { sql: Sql; file: string } | undefined
  let words: SearchWords = { synonyms: [], stopWords: [] }
  const sql = (): Sql => {
    if (!open) throw new Error('No catalogue is open')
    return open.sql
  }
  const eras = readEras(sql)
  const finder: Finder = openFinder({ sql, eras, words: () => words, numberFilters })

  return {
    finder,
    /**
     * Takes over what changed.
     *
     * @throws Error when the file is gone, because another one was built meanwhile
     */
    follow: (footing: Footing): void => {
      words = footing.words
      eras.forget()
      if (open?.file === footing.file) {
        finder.forget('counts')
        return
      }
      // Nothing may be answered from the old file from here on.
      open?.sql.close()
      open = undefined
      if (!existsSync(footing.file)) throw new Error('The catalogue was built anew')
      const next = openSql(footing.file)
      next.script(READING)
      open = { sql: next, file: footing.file }
      finder.forget('everything')
    },
    answer: (question: FinderQuestion) =>
      question.kind === 'search'
        ? finder.search(question.request)
        : question.kind === 'facets'
          ? finder.facets(question.request)
          : finder.facetsAmong(question.request),
    close: (): void => {
      open?.sql.close()
      open = undefined
    },
  }
}

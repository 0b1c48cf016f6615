import type { JsonObject } from '../../publications/index.ts'
import type { Terms } from '../catalogue/terms.ts'
import type { SearchWords } from './glossary.ts'

/** Where the search takes its words from: a fixed list, rows of reference data that editors change, or both. */
export interface SearchOptions extends Partial<SearchWords> {
  /**
   * Reference collection whose rows hold further words.
   * @default none
   */
  rows?: {
    collection: string
    /** What a recorded row adds. */
    read(fields: JsonObject): Partial<SearchWords>
  }
}

/** All words that are in use now. */
export const wordsOf = ({ synonyms = [], stopWords = [], rows }: SearchOptions, terms: Terms): SearchWords => {
  const added = rows ? terms.all(rows.collection).map(rows.read) : []
  return {
    synonyms: [...synonyms, ...added.flatMap((row) => row.synonyms ?? [])],
    stopWords: [...stopWords, ...added.flatMap((row) => row.stopWords ?? [])],
  }
}

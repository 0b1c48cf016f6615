import { slugOf } from '../../../lib/text/slug.ts'
import { abbreviations } from './abbreviations.ts'
import { everydayWords } from './everydayWords.ts'
import { stopWords } from './stopWords.ts'

/** The words that a new portal begins with; from then on editors change them in the admin. */
export const searchWords = {
  synonyms: [...abbreviations, ...everydayWords],
  stopWords: stopWords.flatMap((line) => line.split(' ')),
}

/** A row of search words, with a stable key. */
export interface SearchWordsRow {
  code: string
  kind: 'synonyms' | 'stopWords'
  words: string[]
}

const row = (kind: SearchWordsRow['kind'], words: string[]): SearchWordsRow => ({
  code: `${kind}:${slugOf(words[0]!) || words[0]}`,
  kind,
  words,
})

/**
 * The same as rows, each with a key made of its first word alone: it stays when rows are added, and when a row is given
 * more words. The first word of a row is never changed.
 */
export const searchWordRows: SearchWordsRow[] = [
  ...searchWords.synonyms.map((words) => row('synonyms', words)),
  ...stopWords.map((line) => row('stopWords', line.split(' '))),
]

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

/** The same as rows, each with a key of its own that stays when rows are added. */
export const searchWordRows: SearchWordsRow[] = [
  ...searchWords.synonyms.map((words): SearchWordsRow => ({ code: '', kind: 'synonyms', words })),
  ...stopWords.map((line): SearchWordsRow => ({ code: '', kind: 'stopWords', words: line.split(' ') })),
].map((row) => ({ ...row, code: `${row.kind}:${slugOf(row.words.join(' ')) || row.words.join(' ')}`.slice(0, 120) }))

import type { Part } from './question.ts'
import { COLUMN_WEIGHTS } from './weights.ts'

const { title, number, lead, body, exact } = COLUMN_WEIGHTS
/** In the order of the index's columns. */
export const WEIGHTS = `bm25(${[title, number, lead, body, exact].map((weight) => weight.toFixed(1)).join(', ')})`

/** A phrase in the syntax of FTS5. */
export const quoted = (words: readonly string[], unfinished = false) => `"${words.join(' ')}"${unfinished ? '*' : ''}`
/** One spelling of a term. */
export const spelling = (words: readonly string[], part: Part) => quoted(words, part.unfinished && words.length === 1)

/** FTS5 query for a term: any spelling as a phrase, or all words of the typed one. */
export const anySpelling = (part: Part): string => {
  const [typed = []] = part.spellings
  const apart = part.apart ? [`(${typed.map((word) => quoted([word])).join(' AND ')})`] : []
  return `(${[...part.spellings.map((words) => spelling(words, part)), ...apart].join(' OR ')})`
}

/**
 * FTS5 query that matches all terms; `undefined` when there are no terms.
 *
 * @param parts without stop words
 */
export const allTogether = (parts: readonly Part[]): string | undefined =>
  parts.length ? parts.map(anySpelling).join(' AND ') : undefined

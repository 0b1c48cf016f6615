import { boundedCache } from '../boundedCache.ts'
import { conditions, type ListFilter } from '../catalogue/list.ts'
import type { Sql } from '../catalogue/sql.ts'
import { withCorrectedPhrases } from './correctedPhrases.ts'
import { type Glossary, glossaryOf, type SearchWords } from './glossary.ts'
import { type Part, readQuestion } from './question.ts'
import { type Candidate, type Ranked, rank } from './rank.ts'
import {
  allTogether,
  type Frequencies,
  frequencyOf,
  MOST_ASKED,
  MOST_FOUND,
  mostTelling,
  retrieve,
  type Weighed,
  weigh,
} from './retrieve.ts'
import { withSoundTwins } from './soundTwins.ts'
import { WORTH_SHOWING } from './weights.ts'

export interface SearchRequest {
  /** The query as typed. */
  q: string
  collections: readonly string[]
  filter: ListFilter
  /** ISO 8601 timestamp. */
  now: string
}

export interface SearchResult {
  /** Best first, at most a thousand. */
  ranked: readonly Ranked[]
  /** Total number of matches, capped at ten thousand; may exceed the length of `ranked`. */
  total: number
  /** Whether partial matches are included. */
  loose: boolean
  /** Parsed terms, for highlighting. */
  parts: readonly Weighed[]
}

const CACHE_BYTES = 4 * 1024 * 1024
const NOTHING: SearchResult = { ranked: [], total: 0, loose: false, parts: [] }

/**
 * Searches the live editions of all collections. Results are cached until `forget`, so that paging through a search is
 * cheap.
 *
 * @param args.words current synonyms and stop words; read again after `forget`
 * @param args.numberFilters filters that hold printed numbers
 */
export const searcher = (args: {
  sql: () => Sql
  words: () => SearchWords
  numberFilters: readonly { collection: string; name: string }[]
}) => {
  let known: Glossary | undefined
  const glossary = (): Glossary => {
    known ??= glossaryOf(args.words())
    return known
  }
  const results = boundedCache<SearchResult>(CACHE_BYTES)
  const frequencies: Frequencies = new Map()

  const candidates = (found: ReturnType<typeof retrieve>['found']): Candidate[] => {
    const rows = args.sql().all<Omit<Candidate, 'whole' | 'numbered' | 'fit'>>(
      `SELECT l.id, l.document, l.date, h.title, h.exact, h.number, h.lead
         FROM json_each(?) e JOIN live l ON l.id = e.value JOIN hits h ON h.live = l.id`,
      JSON.stringify(found.map(({ id }) => id)),
    )
    const facts = new Map(found.map((one) => [one.id, one]))
    return rows.map((row) => ({ ...row, ...facts.get(row.id)! }))
  }

  const search = (request: SearchRequest): SearchResult => {
    const question = readQuestion(request.q, glossary())
    if (!question.parts.length || !request.collections.length) return NOTHING
    const sql = args.sql()
    const documents = sql.get<{ count: number }>('SELECT count(*) AS count FROM live')!.count
    const numberFilters = args.numberFilters.filter(({ collection }) => request.collections.includes(collection))
    const scope = conditions(request, 'probe')
    const weighed = (part: Part) => weigh(sql, [part], frequencies, documents)[0]!
    const gather = (terms: readonly Weighed[]) => {
      const parts = withCorrectedPhrases(terms, glossary(), weighed)
      const retrieved = retrieve({ sql, question, parts, numberFilters, scope, frequencies })
      return { parts, ...retrieved, ranked: rank(parts, candidates(retrieved.found), question) }
    }
    const first = gather(mostTelling(weigh(sql, question.parts, frequencies, documents)))
    // Long texts hold any few words, but figures seldom stand in titles.
    const hasFigures = question.parts.some(({ spellings }) => /^\d/.test(spellings[0]![0]!))
    const isTogether =
      first.ranked.some(({ inTitle }) => inTitle) ||
      first.found.some(({ numbered, whole }) => numbered || (hasFigures && whole))
    const heard = isTogether
      ? undefined
      : withSoundTwins(sql, first.parts, (word) => frequencyOf(sql, frequencies, word) > 0)
    const { parts, found, total, loose, ranked } = heard ? gather(heard) : first
    const whole = new Set(found.filter((one) => one.whole || one.numbered).map(({ id }) => id))
    const least = (ranked[0]?.score ?? 0) * WORTH_SHOWING
    const shown = ranked.filter(({ id, score }) => whole.has(id) || score >= least).slice(0, MOST_FOUND)
    const isAll = loose || shown.length < MOST_FOUND
    return { ranked: shown, total: isAll ? shown.length : Math.max(shown.length, total), loose, parts }
  }

  return {
    /** Converts a query to a list filter that requires every term; `undefined` when it contains no word. */
    match: (q: string): string | undefined => {
      const { parts, typesMarks } = readQuestion(q, glossary())
      return allTogether(parts.filter((part) => !(part.weak && typesMarks)).slice(0, MOST_ASKED))
    },
    /** @param era identifies the period around `now` in which nothing expires; used as a cache key */
    search: (request: SearchRequest, era: string): SearchResult => {
      const { q, collections, filter } = request
      const key = JSON.stringify([q.slice(0, 400), collections, filter, era])
      const known = results.get(key)
      if (known) return known
      const result = search(request)
      results.set(key, result, 200 + result.ranked.length * 40)
      return result
    },
    /** Clears the caches; called when the catalogue changes. */
    forget: () => {
      known = undefined
      results.clear()
      frequencies.clear()
    },
  }
}
export type Searcher = ReturnType<typeof searcher>

import { boundedCache } from '../boundedCache.ts'
import type { ListFilter } from '../catalogue/list.ts'
import type { Sql } from '../catalogue/sql.ts'
import { withCorrectedPhrases } from './correctedPhrases.ts'
import { sizeOf } from './docSet.ts'
import type { DocSets } from './docSets.ts'
import { type Glossary, glossaryOf, type SearchWords } from './glossary.ts'
import { allTogether } from './matches.ts'
import { type Part, readQuestion } from './question.ts'
import { type Candidate, type CandidateTexts, type Ranked, rank, readTexts, type TextRow } from './rank.ts'
import { MOST_FOUND, retrieve } from './retrieve.ts'
import type { Scopes } from './scope.ts'
import { withSoundTwins } from './soundTwins.ts'
import { type Frequencies, frequencyOf, MOST_ASKED, mostTelling, type Weighed, weigh } from './weigh.ts'
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
/** Texts of candidates: the newest documents are found again and again. */
const TEXTS_BYTES = 64 * 1024 * 1024
/** Estimated memory of a text in words, in bytes per character: a pointer for each word. */
const APART_BYTES = 1.5
/** Frequencies from this on change too little with a few documents to be read again. */
const FREQUENT = 100
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
  sets: DocSets
  scopes: Scopes
  words: () => SearchWords
  numberFilters: readonly { collection: string; name: string }[]
}) => {
  const { sets, scopes } = args
  let known: Glossary | undefined
  const glossary = (): Glossary => {
    known ??= glossaryOf(args.words())
    return known
  }
  const results = boundedCache<SearchResult>(CACHE_BYTES)
  const texts = boundedCache<CandidateTexts>(TEXTS_BYTES)
  const frequencies: Frequencies = new Map()

  const readMissing = (ids: readonly number[]): Map<number, CandidateTexts> => {
    const rows = args.sql().all<TextRow & { id: number }>(
      `SELECT l.id, l.document, l.date, h.title, h.exact, h.number, h.lead
         FROM json_each(?) e JOIN live l ON l.id = e.value JOIN hits h ON h.live = l.id`,
      JSON.stringify(ids),
    )
    return new Map(
      rows.map((row) => {
        const read = readTexts(row)
        texts.set(String(row.id), read, (row.title.length * 2 + row.lead.length + 100) * APART_BYTES)
        return [row.id, read]
      }),
    )
  }
  const candidates = (found: ReturnType<typeof retrieve>['found']): Candidate[] => {
    const held = new Map(found.map(({ id }) => [id, texts.get(String(id))]))
    const missing = readMissing(found.filter(({ id }) => !held.get(id)).map(({ id }) => id))
    return found.flatMap((one) => {
      const own = held.get(one.id) ?? missing.get(one.id)
      return own ? [{ ...own, ...one }] : []
    })
  }

  const search = (request: SearchRequest, era: string): SearchResult => {
    const question = readQuestion(request.q, glossary())
    if (!question.parts.length || !request.collections.length) return NOTHING
    const sql = args.sql()
    const documents = sizeOf(sets.live())
    const numberFilters = args.numberFilters.filter(({ collection }) => request.collections.includes(collection))
    const scope = scopes.of(request, era)
    const frequency = (word: string) => frequencyOf(sql, frequencies, word)
    const weighed = (part: Part) => weigh(sql, [part], frequencies, documents)[0]!
    const gather = (terms: readonly Weighed[]) => {
      const parts = withCorrectedPhrases(terms, glossary(), weighed)
      const retrieved = retrieve({ sql, sets, question, parts, numberFilters, scope, frequency })
      return { parts, ...retrieved, ranked: rank(parts, candidates(retrieved.found), question) }
    }
    const first = gather(mostTelling(weigh(sql, question.parts, frequencies, documents)))
    // Long texts hold any few words, but figures seldom stand in titles.
    const hasFigures = question.parts.some(({ spellings }) => /^\d/.test(spellings[0]![0]!))
    const isTogether =
      first.ranked.some(({ inTitle }) => inTitle) ||
      first.found.some(({ numbered, whole }) => numbered || (hasFigures && whole))
    const heard = isTogether ? undefined : withSoundTwins(sql, first.parts, (word) => frequency(word) > 0)
    const { parts, found, further, total, loose, ranked } = heard ? gather(heard) : first
    const whole = new Set(found.filter((one) => one.whole || one.numbered).map(({ id }) => id))
    const least = (ranked[0]?.score ?? 0) * WORTH_SHOWING
    const compared = ranked.filter(({ id, score }) => whole.has(id) || score >= least)
    const behind = compared.at(-1)?.score ?? 0
    const shown = [...compared, ...further.map((id) => ({ id, score: behind, inTitle: false }))].slice(0, MOST_FOUND)
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
      const result = search(request, era)
      results.set(key, result, 200 + result.ranked.length * 40)
      return result
    },
    /** Called when the catalogue changes. */
    forget: (what: 'counts' | 'everything') => {
      known = undefined
      results.clear()
      if (what === 'everything') texts.clear()
      for (const [word, count] of frequencies) if (what === 'everything' || count < FREQUENT) frequencies.delete(word)
    },
  }
}
export type Searcher = ReturnType<typeof searcher>

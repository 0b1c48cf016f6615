import type { Eras } from '../catalogue/eras.ts'
import type { Sql } from '../catalogue/sql.ts'
import { docSets } from './docSets.ts'
import { type FacetCount, type FacetsRequest, facetCounts } from './facetCounts.ts'
import type { SearchWords } from './glossary.ts'
import { scopesOf } from './scope.ts'
import { type SearchRequest, type SearchResult, searcher } from './searcher.ts'

export interface FacetsAmongRequest {
  /** Live ids of the documents that are counted. */
  ids: readonly number[]
  /** The collections they are of. */
  collections: readonly string[]
  names: readonly string[]
}

/** Answers questions that look at many documents at once. */
export interface Finder {
  search(request: SearchRequest): SearchResult
  /** Facet counts of the documents in a collection that match a filter, highest count first. */
  facets(request: FacetsRequest): FacetCount[]
  /** Facet counts over given documents. */
  facetsAmong(request: FacetsAmongRequest): FacetCount[]
  /** Converts typed text to `ListFilter.match`; `undefined` when it contains no word. */
  match(typed: string): string | undefined
  /** @param what `counts` when documents came and went, `everything` when the file was replaced */
  forget(what: 'counts' | 'everything'): void
}

/** Too many questions wait: the reader is to come again in a moment. */
export class TooBusy extends Error {}

/** A finder that may run elsewhere; throws `TooBusy`. */
export interface Finding {
  search(request: SearchRequest): SearchResult | Promise<SearchResult>
  facets(request: FacetsRequest): FacetCount[] | Promise<FacetCount[]>
  facetsAmong(request: FacetsAmongRequest): FacetCount[] | Promise<FacetCount[]>
}

/**
 * @param args.words current synonyms and stop words; read again after `forget`
 * @param args.numberFilters filters that hold printed numbers
 */
export const openFinder = (args: {
  sql: () => Sql
  eras: Eras
  words: () => SearchWords
  numberFilters: readonly { collection: string; name: string }[]
}): Finder => {
  const { sql, eras, words, numberFilters } = args
  const sets = docSets(sql)
  const scopes = scopesOf(sets)
  const find = searcher({ sql, sets, scopes, words, numberFilters })
  const counts = facetCounts({ sql, sets, scopes })
  return {
    search: (request) => find.search(request, eras.era(request.now)),
    facets: (request) => counts.facets(request, eras.era(request.now)),
    facetsAmong: ({ ids, collections, names }) => counts.facetsAmong(ids, collections, names),
    match: find.match,
    forget: (what) => {
      sets.forget(what)
      scopes.forget()
      counts.forget()
      find.forget(what)
    },
  }
}

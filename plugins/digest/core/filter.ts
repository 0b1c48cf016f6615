import { createHash } from 'node:crypto'
import { isRecord } from '../../../lib/isRecord.ts'
import type { FrozenContent, Json } from '../../publications/index.ts'

/** What a subscriber can choose by. Values of one facet are alternatives; facets narrow each other. */
export const FACETS = ['collections', 'topics', 'territories', 'audiences', 'documentTypes', 'languages'] as const
export type Facet = (typeof FACETS)[number]
/** Facets whose values are keys of reference data. */
export type ReferenceFacet = Exclude<Facet, 'collections' | 'languages'>
export type Filter = Partial<Record<Facet, string[]>>

/** What a publication offers to a filter: for each facet the keys it carries. */
export type FilterSubject = Record<Facet, ReadonlySet<string>>

/** Most values that one filter may name, so that nobody stores a book. */
const MOST_VALUES = 200

const isFacet = (name: string): name is Facet => (FACETS as readonly string[]).includes(name)
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

/**
 * Reads a filter from a request.
 *
 * @param args.known the values that exist, by facet
 * @returns the filter with its values sorted, each once, and empty facets dropped; or the first part that is unknown,
 * as it was given, with its facet where that exists
 */
export const readFilter = (args: {
  input: unknown
  known: Record<Facet, ReadonlySet<string>>
}): { filter: Filter } | { unknown: string; facet?: Facet } => {
  const { input, known } = args
  if (input === undefined || input === null) return { filter: {} }
  if (!isRecord(input)) return { unknown: 'filter' }
  const filter: Filter = {}
  for (const [facet, given] of Object.entries(input)) {
    if (!isFacet(facet)) return { unknown: facet }
    const values = given === undefined || given === null ? [] : asList(given)
    if (values.length > MOST_VALUES) return { unknown: '', facet }
    const stranger = values.find((value) => typeof value !== 'string' || !known[facet].has(value))
    if (stranger !== undefined) return { unknown: typeof stranger === 'string' ? stranger : '', facet }
    if (values.length) filter[facet] = [...new Set(values as string[])].sort()
  }
  return { filter }
}

/** Facets that were there from the start: a filter that names no other keeps its key. */
const KEYED = FACETS.filter((facet) => facet !== 'languages')

/** Equal filters, equal key. */
export const filterKey = (filter: Filter): string =>
  createHash('sha256')
    .update(
      JSON.stringify([...KEYED.map((facet) => filter[facet] ?? []), ...(filter.languages ? [filter.languages] : [])]),
    )
    .digest('hex')
    .slice(0, 32)

/** Whether a publication is one that the filter asks for; an empty filter asks for everything. */
export const matches = (filter: Filter, subject: FilterSubject): boolean =>
  FACETS.every((facet) => !filter[facet]?.length || filter[facet].some((value) => subject[facet].has(value)))

const gather = (value: Json | undefined, found: Map<string, Set<string>>): void => {
  if (Array.isArray(value)) {
    for (const inner of value) gather(inner, found)
    return
  }
  if (value === null || typeof value !== 'object') return
  // A rich text names documents and files of its own; what it mentions is not what the document is about.
  if ('lexical' in value) return
  if (typeof value.collection === 'string' && typeof value.key === 'string')
    found.set(value.collection, (found.get(value.collection) ?? new Set()).add(value.key))
  for (const inner of Object.values(value)) gather(inner, found)
}

/**
 * What a frozen content offers to filters: the keys of the reference data it points to, wherever in its fields.
 *
 * @param facetCollections for each facet the collection whose keys it is about
 */
export const subjectOf = (content: FrozenContent, facetCollections: Record<ReferenceFacet, string>): FilterSubject => {
  const found = new Map<string, Set<string>>()
  gather(content.fields, found)
  const keysOf = (facet: ReferenceFacet) => found.get(facetCollections[facet]) ?? new Set<string>()
  return {
    collections: new Set([content.collection]),
    topics: keysOf('topics'),
    territories: keysOf('territories'),
    audiences: keysOf('audiences'),
    documentTypes: keysOf('documentTypes'),
    languages: new Set(content.locales),
  }
}

import { createHash } from 'node:crypto'
import { isRecord } from '../../../lib/isRecord.ts'
import type { FrozenContent, Json } from '../../publications/index.ts'

/** Facets of a subscription filter. Values of one facet are combined with OR, facets with AND. */
export const FACETS = ['collections', 'topics', 'territories', 'audiences', 'documentTypes', 'languages'] as const
export type Facet = (typeof FACETS)[number]
/** Facets whose values are keys of reference data. */
export type ReferenceFacet = Exclude<Facet, 'collections' | 'languages'>
export type Filter = Partial<Record<Facet, string[]>>

/** Facet values of a publication. */
export type FilterSubject = Record<Facet, ReadonlySet<string>>

/** Maximum number of values in a filter, which limits what a request can store. */
const MOST_VALUES = 200

const isFacet = (name: string): name is Facet => (FACETS as readonly string[]).includes(name)
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

/**
 * Parses a filter from a request.
 *
 * @param args.known the existing values, by facet
 * @returns the filter with its values sorted and deduplicated, and empty facets dropped; or the first unknown part, as
 * given, with its facet if that exists
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

/** The original facets: a filter that uses no other keeps its key. */
const KEYED = FACETS.filter((facet) => facet !== 'languages')

/** Equal filters have equal keys. */
export const filterKey = (filter: Filter): string =>
  createHash('sha256')
    .update(
      JSON.stringify([...KEYED.map((facet) => filter[facet] ?? []), ...(filter.languages ? [filter.languages] : [])]),
    )
    .digest('hex')
    .slice(0, 32)

/** Whether a publication matches a filter; an empty filter matches everything. */
export const matches = (filter: Filter, subject: FilterSubject): boolean =>
  FACETS.every((facet) => !filter[facet]?.length || filter[facet].some((value) => subject[facet].has(value)))

const gather = (value: Json | undefined, found: Map<string, Set<string>>): void => {
  if (Array.isArray(value)) {
    for (const inner of value) gather(inner, found)
    return
  }
  if (value === null || typeof value !== 'object') return
  // Rich text refers to documents and files that are only mentioned, so it does not count as a subject.
  if ('lexical' in value) return
  if (typeof value.collection === 'string' && typeof value.key === 'string')
    found.set(value.collection, (found.get(value.collection) ?? new Set()).add(value.key))
  for (const inner of Object.values(value)) gather(inner, found)
}

/**
 * Facet values of a frozen content: keys of the reference data it refers to, anywhere in its fields.
 *
 * @param facetCollections collection of each facet's keys
 */
export const subjectOf = (
  content: FrozenContent,
  facetCollections: Partial<Record<ReferenceFacet, string>>,
): FilterSubject => {
  const found = new Map<string, Set<string>>()
  gather(content.fields, found)
  const keysOf = (facet: ReferenceFacet) => found.get(facetCollections[facet] ?? '') ?? new Set<string>()
  return {
    collections: new Set([content.collection]),
    topics: keysOf('topics'),
    territories: keysOf('territories'),
    audiences: keysOf('audiences'),
    documentTypes: keysOf('documentTypes'),
    languages: new Set(content.locales),
  }
}

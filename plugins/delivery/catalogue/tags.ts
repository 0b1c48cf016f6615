import type { ListFilter, Sort } from './list.ts'

/**
 * Names of what an answer reads and a publication touches. An answer is dropped when something that it read was touched;
 * so a tag may be touched needlessly, and must not be left out.
 */
export const tags = {
  /** The log as far as it goes. */
  log: 'log',
  /** The visit counter. */
  visits: 'visits',
  /** Synonyms and stop words, which are made of reference data. */
  words: 'words',
  /** Any document of any collection: the weight of a word depends on all of them. */
  anyDocument: 'documents',
  /** Whether it is live, its edition, its state and how it became public. */
  document: (collection: string, document: string) => `document ${collection}/${document}`,
  /** Which document an address of this site belongs to. */
  url: (url: string) => `url ${url}`,
  slug: (collection: string, slug: string) => `slug ${collection}/${slug}`,
  /** Which document an address of an earlier site belongs to. */
  legacy: (address: string) => `legacy ${address}`,
  /** Relations that other documents state. */
  relationsTo: (collection: string, document: string) => `relations ${collection}/${document}`,
  /** A row of reference data. */
  term: (collection: string, key: string) => `term ${collection}/${key}`,
  /** Which rows a reference collection has, and how they refer to each other. */
  termsOf: (collection: string) => `terms ${collection}`,
} as const

export const addressTags = (legacy: readonly string[]): string[] => legacy.map(tags.legacy)

/** What a list depends on: where its documents stand, or also what is written in them and when that was published. */
type Depth = 'place' | 'text'

/** Lists of a collection, or those of its lists that are narrowed to a value of a facet. */
export const listTag = (depth: Depth, collection: string, facet?: { name: string; value: string }): string =>
  facet ? `${depth} ${collection} ${facet.name}=${facet.value}` : `${depth} ${collection}`

/** Facets that every document has and that divide a collection into few parts. */
const COARSE: readonly string[] = ['year', 'language']

/**
 * Tags of a list, a count or facet counts. A document that is in it has all its facets, so one facet decides; with several
 * values of that facet there is a tag for each. The documents themselves are tags of their own.
 *
 * @param sort `undefined` for counts
 */
export const tagsOfScope = (scope: { collections: readonly string[]; filter: ListFilter; sort?: Sort }): string[] => {
  const { collections, filter, sort } = scope
  const depth: Depth = filter.match !== undefined || sort?.column === 'updated_at' ? 'text' : 'place'
  const names = Object.keys(filter.facets)
  const name = names.find((one) => !COARSE.includes(one)) ?? names[0]
  if (name === undefined) return collections.map((collection) => listTag(depth, collection))
  const values = [filter.facets[name]!].flat()
  return collections.flatMap((collection) => values.map((value) => listTag(depth, collection, { name, value })))
}

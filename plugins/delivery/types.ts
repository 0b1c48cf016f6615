import type { Access, Payload } from 'payload'
import type { Json, JsonObject } from '../publications/index.ts'
import type { PageSizes, QueryLimits } from './api/limits.ts'
import type { DatedReference } from './catalogue/terms.ts'
import type { SearchOptions } from './search/words.ts'

/** A handler of public requests, with its mount path in Express syntax. */
export interface DeliveryHandler {
  path: string
  /** The only allowed method; every method when omitted. */
  method?: 'GET' | 'POST'
  /** Rate limit in requests per minute and network, if it differs from the general public limit. */
  perMinute?: number
  handle: (request: Request) => Promise<Response>
}

/** Text by locale: `{ vi: 'Sửa đổi', en: 'Amends' }`. */
export type ByLanguage = Record<string, string>

/** A filter of a list, over values of public fields. */
export interface FilterRule {
  /** Public fields that hold the values; `number` filters often have two spellings. */
  fields: string[]
  /**
   * How a value is compared. `key`: exact match on the reference's stable key (or the text itself). `number`: folded,
   * with any run of separators treated as one, so that `84/KH-UBND`, `84 kh ubnd` and `84-KH-UBND` are equal.
   * @default 'key'
   */
  as?: 'key' | 'number'
}

/** Relations between documents, stored once and shown at both ends. */
export interface RelationsRule {
  /** Public field: an array of groups. */
  field: string
  /**
   * Subfield with the relation type.
   * @default 'type'
   */
  type?: string
  /**
   * Subfield with the link to the other document.
   * @default 'target'
   */
  target?: string
  /**
   * Subfield with the part that the relation affects, in words; empty for the whole document.
   * @default 'scope'
   */
  scope?: string
  /** By relation type: its label at this end, and the type and label of the inverse. */
  verbs: Record<string, { verb: ByLanguage; inverse: { type: string; verb: ByLanguage } }>
}

/** A relation of a live document, as input of a derived field. */
export interface SeenRelation {
  /** Type as seen from this document: its own (`replaces`) or the inverse of another's (`replacedBy`). */
  type: string
  /** The part that it affects, in words; `undefined` for the whole document. */
  scope: string | undefined
  /** Identifies the other document. */
  id: string
  /** Public fields of the other document in the requested locale; `undefined` when it is not live. */
  target: JsonObject | undefined
  /** Relations of the other document, of the given types. */
  relations(types: readonly string[]): SeenRelation[]
}

export interface DerivationInput {
  /** Sibling fields, in the requested locale. */
  fields: JsonObject
  /** Today in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
  day: string
  /**
   * Relations of the document in both directions and of the given types, among live documents. Costs a query, so call it
   * only when needed.
   */
  relations(types: readonly string[]): SeenRelation[]
}

/** A field computed at read time, because it depends on the day or on other documents. Never stored, never hashed. */
export interface DerivedField {
  type: 'String' | 'Int' | 'Boolean'
  /** Description in the GraphQL schema. */
  description: string
  derive(input: DerivationInput): Json | undefined
}

/** Input for the structured data of a live document. */
export interface JsonLdInput {
  /** Public fields that lists show, in the locale it is shown in. */
  fields: JsonObject
  /** The locale it is shown in. */
  locale: string
  /** Absolute URL on the website. */
  url: string
  /** Absolute URL of a file of the document. */
  fileUrl(file: JsonObject): string
  /** ISO 8601 timestamps. */
  publishedAt: string
  updatedAt: string
}

/** How the documents of a governed collection are served. */
export interface DeliveredCollection {
  /**
   * Names in the public API: `{ single: 'directive', list: 'directives', type: 'Directive' }`.
   * @default from the collection's slug
   */
  names?: { single: string; list: string; type: string }
  /**
   * Public field (text `YYYY-MM-DD`) with the date of a document. Adds a sort by it; `from`, `to` and `year` use it.
   * @default the day of first publication in Asia/Ho_Chi_Minh
   */
  date?: string
  /** Public field after which a document is not shown: an instant, or a day, which is included in full. */
  expires?: string
  /** Public field (text `YYYY-MM-DD`) with the last day on which a document is pinned in the default sort. */
  pinned?: string
  /** Filters by name, in addition to `q`, `year`, `from` and `to`, which every list has. */
  filters?: Record<string, FilterRule>
  relations?: RelationsRule
  /**
   * Public field with the URLs of a document on an earlier website: an array of texts, or of groups with a `url`.
   * `single(url)` and `removed(url)` find the document by them. The field is optional.
   */
  legacyAddresses?: string
  /**
   * Public fields for feeds, of which the first with text is used: permanent id, summary, author; and by property of the
   * European Legislation Identifier's ontology the field that holds it, `{ date_document: 'issuedOn' }`. Of a reference
   * its first label is told.
   */
  feed?: { id?: string[]; summary?: string[]; author?: string[]; eli?: Record<string, string> }
  /** Public text field that names who made a file, by file field: `{ picture: 'pictureCredit' }`. */
  credits?: Record<string, string>
  /** Public file fields that the sitemap names: a picture; a video with its picture, or the address of a player. */
  sitemap?: { picture?: string; video?: { file: string; poster: string; player?: string } }
  /** Structured data (schema.org) for search engines; without it a document has no `jsonLd`. */
  jsonLd?: (input: JsonLdInput) => JsonObject | undefined
  /** Derived fields by path: `legalStatus`, or `captions.url` for a subfield of a group. */
  derived?: Record<string, DerivedField>
}

/** A reference collection whose rows have a validity period and successors. */
export interface DatedCollection extends DatedReference {
  /** Other references of a row to show, with the collection that each refers to: `{ parent: 'organisations' }`. */
  links?: Record<string, string>
}

/** The public website. */
export interface SiteOptions {
  /** Origin without a trailing slash; feeds, sitemap and JSON-LD link to it. */
  url: string
  name: ByLanguage
  /**
   * Path of a document's page in a language, from its public path.
   * @default the same page in all languages
   */
  languagePath?: (path: string, locale: string) => string
  /** Name of each collection by slug, for the titles of its feeds. */
  sections: Record<string, ByLanguage>
  /**
   * Slug of a recorded global which editors change: `name`, `agency`, `address`, `telephone`, `email`, the files `logo`
   * and `banner`, `menu` (rows of `label`, `url`, `children`) and `home` (rows of `part`, `count`). Its name stands before
   * the one above.
   * @default none
   */
  recorded?: string
  /**
   * Collection whose live documents stand in the menu, after the recorded entries: those with `shown`, in the order of
   * the number `order`, below the document that `under` names.
   * @default none
   */
  menuPages?: { collection: string; shown: string; order: string; under: string }
  /**
   * Parts of the home page, and how many entries each shows, unless the recorded global names others.
   * @default none
   */
  home?: { name: string; count: number }[]
}

export interface DeliveryOptions {
  /** Governed collections to serve, by slug. A collection that is not listed is not served. */
  collections: Record<string, DeliveredCollection>
  site: SiteOptions
  /**
   * Reference collections whose rows have a validity period, by slug.
   * @default none
   */
  dated?: Record<string, DatedCollection>
  /**
   * Synonyms and stop words for search.
   * @default none
   */
  search?: SearchOptions
  /**
   * Limits of one operation.
   * @default 15 levels, 30 aliases, 20 directives, 600 fields, 15 roots, 32 KiB of 4,000 tokens, a cost of 25,000
   */
  limits?: Partial<QueryLimits>
  /**
   * Rows on one page of a list or a search, and entries of a feed.
   * @default 10, at most 100; 50 entries
   */
  pageSizes?: PageSizes
  /**
   * Widths in pixels at which pictures are offered, besides their own.
   * @default []: pictures are offered as they are
   */
  pictureWidths?: readonly number[]
  /** Who may read the visit counts in the admin and over `/api`. */
  read: Access
  /**
   * Visits counted before this system started, added to its own.
   * @default 0
   */
  openingVisits?: (args: { payload: Payload }) => Promise<number>
}

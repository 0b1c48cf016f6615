import type { Access, Payload } from 'payload'
import type { Json, JsonObject } from '../publications/index.ts'
import type { QueryLimits } from './api/limits.ts'
import type { DatedReference } from './catalogue/terms.ts'
import type { SearchWords } from './search/glossary.ts'

/** A handler of public requests, and the path it is mounted at in Express's notation. */
export interface DeliveryHandler {
  path: string
  /** The one method it takes; every method when left out. */
  method?: 'GET' | 'POST'
  /** Requests a minute and network, where it is not what the public may ask in general. */
  perMinute?: number
  handle: (request: Request) => Promise<Response>
}

/** Text by language: `{ vi: 'Sửa đổi', en: 'Amends' }`. */
export type ByLanguage = Record<string, string>

/** One filter of a list, over values taken from public fields. */
export interface FilterRule {
  /** Public fields the values come from; `number` filters often take two spellings. */
  fields: string[]
  /**
   * How a value is compared. `key`: the reference's stable key (or the text itself), exactly. `number`: folded, any
   * run of separators being one, so that `84/KH-UBND`, `84 kh ubnd` and `84-KH-UBND` are the same.
   * @default 'key'
   */
  as?: 'key' | 'number'
}

/** Relations between documents, stored once and shown from both ends. */
export interface RelationsRule {
  /** Public field: an array of groups. */
  field: string
  /**
   * Member of the group that names the kind of relation.
   * @default 'type'
   */
  type?: string
  /**
   * Member of the group that links to the other document.
   * @default 'target'
   */
  target?: string
  /** By kind: how it reads from this end, and its name and reading from the other. */
  verbs: Record<string, { verb: ByLanguage; inverse: { type: string; verb: ByLanguage } }>
}

/** A relation of a live document, as a derived field sees it. */
export interface SeenRelation {
  /** Kind as seen from the document: its own (`replaces`) or the inverse of another's (`replacedBy`). */
  type: string
  /** Public fields of the document at the other end, in the language asked for; `undefined` when it is not live. */
  target: JsonObject | undefined
}

export interface DerivationInput {
  /** Members of the object the field stands in, in the language asked for. */
  fields: JsonObject
  /** Today in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
  day: string
  /** Relations of the document, both ways, among live documents. Costs a query: call it only when it decides. */
  relations(): SeenRelation[]
}

/** A field computed when it is read, because it depends on the day or on other documents. Never stored, never hashed. */
export interface DerivedField {
  type: 'String' | 'Int' | 'Boolean'
  /** What a web developer reads in the schema. */
  description: string
  derive(input: DerivationInput): Json | undefined
}

/** A live document as it is described to search engines. */
export interface JsonLdInput {
  /** Public fields that lists show, in the language it is shown in. */
  fields: JsonObject
  /** That language. */
  locale: string
  /** Absolute address on the website. */
  url: string
  /** Absolute address of a file of the document. */
  fileUrl(file: JsonObject): string
  /** Instants, ISO 8601. */
  publishedAt: string
  updatedAt: string
}

/** How the documents of one governed collection are served. */
export interface DeliveredCollection {
  /**
   * Names in the public API: `{ single: 'directive', list: 'directives', type: 'Directive' }`.
   * @default from the collection's slug
   */
  names?: { single: string; list: string; type: string }
  /**
   * Public field (text `YYYY-MM-DD`) that dates a document: adds sorting by it, and `from`, `to` and `year` read it.
   * @default the day of first publication in Asia/Ho_Chi_Minh
   */
  date?: string
  /** Public field after which a document is not shown: an instant, or a day that still counts whole. */
  expires?: string
  /** Public field (text `YYYY-MM-DD`), the last day on which a document stands before all others in the usual order. */
  pinned?: string
  /** Filters by name, beside `q`, `year`, `from` and `to`, which every list has. */
  filters?: Record<string, FilterRule>
  relations?: RelationsRule
  /**
   * Public field with the addresses that a document had on an earlier website: a list of texts, or of groups with a
   * `url`. `single(url)` and `removed(url)` find the document by them. A collection need not have the field.
   */
  legacyAddresses?: string
  /** Public fields that a feed reads, the first that holds a text: a name for ever, a summary, who stands behind it. */
  feed?: { id?: string[]; summary?: string[]; author?: string[] }
  /** What search engines are told about a document (schema.org); without it a document has no `jsonLd`. */
  jsonLd?: (input: JsonLdInput) => JsonObject | undefined
  /** Derived fields by path: `legalStatus`, or `captions.url` for a member of a group. */
  derived?: Record<string, DerivedField>
}

/** A reference collection whose rows begin, end and are taken over by others. */
export interface DatedCollection extends DatedReference {
  /** Other references of a row to show, with the collection that each points to: `{ parent: 'organisations' }`. */
  links?: Record<string, string>
}

/** The website that the public reads. */
export interface SiteOptions {
  /** Origin, without a trailing slash: feeds, sitemap and JSON-LD link to it. */
  url: string
  name: ByLanguage
  /** What each collection is called, by slug; in the titles of its feed. */
  sections: Record<string, ByLanguage>
}

export interface DeliveryOptions {
  /** The governed collections to serve, by slug. One that is not named is not served. */
  collections: Record<string, DeliveredCollection>
  site: SiteOptions
  /**
   * Reference collections whose rows live in time, by slug.
   * @default none
   */
  dated?: Record<string, DatedCollection>
  /**
   * Words that mean the same, and words that mean nothing, to whoever searches.
   * @default none
   */
  search?: SearchWords
  /**
   * How much one operation may ask.
   * @default 15 levels, 30 aliases, 20 directives, 600 fields, 15 roots, 32 KiB of 4,000 tokens, a cost of 25,000
   */
  limits?: Partial<QueryLimits>
  /** Who may read the counted visits in the admin and over `/api`. */
  read: Access
  /**
   * Visits counted before this system did, added to its own.
   * @default 0
   */
  openingVisits?: (args: { payload: Payload }) => Promise<number>
}

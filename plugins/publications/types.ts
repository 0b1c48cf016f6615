import type { Access } from 'payload'

/** JSON as it can be canonicalised (RFC 8785). */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

/** How documents of one governed collection appear in public. */
export interface GovernedCollection {
  /** First segment(s) of the public address; `/van-ban` gives `/van-ban/<slug>`. */
  path: string
}

/** How a reference row is frozen into an edition: by its stable key, with its labels as they read at that moment. */
export interface ReferenceCollection {
  /** Field that holds the stable key (`code`, `slug`), never a database id. */
  key: string
  /** Fields frozen beside the key. */
  labels: string[]
  /**
   * Further fields that a `term` row of the log tells of: days, and relations to reference data.
   * @default none
   */
  facts?: string[]
}

export interface PublicationsOptions {
  /** Collections whose rows are working copies of public documents, by slug. */
  governed: Record<string, GovernedCollection>
  /** Reference data that documents point to, by slug. */
  references: Record<string, ReferenceCollection>
  /** Slug of the upload collection whose files documents show. */
  media: string
  /** Who may read the logs in the admin and over `/api`. */
  read: Access
  /** Absolute folder of the upload collection's files; public copies go to `<mediaDir>/public/<sha256>/`. */
  mediaDir: string
}

export type PublicationKind = 'published' | 'corrected' | 'withdrawn' | 'restored' | 'expired' | 'redirected' | 'term'

/** One row of the publications log: what was done before the public. Content itself stays in `contents`. */
export interface Publication {
  /** Gapless, from 1. */
  seq: number
  /** Id of the event that caused it; unique, so that finishing twice is harmless. */
  key: string
  kind: PublicationKind
  /** Governed (or, for `term`, reference) collection. */
  collection: string
  /** Stable public key of the document. */
  document: string
  /** Public address at that moment, a path such as `/van-ban/84-kh-ubnd`; of a redirection, where it leads. */
  url: string
  slug: string
  /** 1 for the first edition; the edition in force for events that make none. */
  edition: number
  /** SHA-256 (hex) of the frozen content, key into `contents`. */
  contentHash: string
  major: boolean
  /** Change note or public reason of a withdrawal, Vietnamese. */
  changeNote: string | null
  /** Capacities in which the approvers acted, canonical JSON: `[{ step, capacity }]`. */
  capacities: string
  /** Hash of the head of the document's event chain. */
  eventsHead: string
  /** ISO 8601 instant, UTC. */
  at: string
  prev: string
  hash: string
}

/** Localised text inside frozen content: language tags prefixed with `@`, e.g. `{ "@vi": "Kế hoạch", "@km": "…" }`. */
export type FrozenLocalised = { [tag: `@${string}`]: Json }

/** A frozen rich text: the editor's own tree and HTML rendered from it by a pinned converter. */
export interface FrozenRichText {
  html: string
  lexical: JsonObject
}

/** A frozen reference: `{ collection, key, ...labels }`. */
export type FrozenReference = { collection: string; key: string } & JsonObject

/** A frozen relation to another governed document; what it shows is resolved at read time among live editions. */
export interface FrozenDocumentLink {
  collection: string
  key: string
}

/** A frozen file; its bytes lie at `<mediaDir>/public/<sha256>/<filename>`. */
export interface FrozenFile {
  sha256: string
  filename: string
  mimeType: string
  size: number
  width?: number
  height?: number
  alt?: FrozenLocalised | string
}

/** What `contents` holds for a hash: the public fields of one document in all its languages. */
export interface FrozenContent {
  format: 1
  collection: string
  /** Languages that have a title, default language first. */
  locales: string[]
  fields: JsonObject
}

export type PublicFieldKind =
  | 'text'
  | 'number'
  | 'boolean'
  | 'choice'
  | 'richText'
  | 'reference'
  | 'document'
  | 'file'
  | 'group'

/** Description of one public field, derived from the collection's configuration; the public API is built from it. */
export interface PublicFieldShape {
  kind: PublicFieldKind
  localized: boolean
  many: boolean
  /** `group` (and arrays of groups): the shape inside. */
  of?: PublicShape
  /** `choice`: allowed values. `reference`/`document`: target collections. */
  values?: string[]
}
export type PublicShape = Record<string, PublicFieldShape>

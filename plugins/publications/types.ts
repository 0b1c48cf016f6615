import type { Access } from 'payload'

/** JSON that can be canonicalised (RFC 8785). */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

/** How documents of a governed collection appear in public. */
export interface GovernedCollection {
  /** First segment(s) of the public address; `/van-ban` gives `/van-ban/<slug>`. */
  path: string
  /**
   * Localised field with the title; a language without one is not public.
   * @default the collection's `useAsTitle`, otherwise `title`
   */
  title?: string
}

/** How a reference row is frozen into an edition: its stable key, and its labels at that time. */
export interface ReferenceCollection {
  /** Field that holds the stable key (`code`, `slug`), never a database id. */
  key: string
  /** Fields frozen with the key. */
  labels: string[]
  /**
   * Further fields recorded in a `term` row of the log: dates, and relations to reference data.
   * @default none
   */
  facts?: string[]
}

/** The options with their defaults, as the plugin reads them. */
export interface PublicationsSettings {
  /** Collections whose rows are working copies of public documents, by slug. */
  governed: Record<string, Required<GovernedCollection>>
  /**
   * Reference data that documents refer to, by slug.
   * @default {}
   */
  references: Record<string, ReferenceCollection>
  /**
   * Globals whose public fields are recorded in the log as a `term` row, with the slug of the global as collection and
   * key.
   * @default []
   */
  globals?: readonly string[]
  /**
   * Slug of the upload collection with the documents' files. Its rows hold the SHA-256 of the file in a text field
   * `sha256`.
   * @default '': documents have no public files
   */
  media: string
  /**
   * Pictures of the first pages of files: the image size of the upload collection that holds one, and the text field with
   * its SHA-256.
   * @default none
   */
  filePreview?: { size: string; sha256: string }
  /** Who may read the logs in the admin and over `/api`. */
  read: Access
  /**
   * Absolute folder of the upload collection's files; public copies go to `<mediaDir>/public/<sha256>/`.
   * @default '': documents have no public files
   */
  mediaDir: string
}

type Defaulted = 'references' | 'media' | 'mediaDir'

/** The options as a host gives them. */
export interface PublicationsOptions
  extends Omit<PublicationsSettings, Defaulted | 'governed'>,
    Partial<Pick<PublicationsSettings, Defaulted>> {
  /** Collections whose rows are working copies of public documents, by slug. */
  governed: Record<string, GovernedCollection>
}

export type PublicationKind =
  | 'published'
  | 'corrected'
  | 'withdrawn'
  | 'restored'
  | 'expired'
  | 'redirected'
  | 'ratified'
  | 'purged'
  | 'term'

/**
 * A step that somebody took before the public, or on the way there. It names a capacity and never a person. Rows of
 * earlier versions hold `step` and `capacity` alone.
 */
export interface Capacity {
  /** Stable name of the step or the act. */
  step: string
  /** Capacity of the person, as it is printed: a title such as "Trưởng ban". */
  capacity: string
  /** Title of the step, by language. */
  title?: { [language: string]: string }
  /** ISO 8601 timestamp, UTC. */
  at?: string
  /** Set when the act took effect before anybody approved it, and a second person must ratify it. */
  awaits?: true
  /** When the text of the edition first was public elsewhere, ISO 8601, UTC; on steps of texts that were taken over. */
  publicSince?: string
  /** Set on a ratification. */
  ratifies?: 'publication' | 'withdrawal'
}

/** One row of the publications log. Content itself stays in `contents`. */
export interface Publication {
  /** Without gaps, from 1. */
  seq: number
  /** Id of the event that caused it. Unique, which makes a retry idempotent. */
  key: string
  kind: PublicationKind
  /** Governed (or, for `term`, reference) collection. */
  collection: string
  /** Stable public key of the document. */
  document: string
  /** Public address at that time, a path such as `/van-ban/84-kh-ubnd`; for a redirect, its target. */
  url: string
  slug: string
  /** 1 for the first edition; the live edition for rows that create none. */
  edition: number
  /** SHA-256 (hex) of the frozen content, key into `contents`. */
  contentHash: string
  major: boolean
  /** Change note or public reason of a withdrawal, in Vietnamese. */
  changeNote: string | null
  /** Steps that were taken and the capacities of those who took them: `Capacity[]` as canonical JSON. */
  capacities: string
  /** Hash of the last event in the document's event chain. */
  eventsHead: string
  /** ISO 8601 timestamp, UTC. */
  at: string
  prev: string
  hash: string
}

/** Localised text inside frozen content: language tags prefixed with `@`, e.g. `{ "@vi": "Kế hoạch", "@km": "…" }`. */
export type FrozenLocalised = { [tag: `@${string}`]: Json }

/** Frozen rich text: the editor's tree, and HTML rendered from it by a pinned converter. */
export interface FrozenRichText {
  html: string
  lexical: JsonObject
}

/** A frozen reference: `{ collection, key, ...labels }`. */
export type FrozenReference = { collection: string; key: string } & JsonObject

/** A frozen relation to another governed document; what it shows is resolved at read time from live editions. */
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
  /** A picture of its first page. */
  preview?: FrozenFile
}

/** Content stored for a hash: the public fields of one document in all its locales. */
export interface FrozenContent {
  format: 1
  collection: string
  /** Locales that have a title, the default locale first. */
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

/** Shape of a public field, derived from the collection's configuration; the public API is built from it. */
export interface PublicFieldShape {
  kind: PublicFieldKind
  localized: boolean
  many: boolean
  /** `group` (and arrays of groups): the nested shape. */
  of?: PublicShape
  /** `choice`: allowed values. `reference`/`document`: target collections. */
  values?: string[]
}
export type PublicShape = Record<string, PublicFieldShape>

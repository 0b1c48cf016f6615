/** A document of the demonstration: what its author types, before anybody approves it. */
export interface DemoDocument {
  collection: 'directives' | 'bulletins' | 'videos' | 'notices' | 'pages'
  /** Last part of its address; other demo documents point to it by this, and a second seeding finds it by this. */
  slug: string
  /** Login of its author, before the `@`. */
  author: 'author' | 'author2'
  /** Whether it stays with its author instead of going through its approvals. */
  keepDraft?: true
  /** Fields that read the same in every language. */
  shared?: Record<string, unknown>
  /** Fields by language, arrays of groups whole. */
  texts: { vi: Record<string, unknown>; km?: Record<string, unknown> }
  /** Files by field, by their name in `src/seed/files`; a field of several takes a list. */
  files?: Record<string, string | string[]>
  /** Captions of a video, by their names in `src/seed/files`. */
  captions?: { lang: string; file: string }[]
  /** What a picture among the files shows. */
  alt?: string
  /** Relations to other directives of the demonstration. */
  links?: { type: string; slug: string }[]
  /** Reference rows by their stable key, other demo documents by their slug. */
  relations?: Record<string, { collection: string; keys: string | string[] }>
}

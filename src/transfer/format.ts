import type { SanitizedConfig } from 'payload'

/** Version of the folder's form. */
export const FORMAT = 1

/** What was written: rows, and the SHA-256 of each file. */
export interface Written {
  /** Rows by file. */
  rows: Record<string, number>
  /** SHA-256 of each file, in lower-case hexadecimal. */
  files: Record<string, string>
}

export interface Manifest extends Written {
  format: number
  /** ISO 8601 instant of the export. */
  at: string
}

export const MANIFEST = 'manifest.json'

/** Kept by Payload for the moment: open forms, people's column widths, its own record of migrations. */
const PASSING = /^payload-/

/**
 * Written first, in this order: what points into a log before that log, what happened before what it rests on. While
 * others go on writing, everything that a row names is then written after it, and nothing of it is missing.
 */
const POINTING = [
  'webhook-states',
  'digest-runs',
  'deliveries',
  'workflow-runs',
  'workflow-notices',
  'publications',
  'workflow-events',
  'workflow-comments',
  'workflow-powers',
]

/** Collections that move, by slug, in the order in which they are written. They may be loaded in any. */
export const movedCollections = (config: SanitizedConfig): string[] => {
  const all = config.collections.map(({ slug }) => slug).filter((slug) => !PASSING.test(slug))
  return [...POINTING.filter((slug) => all.includes(slug)), ...all.filter((slug) => !POINTING.includes(slug))]
}

/** Of these every version moves too, in the order in which they were made. */
export const versionedCollections = (config: SanitizedConfig): string[] =>
  config.collections.filter(({ slug, versions }) => versions && !PASSING.test(slug)).map(({ slug }) => slug)

/** Names of files without the ending that says whether they are compressed. */
export const fileOf = {
  rows: (slug: string): string => `${slug}.jsonl`,
  versions: (slug: string): string => `${slug}.versions.jsonl`,
  globals: 'globals.jsonl',
} as const

/** Ending of a compressed file (RFC 1952). */
export const COMPRESSED = '.gz'

/** A person's open sessions stay behind: everybody logs in again. */
export const withoutSessions = (row: Record<string, unknown>): Record<string, unknown> =>
  'sessions' in row ? { ...row, sessions: [] } : row

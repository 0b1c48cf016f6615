import type { SanitizedConfig } from 'payload'

/** Version of the folder's form. */
export const FORMAT = 1

export interface Manifest {
  format: number
  /** ISO 8601 instant of the export. */
  at: string
  /** Rows by file. */
  rows: Record<string, number>
  /** SHA-256 of each file. */
  files: Record<string, string>
}

export const MANIFEST = 'manifest.json'

/** Kept by Payload for the moment: open forms, people's column widths, its own record of migrations. */
const PASSING = /^payload-/

/** Collections that move, by slug; the order does not matter, since rows keep their ids. */
export const movedCollections = (config: SanitizedConfig): string[] =>
  config.collections.map(({ slug }) => slug).filter((slug) => !PASSING.test(slug))

/** Of these every version moves too, in the order in which they were made. */
export const versionedCollections = (config: SanitizedConfig): string[] =>
  config.collections.filter(({ slug, versions }) => versions && !PASSING.test(slug)).map(({ slug }) => slug)

export const fileOf = {
  rows: (slug: string): string => `${slug}.jsonl`,
  versions: (slug: string): string => `${slug}.versions.jsonl`,
  globals: 'globals.jsonl',
} as const

/** A person's open sessions stay behind: everybody logs in again. */
export const withoutSessions = (row: Record<string, unknown>): Record<string, unknown> =>
  'sessions' in row ? { ...row, sessions: [] } : row

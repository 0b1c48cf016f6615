import type { Log } from './appendLog.ts'

/** Columns of the publications log, in the order a person would read them. */
export const PUBLICATION_COLUMNS = [
  'key',
  'kind',
  'collection',
  'document',
  'url',
  'slug',
  'edition',
  'contentHash',
  'major',
  'changeNote',
  'capacities',
  'eventsHead',
  'at',
] as const

/** The log of everything done before the public: one stream. */
export const publicationsLog: Log = { collection: 'publications', key: 'key', columns: PUBLICATION_COLUMNS }

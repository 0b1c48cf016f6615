/** Hashed columns of the publications log, in reading order. */
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

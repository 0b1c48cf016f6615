/** Columns of the publications log that are hashed, in the order a person would read them. */
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

import type { SqlValue } from './sql.ts'

export interface ListFilter {
  /** Values by facet, compared exactly. Several values of one facet are combined with OR. */
  facets: Record<string, string | string[]>
  /** Full-text query in FTS5 syntax. */
  match?: string
  /** Inclusive range of dates, `YYYY-MM-DD`. */
  from?: string
  to?: string
}

/** Sortable columns. */
export type SortColumn = 'published_at' | 'updated_at' | 'date' | 'title_key'
export interface Sort {
  /** Name in the API: `-publishedAt`. */
  name: string
  column: SortColumn
  descending: boolean
}

/** Position of a row in a sorted list. */
export interface Place {
  value: string
  document: string
  /** Whether it is among the pinned documents, which come first. */
  pinned?: boolean
}

export interface ListRequest {
  collection: string
  filter: ListFilter
  sort: Sort
  limit: number
  /** Number of rows to skip, or the position to continue after. */
  from: { offset: number } | { after: Place }
  /** ISO 8601; excludes documents that have expired by then. `undefined` if the collection has no expiry. */
  now: string | undefined
  /** Date `YYYY-MM-DD`; documents pinned on it come first. `undefined` if the list has no pinned documents. */
  pinnedOn?: string
}

export interface Statement {
  text: string
  values: SqlValue[]
}

/**
 * Query plan for a facet. `gather` collects the matching rows first: fast when few match. `probe` tests each row in
 * sort order: fast when many match, because a page fills quickly.
 */
export type FacetPlan = 'gather' | 'probe'

const among = (column: string, given: readonly string[]) =>
  given.length === 1 ? `${column} = ?` : `${column} IN (${given.map(() => '?').join(', ')})`

/** WHERE condition on live rows `l` of the given collections that match a filter. */
export const conditions = (
  { collections, filter, now }: { collections: readonly string[] } & Pick<ListRequest, 'filter' | 'now'>,
  plan: FacetPlan,
): Statement => {
  const parts: string[] = []
  const values: SqlValue[] = []
  const add = (part: string, ...more: SqlValue[]) => {
    parts.push(part)
    values.push(...more)
  }
  add(among('l.collection', collections), ...collections)
  if (now !== undefined) add('(l.expires IS NULL OR l.expires > ?)', now)
  for (const name of Object.keys(filter.facets).sort()) {
    const wanted = [filter.facets[name]!].flat()
    const matches = `${among('collection', collections)} AND name = ? AND ${among('value', wanted)}`
    add(
      plan === 'gather'
        ? `l.id IN (SELECT live FROM facets WHERE ${matches})`
        : `EXISTS (SELECT 1 FROM facets WHERE ${matches} AND live = l.id)`,
      ...collections,
      name,
      ...wanted,
    )
  }
  if (filter.match !== undefined) add('l.id IN (SELECT rowid FROM search WHERE search MATCH ?)', filter.match)
  if (filter.from !== undefined) add('l.date >= ?', filter.from)
  if (filter.to !== undefined) add('l.date <= ?', filter.to)
  return { text: parts.join(' AND '), values }
}

/**
 * Counts documents from the facet index alone; rows are read only for the few expired documents. With several facets,
 * it scans the first and probes the others for each document.
 */
const countOfFacets = ({ collection, filter, now }: Pick<ListRequest, 'collection' | 'filter' | 'now'>): Statement => {
  const names = Object.keys(filter.facets).sort()
  const wanted = names.map((name) => [filter.facets[name]!].flat())
  const matches = names.map((_, index) => `collection = ? AND name = ? AND ${among('value', wanted[index]!)}`)
  const others = matches.slice(1).map((match) => ` AND EXISTS (SELECT 1 FROM facets WHERE ${match} AND live = f.live)`)
  const expired = now === undefined ? '' : ' AND f.live NOT IN (SELECT id FROM live WHERE expires <= ?)'
  const values = names.map((name, index) => [collection, name, ...wanted[index]!])
  return {
    text: `SELECT count(DISTINCT f.live) AS count FROM facets f WHERE ${matches[0]}${expired}${others.join('')}`,
    values: [...values[0]!, ...(now === undefined ? [] : [now]), ...values.slice(1).flat()],
  }
}

/** Counts the documents that match a filter. */
export const countStatement = (request: Pick<ListRequest, 'collection' | 'filter' | 'now'>): Statement => {
  const { facets, match, from, to } = request.filter
  const byFacetsAlone = match === undefined && from === undefined && to === undefined
  if (byFacetsAlone && Object.keys(facets).length) return countOfFacets(request)
  const { text, values } = conditions({ ...request, collections: [request.collection] }, 'gather')
  return { text: `SELECT count(*) AS count FROM live l WHERE ${text}`, values }
}

/** Counts the documents that match a filter and are pinned on a date. */
export const pinnedStatement = (
  request: Pick<ListRequest, 'collection' | 'filter' | 'now'>,
  day: string,
): Statement => {
  const { text, values } = conditions({ ...request, collections: [request.collection] }, 'probe')
  return {
    text: `SELECT count(*) AS count FROM live l INDEXED BY live_pinned WHERE ${text} AND l.pinned >= ?`,
    values: [...values, day],
  }
}

/** Up to this many matches, collecting and sorting is faster than scanning the list: about three milliseconds. */
const MANY = 5000

/** The two parts of a list with pinned documents first, each in sort order. */
export type Part = 'pinned' | 'rest'

/** Pinned documents are few: use their own index and sort them. The others are read in index order. */
const PARTS: Record<Part, { index: string; condition: string }> = {
  pinned: { index: ' INDEXED BY live_pinned', condition: ' AND l.pinned >= ?' },
  rest: { index: '', condition: ' AND (l.pinned IS NULL OR l.pinned < ?)' },
}

/**
 * Selects one extra row, so the caller knows whether there is a next page.
 *
 * @param total number of documents that match the filter
 * @param part the part to select from, in lists with pinned documents first
 */
export const pageStatement = (request: ListRequest, total: number, part?: Part): Statement => {
  const { sort, limit, from, filter } = request
  const { text, values } = conditions(
    { ...request, collections: [request.collection] },
    total > MANY || part === 'pinned' ? 'probe' : 'gather',
  )
  const among = part && request.pinnedOn !== undefined ? { ...PARTS[part], values: [request.pinnedOn] } : undefined
  const column = `l.${sort.column}`
  // Ascending by date is the exact reverse of descending, document keys included, so one index serves both.
  const keysDescend = sort.column !== 'title_key' && !sort.descending
  const order = `${column} ${sort.descending ? 'DESC' : 'ASC'}, l.document ${keysDescend ? 'DESC' : 'ASC'}`
  const beyond = sort.descending ? '<' : '>'
  const place =
    'after' in from
      ? {
          text: ` AND ${column} ${beyond}= ? AND (${column} ${beyond} ? OR l.document ${keysDescend ? '<' : '>'} ?)`,
          values: [from.after.value, from.after.value, from.after.document],
        }
      : { text: '', values: [] }
  // The newest of some days stand together in this index, and nowhere near the top of the list.
  const isOfDays = (filter.from !== undefined || filter.to !== undefined) && sort.column === 'published_at'
  const index =
    among?.index ??
    (isOfDays && !Object.keys(filter.facets).length && filter.match === undefined ? ' INDEXED BY live_date' : '')
  return {
    text: `SELECT l.id, l.document, ${column} AS place, ${part === 'pinned' ? 1 : 0} AS pinned
           FROM live l${index} WHERE ${text}${among?.condition ?? ''}${place.text}
           ORDER BY ${order} LIMIT ? OFFSET ?`,
    values: [...values, ...(among?.values ?? []), ...place.values, limit + 1, 'offset' in from ? from.offset : 0],
  }
}

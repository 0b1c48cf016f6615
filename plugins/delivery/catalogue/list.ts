import type { SqlValue } from './sql.ts'

export interface ListFilter {
  /** Values by facet, compared as they are stored; of several, any will do. */
  facets: Record<string, string | string[]>
  /** Full-text query in the search table's syntax. */
  match?: string
  /** Days, `YYYY-MM-DD`, both counted. */
  from?: string
  to?: string
}

/** Columns a list can be sorted by. */
export type SortColumn = 'published_at' | 'updated_at' | 'date' | 'title_key'
export interface Sort {
  /** As it was asked for: `-publishedAt`. */
  name: string
  column: SortColumn
  descending: boolean
}

/** Place of a row in a sorted list. */
export interface Place {
  value: string
  document: string
  /** Whether it stands among the pinned ones, before all others. */
  pinned?: boolean
}

export interface ListRequest {
  collection: string
  filter: ListFilter
  sort: Sort
  limit: number
  /** Rows to leave out, or the place after which the list goes on. */
  from: { offset: number } | { after: Place }
  /** ISO 8601; documents that expired by then are left out. `undefined` where the collection has no expiry. */
  now: string | undefined
  /** Day, `YYYY-MM-DD`: what is pinned on it stands first. `undefined` where nothing does. */
  pinnedOn?: string
}

export interface Statement {
  text: string
  values: SqlValue[]
}

/**
 * How a facet is asked for. `gather`: the matching rows first, fast when they are few. `probe`: each row in the order of
 * the list, fast when many match, since a page is soon full.
 */
export type FacetPlan = 'gather' | 'probe'

const among = (column: string, given: readonly string[]) =>
  given.length === 1 ? `${column} = ?` : `${column} IN (${given.map(() => '?').join(', ')})`

/** Condition on live rows `l` of the collections that a filter lets through. */
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
 * Counts documents by their facets alone: no row of theirs is looked at but those of the few that expired. Of several
 * facets the first is read through, and the others are looked up for each document of it.
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

/** Counts the documents a filter lets through. */
export const countStatement = (request: Pick<ListRequest, 'collection' | 'filter' | 'now'>): Statement => {
  const { facets, match, from, to } = request.filter
  const byFacetsAlone = match === undefined && from === undefined && to === undefined
  if (byFacetsAlone && Object.keys(facets).length) return countOfFacets(request)
  const { text, values } = conditions({ ...request, collections: [request.collection] }, 'gather')
  return { text: `SELECT count(*) AS count FROM live l WHERE ${text}`, values }
}

/** Counts the documents a filter lets through that are pinned on a day. */
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

/** Rows that are gathered and put in order sooner than their list is walked through: some three milliseconds. */
const MANY = 5000

/** The two parts of a list in which pinned documents stand first, each in the order of the list. */
export type Part = 'pinned' | 'rest'

/** Pinned documents are few: they are found by their day and put in order, the others are read in theirs. */
const PARTS: Record<Part, { index: string; condition: string }> = {
  pinned: { index: ' INDEXED BY live_pinned', condition: ' AND l.pinned >= ?' },
  rest: { index: '', condition: ' AND (l.pinned IS NULL OR l.pinned < ?)' },
}

/**
 * One row more than asked for, so that the reader knows whether there is a next page.
 *
 * @param total how many documents the filter lets through
 * @param part the rows to choose from, where pinned ones stand first
 */
export const pageStatement = (request: ListRequest, total: number, part?: Part): Statement => {
  const { sort, limit, from } = request
  const { text, values } = conditions(
    { ...request, collections: [request.collection] },
    total > MANY || part === 'pinned' ? 'probe' : 'gather',
  )
  const among = part && request.pinnedOn !== undefined ? { ...PARTS[part], values: [request.pinnedOn] } : undefined
  const column = `l.${sort.column}`
  // Ascending by date is the exact reverse of descending, document keys included: one index serves both.
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
  return {
    text: `SELECT l.id, l.document, ${column} AS place, ${part === 'pinned' ? 1 : 0} AS pinned
           FROM live l${among?.index ?? ''} WHERE ${text}${among?.condition ?? ''}${place.text}
           ORDER BY ${order} LIMIT ? OFFSET ?`,
    values: [...values, ...(among?.values ?? []), ...place.values, limit + 1, 'offset' in from ? from.offset : 0],
  }
}

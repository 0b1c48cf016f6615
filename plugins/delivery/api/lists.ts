import { isIsoDay } from '../../../src/text/dates.ts'
import type { ListFilter, Place, Sort, SortColumn } from '../catalogue/list.ts'
import type { ListPage } from '../catalogue/read.ts'
import { matchQuery, numberKey } from '../catalogue/searchText.ts'
import type { DeliveredCollection } from '../types.ts'
import { badInput, type DeliveryContext, show } from './context.ts'

export interface ListArgs {
  filter?: Record<string, unknown> | null
  sort?: string | null
  page?: number | null
  limit?: number | null
  after?: string | null
  locale?: string | null
}

export const MOST_PER_PAGE = 100
export const USUAL_PER_PAGE = 10
/** Deeper pages cost as much as all before them; who goes on farther uses `after`. */
const MOST_PAGES = 1000

/** The sorts of a list: by first publication, by the collection's own date, by title. */
export const sortsOf = (collection: DeliveredCollection): Record<string, SortColumn> => ({
  publishedAt: 'published_at',
  ...(collection.date ? { [collection.date]: 'date' as const, issuedOn: 'date' as const } : {}),
  title: 'title_key',
})

const sortOf = (name: string, collection: DeliveredCollection): Sort => {
  const descending = name.startsWith('-')
  const sorts = sortsOf(collection)
  const bare = descending ? name.slice(1) : name
  if (!Object.hasOwn(sorts, bare))
    throw badInput(
      `Unknown sort; use one of: ${Object.keys(sorts)
        .flatMap((each) => [each, `-${each}`])
        .join(', ')}`,
    )
  return { name, column: sorts[bare]!, descending }
}

const filterOf = (
  given: Record<string, unknown>,
  collection: DeliveredCollection,
): ListFilter & { impossible?: true } => {
  const filter: ListFilter & { impossible?: true } = { facets: {} }
  for (const [name, value] of Object.entries(given)) {
    if (value === null || value === undefined || value === '') continue
    if (name === 'q') {
      const match = matchQuery(String(value))
      // Nothing but signs was typed: nothing can match it.
      if (match) filter.match = match
      else filter.impossible = true
    } else if (name === 'from' || name === 'to') {
      if (!isIsoDay(String(value))) throw badInput(`"${name}" is a day such as 2024-05-08`)
      filter[name] = String(value)
    } else filter.facets[name] = collection.filters?.[name]?.as === 'number' ? numberKey(String(value)) : String(value)
  }
  return filter
}

const cursorOf = (sort: Sort, place: Place) =>
  Buffer.from(JSON.stringify([sort.name, place.value, place.document])).toString('base64url')

const placeOf = (cursor: string, sort: Sort): Place => {
  try {
    const [name, value, document] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[]
    if (name === sort.name && typeof value === 'string' && typeof document === 'string') return { value, document }
  } catch {
    // Said below in one way for every cursor that is none of ours.
  }
  throw badInput('"after" is no cursor of this list; use its endCursor with the same sort')
}

/** One page of a collection, as the public API answers it. */
export const listDocuments = (args: {
  slug: string
  collection: DeliveredCollection
  given: ListArgs
  context: DeliveryContext
}) => {
  const { slug, collection, given, context } = args
  const limit = given.limit ?? USUAL_PER_PAGE
  const page = given.page ?? 1
  if (limit < 1 || limit > MOST_PER_PAGE) throw badInput(`"limit" is 1 to ${MOST_PER_PAGE}`)
  if (page < 1 || page > MOST_PAGES) throw badInput(`"page" is 1 to ${MOST_PAGES}; go on with "after"`)
  const sort = sortOf(given.sort ?? '-publishedAt', collection)
  const { impossible, ...filter } = filterOf(given.filter ?? {}, collection)
  const from = given.after ? { after: placeOf(given.after, sort) } : { offset: (page - 1) * limit }
  const found: ListPage = impossible
    ? { documents: [], total: 0, hasNext: false, end: undefined }
    : context.catalogue.list({
        collection: slug,
        filter,
        sort,
        limit,
        from,
        now: collection.expires ? context.now : undefined,
      })
  const locale = given.locale ?? context.defaultLocale
  return {
    docs: found.documents.map((document) => show(document, locale)),
    totalDocs: found.total,
    page: given.after ? null : page,
    totalPages: Math.ceil(found.total / limit),
    limit,
    hasNextPage: found.hasNext,
    hasPrevPage: given.after ? true : page > 1,
    endCursor: found.end ? cursorOf(sort, found.end) : null,
  }
}

import type { Place, Sort, SortColumn } from '../catalogue/list.ts'
import type { ProjectionRules } from '../catalogue/project.ts'
import type { ListPage } from '../readCatalogue.ts'
import type { DeliveredCollection } from '../types.ts'
import { badInput, type DeliveryContext, show } from './context.ts'
import { filterOf } from './filters.ts'
import type { PageSizes } from './limits.ts'

export interface ListArgs {
  filter?: Record<string, unknown> | null
  sort?: string | null
  page?: number | null
  limit?: number | null
  after?: string | null
  locale?: string | null
}

/** The default sort; the only one that lists pinned documents first. */
export const USUAL_SORT = '-publishedAt'
/** The cost of an offset grows with the page number; deeper pagination must use `after`. */
const MOST_PAGES = 1000

/**
 * Sort options of a list: first publication, live edition, the collection's own date, and title. A document without a
 * date of its own is sorted by its publication date.
 */
export const sortsOf = (collection: DeliveredCollection): Record<string, SortColumn> => ({
  publishedAt: 'published_at',
  updatedAt: 'updated_at',
  issuedOn: collection.date ? 'date' : 'published_at',
  ...(collection.date ? { [collection.date]: 'date' as const } : {}),
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

const cursorOf = (sort: Sort, place: Place) =>
  Buffer.from(JSON.stringify([sort.name, place.value, place.document, ...(place.pinned ? [true] : [])])).toString(
    'base64url',
  )

const placeOf = (cursor: string, sort: Sort): Place => {
  try {
    const [name, value, document, pinned] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[]
    if (name === sort.name && typeof value === 'string' && typeof document === 'string')
      return { value, document, pinned: pinned === true }
  } catch {
    // Every invalid cursor gets the same error below.
  }
  throw badInput('"after" is no cursor of this list; use its endCursor with the same sort')
}

/**
 * Validates the requested page.
 *
 * @throws BAD_USER_INPUT when it is out of range
 */
export const pageOf = (given: Pick<ListArgs, 'page' | 'limit'>, sizes: PageSizes): { page: number; limit: number } => {
  const limit = given.limit ?? sizes.usual
  const page = given.page ?? 1
  if (limit < 1 || limit > sizes.most) throw badInput(`"limit" is 1 to ${sizes.most}`)
  if (page < 1 || page > MOST_PAGES) throw badInput(`"page" is 1 to ${MOST_PAGES}; go on with "after"`)
  return { page, limit }
}

/** One page of a collection, in the format of the public API. */
export const listDocuments = (args: {
  slug: string
  rule: ProjectionRules
  given: ListArgs
  context: DeliveryContext
}) => {
  const { slug, rule, given, context } = args
  const { collection } = rule
  const { page, limit } = pageOf(given, context.pageSizes)
  const sort = sortOf(given.sort ?? USUAL_SORT, collection)
  const filter = filterOf(given.filter ?? {}, [rule], context)
  const from = given.after ? { after: placeOf(given.after, sort) } : { offset: (page - 1) * limit }
  const found: ListPage = filter
    ? context.catalogue.list({
        collection: slug,
        filter,
        sort,
        limit,
        from,
        now: collection.expires ? context.now : undefined,
        pinnedOn: collection.pinned && sort.name === USUAL_SORT ? context.day : undefined,
      })
    : { documents: [], total: 0, hasNext: false, end: undefined }
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

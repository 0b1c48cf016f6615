/** Operators for points on a map, which no field here is; the databases fail on them. */
const PLACES = new Set(['near', 'within', 'intersects'])

const asksForPlaces = (where: unknown): boolean =>
  where !== null &&
  typeof where === 'object' &&
  Object.entries(where).some(([name, inner]) => PLACES.has(name) || asksForPlaces(inner))

/** A count that no database can take. */
const asksForTooMany = (query: Record<string, unknown> | undefined): boolean =>
  ['limit', 'page', 'depth'].some((name) => {
    const asked = query?.[name]
    return asked !== undefined && !Number.isSafeInteger(Number(asked))
  })

interface Failure {
  name?: string
  message?: string
  status?: number
  cause?: { code?: string }
}

/**
 * Whether a failure without a status was caused by what was asked: a `where` that is no JSON, an operator that no field
 * takes, a value that the database's driver refuses before the database sees it, a count beyond all numbers, a relation to
 * nothing. A database that
 * is away or broken is not.
 *
 * @param error what was thrown, of whatever library
 * @param query the request's query as Payload parsed it
 */
export const isAskersFault = (error: unknown, query: Record<string, unknown> | undefined): boolean => {
  const { name, message = '', status, cause } = (error ?? {}) as Failure
  if (status !== undefined) return false
  // mongoose and its driver, of a value that cannot become what a path holds
  if (name === 'CastError' || name === 'BSONError') return true
  if (name === 'SyntaxError') return typeof query?.where === 'string' || typeof query?.data === 'string'
  // drizzle; an error of SQLite itself has a code, one of binding a value has none
  if (cause && message.startsWith('Failed query:') && !asksForTooMany(query))
    return cause.code === undefined || cause.code === 'SQLITE_CONSTRAINT_FOREIGNKEY'
  return asksForPlaces(query?.where) || asksForTooMany(query)
}

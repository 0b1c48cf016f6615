/** Operators for points on a map, which no field here is; the databases fail on them. */
const MAP_OPERATORS = new Set(['near', 'within', 'intersects'])

const hasMapOperator = (where: unknown): boolean =>
  where !== null &&
  typeof where === 'object' &&
  Object.entries(where).some(([name, inner]) => MAP_OPERATORS.has(name) || hasMapOperator(inner))

/** A count that no database can take. */
const hasUnsafeCount = (query: Record<string, unknown> | undefined): boolean =>
  ['limit', 'page', 'depth'].some((name) => {
    const count = query?.[name]
    return count !== undefined && !Number.isSafeInteger(Number(count))
  })

interface Failure {
  name?: string
  message?: string
  status?: number
  cause?: { code?: string }
}

/**
 * `payload` 3.90.2 answers 500 where a request asks for what no database can answer: a `where` that is no JSON, an
 * operator for maps, a count beyond all numbers, a value that the driver refuses, a relation to nothing. This tells
 * such a failure from one of the server, such as a database that is away, so that it is answered with 400.
 *
 * @param error what was thrown, of whatever library
 * @param query the request's query as Payload parsed it
 */
export const isClientError = (error: unknown, query: Record<string, unknown> | undefined): boolean => {
  const { name, message = '', status, cause } = (error ?? {}) as Failure
  if (status !== undefined) return false
  // mongoose and its driver, of a value that cannot become what a path holds
  if (name === 'CastError' || name === 'BSONError') return true
  if (name === 'SyntaxError') return typeof query?.where === 'string' || typeof query?.data === 'string'
  // drizzle; an error of SQLite itself has a code, one of binding a value has none
  if (cause && message.startsWith('Failed query:') && !hasUnsafeCount(query))
    return cause.code === undefined || cause.code === 'SQLITE_CONSTRAINT_FOREIGNKEY'
  return hasMapOperator(query?.where) || hasUnsafeCount(query)
}

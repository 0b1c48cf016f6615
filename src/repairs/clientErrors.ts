/** Operators for geographic points. No field here is one, and the databases fail on them. */
const MAP_OPERATORS = new Set(['near', 'within', 'intersects'])

const hasMapOperator = (where: unknown): boolean =>
  where !== null &&
  typeof where === 'object' &&
  Object.entries(where).some(([name, inner]) => MAP_OPERATORS.has(name) || hasMapOperator(inner))

/** Whether a count is not a safe integer, which no database accepts. */
const hasUnsafeCount = (query: Record<string, unknown> | undefined): boolean =>
  ['limit', 'page', 'depth'].some((name) => {
    const count = query?.[name]
    return count !== undefined && !Number.isSafeInteger(Number(count))
  })

/** Limits of SQLite that a filter of many words or conditions exceeds. */
const TOO_LARGE_A_QUESTION = /Expression tree is too large|too many SQL variables|parser stack overflow/

interface Failure {
  name?: string
  message?: string
  status?: number
  cause?: { code?: string; message?: string }
}

/**
 * `payload` 3.90.2 answers 500 to requests that no database can answer: a `where` that is not JSON, a geographic
 * operator, a count that is not a safe integer, a value that the driver rejects, more
 * words or conditions than the database takes, a relation to a missing row. This
 * distinguishes such failures from those of the server, such as an unreachable database, so that they are answered with
 * 400.
 *
 * @param error the error thrown, from any library
 * @param query the request's query as Payload parsed it
 */
export const isClientError = (error: unknown, query: Record<string, unknown> | undefined): boolean => {
  const { name, message = '', status, cause } = (error ?? {}) as Failure
  if (status !== undefined) return false
  // mongoose and its driver: a value that cannot be cast to the type of its path
  if (name === 'CastError' || name === 'BSONError') return true
  if (name === 'SyntaxError') return typeof query?.where === 'string' || typeof query?.data === 'string'
  // drizzle: an error of SQLite itself has a code, an error of binding a value has none
  if (cause && message.startsWith('Failed query:') && !hasUnsafeCount(query))
    return (
      cause.code === undefined ||
      cause.code === 'SQLITE_CONSTRAINT_FOREIGNKEY' ||
      TOO_LARGE_A_QUESTION.test(cause.message ?? '')
    )
  return hasMapOperator(query?.where) || hasUnsafeCount(query)
}

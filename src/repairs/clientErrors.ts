const BUSY_WORDS = /SQLITE_BUSY|SQLITE_LOCKED|The database is busy|WriteConflict/
/** MongoDB: two writes met, or another server is becoming the primary. */
const BUSY_CODE_NAMES =
  /^(?:WriteConflict|LockTimeout|NotWritablePrimary|NotPrimary(?:NoSecondaryOk|OrSecondary)|PrimarySteppedDown|ShutdownInProgress|Interrupted(?:AtShutdown|DueToReplStateChange))$/
const BUSY_NAMES = /^Mongo(?:ServerSelection|Network|NetworkTimeout|PoolCleared|WaitQueueTimeout|NotConnected)Error$/

/** Whether an error says that the database is held by somebody else, or away, and that trying again may help. */
export const isBusyDatabase = (error: unknown, depth = 0): boolean => {
  const { name, code, codeName, message, status, cause } = (error ?? {}) as Record<string, unknown>
  if (status !== undefined || depth > 3) return false
  return (
    BUSY_NAMES.test(String(name)) ||
    BUSY_CODE_NAMES.test(String(codeName)) ||
    (typeof code === 'string' && BUSY_WORDS.test(code)) ||
    // Payload begins a transaction with an error of its own that repeats the message alone.
    (typeof message === 'string' &&
      /^Error: cannot begin transaction|^The database/.test(message) &&
      BUSY_WORDS.test(message)) ||
    (typeof message === 'string' && /^WriteConflict/.test(message)) ||
    (cause !== undefined && isBusyDatabase(cause, depth + 1))
  )
}

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

/** Limits of SQLite that a filter of many words, conditions or relations exceeds. */
const TOO_LARGE_A_QUESTION =
  /Expression tree is too large|too many SQL variables|parser stack overflow|tables in a join/

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
  // drizzle's adapter: a field that no table has, found only while the query is built
  if (name === 'APIError' && message.startsWith('Cannot find field for path at ')) return true
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

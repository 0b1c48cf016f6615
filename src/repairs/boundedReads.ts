import {
  APIError,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  type SanitizedConfig,
} from 'payload'
import { isRecord } from '../../lib/isRecord.ts'
import { FAULTS, type Fault } from '../portal/faults.ts'
import { FILTERS, MOST_ROWS } from '../portal/limits.ts'

/** Rows of a list without a limit; Payload's default. */
const USUAL_ROWS = 10
const ROWS_SO_FAR = 'rowsSoFar'

interface ReadArgs {
  limit?: unknown
  pagination?: boolean
  where?: unknown
  sort?: unknown
  /** Set only where Payload itself populates relations. */
  disableErrors?: boolean
}

/**
 * Number of rows to read. Zero, a negative number and anything that is not a number request everything, and get the
 * maximum.
 *
 * @param limit as sent
 * @param pagination `false` without a limit requests everything too
 */
const rowsOf = ({ limit, pagination }: Pick<ReadArgs, 'limit' | 'pagination'>): number => {
  if (limit === undefined || limit === null) return pagination === false ? MOST_ROWS : USUAL_ROWS
  const rows = Number(limit)
  return Number.isSafeInteger(rows) && rows > 0 ? Math.min(rows, MOST_ROWS) : MOST_ROWS
}

const rowsOfRequest = (req: PayloadRequest, rows: number): number => {
  const all = Number(req.context[ROWS_SO_FAR] ?? 0) + rows
  req.context[ROWS_SO_FAR] = all
  return all
}

/** Number of values in a list or in a text that lists them; of fields in what orders by them. */
const listed = (list: unknown): number =>
  (Array.isArray(list) ? list : [list]).reduce<number>(
    (sum, one) => sum + (typeof one === 'string' ? one.split(',').length : 1),
    0,
  )

/** Whether a filter has more parts, or one of them more values, than `FILTERS` says. */
const isTooLong = (where: unknown): boolean => {
  let parts = 0
  // Not by recursion: a filter may be nested deeper than the stack.
  const waiting = [where]
  while (waiting.length) {
    const part = waiting.pop()
    if (listed(part) > FILTERS.values) return true
    // Lists too: Payload compares what stands in a list of conditions with the schema, whatever it is.
    const inner = Array.isArray(part)
      ? part.filter((one) => typeof one === 'object')
      : isRecord(part)
        ? Object.values(part)
        : []
    parts += inner.length
    if (parts > FILTERS.parts) return true
    waiting.push(...inner)
  }
  return false
}

const refused = (req: PayloadRequest, { status, code, vi, en }: Fault) =>
  new APIError(req.i18n?.language === 'en' ? en : vi, status, { code }, true)

/** Without fields to order by that have no name, as `?sort=` leaves one: MongoDB's driver fails on it. */
const withoutEmptySort = <T extends ReadArgs>(args: T): T => {
  const { sort } = args
  if (typeof sort !== 'string' && !Array.isArray(sort)) return args
  const named = [sort].flat().flatMap((one) => String(one).split(','))
  const kept = named.filter((one) => /[^\s-]/.test(one))
  return kept.length === named.length ? args : { ...args, sort: kept.length ? kept : undefined }
}

/** Guarantees that no request of a person reads or compares so much that others must wait. */
const bound: CollectionBeforeOperationHook = ({ args, operation, req, overrideAccess }) => {
  const read = withoutEmptySort(args as typeof args & ReadArgs)
  if (overrideAccess || read.disableErrors) return read
  if (isTooLong(read.where) || listed(read.sort) > FILTERS.sorts) throw refused(req, FAULTS.tooManyConditions)
  // Payload reads a single row by id through the same hook.
  if (operation !== 'read' || 'id' in args) return read
  const limit = rowsOf(read)
  // A GraphQL query may name any number of lists; a REST request reads one.
  if (req.payloadAPI === 'GraphQL' && rowsOfRequest(req, limit) > MOST_ROWS) throw refused(req, FAULTS.tooManyRows)
  return { ...read, limit }
}

const bounded = (collection: SanitizedCollectionConfig): SanitizedCollectionConfig => ({
  ...collection,
  hooks: { ...collection.hooks, beforeOperation: [bound, ...collection.hooks.beforeOperation] },
})

/**
 * `payload` 3.90.2 reads a whole collection for `limit=0`, a negative or non-numeric limit and `pagination=false`, and
 * has no option for the maximum number of rows. It compares every condition of a filter and every field of an order with
 * the schema, and repeats all wrong ones for each of them. This bounds both in every collection, and the rows of all
 * lists of one GraphQL query together. Payload adds collections of its own after every plugin, so this is applied to the
 * finished configuration.
 */
export const boundedReads = (config: SanitizedConfig): SanitizedConfig => ({
  ...config,
  collections: config.collections.map(bounded),
})

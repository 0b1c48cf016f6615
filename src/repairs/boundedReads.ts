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

/** Number of values in a text that lists them, and of fields in one that orders by them. */
const listed = (text: unknown): number => (typeof text === 'string' ? text.split(',').length : 1)

const isLogical = (name: string): boolean => /^(?:and|or)$/i.test(name)

/** Whether a filter has more parts, or one of them more values, than `FILTERS` says. */
const isTooLong = (where: unknown): boolean => {
  let parts = 0
  // Not by recursion: a filter may be nested deeper than the stack.
  const waiting: { part: unknown; isList: boolean }[] = [{ part: where, isList: false }]
  while (waiting.length) {
    const { part, isList } = waiting.pop()!
    if (Array.isArray(part)) {
      if (!isList && part.reduce<number>((sum, one) => sum + listed(one), 0) > FILTERS.values) return true
      // What stands in a list of conditions is compared with the schema, whatever it is.
      const inner = isList ? part : part.filter((one) => typeof one === 'object')
      parts += inner.length
      for (const one of inner) waiting.push({ part: one, isList: false })
    } else if (isRecord(part)) {
      const inner = Object.entries(part)
      parts += inner.length
      for (const [name, one] of inner) waiting.push({ part: one, isList: isLogical(name) })
    } else if (listed(part) > FILTERS.values) return true
    if (parts > FILTERS.parts) return true
  }
  return false
}

const isLongOrder = (sort: unknown): boolean =>
  (Array.isArray(sort) ? sort.reduce<number>((sum, one) => sum + listed(one), 0) : listed(sort)) > FILTERS.sorts

const refused = (req: PayloadRequest, { status, code, vi, en }: Fault) =>
  new APIError(req.i18n?.language === 'en' ? en : vi, status, { code }, true)

/** Guarantees that no request of a person reads or compares so much that others must wait. */
const bound: CollectionBeforeOperationHook = ({ args, operation, req, overrideAccess }) => {
  const read = args as ReadArgs
  if (overrideAccess || read.disableErrors) return args
  if (isTooLong(read.where) || isLongOrder(read.sort)) throw refused(req, FAULTS.tooManyConditions)
  // Payload reads a single row by id through the same hook.
  if (operation !== 'read' || 'id' in args) return args
  const limit = rowsOf(read)
  // A GraphQL query may name any number of lists; a REST request reads one.
  if (req.payloadAPI === 'GraphQL' && rowsOfRequest(req, limit) > MOST_ROWS) throw refused(req, FAULTS.tooManyRows)
  return { ...args, limit }
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

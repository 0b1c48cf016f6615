import {
  APIError,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  type PayloadRequest,
  type Plugin,
} from 'payload'
import { FAULTS } from '../portal/faults.ts'
import { MOST_ROWS } from '../portal/limits.ts'

/** Rows of a list without a limit; Payload's default. */
const USUAL_ROWS = 10
const ROWS_SO_FAR = 'rowsSoFar'

interface ReadArgs {
  limit?: unknown
  pagination?: boolean
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

/** Guarantees that no request of a person reads so many rows that others must wait. */
const boundRows: CollectionBeforeOperationHook = ({ args, operation, req, overrideAccess }) => {
  const read = args as ReadArgs
  if (overrideAccess || read.disableErrors || operation !== 'read') return args
  // Payload reads a single row by id through the same hook.
  if ('id' in args) return args
  const limit = rowsOf(read)
  // A GraphQL query may name any number of lists; a REST request reads one.
  if (req.payloadAPI === 'GraphQL' && rowsOfRequest(req, limit) > MOST_ROWS) {
    const { status, code, vi, en } = FAULTS.tooManyRows
    throw new APIError(req.i18n?.language === 'en' ? en : vi, status, { code }, true)
  }
  return { ...args, limit }
}

const bounded = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: { ...collection.hooks, beforeOperation: [...(collection.hooks?.beforeOperation ?? []), boundRows] },
})

/**
 * `payload` 3.90.2 reads a whole collection for `limit=0`, a negative or non-numeric limit and `pagination=false`, and
 * has no option for the maximum number of rows. This bounds the lists of every collection, and all lists of one GraphQL
 * query together. Must come after the plugins, so that their collections are bounded too.
 */
export const boundedReads: Plugin = (config) => ({ ...config, collections: config.collections?.map(bounded) })

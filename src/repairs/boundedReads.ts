import {
  APIError,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  type PayloadRequest,
  type Plugin,
} from 'payload'
import { FAULTS } from '../portal/faults.ts'
import { MOST_ROWS } from '../portal/limits.ts'

/** Rows of a list that does not say how many, as Payload counts. */
const USUAL_ROWS = 10
const ROWS_SO_FAR = 'rowsSoFar'

interface ReadArgs {
  limit?: unknown
  pagination?: boolean
  /** Set where Payload itself follows the relations of rows that were read, and nowhere else. */
  disableErrors?: boolean
}

/**
 * How many rows of a list are read. None, fewer than none and no number at all ask for everything, and get the most
 * there is.
 *
 * @param limit as it was sent
 * @param pagination `false` asks for everything too, where no limit is given
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

/** Guarantees that no request of a person reads more rows than are read while others wait for nothing. */
const boundRows: CollectionBeforeOperationHook = ({ args, operation, req, overrideAccess }) => {
  const read = args as ReadArgs
  if (overrideAccess || read.disableErrors || operation !== 'read') return args
  // Payload reads one row by its id through the same hook.
  if ('id' in args) return args
  const limit = rowsOf(read)
  // A query names as many lists as it likes; a request over REST is for one.
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
 * `payload` 3.90.2 reads a whole collection for `limit=0`, for fewer than none, for no number and for
 * `pagination=false`, and has no option for the most rows of a list. This bounds the lists of every collection, and all
 * lists of one GraphQL query together. Comes after the plugins, so that their collections are bounded too.
 */
export const boundedReads: Plugin = (config) => ({ ...config, collections: config.collections?.map(bounded) })

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
const ASKED = 'rowsAsked'

interface Asked {
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
export const rowsOf = ({ limit, pagination }: Pick<Asked, 'limit' | 'pagination'>): number => {
  if (limit === undefined || limit === null) return pagination === false ? MOST_ROWS : USUAL_ROWS
  const asked = Number(limit)
  return Number.isSafeInteger(asked) && asked > 0 ? Math.min(asked, MOST_ROWS) : MOST_ROWS
}

const counted = (req: PayloadRequest, rows: number): number => {
  const all = Number(req.context[ASKED] ?? 0) + rows
  req.context[ASKED] = all
  return all
}

/** Guarantees that no request of a person reads more rows than are read while others wait for nothing. */
const boundRows: CollectionBeforeOperationHook = ({ args, operation, req, overrideAccess }) => {
  const asked = args as Asked
  if (overrideAccess || asked.disableErrors || operation !== 'read') return args
  // Payload reads one row by its id through the same hook.
  if ('id' in args) return args
  const limit = rowsOf(asked)
  // A query names as many lists as it likes; a request over REST is for one.
  if (req.payloadAPI === 'GraphQL' && counted(req, limit) > MOST_ROWS) {
    const { status, code, vi, en } = FAULTS.tooManyRows
    throw new APIError(req.i18n?.language === 'en' ? en : vi, status, { code }, true)
  }
  return { ...args, limit }
}

const bounded = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: { ...collection.hooks, beforeOperation: [...(collection.hooks?.beforeOperation ?? []), boundRows] },
})

/** Bounds the lists of every collection, those of the plugins too, after which it comes. */
export const boundedReads: Plugin = (config) => ({ ...config, collections: config.collections?.map(bounded) })

import { setImmediate, setTimeout as wait } from 'node:timers/promises'
import type { Payload, Where } from 'payload'
import type { Within } from '../../publications/index.ts'

const PAGE = 500
/** Small enough not to block other work. */
const GENTLE_PAGE = 100
/** Share of the time that background work may take; the rest is left to requests. */
const WORKING_SHARE = 0.2

/**
 * Rests in proportion to the duration of a piece of background work.
 *
 * @param began `performance.now()` at its start
 */
export const restAfter = (began: number): Promise<void> => wait((performance.now() - began) * (1 / WORKING_SHARE - 1))

/**
 * Condition for the rows after a given one, in the order of columns that are unique in combination. The first column is
 * also bounded on its own, so that an index over the columns is entered at the position instead of scanned from the
 * start.
 */
export const rowsAfter = (sort: readonly string[], last: object): Where => {
  const [column, ...rest] = sort as [string, ...string[]]
  const value = (last as Record<string, unknown>)[column]
  if (!rest.length) return { [column]: { greater_than: value } }
  return {
    and: [
      { [column]: { greater_than_equal: value } },
      { or: [{ [column]: { greater_than: value } }, rowsAfter(rest, last)] },
    ],
  } as Where
}

/** One page of a collection, ordered by columns that are unique in combination. */
export const pageOf = async <Row extends object>(args: {
  payload: Payload
  collection: string
  sort: readonly string[]
  limit: number
  /** Last row of the previous page; default: the first page. */
  after?: object
  where?: Where
  /** Columns to select; default: all. Those of `sort` are always included. */
  columns?: readonly (keyof Row & string)[]
  req?: Within
}): Promise<(Row & { id: string })[]> => {
  const { payload, collection, sort, limit, after, where, columns, req } = args
  const found = await payload.db.find<Row & { id: string }>({
    collection,
    where: { and: [...(where ? [where] : []), ...(after ? [rowsAfter(sort, after)] : [])] },
    sort: [...sort],
    limit,
    pagination: false,
    req,
    ...(columns ? { select: Object.fromEntries([...sort, ...columns].map((column) => [column, true])) } : {}),
  })
  return found.docs
}

/**
 * All rows of a collection in a stable order, page by page, yielding to other work between pages. Uses keyset
 * pagination, so that the last page costs as much as the first.
 *
 * @param args.sort columns that are unique in combination
 * @param args.columns columns to select; default: all
 * @param args.gently small pages with rests in between, for a process that answers requests
 * @param args.stopping stops between two pages
 * @throws the signal's reason once it is aborted
 */
export async function* allRows<Row extends object>(args: {
  payload: Payload
  collection: string
  sort: readonly string[]
  where?: Where
  columns?: readonly (keyof Row & string)[]
  req?: Within
  gently?: boolean
  stopping?: AbortSignal
}): AsyncGenerator<Row & { id: string }> {
  const { gently, stopping, ...wanted } = args
  const limit = gently ? GENTLE_PAGE : PAGE
  for (let after: object | undefined; ; ) {
    const began = performance.now()
    const rows = await pageOf<Row>({ ...wanted, limit, after })
    yield* rows
    if (rows.length < limit) return
    after = rows.at(-1)
    await (gently ? restAfter(began) : setImmediate())
    stopping?.throwIfAborted()
  }
}

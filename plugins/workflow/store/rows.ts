import { setImmediate, setTimeout as wait } from 'node:timers/promises'
import type { Payload, Where } from 'payload'

const PAGE = 500
/** So few that reading them keeps nobody waiting. */
const GENTLE_PAGE = 100
/** Share of the time that gentle work takes, the rest being left to those who ask for something. */
const WORKING_SHARE = 0.2

/**
 * Rests in proportion to how long a piece of background work took.
 *
 * @param began `performance.now()` at its beginning
 */
export const restAfter = (began: number): Promise<void> => wait((performance.now() - began) * (1 / WORKING_SHARE - 1))

/**
 * What comes after a row in the order of columns that together are unique. The first column bounds the search alone,
 * so that an index over the columns is entered at the place instead of read from its beginning.
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

/** One page of a collection, in the order of columns that together are unique. */
export const pageOf = async <Row extends object>(args: {
  payload: Payload
  collection: string
  sort: readonly string[]
  limit: number
  /** The last row of the page before; without it, the first page. */
  after?: object
  where?: Where
  /** The columns wanted, all of them by default; those of `sort` always come too. */
  columns?: readonly (keyof Row & string)[]
}): Promise<(Row & { id: string })[]> => {
  const { payload, collection, sort, limit, after, where, columns } = args
  const found = await payload.db.find<Row & { id: string }>({
    collection,
    where: { and: [...(where ? [where] : []), ...(after ? [rowsAfter(sort, after)] : [])] },
    sort: [...sort],
    limit,
    pagination: false,
    ...(columns ? { select: Object.fromEntries([...sort, ...columns].map((column) => [column, true])) } : {}),
  })
  return found.docs
}

/**
 * All rows of a collection in a stable order, page by page, giving other work its turn between pages. Each page is
 * found by the key of the one before, so that the last costs as much as the first.
 *
 * @param args.sort columns that together are unique
 * @param args.columns the columns wanted, all of them by default
 * @param args.gently whether to take small pages and rest between them, in a process that answers requests
 * @param args.stopping ends it between two pages
 * @throws the signal's reason once it is aborted
 */
export async function* allRows<Row extends object>(args: {
  payload: Payload
  collection: string
  sort: readonly string[]
  where?: Where
  columns?: readonly (keyof Row & string)[]
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

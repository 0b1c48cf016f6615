import type { Payload, Where } from 'payload'

const PAGE = 500

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
  } as never)
  return found.docs
}

/**
 * All rows of a collection in a stable order, page by page, giving other work its turn between pages. Each page is
 * found by the key of the one before, so that the last costs as much as the first.
 *
 * @param args.sort columns that together are unique
 * @param args.columns the columns wanted, all of them by default
 */
export async function* allRows<Row extends object>(args: {
  payload: Payload
  collection: string
  sort: readonly string[]
  where?: Where
  columns?: readonly (keyof Row & string)[]
}): AsyncGenerator<Row & { id: string }> {
  for (let after: object | undefined; ; ) {
    const rows = await pageOf<Row>({ ...args, limit: PAGE, after })
    yield* rows
    if (rows.length < PAGE) return
    after = rows.at(-1)
    await new Promise(setImmediate)
  }
}

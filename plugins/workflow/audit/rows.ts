import type { Payload, Where } from 'payload'

const PAGE = 500

/**
 * All rows of a collection in a stable order, page by page, giving other work its turn between pages.
 *
 * @param args.sort columns that together are unique
 */
export async function* allRows<Row>(args: {
  payload: Payload
  collection: string
  sort: string[]
  where?: Where
}): AsyncGenerator<Row & { id: string }> {
  for (let page = 1; ; page += 1) {
    const found = await args.payload.db.find<Row & { id: string }>({
      collection: args.collection,
      where: args.where,
      sort: args.sort,
      limit: PAGE,
      page,
      pagination: true,
    } as never)
    yield* found.docs
    if (!found.hasNextPage) return
    await new Promise(setImmediate)
  }
}

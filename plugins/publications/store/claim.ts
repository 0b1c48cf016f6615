import type { Payload, Where } from 'payload'

/**
 * Takes a row by one conditional update: of any number of callers that ask for the same state at once, one gets the
 * row. On SQLite every row that matches is updated, so `where` must name one row by a unique column. Only flat
 * columns can be set.
 *
 * `where` stands alone: with an `id` beside it both adapters would ignore the condition and steal the row.
 *
 * @returns the row after the update, or `null` when the condition no longer holds
 */
export const claim = async <Row>(args: {
  payload: Payload
  collection: string
  where: Where
  data: Record<string, unknown>
}): Promise<Row | null> =>
  (await args.payload.db.updateOne({
    collection: args.collection,
    where: args.where,
    data: args.data,
    options: { atomic: true },
  })) as Row | null

import type { Payload, Where } from 'payload'

/**
 * Claims a row with one conditional update: of any number of callers that compete for the same state, one gets the row.
 * SQLite updates every matching row, so `where` must identify one row by a unique column. Only flat columns can be set.
 *
 * Do not combine `where` with an `id`: both adapters would ignore the condition and steal the row.
 *
 * @returns the updated row, or `null` when the condition no longer holds
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

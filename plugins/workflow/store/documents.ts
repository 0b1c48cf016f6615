import type { Payload } from 'payload'

/** The public key of a working copy by its database id, or `undefined` when it does not exist. */
export const keyOf = async (args: {
  payload: Payload
  collection: string
  id: string | number
}): Promise<string | undefined> => {
  const row = await args.payload.db.findOne<{ id: string; key?: string }>({
    collection: args.collection,
    where: { id: { equals: args.id } },
    select: { key: true },
  })
  return row?.key
}

import type { Access, PayloadRequest, Where } from 'payload'

/** Whether a collection's own access rule lets this person change this row, the workflow left aside. */
export const mayEditRow = async (args: {
  req: PayloadRequest
  collection: string
  id: string | number
  update: Access | undefined
}): Promise<boolean> => {
  const { req, collection, id, update } = args
  if (!req.user || !update) return false
  const result = await update({ req, id })
  if (typeof result === 'boolean') return result
  const { totalDocs } = await req.payload.count({
    collection,
    where: { and: [{ id: { equals: id } }, result as Where] },
    overrideAccess: true,
  })
  return totalDocs > 0
}

import type { Access, PayloadRequest, Where } from 'payload'

/** Whether the collection's own access rule, without that of the workflow, lets this person update this row. */
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

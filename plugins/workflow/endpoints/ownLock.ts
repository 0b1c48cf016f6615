import type { PayloadRequest } from 'payload'

const LOCKS = 'payload-locked-documents'

/**
 * Ends the lock that a person holds on a document, if any. Payload ends it when they leave the page, but whoever has
 * acted has nothing left to edit, and the next person must not have to take over.
 */
export const endOwnLock = async (req: PayloadRequest, collection: string, id: string): Promise<void> => {
  if (!Object.hasOwn(req.payload.collections, LOCKS)) return
  await req.payload.db.deleteMany({
    collection: LOCKS,
    where: {
      and: [
        { 'document.relationTo': { equals: collection } },
        { 'document.value': { equals: id } },
        { 'user.value': { equals: req.user?.id } },
      ],
    },
  })
}

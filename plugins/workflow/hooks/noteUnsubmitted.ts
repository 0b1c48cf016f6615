import type { CollectionAfterChangeHook } from 'payload'
import { DefinitionChanged } from '../store/registry.ts'
import { streamOf } from '../store/stream.ts'
import { differsFromEdition } from '../useCases/differsFromEdition.ts'
import { loadStream } from '../useCases/load.ts'

/**
 * Guarantees that lists say of a document that was ever public whether it holds changes that nobody submitted. A save
 * that changes nothing public, such as the contributors, is none.
 */
export const noteUnsubmitted: CollectionAfterChangeHook = async ({ doc, operation, collection, req }) => {
  if (operation === 'create' || doc.workflowState === 'draft') return doc
  const { payload } = req
  const { slug } = collection
  // A document whose definition is missing is locked; nothing was saved to it.
  const loaded = await loadStream(payload, streamOf(slug, doc.key)).catch((error: unknown) => {
    if (error instanceof DefinitionChanged) return undefined
    throw error
  })
  if (!loaded) return doc
  // A request of its own: Payload would set the languages of this one.
  const within = { transactionID: req.transactionID }
  const unsubmitted = await differsFromEdition({
    payload,
    collection: slug,
    id: doc.id,
    state: loaded.state,
    req: within,
  })
  if (unsubmitted !== (doc.unsubmittedChanges === true))
    await payload.db.updateOne({
      collection: slug,
      id: doc.id,
      // The save has its time already.
      data: { unsubmittedChanges: unsubmitted, updatedAt: null },
      req: within,
      returning: false,
    })
  return { ...doc, unsubmittedChanges: unsubmitted }
}

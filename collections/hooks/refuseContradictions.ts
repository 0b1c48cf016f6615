import type { CollectionBeforeValidateHook } from 'payload'
import type { Content, Fault } from '../../lib/faults/fault.ts'
import { asValidationError } from '../../lib/faults/say.ts'

/**
 * Guarantees that contradictory facts are never stored, over any API. The form keeps the input and shows the message at
 * its field.
 */
export const refuseContradictions =
  (find: (content: Content) => Fault[]): CollectionBeforeValidateHook =>
  ({ data, originalDoc, collection, req }) => {
    const faults = find({ ...originalDoc, ...data })
    if (faults.length) throw asValidationError({ faults, collection: collection.slug, req })
    return data
  }

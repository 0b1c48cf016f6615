import type { CollectionBeforeValidateHook } from 'payload'
import type { Content, Fault } from '../../lib/faults/fault.ts'
import { asValidationError } from '../../lib/faults/say.ts'

/**
 * Guarantees that facts which contradict each other are never stored, on any API; the form keeps what was typed and
 * shows the sentence at its field.
 */
export const refuseContradictions =
  (find: (content: Content) => Fault[]): CollectionBeforeValidateHook =>
  ({ data, originalDoc, collection, req }) => {
    const faults = find({ ...originalDoc, ...data })
    if (faults.length) throw asValidationError({ faults, collection: collection.slug, req })
    return data
  }

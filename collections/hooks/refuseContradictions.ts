import { type CollectionBeforeValidateHook, ValidationError } from 'payload'
import type { Content, Fault } from '../checks/fault.ts'

/**
 * Guarantees that facts which contradict each other are never stored, on any API; the form keeps what was typed and
 * shows the sentence at its field.
 */
export const refuseContradictions =
  (find: (content: Content) => Fault[]): CollectionBeforeValidateHook =>
  ({ data, originalDoc, collection, req }) => {
    const faults = find({ ...originalDoc, ...data })
    if (faults.length)
      throw new ValidationError(
        {
          collection: collection.slug,
          errors: faults.map(({ path, message }) => ({
            path,
            message: req.i18n?.language === 'en' ? message.en : message.vi,
          })),
        },
        req.t,
      )
    return data
  }

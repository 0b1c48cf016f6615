import type { CollectionBeforeValidateHook } from 'payload'
import { asValidationError } from '../../../lib/faults/say.ts'
import { DEFAULT_LOCALE } from '../../portal/locales.ts'
import { missingRows, withIds } from './core/rows.ts'

/**
 * Guarantees that rows of lists are the document's own: that a translation of a list keeps the words of the other
 * languages, though its rows came without the ids that a program need not know, and that no row touches one of another
 * document, whatever id it came with.
 */
export const sameRows: CollectionBeforeValidateHook = ({ data, originalDoc, collection, context, req }) => {
  // The rows of a version are those the document once had; by their ids Payload finds their words in other languages.
  if (!data || context.isRestoringVersion) return data
  const fields = req.payload.collections[collection.slug]!.config.flattenedFields
  const faults = originalDoc && req.locale !== DEFAULT_LOCALE ? missingRows(fields, data, originalDoc) : []
  if (faults.length) throw asValidationError({ faults, collection: collection.slug, req })
  return withIds(fields, data, originalDoc)
}

import type { CollectionBeforeValidateHook } from 'payload'
import { asValidationError } from '../../../lib/faults/say.ts'
import { DEFAULT_LOCALE } from '../../portal/locales.ts'
import { missingRows, withIds } from './core/rows.ts'

/**
 * `payload` 3.90.2 identifies a row of a list by its id alone. A translation sent without ids replaces the rows and
 * loses the text of all other languages. A row with the id of a row in another document fails with 500 on SQLite and
 * exists twice on MongoDB. This gives each row the id it has in the stored document, found by id or position, or a new
 * one.
 */
export const sameRows: CollectionBeforeValidateHook = ({ data, originalDoc, collection, context, req }) => {
  // The rows of a version once belonged to the document. By their ids, Payload finds their text in other languages.
  if (!data || context.isRestoringVersion) return data
  const fields = req.payload.collections[collection.slug]!.config.flattenedFields
  const faults = originalDoc && req.locale !== DEFAULT_LOCALE ? missingRows(fields, data, originalDoc) : []
  if (faults.length) throw asValidationError({ faults, collection: collection.slug, req })
  return withIds(fields, data, originalDoc)
}

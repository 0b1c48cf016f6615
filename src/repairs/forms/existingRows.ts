import type { CollectionBeforeValidateHook, Payload } from 'payload'
import { type Fault, fault } from '../../../lib/faults/fault.ts'
import { asValidationError } from '../../../lib/faults/say.ts'
import { AN_ID } from './core/anId.ts'
import { type Reference, shapeOf } from './core/shape.ts'

const missingOf = async (payload: Payload, references: Reference[]): Promise<Reference[]> => {
  const missing: Reference[] = []
  for (const collection of new Set(references.map((one) => one.collection))) {
    const named = references.filter((one) => one.collection === collection)
    const ids = [...new Set(named.map(({ id }) => id))].filter(
      (id): id is string => typeof id === 'string' && AN_ID.test(id),
    )
    const { docs } = await payload.db.find<{ id: string | number }>({
      collection,
      where: { id: { in: ids } },
      pagination: false,
      limit: ids.length || 1,
    })
    const existing = new Set(docs.map(({ id }) => String(id)))
    missing.push(...named.filter(({ id }) => !existing.has(String(id))))
  }
  return missing
}

const unknown = (path: string): Fault =>
  fault(
    path,
    'Mục đã chọn không còn trên hệ thống; xin chọn lại.',
    'What was chosen does not exist here; choose again.',
  )

/**
 * When a document refers to a row that does not exist, `payload` 3.90.2 fails with 500 on SQLite and stores the
 * reference on MongoDB. This refuses it at its field. References that the document already had are not looked up again.
 */
export const existingRows: CollectionBeforeValidateHook = async ({ data, originalDoc, collection, req }) => {
  if (!data) return data
  const { flattenedFields } = req.payload.collections[collection.slug]!.config
  const { references } = shapeOf(flattenedFields, data, req.locale === 'all')
  const before = new Set(
    originalDoc ? shapeOf(flattenedFields, originalDoc).references.map(({ id }) => String(id)) : [],
  )
  const added = references.filter(({ id }) => !before.has(String(id)))
  const missing = added.length ? await missingOf(req.payload, added) : []
  const faults = [...new Set(missing.map(({ path }) => path))].map(unknown)
  if (faults.length) throw asValidationError({ faults, collection: collection.slug, req })
  return data
}

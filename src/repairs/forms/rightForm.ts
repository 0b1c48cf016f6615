import type { CollectionBeforeOperationHook, FlattenedField, PayloadRequest } from 'payload'
import { asValidationError } from '../../../lib/faults/say.ts'
import { normalisedData } from './core/normalisedData.ts'
import { withPlaces } from './core/rows.ts'
import { shapeOf } from './core/shape.ts'

/**
 * Checks and normalises sent data before Payload converts it.
 *
 * @throws ValidationError with a message at each field whose value has the wrong type
 */
export const inForm = (args: {
  fields: FlattenedField[]
  data: Record<string, unknown>
  collection: string
  req: PayloadRequest
}): Record<string, unknown> => {
  const { fields, data, collection, req } = args
  const normalised = normalisedData(fields, data)
  const faults = [...normalised.faults, ...shapeOf(fields, normalised.data, req.locale === 'all').faults]
  if (faults.length) throw asValidationError({ faults, collection, req })
  return normalised.data
}

/**
 * `payload` 3.90.2 stores an object or a number as text in a text field, and the leading digits of a text in a number
 * field (`1.000.000` as 1). This refuses a value of the wrong type at its field. Must come last, after hooks that
 * accept more forms.
 */
export const rightForm: CollectionBeforeOperationHook = ({ args, operation, collection, req }) => {
  const { data } = args as { data?: Record<string, unknown> }
  if ((operation !== 'create' && operation !== 'update') || !data) return args
  const fields = req.payload.collections[collection.slug]!.config.flattenedFields
  // Before the form is checked: nobody types the id of a row, so it is never refused.
  const placed = withPlaces(fields, data)
  return { ...args, data: inForm({ fields, data: placed, collection: collection.slug, req }) }
}

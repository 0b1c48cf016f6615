import type { CollectionBeforeOperationHook, FlattenedField, PayloadRequest } from 'payload'
import { asValidationError } from '../../../lib/faults/say.ts'
import { normalisedData } from './core/normalisedData.ts'
import { withPlaces } from './core/rows.ts'
import { shapeOf } from './core/shape.ts'

/**
 * What was sent in the form of its fields, before Payload converts it.
 *
 * @throws ValidationError with a sentence at each field that was sent a value of another kind
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
 * `payload` 3.90.2 stores an object or a number as the words of a text, and of a text in a number's place the leading
 * digits (`1.000.000` as 1). This refuses a value of another kind at its field. Comes last, after hooks that understand
 * more than the form.
 */
export const rightForm: CollectionBeforeOperationHook = ({ args, operation, collection, req }) => {
  const { data } = args as { data?: Record<string, unknown> }
  if ((operation !== 'create' && operation !== 'update') || !data) return args
  const fields = req.payload.collections[collection.slug]!.config.flattenedFields
  // Before its form is looked at: a row's id is no value that somebody typed, and is never refused.
  const placed = withPlaces(fields, data)
  return { ...args, data: inForm({ fields, data: placed, collection: collection.slug, req }) }
}

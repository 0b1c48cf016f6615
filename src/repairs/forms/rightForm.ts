import { APIError, type CollectionBeforeOperationHook, type FlattenedField, type PayloadRequest } from 'payload'
import { asValidationError, say } from '../../../lib/faults/say.ts'
import { isRecord } from '../../../lib/isRecord.ts'
import { LOCALES } from '../../portal/locales.ts'
import { withPlaces } from './core/rows.ts'
import { settled } from './core/settled.ts'
import { shapeOf } from './core/shape.ts'

const KNOWN = new Set<unknown>([undefined, 'all', '*', ...LOCALES.map(({ code }) => code)])

const refuse = (req: PayloadRequest, vi: string, en: string): never => {
  throw new APIError(say(req, vi, en), 400, { code: 'BAD_REQUEST' }, true)
}

/**
 * Guarantees that nothing is written in a language that does not exist: Payload takes a mistyped one for Vietnamese,
 * and the translation would be stored over the original.
 */
export const knownLocale = (req: PayloadRequest): void => {
  if (!KNOWN.has(req.query?.locale))
    refuse(
      req,
      `Không có ngôn ngữ này; xin dùng ${LOCALES.map(({ code }) => code).join(', ')}.`,
      `There is no such language; use ${LOCALES.map(({ code }) => code).join(', ')}.`,
    )
}

/**
 * What was sent in the form of its fields, before anything of Payload's bends it: refuses a value of another kind at
 * its field.
 */
export const inForm = (args: {
  fields: FlattenedField[]
  data: Record<string, unknown>
  collection: string
  req: PayloadRequest
}): Record<string, unknown> => {
  const { fields, data, collection, req } = args
  const found = settled(fields, data)
  const faults = [...found.faults, ...shapeOf(fields, found.data, req.locale === 'all').faults]
  if (faults.length) throw asValidationError({ faults, collection, req })
  return found.data
}

/**
 * Guarantees that what is saved is a document's fields, not a list, a word or nothing, and in a language we know. When
 * it was made and saved is for the server to say, not for a person's program; the admin's form sends both along.
 */
export const fieldsOnly: CollectionBeforeOperationHook = ({ args, operation, req, overrideAccess }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const { data } = args as { data?: unknown }
  if (!isRecord(data))
    return refuse(
      req,
      'Dữ liệu gửi lên không phải một văn bản; xin gửi các mục của văn bản.',
      'Send the fields of a document.',
    )
  knownLocale(req)
  if (overrideAccess) return args
  const { createdAt: _createdAt, updatedAt: _updatedAt, ...fields } = data
  return { ...args, data: fields } as typeof args
}

/** Guarantees that every value has the form of its field. Stands last, after hooks that understand more than the form. */
export const rightForm: CollectionBeforeOperationHook = ({ args, operation, collection, req }) => {
  const { data } = args as { data?: Record<string, unknown> }
  if ((operation !== 'create' && operation !== 'update') || !data) return args
  const fields = req.payload.collections[collection.slug]!.config.flattenedFields
  // Before its form is looked at: a row's id is no value that somebody typed, and is never refused.
  const placed = withPlaces(fields, data)
  return { ...args, data: inForm({ fields, data: placed, collection: collection.slug, req }) }
}

import type {
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
  FlattenedField,
  PayloadRequest,
  Plugin,
} from 'payload'
import type { Content } from '../../lib/faults/fault.ts'
import { isRecord } from '../../lib/isRecord.ts'

const BY_RULES = 'restoresByRules'

/** Notes whether access rules hold for a restore: the hooks of its save are not told. */
const noteRules: CollectionBeforeOperationHook = ({ args, operation, overrideAccess, req }) => {
  if (operation === 'restoreVersion') req.context[BY_RULES] = !overrideAccess
  return args
}

interface Place {
  req: PayloadRequest
  id: string | number
  doc: Content
  data: Content
}

const mayWrite = async (field: FlattenedField, siblingData: Content, place: Place): Promise<boolean> => {
  const rule = 'access' in field ? field.access?.update : undefined
  return !rule || Boolean(await rule({ ...place, siblingData, blockData: undefined }))
}

/** Whether a list and everything in it may be written; rows of a list are restored together or not at all. */
const mayWriteRows = async (field: FlattenedField, place: Place): Promise<boolean> => {
  if (!(await mayWrite(field, {}, place))) return false
  const inner = 'flattenedFields' in field ? field.flattenedFields : []
  for (const one of inner) if (!(await mayWriteRows(one, place))) return false
  return true
}

/** The restored data, with the stored value of each field that the person may not write. */
const keptFields = async (
  fields: FlattenedField[],
  restored: Content,
  stored: Content,
  place: Place,
): Promise<Content> => {
  const kept: Content = { ...restored }
  for (const field of fields) {
    const { name } = field
    if (field.type === 'group' || field.type === 'tab') {
      const [inner, before] = [restored[name], stored[name]]
      kept[name] = (await mayWrite(field, restored, place))
        ? await keptFields(field.flattenedFields, isRecord(inner) ? inner : {}, isRecord(before) ? before : {}, place)
        : before
    } else if (!(await mayWriteRows(field, place))) kept[name] = stored[name]
  }
  return kept
}

const keepFields: CollectionBeforeValidateHook = async ({ data, originalDoc, collection, context, req }) => {
  if (!data || !originalDoc || !context.isRestoringVersion || !context[BY_RULES]) return data
  const { flattenedFields } = req.payload.collections[collection.slug]!.config
  const place = { req, id: originalDoc.id as string | number, doc: originalDoc, data }
  return keptFields(flattenedFields, data, originalDoc, place)
}

const inCollection = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [noteRules, ...(collection.hooks?.beforeOperation ?? [])],
    beforeValidate: [keepFields, ...(collection.hooks?.beforeValidate ?? [])],
  },
})

/**
 * `payload` 3.90.2 drops fields that a person may not write from a version that this person restores, and then empties
 * them in the document. This keeps what the document holds in them, as an ordinary save does. Must come after every
 * plugin that adds fields.
 */
export const restoredFields: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => (collection.versions ? inCollection(collection) : collection)),
})

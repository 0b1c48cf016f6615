import { type Block, type Field, type FieldHook, type Plugin, ValidationError } from 'payload'
import { LONGEST_TEXTS } from '../portal/limits.ts'

/** Raw input may have surrounding spaces and decomposed letters, which are normalised after this check. */
const TYPED_FACTOR = 4

const lengthOf = (value: unknown): number =>
  typeof value === 'string' ? value.length : Array.isArray(value) ? Math.max(0, ...value.map(lengthOf)) : 0

const refuseTooLong =
  (most: number): FieldHook =>
  ({ value, path, req, collection, global }) => {
    if (lengthOf(value) <= most * TYPED_FACTOR) return value
    const message = req.t('validation:shorterThanMax', { maxLength: most })
    throw new ValidationError(
      { collection: collection?.slug, global: global?.slug, errors: [{ path: path.join('.'), message }] },
      req.t,
    )
  }

const bounded = (field: Field): Field => {
  if (field.type === 'tabs')
    return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(bounded) })) }
  if (field.type === 'blocks')
    return { ...field, blocks: field.blocks.map((block): Block => ({ ...block, fields: block.fields.map(bounded) })) }
  if ('fields' in field && Array.isArray(field.fields)) return { ...field, fields: field.fields.map(bounded) } as Field
  const usual = (LONGEST_TEXTS as Partial<Record<Field['type'], number>>)[field.type]
  if (usual === undefined || !('name' in field)) return field
  const most = 'maxLength' in field && typeof field.maxLength === 'number' ? field.maxLength : usual
  const { hooks } = field as { hooks?: { beforeValidate?: FieldHook[] } }
  return {
    ...field,
    ...(field.type === 'email' || field.type === 'code' ? {} : { maxLength: most }),
    hooks: { ...hooks, beforeValidate: [refuseTooLong(most), ...(hooks?.beforeValidate ?? [])] },
  } as Field
}

/**
 * `payload` 3.90.2 limits all kinds of text by one number (40,000), e-mail addresses and code not at all, and checks
 * the length only after every hook has read the text. This gives every text field of the collections so far a maximum
 * length by kind, checked before anything else, with the same message at the field. Must come before the plugins, whose
 * records nobody types.
 */
export const boundedTexts: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({ ...collection, fields: collection.fields.map(bounded) })),
  globals: config.globals?.map((global) => ({ ...global, fields: global.fields.map(bounded) })),
})

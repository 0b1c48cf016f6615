import { type Block, type Field, type FieldHook, type Plugin, ValidationError } from 'payload'

/** Where a field does not say itself. The longest address is that of RFC 5321, 4.5.3.1.3. */
const LONGEST: Partial<Record<Field['type'], number>> = { text: 500, textarea: 20_000, email: 254, code: 20_000 }
/** What is typed may come with spaces around it and letters in several pieces, which are put in order after this. */
const AS_TYPED = 4

const lengthOf = (value: unknown): number =>
  typeof value === 'string' ? value.length : Array.isArray(value) ? Math.max(0, ...value.map(lengthOf)) : 0

const refuseTooLong =
  (most: number): FieldHook =>
  ({ value, path, req, collection, global }) => {
    if (lengthOf(value) <= most * AS_TYPED) return value
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
  const usual = LONGEST[field.type]
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
 * Gives every text field of the collections so far a greatest length, looked at before anything else looks at the text,
 * with the sentence at the field that a slightly longer one gets. Comes before the plugins, whose own records nobody types.
 */
export const boundedTexts: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({ ...collection, fields: collection.fields.map(bounded) })),
  globals: config.globals?.map((global) => ({ ...global, fields: global.fields.map(bounded) })),
})

import type { Field, SanitizedConfig } from 'payload'

const CELL = '/src/repairs/admin/InstantCell#InstantCell'
const HEADER = '/src/repairs/admin/HeaderTimes#HeaderTimes'

const withCell = (field: Field): Field =>
  field.type === 'date' && (field.name === 'createdAt' || field.name === 'updatedAt')
    ? { ...field, admin: { ...field.admin, components: { ...field.admin?.components, Cell: CELL } } }
    : field

/**
 * Has every form and list say in Vietnam's time when a row was made and saved. Payload adds these fields after every
 * plugin, so this comes after them.
 */
export const vietnamTimes = (config: SanitizedConfig): SanitizedConfig => ({
  ...config,
  collections: config.collections.map((collection) => {
    const { admin } = collection
    const edit = admin.components?.edit
    return {
      ...collection,
      fields: collection.fields.map(withCell),
      admin: {
        ...admin,
        components: {
          ...admin.components,
          edit: { ...edit, beforeDocumentControls: [...(edit?.beforeDocumentControls ?? []), HEADER] },
        },
      },
    }
  }),
})

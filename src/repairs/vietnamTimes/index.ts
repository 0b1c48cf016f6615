import type { DateField, Field, SanitizedConfig, TextField } from 'payload'

const CELL = '/src/repairs/vietnamTimes/InstantCell#InstantCell'
const HEADER = '/src/repairs/vietnamTimes/HeaderTimes#HeaderTimes'

const showsInstant = (field: Field): field is DateField | TextField =>
  (field.type === 'date' && (field.name === 'createdAt' || field.name === 'updatedAt')) ||
  (field.type === 'text' && field.custom?.instant === true)

const withCell = (field: Field): Field =>
  showsInstant(field)
    ? ({ ...field, admin: { ...field.admin, components: { ...field.admin?.components, Cell: CELL } } } as Field)
    : field

/**
 * `@payloadcms/ui` 3.90.2 shows above every form and in every list when a row was created and saved, in the time zone
 * of the browser, and no option changes that. This shows both in Vietnam's time, and so are instants in text fields that
 * logs mark with `custom.instant`. Payload adds the fields after every
 * plugin, so this is applied to the finished configuration.
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

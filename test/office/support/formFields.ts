import type { Field } from 'payload'

/** Whether the field is visible and writable. */
const isFilled = (field: Field): boolean => {
  const { hidden, readOnly } = (field.admin ?? {}) as { hidden?: boolean; readOnly?: boolean }
  return !hidden && !readOnly
}

/** Paths of the fields that people fill in; those of rows are listed below their list. */
export const fieldsToFill = (fields: Field[], above = ''): string[] =>
  fields.flatMap((field): string[] => {
    if (!isFilled(field) || field.type === 'ui') return []
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => fieldsToFill(tab.fields, above))
    if (field.type === 'row' || field.type === 'collapsible') return fieldsToFill(field.fields, above)
    if (!('name' in field) || !field.name) return []
    const path = `${above}${field.name}`
    return field.type === 'group' || field.type === 'array' ? fieldsToFill(field.fields, `${path}.`) : [path]
  })

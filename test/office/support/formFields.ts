import type { Field } from 'payload'

/** Whether people see the field and may write it. */
const isFilled = (field: Field): boolean => {
  const { hidden, readOnly } = (field.admin ?? {}) as { hidden?: boolean; readOnly?: boolean }
  return !hidden && !readOnly
}

/** Paths of the fields of a form that people fill in; those of a list's rows stand under the list. */
export const fieldsToFill = (fields: Field[], above = ''): string[] =>
  fields.flatMap((field): string[] => {
    if (!isFilled(field) || field.type === 'ui') return []
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => fieldsToFill(tab.fields, above))
    if (field.type === 'row' || field.type === 'collapsible') return fieldsToFill(field.fields, above)
    if (!('name' in field) || !field.name) return []
    const path = `${above}${field.name}`
    return field.type === 'group' || field.type === 'array' ? fieldsToFill(field.fields, `${path}.`) : [path]
  })

import { type Field, flattenTopLevelFields } from 'payload'

/** Names of the fields of a collection, through rows, collapsibles and unnamed tabs. */
export const fieldNames = (fields: Field[]): ReadonlySet<string> =>
  new Set(flattenTopLevelFields(fields).flatMap((field) => ('name' in field && field.name ? [field.name] : [])))

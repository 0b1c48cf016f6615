import type { StaticLabel } from 'payload'

/** The properties of a client field that the view of a frozen text uses. */
export interface NamedField {
  name: string
  label?: StaticLabel
  /** Slug of the collection to which an upload field points. */
  uploads?: string
  options?: { value: string; label: StaticLabel }[]
  fields: NamedField[]
}

type Loose = Record<string, unknown>

const isLabel = (value: unknown): value is StaticLabel =>
  typeof value === 'string' || (value !== null && typeof value === 'object')

const optionsOf = (field: Loose): NamedField['options'] =>
  Array.isArray(field.options)
    ? field.options.map((option: string | { value: string; label: StaticLabel }) =>
        typeof option === 'string' ? { value: option, label: option } : { value: option.value, label: option.label },
      )
    : undefined

/**
 * The named fields of a collection in the order of its form. Rows, collapsibles and unnamed tabs are flattened, as in
 * freezing.
 */
export const namedFields = (fields: readonly unknown[]): NamedField[] =>
  (fields as Loose[]).flatMap((field): NamedField[] => {
    const inner = Array.isArray(field.fields) ? field.fields : []
    if (field.type === 'tabs') return namedFields(Array.isArray(field.tabs) ? field.tabs : [])
    if (typeof field.name !== 'string' || !field.name) return namedFields(inner)
    return [
      {
        name: field.name,
        ...(isLabel(field.label) ? { label: field.label } : {}),
        ...(field.type === 'upload' && typeof field.relationTo === 'string' ? { uploads: field.relationTo } : {}),
        options: optionsOf(field),
        fields: namedFields(inner),
      },
    ]
  })

/** Entries of a frozen object in the order of the form. Entries unknown to the form come last and are never omitted. */
export const inFormOrder = <T>(values: Record<string, T>, fields: NamedField[]): [string, T][] => {
  const place = (name: string) => {
    const index = fields.findIndex((field) => field.name === name)
    return index < 0 ? fields.length : index
  }
  return Object.entries(values).sort(([a], [b]) => place(a) - place(b))
}

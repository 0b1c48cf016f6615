import type { Field, SelectField } from 'payload'

const INSTANT = /^(?:at|since|[a-z]+(?:At|Until))$/

/**
 * Marks the text fields of a log that hold an instant (`custom.instant`), so that a list can show it as people read
 * time.
 */
export const withInstants = (fields: Field[]): Field[] =>
  fields.map((field) =>
    field.type === 'text' && INSTANT.test(field.name)
      ? { ...field, custom: { ...field.custom, instant: true } }
      : field,
  )

/** Options of a field of a log whose stored words people read in their language. */
export const wordsOf = (words: Record<string, { vi: string; en: string }>): SelectField['options'] =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

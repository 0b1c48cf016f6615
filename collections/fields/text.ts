import type { FieldHook, TextareaField, TextField } from 'payload'
import { normalise } from '../../lib/text/normalise.ts'

/** Guarantees that what people type is stored in one spelling: NFC, plain spaces, trimmed. */
const normaliseTyped: FieldHook = ({ value }) => (typeof value === 'string' ? normalise(value) : value)

/** A line break pasted into a line is a space. */
const inOneLine: FieldHook = ({ value }) =>
  typeof value === 'string' ? value.replace(/\s+/g, (run) => (/[\n\t]/.test(run) ? ' ' : run)) : value

/** A one-line text as people type it. */
export const text = (field: Omit<TextField, 'type'>): TextField =>
  ({
    maxLength: 500,
    ...field,
    type: 'text',
    hooks: { ...field.hooks, beforeValidate: [normaliseTyped, inOneLine, ...(field.hooks?.beforeValidate ?? [])] },
  }) as TextField

/** A text of several lines as people type it. */
export const paragraph = (field: Omit<TextareaField, 'type'>): TextareaField => ({
  maxLength: 20_000,
  ...field,
  type: 'textarea',
  hooks: { ...field.hooks, beforeValidate: [normaliseTyped, ...(field.hooks?.beforeValidate ?? [])] },
})

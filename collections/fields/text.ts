import type { FieldHook, TextareaField, TextField } from 'payload'
import { withoutLegacyLetters } from '../../lib/text/legacyLetters.ts'
import { normalise } from '../../lib/text/normalise.ts'
import { translated } from './translated.ts'

/** Guarantees that typed text is stored in normal form: Unicode instead of VNI and TCVN3, NFC, plain spaces, trimmed. */
const normaliseTyped: FieldHook = ({ value }) =>
  typeof value === 'string' ? normalise(withoutLegacyLetters(value)) : value

/** Replaces pasted line breaks with spaces. */
const inOneLine: FieldHook = ({ value }) =>
  typeof value === 'string' ? value.replace(/\s+/g, (run) => (/[\n\t]/.test(run) ? ' ' : run)) : value

/** A single-line text field with normalised input. */
export const text = (field: Omit<TextField, 'type'>): TextField =>
  translated({
    maxLength: 500,
    ...field,
    type: 'text',
    hooks: { ...field.hooks, beforeValidate: [normaliseTyped, inOneLine, ...(field.hooks?.beforeValidate ?? [])] },
  } as TextField)

/** A multi-line text field. */
export const paragraph = (field: Omit<TextareaField, 'type'>): TextareaField =>
  translated({
    maxLength: 20_000,
    ...field,
    type: 'textarea',
    hooks: { ...field.hooks, beforeValidate: [normaliseTyped, ...(field.hooks?.beforeValidate ?? [])] },
  })

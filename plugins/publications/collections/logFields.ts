import type { Field, TextField } from 'payload'
import { component } from '../place.ts'

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

type Words = Record<string, { vi: string; en: string }>

/**
 * A stored word of a log, which lists show in the reader's language. A text and no select: a log must take every word
 * that was ever written, and MongoDB would refuse one that is not among the options.
 */
export const wordField = (field: {
  name: string
  index?: boolean
  label: { vi: string; en: string }
  words: Words
}): TextField => {
  const { words, ...rest } = field
  return {
    ...rest,
    type: 'text',
    required: true,
    admin: { custom: { words }, components: { Cell: component('WordCell#WordCell') } },
  }
}

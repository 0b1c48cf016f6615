import type { RichTextField, TextareaField, TextField } from 'payload'

const ORIGINAL = '/collections/components/OriginalText#OriginalText'

/** Shows translators of a localised field, above its input, what it says in the first language. */
export const translated = <F extends TextField | TextareaField | RichTextField>(field: F): F =>
  field.localized
    ? {
        ...field,
        admin: {
          ...field.admin,
          components: {
            ...field.admin?.components,
            beforeInput: [ORIGINAL, ...(field.admin?.components?.beforeInput ?? [])],
          },
        },
      }
    : field

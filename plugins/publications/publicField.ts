import type { Field } from 'payload'

/** Options for the public form of a field. */
export interface PublicMark {
  /** Name in the frozen content and in the public API, if it differs from the field's own. */
  as?: string
}

const MARK = 'publication'

/**
 * Marks a field as public: it is frozen into editions and served by the public API. Unmarked fields are private. In an
 * array or group, the container and each sub-field must be marked.
 *
 * @returns the same field with the mark in `custom`, otherwise unchanged
 */
export const publicField = <T extends Field>(field: T, mark: PublicMark = {}): T => ({
  ...field,
  custom: { ...('custom' in field ? field.custom : undefined), [MARK]: mark },
})

/** The mark of a field; `undefined` when the field is private. */
export const publicMarkOf = (field: Field): PublicMark | undefined =>
  ('custom' in field ? field.custom?.[MARK] : undefined) as PublicMark | undefined

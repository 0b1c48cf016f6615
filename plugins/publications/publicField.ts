import type { Field } from 'payload'

/** What a mark on a field says about its public form. */
export interface PublicMark {
  /** Name in the frozen content and in the public API, when it differs from the field's own. */
  as?: string
}

const MARK = 'publication'

/**
 * Marks a field as public: it is frozen into editions and served by the public API. A field is private until it is
 * marked; inside an array or group every sub-field is marked on its own, and so is the container.
 *
 * @returns the same field with the mark in `custom`, everything else untouched
 */
export const publicField = <T extends Field>(field: T, mark: PublicMark = {}): T => ({
  ...field,
  custom: { ...('custom' in field ? field.custom : undefined), [MARK]: mark },
})

/** The mark of a field, or `undefined` when the field is private. */
export const publicMarkOf = (field: Field): PublicMark | undefined =>
  ('custom' in field ? field.custom?.[MARK] : undefined) as PublicMark | undefined

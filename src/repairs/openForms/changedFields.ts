import type { FormState } from 'payload'

/** An entry of the form's state that is no field and is never saved. Changing it makes the form send its state. */
export const NO_FIELD = 'unseenChanges'

/**
 * Whether somebody changed a field: its value is another one than before. A field that only appears was added by the
 * server, or by the error of a field that the form does not show. While Payload loads a form, its state is `false`.
 */
export const differ = (before: FormState, after: FormState): boolean =>
  Object.keys(after).some(
    (path) => path !== NO_FIELD && before[path] !== undefined && before[path].value !== after[path]?.value,
  )

/** Whether a field is marked as faulty now that was not before, as after a refused save. */
export const marked = (before: FormState, after: FormState): boolean =>
  Object.keys(after).some((path) => after[path]?.valid === false && before[path]?.valid !== false)

/** Paths of lists that have no rows and would not be sent either. */
export const leftOut = (fields: FormState): string[] =>
  Object.entries(fields).flatMap(([path, { rows, disableFormData }]) =>
    rows?.length === 0 && disableFormData ? [path] : [],
  )

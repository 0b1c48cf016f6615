import type { FormState } from 'payload'

/** An entry of the form's state that is no field and is never saved. Changing it makes the form send its state. */
export const NO_FIELD = 'unseenChanges'

/** Whether the value of a field is another one than before. */
export const differ = (before: FormState, after: FormState): boolean =>
  Object.keys(after).some((path) => path !== NO_FIELD && before[path]?.value !== after[path]?.value)

/** Whether a field is marked as faulty now that was not before, as after a refused save. */
export const marked = (before: FormState, after: FormState): boolean =>
  Object.keys(after).some((path) => after[path]?.valid === false && before[path]?.valid !== false)

/** Paths of lists that have no rows and would not be sent either. */
export const leftOut = (fields: FormState): string[] =>
  Object.entries(fields).flatMap(([path, { rows, disableFormData }]) =>
    rows?.length === 0 && disableFormData ? [path] : [],
  )

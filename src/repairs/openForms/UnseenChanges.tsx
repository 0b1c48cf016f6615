'use client'
import { useAllFormFields, useFormProcessing } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import { differ, marked, NO_FIELD } from './changedFields.ts'

/** Pause after which a form sends its state. */
const DEBOUNCE_MS = 250
/** Longest time between a change and a response that swallows it; timers are late on a busy machine. */
const SWALLOWED_MS = 2 * DEBOUNCE_MS

/**
 * Sends the form's state once more when a response of the server came right after a change, because the form then takes
 * the change for sent. Shows nothing.
 */
export const UnseenChanges = () => {
  const [fields, dispatchFields] = useAllFormFields()
  const before = useRef(fields)
  const changedAt = useRef(Number.NEGATIVE_INFINITY)
  const planned = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sent = useRef(0)
  // A response about the form would take away the marks of a save that is refused meanwhile.
  const saving = useRef(false)
  saving.current = useFormProcessing()

  useEffect(() => {
    const previous = before.current
    before.current = fields
    if (previous === fields) return
    if (differ(previous, fields)) {
      changedAt.current = performance.now()
      clearTimeout(planned.current)
    } else if (marked(previous, fields)) clearTimeout(planned.current)
    else if (performance.now() - changedAt.current < SWALLOWED_MS) {
      clearTimeout(planned.current)
      planned.current = setTimeout(() => {
        if (saving.current) return
        sent.current += 1
        dispatchFields({ type: 'UPDATE', path: NO_FIELD, value: sent.current, disableFormData: true })
      }, DEBOUNCE_MS)
    }
  }, [fields, dispatchFields])

  useEffect(() => () => clearTimeout(planned.current), [])
  return null
}

'use client'
import { useAllFormFields } from '@payloadcms/ui'
import { useEffect } from 'react'

/** Longer than Payload waits before it asks for a new row's fields, and than a quick server takes to answer. */
const PATIENCE_MS = 1500

/**
 * Guarantees that a row that was added to a list gets its fields. Payload 3.90 asks its server for them when the form has
 * changed since the last answer; a row that is added before an earlier answer arrives is taken for a part of that
 * answer, and would stay an empty bar until something else is typed. So it is asked for once more.
 */
export const useRowsArrive = (): void => {
  const [fields, dispatchFields] = useAllFormFields()
  const waiting = Object.keys(fields)
    .filter((path) => fields[path]?.rows?.some((row) => row.isLoading))
    .join(' ')

  useEffect(() => {
    if (!waiting) return
    const timer = setTimeout(() => {
      for (const path of waiting.split(' ')) {
        // What makes the form another one, and is shown nowhere: a list that is in order has no message.
        const errorMessage = fields[path]?.errorMessage === undefined ? '' : undefined
        if (fields[path]?.valid !== false) dispatchFields({ type: 'UPDATE', path, errorMessage })
      }
    }, PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [waiting, fields, dispatchFields])
}

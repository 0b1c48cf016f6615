'use client'
import { useAllFormFields } from '@payloadcms/ui'
import { useEffect } from 'react'

/** Longer than Payload's delay before it requests the fields of a new row plus the response of a fast server. */
const PATIENCE_MS = 1500

/**
 * Guarantees that a row added to a list gets its fields. Payload 3.90 requests them from the server when the form has
 * changed since the last response. A row added while an earlier response is pending is taken as part of that response
 * and stays an empty bar until something else is typed. This hook triggers the request once more.
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
        // Counts as a change of the form but is not displayed: a valid list shows no message.
        const errorMessage = fields[path]?.errorMessage === undefined ? '' : undefined
        if (fields[path]?.valid !== false) dispatchFields({ type: 'UPDATE', path, errorMessage })
      }
    }, PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [waiting, fields, dispatchFields])
}

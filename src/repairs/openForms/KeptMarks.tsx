'use client'
import { useAllFormFields, useFormProcessing } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { useEffect, useRef } from 'react'
import { differ, marked } from './changedFields.ts'

interface Mark {
  path: string
  message: string
}

const marksIn = (fields: FormState): Mark[] =>
  Object.entries(fields).flatMap(([path, field]) =>
    field.valid === false && field.errorMessage ? [{ path, message: field.errorMessage }] : [],
  )

/** Keeps the marks of a refused save until something is changed or saved again. Shows nothing. */
export const KeptMarks = () => {
  const [fields, dispatchFields] = useAllFormFields()
  const processing = useFormProcessing()
  const before = useRef(fields)
  const marks = useRef<Mark[]>([])

  useEffect(() => {
    if (processing) marks.current = []
  }, [processing])

  useEffect(() => {
    const previous = before.current
    before.current = fields
    if (previous === fields) return
    if (differ(previous, fields)) marks.current = []
    else if (marked(previous, fields)) marks.current = marksIn(fields)
    else {
      const errors = marks.current.filter(({ path }) => fields[path] && fields[path].valid !== false)
      if (errors.length) dispatchFields({ type: 'ADD_SERVER_ERRORS', errors })
    }
  }, [fields, dispatchFields])

  return null
}

'use client'
import { useAllFormFields } from '@payloadcms/ui'
import { useEffect } from 'react'
import { leftOut } from './changedFields.ts'

/** Has lists without rows saved as such. Shows nothing. */
export const EmptiedLists = () => {
  const [fields, dispatchFields] = useAllFormFields()
  useEffect(() => {
    for (const path of leftOut(fields)) dispatchFields({ type: 'UPDATE', path, disableFormData: false })
  }, [fields, dispatchFields])
  return null
}

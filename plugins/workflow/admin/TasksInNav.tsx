'use client'
import './tasks.css'
import { useConfig } from '@payloadcms/ui'
import Link from 'next/link.js'
import { useCallback, useEffect, useState } from 'react'
import { readWaiting } from './api.ts'
import { useConnection } from './useApproval.ts'
import { useOnReturn } from './useOnReturn.ts'
import { useTexts } from './useTexts.ts'

/** Link to the person's desk, with the number of documents that wait for them. */
export const TasksInNav = () => {
  const texts = useTexts()
  const { config } = useConfig()
  const { base, language } = useConnection()
  const [waiting, setWaiting] = useState(0)
  const reload = useCallback(async () => {
    const reply = await readWaiting({ base, language })
    if ('value' in reply) setWaiting(reply.value.waiting)
  }, [base, language])
  useEffect(() => {
    void reload()
  }, [reload])
  useOnReturn(reload)
  return (
    <Link href={config.routes.admin} className="tasks-nav">
      {texts.tasks.title}
      {waiting ? ` (${waiting})` : null}
    </Link>
  )
}

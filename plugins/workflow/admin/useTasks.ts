'use client'
import { useCallback, useEffect, useState } from 'react'
import type { TaskLists } from '../useCases/tasks.ts'
import { readTasks } from './api.ts'
import { useConnection } from './useApproval.ts'
import { useOnReturn } from './useOnReturn.ts'

/** The desk of the logged-in person, read again when they come back to the page. */
export const useTasks = () => {
  const { base, language } = useConnection()
  const [tasks, setTasks] = useState<TaskLists | null>(null)
  const [failed, setFailed] = useState(false)

  const reload = useCallback(async () => {
    setFailed(false)
    const reply = await readTasks({ base, language })
    if ('value' in reply) setTasks(reply.value)
    else setFailed(true)
  }, [base, language])

  useEffect(() => {
    void reload()
  }, [reload])
  useOnReturn(reload)
  return { tasks, failed, reload }
}

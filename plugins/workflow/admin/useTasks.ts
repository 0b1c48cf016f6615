'use client'
import { useCallback } from 'react'
import type { TaskLists } from '../useCases/tasks.ts'
import { readTasks } from './api.ts'
import { type Answer, useAnswer } from './useAnswer.ts'
import { useConnection } from './useApproval.ts'
import { useOnReturn } from './useOnReturn.ts'

/** The desk of the logged-in person, read again when they come back to the page. */
export const useTasks = (): Answer<TaskLists> => {
  const { base, language } = useConnection()
  const answer = useAnswer(useCallback(() => readTasks({ base, language }), [base, language]))
  useOnReturn(answer.reload)
  return answer
}

'use client'
import { useCallback } from 'react'
import type { OfficeWeek } from '../../useCases/week.ts'
import { readWeek } from '../report/api.ts'
import { useAnswer } from '../useAnswer.ts'
import { useConnection } from '../useApproval.ts'
import { useOnReturn } from '../useOnReturn.ts'

/**
 * The office's last seven days, read again when the person returns to the page; `null` until it is there. The desk below
 * says when the server cannot be reached; the figures then stay as they were.
 */
export const useWeek = (): OfficeWeek | null => {
  const { base, language } = useConnection()
  const { value, reload } = useAnswer(useCallback(() => readWeek({ base, language }), [base, language]))
  useOnReturn(reload)
  return value
}

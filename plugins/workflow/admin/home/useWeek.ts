'use client'
import { useCallback, useEffect, useState } from 'react'
import type { OfficeWeek } from '../../useCases/week.ts'
import { readWeek } from '../report/api.ts'
import { useConnection } from '../useApproval.ts'
import { useOnReturn } from '../useOnReturn.ts'

/** The office's last seven days, read again when the person returns to the page; `null` until it is there. */
export const useWeek = (): OfficeWeek | null => {
  const { base, language } = useConnection()
  const [week, setWeek] = useState<OfficeWeek | null>(null)
  const reload = useCallback(async () => {
    const reply = await readWeek({ base, language })
    // The desk below says when the server cannot be reached; the figures then stay as they were.
    if ('value' in reply) setWeek(reply.value)
  }, [base, language])
  useEffect(() => {
    void reload()
  }, [reload])
  useOnReturn(reload)
  return week
}

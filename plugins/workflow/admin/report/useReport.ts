'use client'
import { useSearchParams } from 'next/navigation.js'
import { useCallback, useEffect, useRef, useState } from 'react'
import { isPeriod, type PeriodName } from '../../core/reportPeriod.ts'
import type { BoardReport } from '../../useCases/report.ts'
import { useConnection } from '../useApproval.ts'
import { readReport } from './api.ts'

/** What the address asks for: days, or a period by name. */
export interface Asked {
  /** Undefined when days are asked for. */
  period?: PeriodName
  from: string
  to: string
}

const USUAL: PeriodName = 'quarter'

/** The period in the address of the page, so that it can be kept and sent on. */
export const useAsked = (): Asked => {
  const params = useSearchParams()
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? '']
  const named = params.get('period') ?? ''
  return { from, to, ...(from || to ? {} : { period: isPeriod(named) ? named : USUAL }) }
}

/** The report of a period; the one before stays until the next has arrived. */
export const useReport = ({ period, from, to }: Asked) => {
  const { base, language } = useConnection()
  const [report, setReport] = useState<BoardReport | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(true)
  const asking = useRef(0)
  const reload = useCallback(async () => {
    asking.current += 1
    const mine = asking.current
    setBusy(true)
    const reply = await readReport({ base, language }, period ? { period } : { from, to })
    // An answer to an earlier question may come late.
    if (mine !== asking.current) return
    setBusy(false)
    setFailure('failure' in reply ? reply.failure.message : null)
    setReport('value' in reply ? reply.value : null)
  }, [base, language, period, from, to])
  useEffect(() => {
    void reload()
  }, [reload])
  return { report, failure, busy, reload }
}

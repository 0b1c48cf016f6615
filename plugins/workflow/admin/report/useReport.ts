'use client'
import { useSearchParams } from 'next/navigation.js'
import { useCallback } from 'react'
import { isPeriod, type PeriodName } from '../../core/reportPeriod.ts'
import type { BoardReport } from '../../useCases/report.ts'
import { type Answer, useAnswer } from '../useAnswer.ts'
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
export const useReport = ({ period, from, to }: Asked): Answer<BoardReport> => {
  const { base, language } = useConnection()
  return useAnswer(
    useCallback(
      () => readReport({ base, language }, period ? { period } : { from, to }),
      [base, language, period, from, to],
    ),
  )
}

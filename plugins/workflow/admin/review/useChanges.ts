'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Changes, type DocumentRef, readChanges } from '../api.ts'
import { useConnection } from '../useApproval.ts'

/**
 * What changed against the edition in force.
 *
 * @param asked.locale language of the text
 * @param asked.seq `seq` of the workflow; a new one asks again
 */
export const useChanges = ({ collection, id }: DocumentRef, asked: { locale: string; seq: number }) => {
  const { base, language } = useConnection()
  const [changes, setChanges] = useState<Changes | null>(null)
  const [failed, setFailed] = useState(false)
  // Responses may arrive out of order; only that of the newest request counts.
  const asking = useRef(0)
  const { locale, seq } = asked
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is compared may be another text after each event
  const reload = useCallback(async () => {
    asking.current += 1
    const mine = asking.current
    setFailed(false)
    const reply = await readChanges({ base, language }, { collection, id }, locale)
    if (mine !== asking.current) return
    if ('value' in reply) setChanges(reply.value)
    else setFailed(true)
  }, [base, language, collection, id, locale, seq])
  useEffect(() => {
    void reload()
  }, [reload])
  return { changes, failed, reload }
}

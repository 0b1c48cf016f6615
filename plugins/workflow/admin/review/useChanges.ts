'use client'
import { useCallback } from 'react'
import { type Changes, type DocumentRef, readChanges } from '../api.ts'
import { type Answer, useAnswer } from '../useAnswer.ts'
import { useConnection } from '../useApproval.ts'

/**
 * What changed against the edition in force.
 *
 * @param asked.locale language of the text
 * @param asked.seq `seq` of the workflow; a new one asks again
 */
export const useChanges = (
  { collection, id }: DocumentRef,
  { locale, seq }: { locale: string; seq: number },
): Answer<Changes> => {
  const { base, language } = useConnection()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is compared may be another text after each event
  const ask = useCallback(
    () => readChanges({ base, language }, { collection, id }, locale),
    [base, language, collection, id, locale, seq],
  )
  return useAnswer(ask)
}

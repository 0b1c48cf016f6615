'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure, Reply } from './api.ts'

/** What the server answered to a question, and how it stands with asking. */
export interface Answer<T> {
  /** `null` until the first answer is there. The one before stays until the next has arrived. */
  value: T | null
  failure: Failure | null
  busy: boolean
  reload: () => Promise<void>
}

/**
 * Asks the server, and asks anew when the question changes. Answers may arrive out of order: only that of the newest
 * request counts. When a question fails, the answer to another one is not shown in its place.
 *
 * @param ask the question, the same function as long as the question is the same
 */
export const useAnswer = <T>(ask: () => Promise<Reply<T>>): Answer<T> => {
  const [state, setState] = useState<Omit<Answer<T>, 'reload'>>({ value: null, failure: null, busy: true })
  const asking = useRef(0)
  const answered = useRef<typeof ask | null>(null)
  const reload = useCallback(async () => {
    asking.current += 1
    const mine = asking.current
    setState((known) => ({ ...known, busy: true }))
    const reply = await ask()
    if (mine !== asking.current) return
    const same = answered.current === ask
    if ('value' in reply) answered.current = ask
    setState(({ value }) =>
      'value' in reply
        ? { value: reply.value, failure: null, busy: false }
        : { value: same ? value : null, failure: reply.failure, busy: false },
    )
  }, [ask])
  useEffect(() => {
    void reload()
  }, [reload])
  return { ...state, reload }
}

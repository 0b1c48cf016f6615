'use client'
import { useRef, useState } from 'react'
import type { Action } from '../core/permit.ts'
import type { WorkflowView } from '../useCases/view.ts'
import type { Input } from './api.ts'
import { useTexts } from './useTexts.ts'

/**
 * Takes actions and says in one sentence that they were taken.
 *
 * @returns `status` is the paragraph with the sentence, which then has the focus
 */
export const useDecision = (act: (action: Action, input: Input) => Promise<WorkflowView | null>) => {
  const texts = useTexts()
  const [message, setMessage] = useState('')
  const status = useRef<HTMLParagraphElement>(null)
  const onAct = async (action: Action, done: keyof typeof texts.done, input: Input): Promise<boolean> => {
    setMessage('')
    const now = await act(action, input)
    if (now) {
      setMessage(action === 'approve' && now.state === 'published' ? texts.done.approvedAndPublished : texts.done[done])
      // The pressed button is gone. Without this, the focus would return to the top of the page.
      requestAnimationFrame(() => status.current?.focus())
    }
    return now !== null
  }
  return { message, status, onAct }
}

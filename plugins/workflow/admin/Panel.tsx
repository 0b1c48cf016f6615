'use client'
import './states.css'
import './approval.css'
import { Button, useAuth } from '@payloadcms/ui'
import { useId, useRef, useState } from 'react'
import type { Action } from '../core/permit.ts'
import { Actions } from './Actions.tsx'
import type { Input } from './api.ts'
import { FailureNote } from './FailureNote.tsx'
import { FrozenText } from './frozen/FrozenText.tsx'
import { PANEL_ID } from './JumpToPanel.tsx'
import { Standing } from './Standing.tsx'
import { Timeline } from './Timeline.tsx'
import { useApproval } from './useApproval.ts'
import { useTexts } from './useTexts.ts'

/**
 * The approval of the open document: the current step, the next person, permitted actions with reasons for refused
 * ones, the frozen text, and the history. A `ui` field in the sidebar of every governed document.
 */
export const Panel = () => {
  const texts = useTexts()
  const heading = useId()
  const { user } = useAuth()
  const { ref, view, failure, busy, unsaved, unsubmitted, reload, act } = useApproval()
  const [message, setMessage] = useState('')
  const [reading, setReading] = useState(false)
  const status = useRef<HTMLParagraphElement>(null)

  const onAct = async (action: Action, done: keyof typeof texts.done, input: Input) => {
    setMessage('')
    const now = await act(action, input)
    if (now) {
      setMessage(action === 'approve' && now.state === 'published' ? texts.done.approvedAndPublished : texts.done[done])
      // The pressed button is gone. Without this, the focus would return to the top of the page.
      requestAnimationFrame(() => status.current?.focus())
    }
    return now !== null
  }

  return (
    <section id={PANEL_ID} className="approval" aria-labelledby={heading} aria-busy={busy || undefined}>
      <h2 id={heading} className="approval__title">
        {texts.panel.title}
      </h2>
      {ref ? null : <p className="approval__notice">{texts.panel.saveFirst}</p>}
      {ref && !view && !failure ? <p className="approval__quiet">{texts.panel.loading}</p> : null}
      {view ? <Standing view={view} unsubmitted={unsubmitted} /> : null}
      <p ref={status} className={message ? 'approval__done' : 'approval__hidden'} role="status" tabIndex={-1}>
        {message}
      </p>
      {failure ? <FailureNote failure={failure} onReload={reload} /> : null}
      {ref && view ? (
        <>
          <Actions
            view={view}
            busy={busy}
            unsaved={unsaved}
            keptAs={`congbo:typed:${user?.id ?? ''}:${ref.collection}:${ref.id}`}
            onAct={onAct}
          />
          {view.contentHash ? (
            <Button buttonStyle="secondary" size="medium" margin={false} onClick={() => setReading(true)}>
              {texts.frozen.open}
            </Button>
          ) : null}
          <Timeline entries={view.timeline} />
        </>
      ) : null}
      {ref && view?.contentHash && reading ? (
        <FrozenText
          document={ref}
          view={view}
          hash={view.contentHash}
          unsaved={unsaved}
          onClose={() => setReading(false)}
        />
      ) : null}
    </section>
  )
}

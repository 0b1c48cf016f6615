'use client'
import './states.css'
import './approval.css'
import { Button, useAuth } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { Actions } from './Actions.tsx'
import { sheetAddress } from './api.ts'
import { Comments } from './comments/Comments.tsx'
import { FailureNote } from './FailureNote.tsx'
import { FrozenText } from './frozen/FrozenText.tsx'
import { PANEL_ID } from './JumpToPanel.tsx'
import { Standing } from './Standing.tsx'
import { Timeline } from './Timeline.tsx'
import { useApproval, useConnection } from './useApproval.ts'
import { useDecision } from './useDecision.ts'
import { useTexts } from './useTexts.ts'

/**
 * The approval of the open document: the current step, the next person, permitted actions with reasons for refused
 * ones, the frozen text, and the history. A `ui` field in the sidebar of every governed document.
 */
export const Panel = () => {
  const texts = useTexts()
  const heading = useId()
  const { user } = useAuth()
  const { base } = useConnection()
  const { ref, view, failure, busy, unsaved, unsubmitted, reload, act } = useApproval()
  const { message, status, onAct } = useDecision(act)
  const [reading, setReading] = useState(false)

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
            unsubmitted={unsubmitted}
            keptAs={`congbo:typed:${user?.id ?? ''}:${ref.collection}:${ref.id}`}
            onAct={onAct}
          />
          {view.contentHash ? (
            <Button buttonStyle="secondary" size="medium" margin={false} onClick={() => setReading(true)}>
              {texts.frozen.open}
            </Button>
          ) : null}
          <Comments document={ref} />
          <Timeline entries={view.timeline} />
          {view.timeline.length ? (
            <p>
              <a href={sheetAddress(base, ref)} target="_blank" rel="noopener">
                {texts.panel.sheet} <span className="approval__hidden">{texts.panel.newTab}</span>
              </a>
            </p>
          ) : null}
        </>
      ) : null}
      {ref && view?.contentHash && reading ? (
        <FrozenText document={ref} view={view} unsaved={unsaved} onClose={() => setReading(false)} />
      ) : null}
    </section>
  )
}

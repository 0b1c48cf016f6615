'use client'
import { Button, useAuth } from '@payloadcms/ui'
import { useId } from 'react'
import { DECISION_ID } from '../../reviewAddress.ts'
import type { WorkflowView } from '../../useCases/view.ts'
import { Actions } from '../Actions.tsx'
import type { DocumentRef } from '../api.ts'
import { FailureNote } from '../FailureNote.tsx'
import type { Reading } from '../frozen/useReading.ts'
import type { Workflow } from '../useApproval.ts'
import { useDecision } from '../useDecision.ts'
import { NextTask } from './NextTask.tsx'
import { useReviewTexts } from './useReviewTexts.ts'

/** What the person may do with the text, why not otherwise, and what they go on with. */
export const Decision = (props: {
  document: DocumentRef
  view: WorkflowView
  workflow: Workflow
  reading: Pick<Reading, 'content' | 'hash' | 'failed' | 'reload'>
  /** Number and title; empty while unknown. */
  named: string
  unsubmitted: boolean
}) => {
  const { document: ref, view, workflow, reading, named, unsubmitted } = props
  const { failure, busy, reload, act } = workflow
  const says = useReviewTexts()
  const heading = useId()
  const { user } = useAuth()
  const { message, status, onAct } = useDecision(act)
  // Nobody decides on what the page does not show.
  const isRead = named !== '' && (reading.hash === null || reading.content !== null)
  return (
    <section
      id={DECISION_ID}
      className="approval review__decision"
      aria-labelledby={heading}
      aria-busy={busy || undefined}
      tabIndex={-1}
    >
      <h2 id={heading} className="approval__title">
        {says.decision}
      </h2>
      <p ref={status} className={message ? 'approval__done' : 'approval__hidden'} role="status" tabIndex={-1}>
        {message}
      </p>
      {message ? <NextTask key={view.seq} done={ref} /> : null}
      {failure ? <FailureNote failure={failure} asks onReload={() => void reload()} /> : null}
      {named ? (
        // What was typed and ticked stays while a new text is on its way.
        <div hidden={!isRead}>
          <Actions
            view={view}
            busy={busy}
            unsaved={false}
            unsubmitted={unsubmitted}
            keptAs={`congbo:typed:${user?.id ?? ''}:${ref.collection}:${ref.id}`}
            named={named}
            onAct={onAct}
          />
        </div>
      ) : null}
      {isRead ? null : <p className="approval__quiet">{reading.failed ? says.unread : says.loading}</p>}
      {reading.failed ? (
        <Button buttonStyle="secondary" size="small" margin={false} onClick={() => void reading.reload()}>
          {says.retry}
        </Button>
      ) : null}
    </section>
  )
}

'use client'
import { useConfig } from '@payloadcms/ui'
import type { PublicState } from '../core/state.ts'
import type { WorkflowView } from '../useCases/view.ts'
import { instant } from './instant.ts'
import { useTexts } from './useTexts.ts'

/** Number of approvals at the current step since the text arrived there. */
const approvalsHere = ({ steps, timeline }: WorkflowView): number => {
  const current = steps.find((step) => step.status === 'current')
  const arrived = timeline.findLastIndex(({ type }) => type === 'submitted' || type === 'passed' || type === 'returned')
  return timeline.slice(arrived + 1).filter(({ type, step }) => type === 'approved' && step === current?.title).length
}

/** Whether one more approval completes the run. */
export const isLastApproval = (view: WorkflowView): boolean => {
  const last = view.steps.at(-1)
  return last?.status === 'current' && last.kind === 'approve' && approvalsHere(view) + 1 >= last.quorum
}

/** A state in words, and whether the text of an ended or public document was changed since without being submitted. */
export const stateInWords = (texts: ReturnType<typeof useTexts>, state: PublicState, unsubmitted: boolean): string =>
  unsubmitted && ['published', 'withdrawn', 'expired'].includes(state)
    ? `${texts.states[state]} · ${texts.unsubmitted}`
    : texts.states[state]

/** Link to the public edition. Its address belongs to the website, which may be on another host. */
const LiveEdition = ({ view, unsubmitted }: { view: WorkflowView; unsubmitted: boolean }) => {
  const texts = useTexts()
  const { config } = useConfig()
  if (!view.url) return null
  const site = String(config.admin?.custom?.siteUrl ?? '').replace(/\/$/, '')
  return (
    <div className="approval__live">
      <p>
        {texts.panel.live(view.edition)}{' '}
        <a href={`${site}${view.url}`} target="_blank" rel="noopener noreferrer">
          {texts.panel.openLive} <span className="approval__hidden">{texts.panel.newTab}</span>
        </a>
      </p>
      {view.state === 'published' && !unsubmitted ? null : <p>{texts.panel.newerText}</p>}
    </div>
  )
}

/** The current step, the next person, and the public edition. */
export const Standing = ({ view, unsubmitted }: { view: WorkflowView; unsubmitted: boolean }) => {
  const texts = useTexts()
  const at = view.steps.findIndex((step) => step.status === 'current')
  const current = view.steps[at]
  const waits = current
    ? texts.steps.waitsFor(current.role)
    : view.state === 'approved'
      ? texts.steps.waitsForPublication
      : view.publishAt
        ? texts.steps.waitsForTime(instant(view.publishAt))
        : view.state === 'draft'
          ? texts.steps.waitsForAuthor
          : undefined
  return (
    <div className="approval__standing">
      <p className={`state-mark state-mark--${view.state} approval__state`}>
        {stateInWords(texts, view.state, unsubmitted)}
      </p>
      <p className="approval__position">
        {current
          ? texts.steps.position(at + 1, view.steps.length, current.title)
          : view.state === 'draft'
            ? texts.steps.ahead(view.steps.length)
            : null}
      </p>
      {waits ? <p className="approval__waits">{waits}</p> : null}
      <ol className="approval__steps" aria-label={texts.steps.title}>
        {view.steps.map((step) => {
          const shown = view.state === 'published' ? 'done' : step.status
          return (
            <li
              key={step.name}
              className={`approval__step approval__step--${shown}`}
              aria-current={shown === 'current' ? 'step' : undefined}
            >
              <span className="approval__step-title">{step.title}</span>
              <span className="approval__step-role">
                {step.role}
                {shown === 'current' && step.quorum > 1
                  ? `, ${texts.steps.quorum(approvalsHere(view), step.quorum)}`
                  : null}
              </span>
              <span className="approval__hidden"> ({texts.steps.status[shown]})</span>
            </li>
          )
        })}
      </ol>
      <LiveEdition view={view} unsubmitted={unsubmitted} />
    </div>
  )
}

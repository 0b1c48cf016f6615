'use client'
import { useConfig } from '@payloadcms/ui'
import { dayFirst } from '../../../lib/text/dates.ts'
import type { PublicState } from '../core/state.ts'
import type { WorkflowView } from '../useCases/view.ts'
import { instant } from './instant.ts'
import { useTexts } from './useTexts.ts'

/** How far a step is on which several people decide. */
const progressOf = (step: WorkflowView['steps'][number], { steps }: ReturnType<typeof useTexts>) => {
  if (step.groups.length) return `: ${step.groups.map(({ name, done }) => steps.group(name, done)).join('; ')}`
  if (step.quorum === 0) return `, ${steps.everyone(step.had)}`
  return step.quorum > 1 ? `, ${steps.quorum(step.had, step.quorum)}` : null
}

/** A state in words, and whether the text of an ended or public document was changed since without being submitted. */
export const stateInWords = (texts: ReturnType<typeof useTexts>, state: PublicState, unsubmitted: boolean): string =>
  unsubmitted && ['published', 'withdrawn', 'expired'].includes(state)
    ? `${texts.states[state]} · ${texts.unsubmitted}`
    : texts.states[state]

/** Link to the public edition. Its address belongs to the website, which may be on another host. */
export const LiveEdition = ({ view, unsubmitted }: { view: WorkflowView; unsubmitted: boolean }) => {
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

/** The steps of the workflow, with how far the text has come. */
export const Steps = ({ view }: { view: WorkflowView }) => {
  const texts = useTexts()
  return (
    <ol className="approval__steps" aria-label={texts.steps.title}>
      {view.steps.map((step) => {
        const shown = view.state === 'published' && !view.urgent ? 'done' : step.status
        return (
          <li
            key={step.name}
            className={`approval__step approval__step--${shown}`}
            aria-current={shown === 'current' ? 'step' : undefined}
          >
            <span className="approval__step-title">{step.title}</span>
            <span className="approval__step-role">
              {step.role}
              {shown === 'current' ? progressOf(step, texts) : null}
            </span>
            <span className="approval__hidden"> ({texts.steps.status[shown]})</span>
          </li>
        )
      })}
    </ol>
  )
}

/** The state, the current step and whom it waits for, in words. */
export const Position = ({ view, unsubmitted }: { view: WorkflowView; unsubmitted: boolean }) => {
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
    <>
      <p className={`state-mark state-mark--${view.state} approval__state`}>
        {stateInWords(texts, view.state, unsubmitted)}
      </p>
      <p>
        {current
          ? texts.steps.position(at + 1, view.steps.length, current.title)
          : view.state === 'draft'
            ? texts.steps.ahead(view.steps.length)
            : null}
      </p>
      {view.outdated ? <p className="approval__waits">{texts.steps.outdated}</p> : null}
      {view.claim ? (
        <p className="approval__waits">
          {view.claim.mine
            ? texts.steps.claimedByYou(instant(view.claim.until))
            : texts.steps.claimedBy(view.claim.by, instant(view.claim.until))}
        </p>
      ) : null}
      {view.ratifyBy ? (
        <p className="approval__waits">{texts.steps.waitsForRatification(instant(view.ratifyBy))}</p>
      ) : null}
      {view.purge ? (
        <p className="approval__waits">
          {texts.steps.waitsForPurge(view.purge.edition, view.purge.by, view.purge.reason)}
        </p>
      ) : null}
      {view.redirectTo ? (
        <p>
          {texts.panel.leadsTo} {view.redirectTo}
        </p>
      ) : null}
      {waits ? <p className="approval__waits">{waits}</p> : null}
      {view.firstBack ? <p className="approval__waits">{texts.steps.allAway(dayFirst(view.firstBack))}</p> : null}
    </>
  )
}

/** The current step, the next person, and the public edition. */
export const Standing = ({ view, unsubmitted }: { view: WorkflowView; unsubmitted: boolean }) => (
  <div className="approval__standing">
    <Position view={view} unsubmitted={unsubmitted} />
    <Steps view={view} />
    <LiveEdition view={view} unsubmitted={unsubmitted} />
  </div>
)

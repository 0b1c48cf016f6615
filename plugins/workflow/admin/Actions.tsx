'use client'
import { Button } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import type { Action } from '../core/permit.ts'
import type { WorkflowView } from '../useCases/view.ts'
import { ActionForm } from './ActionForm.tsx'
import type { Input } from './api.ts'
import { checklistFor } from './Checklist.tsx'
import { Confirm, GRAVE, type Pending } from './Confirm.tsx'
import { QUESTIONS, RARE } from './questions.ts'
import { placesFor } from './StandIn.tsx'
import { useTexts } from './useTexts.ts'

/** A first edition needs no change note. Who acts in another's place is told so first. */
const goesAtOnce = (action: Action, view: WorkflowView) =>
  placesFor(view, action).length === 0 &&
  (QUESTIONS[action].length === 0 || (action === 'submit' && view.edition === 0))

/** What a person decides who has the text before them; only a note could be asked for. */
const DECIDES: ReadonlySet<Action> = new Set<Action>(['approve', 'ratify'])

/** Whether something must be answered before a decision, other than a note. */
const mustAnswer = (action: Action, view: WorkflowView) =>
  placesFor(view, action).length > 0 || checklistFor(view, action).length > 0

/**
 * Buttons for the permitted actions, and the reasons for the refused ones.
 *
 * @param onAct takes the action; resolves to whether it succeeded
 * @param keptAs key under which typed texts are stored
 * @param named number and title of the document, where its text stands on the same page: the main button names it and
 *   decides at once, or after what must be ticked, and a note is written only by those who want to
 */
export const Actions = (props: {
  view: WorkflowView
  busy: boolean
  unsaved: boolean
  /** Whether the saved text differs from the edition in force. */
  unsubmitted: boolean
  keptAs: string
  named?: string
  onAct: (action: Action, label: keyof ReturnType<typeof useTexts>['done'], input: Input) => Promise<boolean>
}) => {
  const { view, busy, unsaved, unsubmitted, keptAs, named, onAct } = props
  const texts = useTexts()
  const [open, setOpen] = useState<Action | null>(null)
  const [pending, setPending] = useState<Pending | null>(null)
  const buttons = useRef<HTMLDivElement>(null)

  const passes = view.steps.find((step) => step.status === 'current')?.kind === 'edit'
  const name = (action: Action) => (action === 'approve' && passes ? 'pass' : action)
  const labelOf = (action: Action) =>
    named !== undefined && action === 'approve' && view.publishes
      ? texts.actions.approveAndPublish
      : texts.actions[name(action)]
  const may = view.allowed.filter(({ ok }) => ok)
  const mayNot = view.allowed.filter(({ ok }) => !ok)
  // The same reason often applies to several actions; show it once.
  const reasons = [...new Set(mayNot.map(({ because }) => because ?? ''))].map((because) => ({
    because,
    actions: mayNot.filter((one) => (one.because ?? '') === because).map(({ action }) => texts.actions[name(action)]),
  }))
  // The main button, or, if the person may not take the action, the reason shown openly.
  const expected = mayNot.find(({ action }) => action === view.expected)

  // A public text that nobody changed need not be submitted; one that was changed waits for exactly that.
  const settled = view.state === 'published' && !unsubmitted
  const isRare = (action: Action) => RARE.has(action) || (settled && (action === 'submit' || action === 'correct'))
  const main = view.expected ?? (unsubmitted && view.state === 'published' ? 'submit' : null)
  const usual = may.filter(({ action }) => !isRare(action))
  const rare = may.filter(({ action }) => isRare(action))

  const deciding =
    named !== undefined && main && DECIDES.has(main) && may.some(({ action }) => action === main) ? main : null
  // What must be answered anyway stands open from the start.
  const standing = deciding && mustAnswer(deciding, view) ? deciding : null
  const chosen = may.some(({ action }) => action === open) ? open : null
  const form = chosen ?? standing

  const take = async (action: Action, input: Input, done: () => void) => {
    if (!(await onAct(action, name(action), input))) return
    done()
    setOpen(null)
  }
  const send = (action: Action, input: Input, done: () => void) => {
    const grave = GRAVE.find((one) => one === action) ?? (action === 'approve' && view.final ? action : null)
    if (grave) setPending({ action: grave, input, done })
    else void take(action, input, done)
  }
  const press = (action: Action) =>
    goesAtOnce(action, view) || (action === deciding && !standing) ? send(action, {}, () => undefined) : setOpen(action)
  const cancel = () => {
    const back = open
    setOpen(null)
    requestAnimationFrame(() => buttons.current?.querySelector<HTMLElement>(`[data-action="${back}"]`)?.focus())
  }

  const button = ({ action }: { action: Action }) => (
    <Button
      key={action}
      size="medium"
      margin={false}
      buttonStyle={action === main ? 'primary' : 'secondary'}
      disabled={busy || unsaved}
      extraButtonProps={{ 'data-action': action }}
      onClick={() => press(action)}
    >
      {labelOf(action)}
      {action === deciding ? <span className="approval__named"> {named}</span> : null}
    </Button>
  )
  const withNote = deciding && !standing && QUESTIONS[deciding].length > 0 && (
    <Button
      size="medium"
      margin={false}
      buttonStyle="secondary"
      disabled={busy || unsaved}
      onClick={() => setOpen(deciding)}
    >
      {texts.form.withNote(texts.actions[name(deciding)])}
    </Button>
  )

  return (
    <div className="approval__actions" ref={buttons}>
      {unsaved && may.length ? <p className="approval__notice">{texts.panel.unsaved}</p> : null}
      {usual.length ? null : <p className="approval__notice">{expected?.because ?? texts.panel.nothing}</p>}
      {usual.length && expected ? (
        <p className={named === undefined ? 'approval__quiet' : 'approval__notice'}>{expected.because}</p>
      ) : null}
      {form ? (
        <ActionForm
          key={`${keptAs}:${form}`}
          action={form}
          label={labelOf(form)}
          named={form === deciding ? named : undefined}
          view={view}
          keptAs={keptAs}
          busy={busy}
          unsaved={unsaved}
          onSend={(input, done) => send(form, input, done)}
          onCancel={chosen ? cancel : undefined}
        />
      ) : null}
      {chosen ? null : (
        <>
          <div className="approval__buttons">
            {usual.filter(({ action }) => action === main && action !== standing).map(button)}
            {withNote}
            {usual.filter(({ action }) => action !== main).map(button)}
          </div>
          {rare.length ? (
            <details className="approval__more">
              <summary>{texts.panel.rare}</summary>
              <div className="approval__buttons">{rare.map(button)}</div>
            </details>
          ) : null}
        </>
      )}
      {mayNot.length ? (
        <details className="approval__more">
          <summary>{texts.panel.blocked(mayNot.length)}</summary>
          <dl className="approval__reasons">
            {reasons.map(({ because, actions }) => (
              <div key={because}>
                <dt>{actions.join(', ')}</dt>
                <dd>{because}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
      {pending ? (
        <Confirm
          pending={pending}
          named={named}
          publishes={view.publishes}
          onNo={() => setPending(null)}
          onYes={() => {
            setPending(null)
            void take(pending.action, pending.input, pending.done)
          }}
        />
      ) : null}
    </div>
  )
}

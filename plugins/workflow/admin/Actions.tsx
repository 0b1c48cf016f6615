'use client'
import { Button } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import type { Action } from '../core/permit.ts'
import type { WorkflowView } from '../useCases/view.ts'
import { ActionForm } from './ActionForm.tsx'
import type { Input } from './api.ts'
import { Dialog } from './Dialog.tsx'
import { isLastApproval } from './Standing.tsx'
import { useTexts } from './useTexts.ts'

const AT_ONCE = new Set<Action>(['recall', 'unschedule'])
/** A first edition needs no change note. */
const goesAtOnce = (action: Action, view: WorkflowView) =>
  AT_ONCE.has(action) || (action === 'submit' && view.edition === 0)

interface Pending {
  action: 'approve' | 'publish' | 'withdraw'
  input: Input
  done: () => void
}

/** Asks for confirmation of an action that cannot be undone. */
const Confirm = (props: { pending: Pending; onYes: () => void; onNo: () => void }) => {
  const { pending, onYes, onNo } = props
  const texts = useTexts()
  const { title, body } = {
    approve: { title: texts.confirm.lastApproval, body: texts.confirm.lastApprovalBody },
    publish: { title: texts.confirm.publish, body: texts.confirm.publishBody },
    withdraw: { title: texts.confirm.withdraw, body: texts.confirm.withdrawBody },
  }[pending.action]
  return (
    <Dialog
      title={title}
      onClose={onNo}
      footer={
        <>
          <Button margin={false} buttonStyle="secondary" onClick={onNo}>
            {texts.confirm.back}
          </Button>
          <Button margin={false} onClick={onYes}>
            {texts.confirm.yes[pending.action]}
          </Button>
        </>
      }
    >
      <p>{body}</p>
    </Dialog>
  )
}

/**
 * Buttons for the permitted actions, and the reasons for the refused ones.
 *
 * @param onAct takes the action; resolves to whether it succeeded
 * @param keptAs key under which typed texts are stored
 */
export const Actions = (props: {
  view: WorkflowView
  busy: boolean
  unsaved: boolean
  keptAs: string
  onAct: (action: Action, label: keyof ReturnType<typeof useTexts>['done'], input: Input) => Promise<boolean>
}) => {
  const { view, busy, unsaved, keptAs, onAct } = props
  const texts = useTexts()
  const [open, setOpen] = useState<Action | null>(null)
  const [pending, setPending] = useState<Pending | null>(null)
  const buttons = useRef<HTMLDivElement>(null)

  const passes = view.steps.find((step) => step.status === 'current')?.kind === 'edit'
  const name = (action: Action) => (action === 'approve' && passes ? 'pass' : action)
  const may = view.allowed.filter(({ ok }) => ok)
  const mayNot = view.allowed.filter(({ ok }) => !ok)
  // The same reason often applies to several actions; show it once.
  const reasons = [...new Set(mayNot.map(({ because }) => because ?? ''))].map((because) => ({
    because,
    actions: mayNot.filter((one) => (one.because ?? '') === because).map(({ action }) => texts.actions[name(action)]),
  }))
  // The main button, or, if the person may not take the action, the reason shown openly.
  const expected = mayNot.find(({ action }) => action === view.expected)
  const chosen = may.some(({ action }) => action === open) ? open : null

  const take = async (action: Action, input: Input, done: () => void) => {
    if (!(await onAct(action, name(action), input))) return
    done()
    setOpen(null)
  }
  const send = (action: Action, input: Input, done: () => void) => {
    const grave = action === 'publish' || action === 'withdraw' || (action === 'approve' && isLastApproval(view))
    if (grave) setPending({ action, input, done })
    else void take(action, input, done)
  }
  const press = (action: Action) => (goesAtOnce(action, view) ? send(action, {}, () => undefined) : setOpen(action))
  const cancel = () => {
    const back = open
    setOpen(null)
    requestAnimationFrame(() => buttons.current?.querySelector<HTMLElement>(`[data-action="${back}"]`)?.focus())
  }

  return (
    <div className="approval__actions" ref={buttons}>
      {unsaved && may.length ? <p className="approval__notice">{texts.panel.unsaved}</p> : null}
      {may.length ? null : <p className="approval__notice">{expected?.because ?? texts.panel.nothing}</p>}
      {may.length && expected ? <p className="approval__quiet">{expected.because}</p> : null}
      {chosen ? (
        <ActionForm
          key={`${keptAs}:${chosen}`}
          action={chosen}
          label={texts.actions[name(chosen)]}
          keptAs={keptAs}
          busy={busy}
          unsaved={unsaved}
          onSend={(input, done) => send(chosen, input, done)}
          onCancel={cancel}
        />
      ) : (
        <div className="approval__buttons">
          {may.map(({ action }) => (
            <Button
              key={action}
              size="medium"
              margin={false}
              buttonStyle={action === view.expected ? 'primary' : 'secondary'}
              disabled={busy || unsaved}
              extraButtonProps={{ 'data-action': action }}
              onClick={() => press(action)}
            >
              {texts.actions[name(action)]}
            </Button>
          ))}
        </div>
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

import { useEffect, useId, useRef } from 'react'
import type { Action } from '../core/permit.ts'
import type { WorkflowView } from '../useCases/view.ts'
import { useTexts } from './useTexts.ts'

type Items = WorkflowView['steps'][number]['checklist']

/** What must be ticked for an action at the current step. */
export const checklistFor = ({ steps, state }: WorkflowView, action: Action): Items =>
  state === 'in_review' && (action === 'approve' || action === 'schedule')
    ? (steps.find(({ status }) => status === 'current')?.checklist ?? [])
    : []

/** What a person must look at and tick before they decide. */
export const Checklist = (props: {
  items: Items
  ticked: readonly string[]
  /** Whether to say that something is not ticked. */
  missing: boolean
  onChange: (ticked: string[]) => void
}) => {
  const { items, ticked, missing, onChange } = props
  const texts = useTexts()
  const id = useId()
  const first = useRef<HTMLInputElement>(null)
  const open = items.find(({ name }) => !ticked.includes(name))?.name
  useEffect(() => {
    if (missing) first.current?.focus()
  }, [missing])
  if (!items.length) return null
  return (
    <fieldset aria-describedby={missing ? `${id}-fault` : undefined}>
      <legend>{texts.form.checklist}</legend>
      {items.map(({ name, title }) => (
        <p key={name}>
          <input
            ref={name === open ? first : undefined}
            type="checkbox"
            id={`${id}-${name}`}
            checked={ticked.includes(name)}
            onChange={({ target }) =>
              onChange(target.checked ? [...ticked, name] : ticked.filter((other) => other !== name))
            }
          />{' '}
          <label htmlFor={`${id}-${name}`}>{title}</label>
        </p>
      ))}
      {missing ? (
        <p id={`${id}-fault`} className="approval__error" role="alert">
          {texts.form.unticked}
        </p>
      ) : null}
    </fieldset>
  )
}

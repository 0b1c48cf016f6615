'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import type { Action } from '../core/permit.ts'
import { TEXT_LIMITS } from '../core/textLimits.ts'
import type { WorkflowView } from '../useCases/view.ts'
import type { Input } from './api.ts'
import { Checklist, checklistFor } from './Checklist.tsx'
import { EditionField } from './EditionField.tsx'
import { fromVietnam } from './instant.ts'
import { QuestionField } from './QuestionField.tsx'
import { QUESTIONS, type Question } from './questions.ts'
import { placesFor, StandIn } from './StandIn.tsx'
import { TimeField } from './TimeField.tsx'
import { useKeptTexts } from './useKeptTexts.ts'
import { useTexts } from './useTexts.ts'

type Texts = ReturnType<typeof useTexts>

const calledOf = ({ name, called }: Question): Question['name'] | 'assignee' => called ?? name

/** The hint below a question; that of a reason says who reads it. */
const hintOf = ({ form }: Texts, question: Question, action: Action): string => {
  const called = calledOf(question)
  return called === 'reason' ? (form.reasonHint[action] ?? '') : form.hints[called]
}

const missingOf = ({ form }: Texts, question: Question): string => {
  const called = calledOf(question)
  return called in form.missing ? form.missing[called as keyof typeof form.missing] : form.missing.reason
}

/**
 * The input of an action, below its button. Typed texts are kept in this tab until the action succeeds.
 *
 * @param named number and title of the document, where the button names it
 * @param keptAs storage key of the typed texts, unique per person and document
 * @param busy whether the action is being sent
 * @param unsaved whether the document has changes that must be saved first
 * @param onCancel omitted for a form that stands open from the start, which takes no focus
 */
export const ActionForm = (props: {
  action: Action
  label: string
  named?: string
  view: WorkflowView
  keptAs: string
  busy: boolean
  unsaved: boolean
  onSend: (input: Input, done: () => void) => void
  onCancel?: () => void
}) => {
  const { action, label, named, view, keptAs, busy, unsaved, onSend, onCancel } = props
  const texts = useTexts()
  const id = useId()
  const questions = QUESTIONS[action]
  const names = questions.map(({ name }) => name)
  const [typed, setTyped] = useKeptTexts(`${keptAs}:${action}`, names)
  const [missing, setMissing] = useState(false)
  const [major, setMajor] = useState(false)
  const [time, setTime] = useState('')
  const [noTime, setNoTime] = useState(false)
  // What was ticked about one text says nothing about another.
  const [ticks, setTicks] = useState<{ of: string | null; names: readonly string[] }>({ of: null, names: [] })
  const ticked = ticks.of === view.contentHash ? ticks.names : []
  const [unticked, setUnticked] = useState(false)
  const [edition, setEdition] = useState(view.purgeable[0]?.edition)
  const places = placesFor(view, action)
  const [place, setPlace] = useState(places[0]?.id ?? '')
  const items = checklistFor(view, action)
  const first = useRef<HTMLTextAreaElement>(null)
  const clock = useRef<HTMLInputElement>(null)
  const timed = action === 'schedule'
  const asked = useRef(onCancel !== undefined)
  useEffect(() => {
    if (asked.current) (clock.current ?? first.current)?.focus()
  }, [])

  const written = (name: Question['name']) => (typed[name] ?? '').trim() !== ''

  const send = () => {
    // Only the first question of an action can be required.
    if (questions[0]?.required && !written(questions[0].name)) {
      setMissing(true)
      first.current?.focus()
      return
    }
    if (items.some(({ name }) => !ticked.includes(name))) {
      setUnticked(true)
      return
    }
    const at = timed ? fromVietnam(time) : undefined
    if (timed && !at) {
      setNoTime(true)
      clock.current?.focus()
      return
    }
    onSend(
      {
        ...Object.fromEntries(names.filter(written).map((name) => [name, typed[name]])),
        ...(at ? { at } : {}),
        ...(action === 'correct' ? { major } : {}),
        ...(items.length ? { checklist: [...ticked] } : {}),
        ...(action === 'propose-purge' && edition !== undefined ? { edition } : {}),
        ...(place ? { as: place } : {}),
      },
      () => {
        for (const name of names) setTyped(name, '')
      },
    )
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would add its legend to every label; the group is enough
    <div
      className="approval__form"
      role="group"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel?.()
      }}
    >
      <StandIn places={places} chosen={place} onChoose={setPlace} />
      <Checklist
        items={items}
        ticked={ticked}
        missing={unticked}
        onChange={(names) => {
          setTicks({ of: view.contentHash, names })
          setUnticked(false)
        }}
      />
      {timed ? (
        <TimeField
          input={clock}
          value={time}
          missing={noTime}
          onChange={(value) => {
            setTime(value)
            setNoTime(false)
          }}
        />
      ) : null}
      {action === 'propose-purge' ? (
        <EditionField editions={view.purgeable} chosen={edition} onChoose={setEdition} />
      ) : null}
      {questions.map((question, index) => (
        <QuestionField
          key={question.name}
          area={index === 0 ? first : undefined}
          label={texts.form.labels[calledOf(question)]}
          hint={hintOf(texts, question, action)}
          required={question.required === true}
          fault={missing && question.required ? missingOf(texts, question) : ''}
          longest={TEXT_LIMITS[question.name]}
          rows={question.name === 'to' || question.name === 'redirectTo' ? 1 : 4}
          value={typed[question.name] ?? ''}
          onChange={(value) => {
            setTyped(question.name, value)
            setMissing(false)
          }}
        />
      ))}
      {action === 'correct' ? (
        <p>
          <input
            type="checkbox"
            id={`${id}-major`}
            checked={major}
            onChange={(event) => setMajor(event.target.checked)}
          />{' '}
          <label htmlFor={`${id}-major`}>{texts.form.major}</label>
        </p>
      ) : null}
      <div className="approval__buttons">
        <Button size="medium" margin={false} disabled={busy || unsaved} onClick={send}>
          {busy ? texts.form.sending : label}
          {named && !busy ? <span className="approval__named"> {named}</span> : null}
        </Button>
        {onCancel ? (
          <Button size="medium" margin={false} buttonStyle="secondary" disabled={busy} onClick={onCancel}>
            {texts.form.cancel}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import type { Action } from '../core/permit.ts'
import type { Input } from './api.ts'
import { fromVietnam } from './instant.ts'
import { TimeField } from './TimeField.tsx'
import { useKeptText } from './useKeptText.ts'
import { useTexts } from './useTexts.ts'

const REASONED = ['return', 'refuse', 'withdraw'] as const
type Reasoned = (typeof REASONED)[number]
const isReasoned = (action: Action): action is Reasoned => (REASONED as readonly string[]).includes(action)

/** The text that the action asks for. */
const fieldOf = (action: Action): Exclude<keyof Input, 'at'> =>
  isReasoned(action) ? 'reason' : action === 'publish' || action === 'submit' ? 'changeNote' : 'comment'

/**
 * The input of an action, below its button. Typed text is kept in this tab until the action succeeds.
 *
 * @param keptAs storage key of the typed text, unique per person and document
 * @param busy whether the action is being sent
 * @param unsaved whether the document has changes that must be saved first
 */
export const ActionForm = (props: {
  action: Action
  label: string
  keptAs: string
  busy: boolean
  unsaved: boolean
  onSend: (input: Input, done: () => void) => void
  onCancel: () => void
}) => {
  const { action, label, keptAs, busy, unsaved, onSend, onCancel } = props
  const texts = useTexts()
  const id = useId()
  const [text, setText] = useKeptText(`${keptAs}:${action}`)
  const [missing, setMissing] = useState(false)
  const [time, setTime] = useState('')
  const [noTime, setNoTime] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const clock = useRef<HTMLInputElement>(null)
  const timed = action === 'schedule'
  useEffect(() => (clock.current ?? area.current)?.focus(), [])

  const field = fieldOf(action)
  const required = isReasoned(action)
  const hint = isReasoned(action)
    ? texts.form.reasonHint[action]
    : field === 'changeNote'
      ? texts.form.changeNoteHint
      : texts.form.commentHint

  const send = () => {
    if (required && !text.trim()) {
      setMissing(true)
      area.current?.focus()
      return
    }
    const at = timed ? fromVietnam(time) : undefined
    if (timed && !at) {
      setNoTime(true)
      clock.current?.focus()
      return
    }
    onSend({ ...(text.trim() ? { [field]: text } : {}), ...(at ? { at } : {}) }, () => setText(''))
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would add its legend to every label; the group is enough
    <div
      className="approval__form"
      role="group"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
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
      <label htmlFor={id}>
        {texts.form[field]}
        {required ? (
          <span aria-hidden="true" className="approval__required">
            {' '}
            *
          </span>
        ) : null}
      </label>
      <p id={`${id}-hint`} className="approval__quiet">
        {hint}
      </p>
      <textarea
        ref={area}
        id={id}
        className="approval__text"
        rows={4}
        maxLength={field === 'changeNote' ? 2000 : 5000}
        value={text}
        required={required}
        aria-invalid={missing || undefined}
        aria-describedby={`${id}-hint${missing ? ` ${id}-error` : ''}`}
        onChange={(event) => {
          setText(event.target.value)
          setMissing(false)
        }}
      />
      {missing ? (
        <p id={`${id}-error`} className="approval__error" role="alert">
          {texts.form.reasonMissing}
        </p>
      ) : null}
      <div className="approval__buttons">
        <Button size="medium" margin={false} disabled={busy || unsaved} onClick={send}>
          {busy ? texts.form.sending : label}
        </Button>
        <Button size="medium" margin={false} buttonStyle="secondary" disabled={busy} onClick={onCancel}>
          {texts.form.cancel}
        </Button>
      </div>
    </div>
  )
}

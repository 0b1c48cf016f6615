'use client'
import { type RefObject, useId } from 'react'
import { fromVietnam, instant } from './instant.ts'
import { useTexts } from './useTexts.ts'

/** A day and a time in Vietnam. */
export const TimeField = (props: {
  input: RefObject<HTMLInputElement | null>
  /** Value of `<input type="datetime-local">`. */
  value: string
  /** Whether it was submitted without a time. */
  missing: boolean
  onChange: (value: string) => void
}) => {
  const { input, value, missing, onChange } = props
  const texts = useTexts()
  const id = useId()
  // The native control uses the browser's date order, which leaves 12/01 ambiguous. Show the chosen time unambiguously.
  const chosen = fromVietnam(value)
  return (
    <>
      <label htmlFor={id}>
        {texts.form.time}
        <span aria-hidden="true" className="approval__required">
          {' '}
          *
        </span>
      </label>
      <p id={`${id}-hint`} className="approval__quiet">
        {texts.form.timeHint}
      </p>
      <input
        ref={input}
        id={id}
        className="approval__text"
        type="datetime-local"
        value={value}
        required
        aria-invalid={missing || undefined}
        aria-describedby={`${id}-hint${missing ? ` ${id}-error` : ''}`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className="approval__quiet" role="status">
        {chosen ? texts.steps.waitsForTime(instant(chosen)) : null}
      </p>
      {missing ? (
        <p id={`${id}-error`} className="approval__error" role="alert">
          {texts.form.timeMissing}
        </p>
      ) : null}
    </>
  )
}

'use client'
import { type RefObject, useId } from 'react'

/** One text that an action asks for. */
export const QuestionField = (props: {
  area?: RefObject<HTMLTextAreaElement | null>
  label: string
  hint: string
  required: boolean
  /** Why it cannot be sent like this; empty when it can. */
  fault: string
  longest: number
  /** Addresses and other short texts take one row. */
  rows: number
  value: string
  onChange: (value: string) => void
}) => {
  const { area, label, hint, required, fault, longest, rows, value, onChange } = props
  const id = useId()
  return (
    <>
      <label htmlFor={id}>
        {label}
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
        rows={rows}
        maxLength={longest}
        value={value}
        required={required}
        aria-invalid={fault !== '' || undefined}
        aria-describedby={`${id}-hint${fault ? ` ${id}-error` : ''}`}
        onChange={(event) => onChange(event.target.value)}
      />
      {fault ? (
        <p id={`${id}-error`} className="approval__error" role="alert">
          {fault}
        </p>
      ) : null}
    </>
  )
}

'use client'
import { useId } from 'react'

/** A few exclusive choices in one line. */
export const Choices = <T extends string>(props: {
  legend: string
  chosen: T
  choices: { value: T; label: string; lang?: string }[]
  onChoose: (value: T) => void
}) => {
  const { legend, chosen, choices, onChoose } = props
  const name = useId()
  return (
    <fieldset className="approval__choices">
      <legend>{legend}</legend>
      {choices.map(({ value, label, lang }) => (
        <label key={value}>
          <input type="radio" name={name} value={value} checked={value === chosen} onChange={() => onChoose(value)} />{' '}
          <span lang={lang}>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

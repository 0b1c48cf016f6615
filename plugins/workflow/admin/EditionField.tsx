'use client'
import { useId } from 'react'
import type { WorkflowView } from '../useCases/view.ts'
import { instant } from './instant.ts'
import { useTexts } from './useTexts.ts'

/** Which edition an action is about. */
export const EditionField = (props: {
  editions: WorkflowView['purgeable']
  chosen: number | undefined
  onChoose: (edition: number) => void
}) => {
  const { editions, chosen, onChoose } = props
  const { form } = useTexts()
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{form.edition}</label>
      <select
        id={id}
        className="approval__text"
        value={chosen}
        onChange={(event) => onChoose(Number(event.target.value))}
      >
        {editions.map(({ edition, at }) => (
          <option key={edition} value={edition}>
            {form.editionChoice(edition, instant(at))}
          </option>
        ))}
      </select>
    </>
  )
}

import { useId } from 'react'
import type { Action } from '../core/permit.ts'
import type { WorkflowView } from '../useCases/view.ts'
import { useTexts } from './useTexts.ts'

type Places = NonNullable<WorkflowView['allowed'][number]['as']>

/** In whose place the person may take an action that is not theirs; empty when it is. */
export const placesFor = ({ allowed }: WorkflowView, action: Action): Places =>
  allowed.find((one) => one.action === action)?.as ?? []

/** Says in whose place the person acts, and asks when several delegated to them. */
export const StandIn = (props: { places: Places; chosen: string; onChoose: (id: string) => void }) => {
  const { places, chosen, onChoose } = props
  const texts = useTexts()
  const id = useId()
  const [only] = places
  if (!only) return null
  if (places.length === 1) return <p>{texts.form.standIn(only.name, only.capacity)}</p>
  return (
    <p>
      <label htmlFor={id}>{texts.form.inWhosePlace}</label>{' '}
      <select id={id} value={chosen} onChange={({ target }) => onChoose(target.value)}>
        {places.map((place) => (
          <option key={place.id} value={place.id}>
            {place.name} ({place.capacity})
          </option>
        ))}
      </select>
    </p>
  )
}

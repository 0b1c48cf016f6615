'use client'
import { Button } from '@payloadcms/ui'
import { type FormEvent, useId } from 'react'
import type { TrailQuery } from '../../trail/query.ts'
import { useTexts } from '../useTexts.ts'
import { usePeople } from './useTrail.ts'
import { useTrailTexts } from './useTrailTexts.ts'

/** A document is meant by its name in the trail once somebody chose it among the entries. */
export const isChosen = (document: string): boolean => /^[a-z-]+:\S+$/.test(document)

const Text = (props: { name: string; label: string; hint: string; value: string; options?: string[] }) => {
  const { name, label, hint, value, options } = props
  const id = useId()
  return (
    <div className="trail__field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        defaultValue={value}
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        maxLength={300}
        list={options ? `${id}-options` : undefined}
      />
      <span id={`${id}-hint`} className="approval__quiet">
        {hint}
      </span>
      {options ? (
        <datalist id={`${id}-options`}>
          {options.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      ) : null}
    </div>
  )
}

const Day = ({ name, label, value }: { name: string; label: string; value: string }) => {
  const id = useId()
  return (
    <div className="trail__field">
      <label htmlFor={id}>{label}</label>
      <input id={id} name={name} type="date" defaultValue={value} />
    </div>
  )
}

/** What to look for in the trail. */
export const Filters = (props: {
  query: TrailQuery
  /** Title of the chosen document. */
  title: string
  onAsk: (query: Partial<TrailQuery>) => void
}) => {
  const { query, title, onAsk } = props
  const { filter: says } = useTrailTexts()
  const texts = useTexts()
  const people = usePeople()
  const [heading, type] = [useId(), useId()]
  const chosen = isChosen(query.document)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = Object.fromEntries(new FormData(event.currentTarget)) as unknown as TrailQuery
    onAsk(chosen ? { ...typed, document: query.document } : typed)
  }
  return (
    // A new address gives the fields new values.
    <form key={JSON.stringify(query)} className="trail__filters" onSubmit={submit} aria-labelledby={heading}>
      <h2 id={heading}>{says.title}</h2>
      {chosen ? (
        <p className="trail__chosen">
          {says.only}: <strong>{title}</strong>{' '}
          <button type="button" className="trail__link" onClick={() => onAsk({ ...query, document: '' })}>
            {says.every}
          </button>
        </p>
      ) : null}
      <div className="trail__fields">
        {chosen ? null : <Text name="document" label={says.document} hint={says.documentHint} value={query.document} />}
        <Text name="person" label={says.person} hint={says.personHint} value={query.person} options={people} />
        <div className="trail__field">
          <label htmlFor={type}>{says.type}</label>
          <select id={type} name="type" defaultValue={query.type}>
            <option value="">{says.all}</option>
            {Object.entries(texts.events).map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <Day name="from" label={says.from} value={query.from} />
        <Day name="to" label={says.to} value={query.to} />
      </div>
      <div className="trail__buttons">
        <Button type="submit" size="medium" margin={false}>
          {says.submit}
        </Button>
        <Button buttonStyle="secondary" size="medium" margin={false} onClick={() => onAsk({})}>
          {says.clear}
        </Button>
      </div>
    </form>
  )
}

'use client'
import '../approval.css'
import './office.css'
import { Button, Gutter, useStepNav } from '@payloadcms/ui'
import { useEffect, useId } from 'react'
import { People } from './People.tsx'
import { useOffice, useOfficeTexts } from './useOffice.ts'
import { Workflows } from './Workflows.tsx'

/** Every workflow as a diagram with what waits where, and every person with what they may do. */
export const Office = () => {
  const says = useOfficeTexts()
  const { definitions, people, failed, reload, confirm } = useOffice()
  const { setStepNav } = useStepNav()
  const workflows = useId()
  const persons = useId()
  useEffect(() => setStepNav([{ label: says.title }]), [setStepNav, says])
  return (
    <main className="office">
      <Gutter>
        <h1>{says.title}</h1>
        <p className="approval__quiet">{says.intro}</p>
        <div role="status">
          {!definitions && !failed ? <p>{says.loading}</p> : null}
          {failed ? <p>{says.failed}</p> : null}
        </div>
        {failed ? (
          <Button buttonStyle="secondary" size="medium" margin={false} onClick={() => void reload()}>
            {says.retry}
          </Button>
        ) : null}
        {definitions ? (
          <section aria-labelledby={workflows}>
            <h2 id={workflows}>{says.workflows}</h2>
            <Workflows definitions={definitions} />
          </section>
        ) : null}
        {people ? (
          <section aria-labelledby={persons}>
            <h2 id={persons}>{says.people}</h2>
            {people === 'refused' ? <p>{says.peopleRefused}</p> : <People people={people} onConfirm={confirm} />}
          </section>
        ) : null}
      </Gutter>
    </main>
  )
}

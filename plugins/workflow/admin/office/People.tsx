'use client'
import { Button, useConfig } from '@payloadcms/ui'
import { useState } from 'react'
import { dayFirst } from '../../../../lib/text/dates.ts'
import type { PersonLine } from '../api.ts'
import { instant } from '../instant.ts'
import { useOfficeTexts } from './useOffice.ts'

const Line = ({ line, onConfirm }: { line: PersonLine; onConfirm: () => void }) => {
  const says = useOfficeTexts()
  return (
    <li className="office__person">
      <p className="office__person-name">{line.name}</p>
      <p className="approval__quiet">
        {[line.title, line.role].filter((one, at, all) => one && all.indexOf(one) === at).join(' · ')}
      </p>
      {line.active ? null : <p>{says.left}</p>}
      {line.away ? (
        <p className="office__rests">
          {line.away.now
            ? says.away(dayFirst(line.away.until))
            : says.awayLater(dayFirst(line.away.from), dayFirst(line.away.until))}
        </p>
      ) : null}
      {line.active && !line.mayDo.length ? <p className="approval__quiet">{says.nothing}</p> : null}
      {line.mayDo.length ? (
        <ul>
          {line.mayDo.map((what) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
      ) : null}
      {line.standsFor.map(({ name, until }) => (
        <p key={`${name} ${until}`}>{says.standsIn(name, instant(until))}</p>
      ))}
      {line.rests ? (
        <p className="office__rests">{line.restsUntil ? says.rests(instant(line.restsUntil)) : says.restsUnknown}</p>
      ) : null}
      {line.changedAt ? (
        <p className="approval__quiet">{says.changed(line.changedBy ?? '', instant(line.changedAt))}</p>
      ) : null}
      {line.mayConfirm ? (
        <Button size="medium" margin={false} onClick={onConfirm}>
          {says.confirm(line.name)}
        </Button>
      ) : null}
    </li>
  )
}

/** Every person with what they may do, and why not yet. */
export const People = (props: { people: PersonLine[]; onConfirm: (id: string) => Promise<string> }) => {
  const { people, onConfirm } = props
  const says = useOfficeTexts()
  const { config } = useConfig()
  const [said, setSaid] = useState('')
  const confirm = async (id: string) => setSaid((await onConfirm(id)) || says.confirmed)
  const delegations = `${config.routes.admin}/collections/delegations`
  return (
    <>
      <p>{says.peopleIntro}</p>
      <p className="office__links">
        <a href={delegations}>{says.delegations}</a> <a href={`${delegations}/create`}>{says.delegate}</a>
      </p>
      <p role="status">{said}</p>
      <ul className="office__people">
        {people.map((line) => (
          <Line key={line.id} line={line} onConfirm={() => void confirm(line.id)} />
        ))}
      </ul>
    </>
  )
}

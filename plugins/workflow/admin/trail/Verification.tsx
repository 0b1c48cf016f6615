'use client'
import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { instant } from '../instant.ts'
import { useConnection } from '../useApproval.ts'
import { type TrailVerdict, verifyTrail } from './api.ts'
import { useTrailTexts } from './useTrailTexts.ts'

type Standing = 'running' | 'failed' | TrailVerdict

/** Verifies all logs, and says in a sentence what came of it. */
export const Verification = () => {
  const { verify: says } = useTrailTexts()
  const { base, language } = useConnection()
  const heading = useId()
  const [standing, setStanding] = useState<Standing>()
  const start = async () => {
    setStanding('running')
    const reply = await verifyTrail({ base, language })
    setStanding('value' in reply ? reply.value : 'failed')
  }
  const verdict = typeof standing === 'object' ? standing : undefined
  return (
    <section className="trail__verify" aria-labelledby={heading}>
      <h2 id={heading}>{says.title}</h2>
      <p className="approval__quiet">{says.explains}</p>
      <Button
        buttonStyle="secondary"
        size="medium"
        margin={false}
        disabled={standing === 'running'}
        onClick={() => void start()}
      >
        {says.button}
      </Button>
      <div role="status">
        {standing === 'running' ? <p>{says.running}</p> : null}
        {standing === 'failed' ? <p>{says.failed}</p> : null}
        {verdict ? (
          <p className={verdict.ok ? 'trail__verdict' : 'trail__verdict trail__verdict--faults'}>
            <strong>{verdict.sentence}</strong> {says.at(instant(verdict.checkedAt))}
          </p>
        ) : null}
      </div>
      {verdict?.faults.length ? (
        <details open>
          <summary>{says.faults(verdict.faults.length, verdict.totalFaults)}</summary>
          <ul>
            {verdict.faults.map(({ store, place, what, says: words }) => (
              <li key={`${store} ${place} ${what}`}>{words}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}

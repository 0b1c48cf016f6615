'use client'
import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { shownInstantOf } from '../../../../lib/time/shownInstant.ts'
import { PAUSE_SCOPES, type PauseScope } from '../../core/pauses.ts'
import type { PauseStatus } from '../../store/pauseStatus.ts'
import { Failure, Section } from './Section.tsx'
import { useDeskTexts, useSending } from './useDesk.ts'

/** What is held back, and the buttons that hold back or let go, each with a reason. */
export const Pauses = (props: { status: PauseStatus; mayManage: boolean; onChanged: () => Promise<void> }) => {
  const { status, mayManage, onChanged } = props
  const texts = useDeskTexts()
  const { pauses: says, scopes } = texts
  const [scope, setScope] = useState<PauseScope>('all')
  const [reason, setReason] = useState('')
  const { send, busy, reply } = useSending<PauseStatus>()
  const [scopeId, reasonId] = [useId(), useId()]
  const act = async (path: 'pause' | 'resume') => {
    const answer = await send(path, { reason, ...(scope === 'all' ? {} : { cadence: scope }) })
    if ('failure' in answer) return
    setReason('')
    await onChanged()
  }
  return (
    <Section title={says.title}>
      {status.pauses.length ? (
        <ul>
          {status.pauses.map((pause) => (
            <li key={pause.scope}>
              {says.line(scopes[pause.scope], shownInstantOf(pause.since), pause.by, pause.reason)}
            </li>
          ))}
        </ul>
      ) : (
        <p>{says.none}</p>
      )}
      {mayManage ? (
        <div className="desk__form">
          <div className="desk__field">
            <label htmlFor={scopeId}>{says.what}</label>
            <select id={scopeId} value={scope} onChange={({ target }) => setScope(target.value as PauseScope)}>
              {PAUSE_SCOPES.map((name) => (
                <option key={name} value={name}>
                  {scopes[name as PauseScope]}
                </option>
              ))}
            </select>
          </div>
          <div className="desk__field desk__field--wide">
            <label htmlFor={reasonId}>{says.reason}</label>
            <input
              id={reasonId}
              value={reason}
              maxLength={1000}
              autoComplete="off"
              onChange={({ target }) => setReason(target.value)}
            />
          </div>
          <Button buttonStyle="secondary" margin={false} disabled={busy} onClick={() => void act('pause')}>
            {says.pause}
          </Button>
          <Button buttonStyle="secondary" margin={false} disabled={busy} onClick={() => void act('resume')}>
            {says.resume}
          </Button>
        </div>
      ) : null}
      {reply && 'failure' in reply ? <Failure message={reply.failure} otherwise={texts.failed} /> : null}
      <p role="status">{reply && 'value' in reply ? says.saved : ''}</p>
    </Section>
  )
}

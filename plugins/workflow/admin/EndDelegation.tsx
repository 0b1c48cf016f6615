'use client'
import './approval.css'
import { Button, useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import { systemClock } from '../../../lib/time/clock.ts'
import { endDelegation, type Failure } from './api.ts'
import { FailureNote } from './FailureNote.tsx'
import { useConnection } from './useApproval.ts'
import { useTexts } from './useTexts.ts'

const idOf = (person: unknown): string =>
  String(person && typeof person === 'object' && 'id' in person ? person.id : (person ?? ''))

/** Ends the delegation that is shown, for the two people it binds. */
export const EndDelegation = () => {
  const { id, data } = useDocumentInfo()
  const { user } = useAuth()
  const texts = useTexts()
  const connection = useConnection()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [ended, setEnded] = useState(false)
  if (id === undefined || !data || !user) return null
  const binds = [idOf(data.from), idOf(data.to)].includes(String(user.id))
  const over = ended || Boolean(data.endedAt) || String(data.validTo ?? '') <= systemClock.now().toISOString()
  const end = async () => {
    setBusy(true)
    setFailure(null)
    const reply = await endDelegation(connection, String(id))
    setBusy(false)
    if ('failure' in reply) return setFailure(reply.failure)
    setEnded(true)
    router.refresh()
  }
  return (
    <div className="approval">
      <p role="status">{over ? texts.delegation.over : texts.delegation.holds}</p>
      {failure ? <FailureNote failure={failure} onReload={() => setFailure(null)} /> : null}
      {binds && !over ? (
        <Button size="medium" margin={false} buttonStyle="secondary" disabled={busy} onClick={() => void end()}>
          {texts.delegation.end}
        </Button>
      ) : null}
    </div>
  )
}

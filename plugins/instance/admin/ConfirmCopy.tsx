'use client'
import { Button, useConfig, useTranslation } from '@payloadcms/ui'
import { type FormEvent, useId, useState } from 'react'
import { ownLanguage } from '../../../lib/text/languages.ts'
import { copyTexts } from './texts.ts'

/** One press, with a reason: this is the real system. */
export const ConfirmCopy = () => {
  const base = useConfig().config.routes.api
  const { language } = useTranslation().i18n
  const texts = copyTexts[ownLanguage(language)]
  const [reason, setReason] = useState('')
  const [state, setState] = useState<'asked' | 'busy' | 'confirmed'>('asked')
  const [failure, setFailure] = useState('')
  const [reasonId, failureId] = [useId(), useId()]

  const confirm = async (event: FormEvent) => {
    event.preventDefault()
    setState('busy')
    setFailure('')
    try {
      const response = await fetch(`${base}/instance/confirm`, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'Accept-Language': language, 'Content-Type': 'application/json' },
        body: JSON.stringify({ reason }),
      })
      if (response.ok) return setState('confirmed')
      const { errors } = (await response.json()) as { errors?: { message?: string }[] }
      setFailure(errors?.[0]?.message ?? texts.failed)
    } catch {
      setFailure(texts.failed)
    }
    setState('asked')
  }

  if (state === 'confirmed') return <p role="status">{texts.confirmed}</p>
  return (
    <form className="copy-notice__form" onSubmit={(event) => void confirm(event)} noValidate>
      <label htmlFor={reasonId}>{texts.reason}</label>
      <textarea
        id={reasonId}
        rows={2}
        maxLength={2_000}
        value={reason}
        aria-invalid={failure !== ''}
        aria-describedby={failureId}
        onChange={({ target }) => setReason(target.value)}
      />
      <p id={failureId} role="alert" className="copy-notice__failure">
        {failure}
      </p>
      <Button type="submit" margin={false} disabled={state === 'busy'}>
        {texts.confirm}
      </Button>
    </form>
  )
}

'use client'
import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { WebhookTexts } from '../translations/texts.ts'
import { ask } from './api.ts'

/** Makes a new signing secret after a question, and shows it once. */
export const Secret = (props: {
  webhook: string
  connection: { base: string; language: string }
  texts: WebhookTexts['panel']
  onMade: () => void
}) => {
  const { webhook, connection, texts, onMade } = props
  const field = useId()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [secret, setSecret] = useState('')
  const [failure, setFailure] = useState('')

  const make = async () => {
    setBusy(true)
    setFailure('')
    const reply = await ask<{ secret: string }>(connection, 'POST', webhook, 'rotate')
    setBusy(false)
    setAsking(false)
    if ('failure' in reply) return setFailure(reply.failure || texts.network)
    setSecret(reply.value.secret)
    onMade()
  }

  const button = { margin: false, size: 'medium', type: 'button', disabled: busy } as const
  return (
    <>
      <p>{texts.rotateHint}</p>
      {asking ? (
        <fieldset>
          <legend>{texts.rotateSure}</legend>
          <Button {...button} buttonStyle="primary" onClick={() => void make()}>
            {texts.rotateYes}
          </Button>
          <Button {...button} buttonStyle="secondary" onClick={() => setAsking(false)}>
            {texts.rotateNo}
          </Button>
        </fieldset>
      ) : (
        <Button {...button} buttonStyle="secondary" onClick={() => setAsking(true)}>
          {texts.rotate}
        </Button>
      )}
      <p role="alert">{failure}</p>
      {secret ? (
        <div role="status">
          <label htmlFor={field}>{texts.key}</label>
          <input
            id={field}
            readOnly
            value={secret}
            autoComplete="off"
            aria-describedby={`${field}-hint`}
            onFocus={(event) => event.target.select()}
          />
          <p id={`${field}-hint`}>{texts.keyHint}</p>
        </div>
      ) : null}
    </>
  )
}

'use client'
import './standing.css'
import { Button, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { ownLanguage } from '../../../lib/text/languages.ts'
import { shownInstantOf } from '../../../lib/time/shownInstant.ts'
import { TEXTS, type WebhookTexts } from '../translations/texts.ts'
import { ask, type ShownStanding } from './api.ts'
import { Secret } from './Secret.tsx'

/** While the form is open and seen, it tells what the worker did meanwhile. */
const LOOKS_EVERY_MS = 5_000

/** How deliveries go, one sentence each. */
const linesOf = (standing: ShownStanding, texts: WebhookTexts['panel']): string[] => {
  const { active, delivered, behind, failing, offAt, oldSecretUntil } = standing
  const shown = shownInstantOf
  return [
    ...(offAt ? [texts.off(shown(offAt))] : active ? [] : [texts.inactive]),
    ...(failing ? [texts.failing(failing.message, shown(failing.since), failing.tries)] : []),
    ...(failing && active && !offAt ? [texts.nextTry(shown(failing.nextAt))] : []),
    delivered ? texts.delivered(shown(delivered.at), delivered.seq) : texts.never,
    behind ? texts.behind(behind) : texts.upToDate,
    ...(oldSecretUntil ? [texts.oldSecret(shown(oldSecretUntil))] : []),
  ]
}

/** In the form of a webhook: how deliveries go, a button that sends a test, and one that makes a new secret. */
export const Standing = () => {
  const { id, data } = useDocumentInfo()
  const { i18n } = useTranslation()
  const { api: base } = useConfig().config.routes
  const { language } = i18n
  const texts = TEXTS[ownLanguage(language)].panel
  const [standing, setStanding] = useState<ShownStanding | null>(null)
  const [unread, setUnread] = useState('')
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  const webhook = id === undefined ? undefined : String(id)
  const savedAt: unknown = data?.updatedAt

  const load = useCallback(async () => {
    if (!webhook) return
    const reply = await ask<ShownStanding>({ base, language }, 'GET', webhook, 'standing')
    if ('value' in reply) setStanding(reply.value)
    setUnread('value' in reply ? '' : reply.failure || TEXTS[ownLanguage(language)].panel.network)
  }, [webhook, base, language])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a save may change how deliveries go
  useEffect(() => {
    void load()
    const looking = setInterval(() => {
      if (!document.hidden) void load()
    }, LOOKS_EVERY_MS)
    return () => clearInterval(looking)
  }, [load, savedAt])

  const sendTest = async () => {
    if (!webhook) return
    setBusy(true)
    setSaid(texts.working)
    const reply = await ask<{ message: string }>({ base, language }, 'POST', webhook, 'test')
    setSaid('value' in reply ? reply.value.message : reply.failure || texts.network)
    setBusy(false)
  }

  return (
    <section className="webhook-standing" aria-labelledby="webhook-standing-title">
      <h2 id="webhook-standing-title">{texts.heading}</h2>
      {webhook ? null : <p>{texts.unsaved}</p>}
      <p>{unread}</p>
      {standing ? (
        <ul className={standing.failing ? 'webhook-standing__bad' : undefined}>
          {linesOf(standing, texts).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
      {webhook ? (
        <>
          <p>{texts.testHint}</p>
          <Button
            margin={false}
            size="medium"
            buttonStyle="secondary"
            type="button"
            disabled={busy}
            onClick={() => void sendTest()}
          >
            {texts.test}
          </Button>
          <p role="status">{said}</p>
          <Secret webhook={webhook} connection={{ base, language }} texts={texts} onMade={() => void load()} />
        </>
      ) : null}
    </section>
  )
}

'use client'
import './approval.css'
import './typed/typed.css'
import { getTranslation } from '@payloadcms/translations'
import { Button, useConfig, useDocumentInfo, useForm, useTranslation } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import { namedFields } from './frozen/fieldNames.ts'
import { instant } from './instant.ts'
import { JumpToPanel } from './JumpToPanel.tsx'
import { useRowsArrive } from './typed/useRowsArrive.ts'
import { useTypedAtOnce } from './typed/useTypedAtOnce.ts'
import { useTypedText } from './typed/useTypedText.ts'
import { useTexts } from './useTexts.ts'

/**
 * Stores unsaved input of a document's form in the browser, and offers it again after a failed save, an expired login,
 * a restart or a closed tab. A `ui` field of every governed document.
 */
export const KeepTyped = () => {
  const texts = useTexts()
  const heading = useId()
  const { i18n } = useTranslation()
  const { getEntityConfig } = useConfig()
  const { collectionSlug, data, hasSavePermission } = useDocumentInfo()
  const { getData, reset, setModified } = useForm()
  useTypedAtOnce()
  useRowsArrive()
  const { offered, full, discard, restoring } = useTypedText()
  const [status, setStatus] = useState('')
  const savedAt: unknown = data?.updatedAt
  // biome-ignore lint/correctness/useExhaustiveDependencies: once saved, there is nothing left to check and save
  useEffect(() => setStatus(''), [savedAt])

  const restore = async () => {
    if (!offered) return
    setStatus('')
    const finish = restoring()
    try {
      await reset({ ...getData(), ...offered.fields })
      setModified(true)
      finish(true)
      setStatus(texts.typed.restored)
    } catch {
      finish(false)
      setStatus(texts.typed.failed)
    }
  }

  const known = namedFields(collectionSlug ? (getEntityConfig({ collectionSlug })?.fields ?? []) : [])
  const labels = Object.keys(offered?.fields ?? {}).flatMap((name) => {
    const label = known.find((field) => field.name === name)?.label
    return label ? [getTranslation(label, i18n)] : []
  })
  const savedSince = offered && savedAt !== offered.over

  return (
    <div className="typed">
      <JumpToPanel />
      {offered ? (
        <section className="typed__offer" aria-labelledby={heading}>
          <h2 id={heading}>{texts.typed.title}</h2>
          <p>{texts.typed.offer(instant(offered.at))}</p>
          {labels.length ? (
            <p>
              {texts.typed.fields} {labels.join(', ')}.
            </p>
          ) : null}
          {savedSince ? <p>{texts.typed.savedSince}</p> : null}
          {hasSavePermission ? null : <p>{texts.typed.frozen}</p>}
          <div className="approval__buttons">
            {hasSavePermission ? (
              <Button margin={false} size="medium" onClick={restore}>
                {texts.typed.restore}
              </Button>
            ) : null}
            <Button margin={false} size="medium" buttonStyle="secondary" onClick={discard}>
              {texts.typed.discard}
            </Button>
          </div>
        </section>
      ) : null}
      <p role="status" className={status ? 'typed__said' : 'approval__hidden'}>
        {status}
      </p>
      {full ? (
        <p role="alert" className="typed__said">
          {texts.typed.noRoom}
        </p>
      ) : null}
    </div>
  )
}

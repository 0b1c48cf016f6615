'use client'
import { getTranslation } from '@payloadcms/translations'
import { Button, useConfig, useTranslation } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import type { Saying } from '../../core/comments.ts'
import { TEXT_LIMITS } from '../../core/textLimits.ts'
import { namedFields } from '../frozen/fieldNames.ts'
import { QuestionField } from '../QuestionField.tsx'
import { useKeptTexts } from '../useKeptTexts.ts'
import { useTexts } from '../useTexts.ts'

/** Fields of the form that have a name people know, in the order of the form. */
export const useFieldNames = (collection: string): { name: string; label: string }[] => {
  const { i18n } = useTranslation()
  const { getEntityConfig } = useConfig()
  const fields = namedFields(getEntityConfig({ collectionSlug: collection })?.fields ?? [])
  return fields.flatMap(({ name, label }) => (label ? [{ name, label: String(getTranslation(label, i18n)) }] : []))
}

/**
 * Where a person writes a comment or a reply. What was typed stays in this tab until it is sent.
 *
 * @param onSend resolves to whether it was stored
 */
export const CommentForm = (props: {
  collection: string
  keptAs: string
  busy: boolean
  replyTo?: { id: string; name: string }
  onSend: (saying: Saying) => Promise<boolean>
  onCancel?: () => void
}) => {
  const { collection, keptAs, busy, replyTo, onSend, onCancel } = props
  const texts = useTexts()
  const id = useId()
  const fields = useFieldNames(collection)
  const [typed, setTyped] = useKeptTexts(`${keptAs}:${replyTo?.id ?? ''}`, ['text'])
  const [path, setPath] = useState('')
  const [missing, setMissing] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const replies = replyTo !== undefined
  useEffect(() => {
    if (replies) area.current?.focus()
  }, [replies])

  const send = async () => {
    const text = typed.text ?? ''
    if (!text.trim()) {
      setMissing(true)
      area.current?.focus()
      return
    }
    if (!(await onSend({ text, ...(path ? { path } : {}), ...(replyTo ? { replyTo: replyTo.id } : {}) }))) return
    setTyped('text', '')
    setPath('')
  }

  return (
    <div className="approval__form">
      {replyTo ? null : (
        <p>
          <label htmlFor={`${id}-about`}>{texts.comments.about}</label>{' '}
          <select id={`${id}-about`} value={path} onChange={(event) => setPath(event.target.value)}>
            <option value="">{texts.comments.whole}</option>
            {fields.map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </p>
      )}
      <QuestionField
        area={area}
        label={replyTo ? texts.comments.replyTo(replyTo.name) : texts.comments.write}
        hint={texts.comments.hint}
        required={false}
        fault={missing ? texts.comments.missing : ''}
        longest={TEXT_LIMITS.discussion}
        rows={3}
        value={typed.text ?? ''}
        onChange={(value) => {
          setTyped('text', value)
          setMissing(false)
        }}
      />
      <div className="approval__buttons">
        <Button size="small" margin={false} buttonStyle="secondary" disabled={busy} onClick={() => void send()}>
          {busy ? texts.form.sending : texts.comments.send}
        </Button>
        {onCancel ? (
          <Button size="small" margin={false} buttonStyle="secondary" disabled={busy} onClick={onCancel}>
            {texts.comments.cancel}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

'use client'
import './frozen.css'
import { getTranslation } from '@payloadcms/translations'
import { Button, useConfig, useTranslation } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import type { FrozenContent } from '../../../publications/index.ts'
import { type DocumentRef, readContent } from '../api.ts'
import { Dialog } from '../Dialog.tsx'
import { useConnection } from '../useApproval.ts'
import { useTexts } from '../useTexts.ts'
import { FrozenFields } from './FrozenFields.tsx'
import { namedFields } from './fieldNames.ts'

const Languages = (props: { codes: string[]; chosen: string; onChoose: (code: string) => void }) => {
  const { codes, chosen, onChoose } = props
  const texts = useTexts()
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const name = useId()
  const label = (code: string) => {
    const locale = config.localization ? config.localization.locales.find((one) => one.code === code) : undefined
    return locale ? getTranslation(locale.label, i18n) : code
  }
  return (
    <fieldset className="frozen__languages">
      <legend>{texts.frozen.languages}</legend>
      {codes.map((code) => (
        <label key={code}>
          <input type="radio" name={name} value={code} checked={code === chosen} onChange={() => onChoose(code)} />{' '}
          <span lang={code}>{label(code)}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** The frozen text in a dialog, readable, in each of its languages. */
export const FrozenText = (props: { document: DocumentRef; hash: string; onClose: () => void }) => {
  const { document: ref, hash, onClose } = props
  const texts = useTexts()
  const { base, language: reader } = useConnection()
  const { getEntityConfig } = useConfig()
  const [content, setContent] = useState<FrozenContent | null>(null)
  const [failed, setFailed] = useState(false)
  const [chosen, setChosen] = useState('')
  const { collection, id } = ref

  useEffect(() => {
    let wanted = true
    void readContent({ base, language: reader }, { collection, id }, hash).then((reply) => {
      if (!wanted) return
      if ('value' in reply) setContent(reply.value.content)
      else setFailed(true)
    })
    return () => {
      wanted = false
    }
  }, [base, reader, collection, id, hash])

  const fields = namedFields(getEntityConfig({ collectionSlug: collection })?.fields ?? [])
  const language = chosen || content?.locales[0] || 'vi'
  return (
    <Dialog
      wide
      title={texts.frozen.title}
      onClose={onClose}
      footer={
        <Button margin={false} buttonStyle="secondary" onClick={onClose}>
          {texts.frozen.close}
        </Button>
      }
    >
      <p className="approval__quiet">{texts.frozen.explains}</p>
      {failed ? <p role="alert">{texts.frozen.failed}</p> : null}
      {!content && !failed ? <p role="status">{texts.frozen.loading}</p> : null}
      {content ? (
        <>
          {content.locales.length > 1 ? (
            <Languages codes={content.locales} chosen={language} onChoose={setChosen} />
          ) : null}
          <FrozenFields values={content.fields} fields={fields} language={language} />
          <p className="frozen__fingerprint">
            {texts.frozen.fingerprint}: <code>{hash}</code>
          </p>
        </>
      ) : null}
    </Dialog>
  )
}

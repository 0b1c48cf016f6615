'use client'
import './frozen.css'
import { getTranslation } from '@payloadcms/translations'
import { Button, useConfig, useTranslation } from '@payloadcms/ui'
import { Choices } from '../Choices.tsx'
import { useTexts } from '../useTexts.ts'
import { FrozenFields } from './FrozenFields.tsx'
import { namedFields } from './fieldNames.ts'
import type { Reading } from './useReading.ts'

/** The text that a person reads before they decide, in each of its languages. */
export const ReadingText = (props: {
  collection: string
  reading: Reading
  /** Whether the form has changes that are in neither text. */
  unsaved: boolean
}) => {
  const { collection, reading, unsaved } = props
  const { hash, standing, changed, shown, show, content, language, speak, failed, reload } = reading
  const texts = useTexts()
  const { i18n } = useTranslation()
  const { config, getEntityConfig } = useConfig()
  const locales = content?.locales ?? []
  const says = changed && texts.frozen.changed[changed]
  const languageName = (code: string) => {
    const locale = config.localization ? config.localization.locales.find((one) => one.code === code) : undefined
    return locale ? getTranslation(locale.label, i18n) : code
  }
  return (
    <>
      {says ? (
        <Choices
          legend={texts.frozen.which}
          chosen={shown}
          choices={[
            { value: 'working', label: says.working },
            { value: 'frozen', label: says.frozen },
          ]}
          onChoose={show}
        />
      ) : null}
      {content ? (
        <p className={says ? 'approval__notice' : 'approval__quiet'} role="status">
          {says ? says.explains[shown] : texts.frozen.same[standing]}
        </p>
      ) : null}
      {content && unsaved ? <p className="approval__notice">{texts.frozen.unsaved}</p> : null}
      {failed ? (
        <>
          <p role="alert">{texts.frozen.failed}</p>
          <Button buttonStyle="secondary" size="small" margin={false} onClick={() => void reload()}>
            {texts.panel.retry}
          </Button>
        </>
      ) : null}
      {!content && !failed ? <p role="status">{texts.frozen.loading}</p> : null}
      {content ? (
        <>
          {locales.length > 1 ? (
            <Choices
              legend={texts.frozen.languages}
              chosen={language}
              choices={locales.map((code) => ({ value: code, label: languageName(code), lang: code }))}
              onChoose={speak}
            />
          ) : null}
          <FrozenFields
            values={content.fields}
            fields={namedFields(getEntityConfig({ collectionSlug: collection })?.fields ?? [])}
            language={language}
            marked
          />
          {shown === 'frozen' ? (
            <p className="frozen__fingerprint">
              {texts.frozen.fingerprint}: <code>{hash}</code>
            </p>
          ) : null}
        </>
      ) : null}
    </>
  )
}

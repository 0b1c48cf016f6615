'use client'
import './frozen.css'
import { getTranslation } from '@payloadcms/translations'
import { Button, useConfig, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { FrozenContent } from '../../../publications/client.ts'
import type { WorkflowView } from '../../useCases/view.ts'
import { type DocumentRef, readContent, readWorkingContent } from '../api.ts'
import { Choices } from '../Choices.tsx'
import { Dialog } from '../Dialog.tsx'
import { useConnection } from '../useApproval.ts'
import { useTexts } from '../useTexts.ts'
import { FrozenFields } from './FrozenFields.tsx'
import { namedFields } from './fieldNames.ts'
import { choiceOf, frozenStanding, type Shown } from './standing.ts'

interface Read {
  hash: string
  content: FrozenContent
}

/** The frozen text, and the one that freezing now would give; `failed` when the first cannot be loaded. */
const useBoth = (ref: DocumentRef, hash: string) => {
  const { base, language } = useConnection()
  const [frozen, setFrozen] = useState<Read | null>(null)
  const [working, setWorking] = useState<Read | null>(null)
  const [failed, setFailed] = useState(false)
  const { collection, id } = ref
  useEffect(() => {
    let wanted = true
    const connection = { base, language }
    const document = { collection, id }
    void Promise.all([readContent(connection, document, hash), readWorkingContent(connection, document)]).then(
      ([one, other]) => {
        if (!wanted) return
        if ('value' in one && 'value' in other) {
          setFrozen(one.value)
          setWorking(other.value)
        } else setFailed(true)
      },
    )
    return () => {
      wanted = false
    }
  }, [base, language, collection, id, hash])
  return { frozen, working, failed }
}

/** The frozen text in a dialog, in each of its languages, and the working copy where it differs and is relevant. */
export const FrozenText = (props: {
  document: DocumentRef
  view: WorkflowView
  hash: string
  /** Whether the form has changes that are in neither text. */
  unsaved: boolean
  onClose: () => void
}) => {
  const { document: ref, view, hash, unsaved, onClose } = props
  const texts = useTexts()
  const { i18n } = useTranslation()
  const { config, getEntityConfig } = useConfig()
  const { frozen, working, failed } = useBoth(ref, hash)
  const [asked, setAsked] = useState<Shown | null>(null)
  const [chosen, setChosen] = useState('')

  const standing = frozenStanding(view)
  const { changed, first } = choiceOf(standing, hash, working?.hash)
  const shown = changed ? (asked ?? first) : 'frozen'
  const read = shown === 'working' ? working : frozen
  const locales = read?.content.locales ?? []
  const language = locales.includes(chosen) ? chosen : (locales[0] ?? 'vi')
  const says = changed && texts.frozen.changed[changed]
  const languageName = (code: string) => {
    const locale = config.localization ? config.localization.locales.find((one) => one.code === code) : undefined
    return locale ? getTranslation(locale.label, i18n) : code
  }
  return (
    <Dialog
      wide
      title={shown === 'working' ? texts.frozen.workingTitle : texts.frozen.title}
      onClose={onClose}
      footer={
        <Button margin={false} buttonStyle="secondary" onClick={onClose}>
          {texts.frozen.close}
        </Button>
      }
    >
      {says ? (
        <Choices
          legend={texts.frozen.which}
          chosen={shown}
          choices={[
            { value: 'working', label: says.working },
            { value: 'frozen', label: says.frozen },
          ]}
          onChoose={setAsked}
        />
      ) : null}
      {read ? (
        <p className={says ? 'approval__notice' : 'approval__quiet'} role="status">
          {says ? says.explains[shown] : texts.frozen.same[standing]}
        </p>
      ) : null}
      {read && unsaved ? <p className="approval__notice">{texts.frozen.unsaved}</p> : null}
      {failed ? <p role="alert">{texts.frozen.failed}</p> : null}
      {!read && !failed ? <p role="status">{texts.frozen.loading}</p> : null}
      {read ? (
        <>
          {locales.length > 1 ? (
            <Choices
              legend={texts.frozen.languages}
              chosen={language}
              choices={locales.map((code) => ({ value: code, label: languageName(code), lang: code }))}
              onChoose={setChosen}
            />
          ) : null}
          <FrozenFields
            values={read.content.fields}
            fields={namedFields(getEntityConfig({ collectionSlug: ref.collection })?.fields ?? [])}
            language={language}
          />
          {shown === 'frozen' ? (
            <p className="frozen__fingerprint">
              {texts.frozen.fingerprint}: <code>{hash}</code>
            </p>
          ) : null}
        </>
      ) : null}
    </Dialog>
  )
}

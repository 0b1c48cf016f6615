'use client'
import '../approval.css'
import '../states.css'
import './versions.css'
import { getTranslation } from '@payloadcms/translations'
import {
  Gutter,
  useConfig,
  useDocumentInfo,
  useDocumentTitle,
  useLocale,
  useStepNav,
  useTranslation,
} from '@payloadcms/ui'
import { useParams, useRouter, useSearchParams } from 'next/navigation.js'
import { useEffect, useState } from 'react'
import type { VersionLine } from '../../reading/versions.ts'
import { readDifference, readVersionPage, type VersionDifference } from '../api.ts'
import { Choices } from '../Choices.tsx'
import { instant } from '../instant.ts'
import { useConnection } from '../useApproval.ts'
import { useTexts } from '../useTexts.ts'
import { Differences } from './Differences.tsx'
import { Restore } from './Restore.tsx'
import { useDocument } from './useDocument.ts'
import { markWords, VersionMarks } from './VersionMarks.tsx'

const WHOLE = /^\d{1,9}$/

/** The versions in the address, `…/versions/<to>?from=<from>`; `undefined` where it names none. */
const useAsked = () => {
  const { segments } = useParams<{ segments?: string[] }>()
  const to = segments?.at(-1) ?? ''
  const from = useSearchParams().get('from') ?? ''
  return { to: WHOLE.test(to) ? Number(to) : undefined, from: WHOLE.test(from) ? Number(from) : undefined }
}

const useComparison = (to: number | undefined, from: number | undefined, locale: string) => {
  const { ref } = useDocument()
  const { collection, id } = ref
  const { base, language } = useConnection()
  const [found, setFound] = useState<VersionDifference | null>(null)
  const [lines, setLines] = useState<VersionLine[]>([])
  const [failure, setFailure] = useState<string | null>(null)
  useEffect(() => {
    let wanted = true
    const connection = { base, language }
    void readDifference(connection, { collection, id }, { to: to ?? Number.NaN, from, locale }).then((reply) => {
      if (!wanted) return
      setFailure('failure' in reply ? reply.failure.message : null)
      setFound('value' in reply ? reply.value : null)
    })
    return () => {
      wanted = false
    }
  }, [base, language, collection, id, to, from, locale])
  useEffect(() => {
    void readVersionPage({ base, language }, { collection, id }, 1, 100).then((reply) => {
      if ('value' in reply) setLines(reply.value.versions)
    })
  }, [base, language, collection, id])
  return { found, lines, failure }
}

/** One side of the comparison, with a choice of other versions. */
const SideChoice = (props: {
  label: string
  line: VersionLine | null
  lines: VersionLine[]
  onChoose: (number: number) => void
}) => {
  const { label, line, lines, onChoose } = props
  const says = useTexts().versions
  const known = line && !lines.some(({ number }) => number === line.number) ? [...lines, line] : lines
  return (
    <div className="saved__side">
      <label>
        <span className="saved__side-label">{label}</span>
        <select value={line?.number ?? 0} onChange={(event) => onChoose(Number(event.target.value))}>
          {line ? null : <option value={0}>{says.nothingBefore}</option>}
          {known.map((one) => (
            <option key={one.id} value={one.number}>
              {[says.name(one.number), instant(one.savedAt), one.by, ...markWords(one, says)]
                .filter(Boolean)
                .join(' · ')}
            </option>
          ))}
        </select>
      </label>
      {line ? (
        <p>
          <time dateTime={line.savedAt}>{instant(line.savedAt)}</time> · {line.by || says.unknownPerson}{' '}
          <VersionMarks line={line} />
        </p>
      ) : null}
    </div>
  )
}

/**
 * Two versions of a governed document side by side, compared word by word, based on the text that was frozen or would
 * be. Replaces Payload's own comparison.
 */
export const Comparison = () => {
  const says = useTexts().versions
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const { hasSavePermission } = useDocumentInfo()
  const { title } = useDocumentTitle()
  const { setStepNav } = useStepNav()
  const { code } = useLocale()
  const router = useRouter()
  const { entity, address, versionAddress } = useDocument()
  const { to, from } = useAsked()
  const [chosen, setChosen] = useState('')
  const { found, lines, failure } = useComparison(to, from, chosen || code)

  const plural = entity?.labels?.plural ? getTranslation(entity.labels.plural, i18n) : ''
  const list = address.slice(0, address.lastIndexOf('/'))
  useEffect(() => {
    setStepNav([
      { label: plural, url: list },
      { label: title, url: address },
      { label: says.title, url: `${address}/versions` },
      { label: to === undefined ? '' : says.name(to) },
    ])
  }, [setStepNav, plural, list, title, address, says, to])

  const languageName = (one: string) => {
    const locale = config.localization
      ? config.localization.locales.find(({ code: known }) => known === one)
      : undefined
    const label = locale ? getTranslation(locale.label, i18n) : one
    return found?.changedLocales.includes(one) ? says.languageChanged(label) : label
  }
  return (
    <main className="saved">
      <Gutter>
        <h2 className="saved__title">{says.compare}</h2>
        <p className="saved__quiet">{says.publicOnly}</p>
        {failure !== null ? <p role="alert">{failure || says.failed}</p> : null}
        {!found && failure === null ? <p role="status">{says.loading}</p> : null}
        {found ? (
          <>
            <div className="saved__sides">
              <SideChoice
                label={says.from}
                line={found.from}
                lines={lines}
                onChoose={(number) => router.push(versionAddress(found.to.number, number))}
              />
              <SideChoice
                label={says.to}
                line={found.to}
                lines={lines}
                onChoose={(number) => router.push(versionAddress(number, found.from?.number))}
              />
            </div>
            {hasSavePermission && !found.to.current ? <Restore line={found.to} /> : null}
            {found.locales.length > 1 ? (
              <Choices
                legend={says.languages}
                chosen={found.locale}
                choices={found.locales.map((one) => ({ value: one, label: languageName(one), lang: one }))}
                onChoose={setChosen}
              />
            ) : null}
            <Differences found={found} />
          </>
        ) : null}
      </Gutter>
    </main>
  )
}

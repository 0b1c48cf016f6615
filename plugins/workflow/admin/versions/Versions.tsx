'use client'
import '../approval.css'
import '../states.css'
import './versions.css'
import { Button, Gutter, SetDocumentStepNav } from '@payloadcms/ui'
import Link from 'next/link.js'
import { useEffect, useState } from 'react'
import type { VersionPage } from '../../reading/versions.ts'
import { readVersionPage } from '../api.ts'
import { instant } from '../instant.ts'
import { useConnection } from '../useApproval.ts'
import { useTexts } from '../useTexts.ts'
import { useDocument } from './useDocument.ts'
import { VersionMarks } from './VersionMarks.tsx'

/**
 * The versions of a governed document: who saved each and when, which one is public, which were submitted and with what
 * result. Replaces Payload's own list, which does not know editions and labels every version as published.
 */
export const Versions = () => {
  const { ref, entity, versionAddress } = useDocument()
  const { collection, id } = ref
  const { base, language } = useConnection()
  const says = useTexts().versions
  const [page, setPage] = useState(1)
  const [found, setFound] = useState<VersionPage | null>(null)
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    let wanted = true
    setFailed(false)
    void readVersionPage({ base, language }, { collection, id }, page).then((reply) => {
      if (!wanted) return
      if ('value' in reply) setFound(reply.value)
      else setFailed(true)
    })
    return () => {
      wanted = false
    }
  }, [base, language, collection, id, page])

  return (
    <main className="saved">
      <SetDocumentStepNav
        collectionSlug={collection}
        id={id}
        pluralLabel={entity?.labels?.plural}
        useAsTitle={entity?.admin.useAsTitle}
        view={says.title}
      />
      <Gutter>
        <h2 className="saved__title">{says.title}</h2>
        <p className="saved__quiet">{says.explains}</p>
        {failed ? <p role="alert">{says.failed}</p> : null}
        {!found && !failed ? <p role="status">{says.loading}</p> : null}
        {found ? (
          <>
            <ol className="saved__list" aria-label={says.title}>
              {found.versions.map((line) => (
                <li key={line.id} className="saved__line">
                  <Link className="saved__link" href={versionAddress(line.number)}>
                    {says.name(line.number)}
                  </Link>
                  <span>
                    <time dateTime={line.savedAt}>{instant(line.savedAt)}</time>
                    {' · '}
                    {line.by || says.unknownPerson}
                  </span>
                  <VersionMarks line={line} />
                </li>
              ))}
            </ol>
            {found.pages > 1 ? (
              <nav className="saved__pages" aria-label={says.pages}>
                <Button
                  buttonStyle="secondary"
                  size="medium"
                  margin={false}
                  disabled={page <= 1}
                  onClick={() => setPage(page - 1)}
                >
                  {says.newer}
                </Button>
                <span>{says.page(found.page, found.pages)}</span>
                <Button
                  buttonStyle="secondary"
                  size="medium"
                  margin={false}
                  disabled={page >= found.pages}
                  onClick={() => setPage(page + 1)}
                >
                  {says.older}
                </Button>
              </nav>
            ) : null}
          </>
        ) : null}
      </Gutter>
    </main>
  )
}

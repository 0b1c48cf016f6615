'use client'
import '../approval.css'
import '../states.css'
import '../tasks.css'
import './review.css'
import { Gutter, useConfig, useStepNav } from '@payloadcms/ui'
import Link from 'next/link.js'
import { useEffect } from 'react'
import type { DocumentRef, Failure } from '../api.ts'
import { FailureNote } from '../FailureNote.tsx'
import { useWorkflow } from '../useApproval.ts'
import { Document } from './Document.tsx'
import { useReviewTexts } from './useReviewTexts.ts'

/** Said instead of the screen when there is no document to show. */
const Nothing = ({ failure, onReload }: { failure: Failure | null; onReload: () => void }) => {
  const says = useReviewTexts()
  const { config } = useConfig()
  if (!failure) return <p role="status">{says.loading}</p>
  if (failure.code !== 'NOT_FOUND') return <FailureNote failure={failure} asks onReload={onReload} />
  return (
    <>
      <p role="alert">{says.notFound}</p>
      <p>
        <Link href={config.routes.admin}>{says.home}</Link>
      </p>
    </>
  )
}

/**
 * One document to be read and decided on one page: what it is, what the person may do, what changed, the text with its
 * papers beside it, and what happened so far.
 *
 * @param cited fields by which the document is called
 * @param uploads slug of the collection with the files
 */
export const Review = ({ collection, id, cited, uploads }: DocumentRef & { cited: string[]; uploads: string }) => {
  const says = useReviewTexts()
  const { setStepNav } = useStepNav()
  const workflow = useWorkflow({ collection, id, keepsRead: true })
  const { view, failure, reload } = workflow
  useEffect(() => setStepNav([{ label: says.title }]), [setStepNav, says])
  return (
    <main className="review">
      <Gutter>
        {view ? (
          <Document document={{ collection, id }} cited={cited} uploads={uploads} view={view} workflow={workflow} />
        ) : (
          <>
            <h1>{says.title}</h1>
            <div className="approval review__nothing">
              <Nothing failure={failure} onReload={() => void reload()} />
            </div>
          </>
        )}
      </Gutter>
    </main>
  )
}

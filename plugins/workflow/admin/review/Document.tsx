'use client'
import { getTranslation } from '@payloadcms/translations'
import { useConfig, useTranslation } from '@payloadcms/ui'
import { useEffect, useId, useRef } from 'react'
import { DECISION_ID } from '../../reviewAddress.ts'
import type { WorkflowView } from '../../useCases/view.ts'
import { type DocumentRef, previewAddress, sheetAddress } from '../api.ts'
import { Comments } from '../comments/Comments.tsx'
import { ReadingText } from '../frozen/ReadingText.tsx'
import { type Reading, useReading } from '../frozen/useReading.ts'
import { instant } from '../instant.ts'
import { LiveEdition, Position, Steps } from '../Standing.tsx'
import { Timeline } from '../Timeline.tsx'
import { useConnection, type Workflow } from '../useApproval.ts'
import { hasArrived } from './arrival.ts'
import { ChangesPart } from './ChangesPart.tsx'
import { nameOf, papersOf } from './content.ts'
import { Decision } from './Decision.tsx'
import { Papers } from './Papers.tsx'
import { useReviewTexts } from './useReviewTexts.ts'

/** Where else the document can be opened. */
const Ways = ({ document: ref, view, reading }: { document: DocumentRef; view: WorkflowView; reading: Reading }) => {
  const says = useReviewTexts()
  const { config } = useConfig()
  const { base } = useConnection()
  // What a person may change is theirs to edit; to others the form shows what is not public.
  const edits = view.steps.find(({ status }) => status === 'current')?.kind === 'edit' || view.state === 'draft'
  const inNewTab = (href: string, label: string) => (
    <li>
      <a href={href} target="_blank" rel="noopener">
        {label} <span className="approval__hidden">{says.newTab}</span>
      </a>
    </li>
  )
  return (
    <ul className="review__ways">
      <li>
        <a href={`${config.routes.admin}/collections/${ref.collection}/${ref.id}`}>{edits ? says.edit : says.form}</a>
      </li>
      {inNewTab(previewAddress(base, ref, reading.language), says.preview)}
      {view.timeline.length ? inNewTab(sheetAddress(base, ref), says.sheet) : null}
    </ul>
  )
}

/** What is read: the text, and its papers beside it. */
const Texts = ({ collection, uploads, reading }: { collection: string; uploads: string; reading: Reading }) => {
  const says = useReviewTexts()
  const heading = useId()
  const papers = reading.content ? papersOf(reading.content) : []
  return (
    <div className={`review__texts${papers.length ? ' review__texts--beside' : ''}`}>
      <section className="review__part review__text" aria-labelledby={heading}>
        <h2 id={heading}>{says.text}</h2>
        <ReadingText collection={collection} reading={reading} unsaved={false} />
        <p>
          <a href={`#${DECISION_ID}`}>{says.back}</a>
        </p>
      </section>
      <Papers papers={papers} uploads={uploads} />
    </div>
  )
}

/** Whether a text is on its way to the public; an edition alone differs from nothing. */
const isOnItsWay = ({ state }: WorkflowView) => state === 'in_review' || state === 'approved' || state === 'scheduled'

/** The screen of a document that there is. */
export const Document = (props: {
  document: DocumentRef
  cited: string[]
  uploads: string
  view: WorkflowView
  workflow: Workflow
}) => {
  const { document: ref, cited, uploads, view, workflow } = props
  const says = useReviewTexts()
  const { i18n } = useTranslation()
  const { getEntityConfig } = useConfig()
  const course = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const reading = useReading(ref, view)
  const label = getEntityConfig({ collectionSlug: ref.collection })?.labels?.singular
  const called = reading.content ?? reading.working
  const name = called ? nameOf(called, cited, called.locales[0] ?? 'vi') || says.untitled : ''
  const unsubmitted = reading.hash !== null && reading.differs
  useEffect(() => {
    if (!name) return
    document.title = `${name} · ${says.title}`
    if (hasArrived()) heading.current?.focus()
  }, [name, says])
  return (
    <>
      <header>
        <p className="approval__quiet">{label ? getTranslation(label, i18n) : ''}</p>
        <h1 ref={heading} tabIndex={-1}>
          {name || says.title}
        </h1>
        <div className="review__standing">
          <Position view={view} unsubmitted={unsubmitted} />
          {view.dueBy ? (
            <p>
              {view.overdue ? <span className="look-late">{says.overdue}</span> : null} {says.dueBy}{' '}
              <time dateTime={view.dueBy}>{instant(view.dueBy)}</time>
            </p>
          ) : null}
          <LiveEdition view={view} unsubmitted={unsubmitted} />
        </div>
      </header>
      <Decision
        document={ref}
        view={view}
        workflow={workflow}
        reading={reading}
        named={name}
        unsubmitted={unsubmitted}
      />
      <Ways document={ref} view={view} reading={reading} />
      {view.contentHash ? (
        <>
          {isOnItsWay(view) || unsubmitted ? (
            <ChangesPart document={ref} locale={reading.language} seq={view.seq} />
          ) : null}
          <Texts collection={ref.collection} uploads={uploads} reading={reading} />
        </>
      ) : (
        <p className="approval__notice">{says.nothingFrozen}</p>
      )}
      <section className="review__part" aria-labelledby={course}>
        <h2 id={course}>{says.course}</h2>
        <div className="review__course">
          <div className="approval">
            <Comments document={ref} />
          </div>
          <div className="approval">
            <Steps view={view} />
            <Timeline entries={view.timeline} />
          </div>
        </div>
      </section>
    </>
  )
}

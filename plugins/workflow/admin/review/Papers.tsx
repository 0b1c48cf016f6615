'use client'
import { useId, useState } from 'react'
import type { FrozenFile } from '../../../publications/client.ts'
import { fileAddress } from '../api.ts'
import { Choices } from '../Choices.tsx'
import { useConnection } from '../useApproval.ts'
import { useReviewTexts } from './useReviewTexts.ts'

/** Whether this browser shows a file within a page; one that does not would store it on the person's disk instead. */
const isShown = ({ mimeType }: FrozenFile): boolean =>
  mimeType === 'application/pdf' && navigator.pdfViewerEnabled === true

/** Asks the viewer for the page alone, as wide as the frame. */
const WIDE = '#navpanes=0&view=FitH'

/** The papers of a text, one of them open. @param uploads slug of the collection with the files */
export const Papers = ({ papers, uploads }: { papers: FrozenFile[]; uploads: string }) => {
  const says = useReviewTexts()
  const heading = useId()
  const { base } = useConnection()
  const [chosen, setChosen] = useState('')
  const [first] = papers
  if (!first) return null
  const file = papers.find(({ sha256 }) => sha256 === chosen) ?? first
  const url = fileAddress(base, uploads, file)
  return (
    <section className="review__part review__file" aria-labelledby={heading}>
      <h2 id={heading}>{says.file}</h2>
      {papers.length > 1 ? (
        <Choices
          legend={says.files}
          chosen={file.sha256}
          choices={papers.map(({ sha256, filename }) => ({ value: sha256, label: filename }))}
          onChoose={setChosen}
        />
      ) : null}
      <p>
        <a href={url} target="_blank" rel="noopener noreferrer">
          {says.openFile(file.filename)} <span className="approval__hidden">{says.newTab}</span>
        </a>
      </p>
      {isShown(file) ? (
        <iframe key={url} className="review__frame" src={`${url}${WIDE}`} title={file.filename} loading="lazy" />
      ) : (
        <p className="approval__quiet">{says.notShown}</p>
      )}
    </section>
  )
}

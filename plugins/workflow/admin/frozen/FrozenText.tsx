'use client'
import { Button } from '@payloadcms/ui'
import type { WorkflowView } from '../../useCases/view.ts'
import type { DocumentRef } from '../api.ts'
import { Dialog } from '../Dialog.tsx'
import { useTexts } from '../useTexts.ts'
import { ReadingText } from './ReadingText.tsx'
import { useReading } from './useReading.ts'

/** The frozen text in a dialog, in each of its languages, and the working copy where it differs and is relevant. */
export const FrozenText = (props: {
  document: DocumentRef
  view: WorkflowView
  /** Whether the form has changes that are in neither text. */
  unsaved: boolean
  onClose: () => void
}) => {
  const { document: ref, view, unsaved, onClose } = props
  const texts = useTexts()
  const reading = useReading(ref, view)
  return (
    <Dialog
      wide
      title={reading.shown === 'working' ? texts.frozen.workingTitle : texts.frozen.title}
      onClose={onClose}
      footer={
        <Button margin={false} buttonStyle="secondary" onClick={onClose}>
          {texts.frozen.close}
        </Button>
      }
    >
      <ReadingText collection={ref.collection} reading={reading} unsaved={unsaved} />
    </Dialog>
  )
}

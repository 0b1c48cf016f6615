'use client'
import { Button } from '@payloadcms/ui'
import type { Input } from './api.ts'
import { Dialog } from './Dialog.tsx'
import { useTexts } from './useTexts.ts'

/** Actions that readers notice at once. */
export const GRAVE = ['publish', 'withdraw', 'publish-urgently', 'restore', 'expire', 'confirm-purge'] as const

export interface Pending {
  action: 'approve' | (typeof GRAVE)[number]
  input: Input
  done: () => void
}

/**
 * Asks for confirmation of an action that cannot be undone.
 *
 * @param named number and title of the document, where they are to be said again
 * @param publishes whether an approval makes the text public
 */
export const Confirm = (props: {
  pending: Pending
  named: string | undefined
  publishes: boolean
  onYes: () => void
  onNo: () => void
}) => {
  const { pending, named, publishes, onYes, onNo } = props
  const texts = useTexts()
  const { action } = pending
  const asked = {
    approve: { title: texts.confirm.lastApproval, body: texts.confirm.lastApprovalBody },
    publish: { title: texts.confirm.publish, body: texts.confirm.publishBody },
    withdraw: { title: texts.confirm.withdraw, body: texts.confirm.withdrawBody },
    'publish-urgently': { title: texts.confirm.urgent, body: texts.confirm.urgentBody },
    restore: { title: texts.confirm.restore, body: texts.confirm.restoreBody },
    expire: { title: texts.confirm.expire, body: texts.confirm.expireBody },
    'confirm-purge': { title: texts.confirm.purge, body: texts.confirm.purgeBody },
  }[action]
  const makesPublic = named !== undefined && action === 'approve' && publishes
  return (
    <Dialog
      title={makesPublic ? texts.confirm.approveAndPublish : asked.title}
      onClose={onNo}
      footer={
        <>
          <Button margin={false} buttonStyle="secondary" onClick={onNo}>
            {texts.confirm.back}
          </Button>
          <Button margin={false} onClick={onYes}>
            {makesPublic ? texts.actions.approveAndPublish : texts.confirm.yes[action]}
          </Button>
        </>
      }
    >
      {named ? (
        <p>
          <strong>{named}</strong>
        </p>
      ) : null}
      <p>{makesPublic ? texts.confirm.approveAndPublishBody : asked.body}</p>
    </Dialog>
  )
}

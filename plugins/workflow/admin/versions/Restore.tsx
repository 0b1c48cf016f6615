'use client'
import { Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import type { VersionLine } from '../../reading/versions.ts'
import { restoreVersion } from '../api.ts'
import { Dialog } from '../Dialog.tsx'
import { instant } from '../instant.ts'
import { useConnection } from '../useApproval.ts'
import { useTexts } from '../useTexts.ts'
import { useDocument } from './useDocument.ts'

/** Restores the working copy to a version after confirmation. Changes nothing public. */
export const Restore = ({ line }: { line: VersionLine }) => {
  const says = useTexts().versions
  const { ref, address } = useDocument()
  const connection = useConnection()
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')

  const restore = async () => {
    setBusy(true)
    const reply = await restoreVersion(connection, ref, line.id)
    setBusy(false)
    if ('failure' in reply) {
      setFailure(reply.failure.message || says.notRestored)
      return
    }
    router.push(address)
    router.refresh()
  }

  return (
    <>
      <Button buttonStyle="secondary" size="medium" margin={false} onClick={() => setAsking(true)}>
        {says.restore}
      </Button>
      {asking ? (
        <Dialog
          title={says.restoreTitle(line.number)}
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button margin={false} buttonStyle="secondary" onClick={() => setAsking(false)}>
                {says.back}
              </Button>
              <Button margin={false} disabled={busy} onClick={() => void restore()}>
                {says.restore}
              </Button>
            </>
          }
        >
          <p>{says.restoreBody(instant(line.savedAt))}</p>
          {failure ? <p role="alert">{failure}</p> : null}
        </Dialog>
      ) : null}
    </>
  )
}

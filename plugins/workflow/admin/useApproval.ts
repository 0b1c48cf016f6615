'use client'
import { useConfig, useDocumentInfo, useForm, useFormModified, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Action } from '../core/permit.ts'
import type { WorkflowView } from '../useCases/view.ts'
import { type DocumentRef, type Failure, type Input, readView, takeAction } from './api.ts'
import { useOnReturn } from './useOnReturn.ts'
import { useTexts } from './useTexts.ts'

/** The API connection shared by all components of the admin. */
export const useConnection = () => {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  return { base: config.routes.api, language: i18n.language }
}

export interface Workflow {
  view: WorkflowView | null
  failure: Failure | null
  busy: boolean
  reload(): Promise<void>
  /** @returns the workflow after the action, or null when it failed; `failure` then has the reason */
  act(action: Action, input: Input): Promise<WorkflowView | null>
}

export interface Approval extends Workflow {
  ref: DocumentRef | null
  /** Whether the form has unsaved changes. */
  unsaved: boolean
  /** Whether the saved text differs from the edition in force. */
  unsubmitted: boolean
}

/** Whether somebody who has read one reads the same in the other; a claim or a comment changes neither text nor state. */
const saysTheSame = (one: WorkflowView, other: WorkflowView): boolean =>
  one.contentHash === other.contentHash && one.state === other.state

/**
 * The workflow of a document and the actions of the person. Reloads when the person returns to the page, so that what
 * they see is current.
 *
 * @param args.id `null` while the document is not saved
 * @param args.savedAt changes whenever the document was saved
 * @param args.keepsRead whether a text that moved on stays until the person asks for the new one, so that nobody decides
 *   on what they have not read
 */
export const useWorkflow = (args: {
  collection: string
  id: string | null
  savedAt?: unknown
  keepsRead?: boolean
  onRefused?: (failure: Failure) => void
  onTaken?: () => void
}): Workflow => {
  const { collection, id: key, savedAt, keepsRead = false, onRefused, onTaken } = args
  const { base, language } = useConnection()
  const { movedOn } = useTexts().failure
  const [view, setView] = useState<WorkflowView | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  // Responses may arrive out of order; only that of the newest request counts.
  const asked = useRef(0)
  const seen = useRef<WorkflowView | null>(null)

  const show = useCallback((now: WorkflowView) => {
    seen.current = now
    setView(now)
  }, [])

  /** Whether what is shown is true now. */
  const look = useCallback(
    async (keeps: boolean): Promise<boolean> => {
      if (!key) return false
      asked.current += 1
      const mine = asked.current
      const reply = await readView({ base, language }, { collection, id: key })
      if (mine !== asked.current) return false
      if ('failure' in reply) setFailure(reply.failure)
      else if (keeps && seen.current && !saysTheSame(seen.current, reply.value))
        setFailure({ code: 'WORKFLOW_STALE', message: movedOn })
      else {
        show(reply.value)
        return true
      }
      return false
    },
    [base, language, collection, key, show, movedOn],
  )
  const load = useCallback(() => look(false), [look])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a save changes what may be done, so it asks again
  useEffect(() => {
    void load()
  }, [load, savedAt])

  useOnReturn(useCallback(() => look(keepsRead), [look, keepsRead]))

  // What failed is said until the person can decide on what is true.
  const reload = useCallback(async () => {
    if (await load()) setFailure(null)
  }, [load])

  const act = async (action: Action, input: Input): Promise<WorkflowView | null> => {
    if (!key || !view || busy) return null
    setBusy(true)
    setFailure(null)
    asked.current += 1
    const reply = await takeAction({ base, language }, { collection, id: key }, action, view.seq, input)
    if ('failure' in reply) {
      setFailure(reply.failure)
      onRefused?.(reply.failure)
      // Someone else was faster, or the rules changed: show the current workflow and keep the typed text. Stay busy
      // until then, because a second press would be refused again.
      if (reply.failure.code.startsWith('WORKFLOW_') && !keepsRead) await load()
      setBusy(false)
      return null
    }
    setBusy(false)
    show(reply.value)
    onTaken?.()
    return reply.value
  }

  return { view, failure, busy, reload, act }
}

/** The workflow of the document whose form is open. Reloads also when the document is saved. */
export const useApproval = (): Approval => {
  const { id, collectionSlug, data } = useDocumentInfo()
  const modified = useFormModified()
  // A refused save clears `modified` although nothing was saved. The form is invalid then.
  const { isValid, getFields, dispatchFields, setSubmitted } = useForm()
  const router = useRouter()
  const collection = collectionSlug ?? ''
  const key = id === undefined || !collection ? null : String(id)
  const workflow = useWorkflow({
    collection,
    id: key,
    savedAt: data?.updatedAt,
    onRefused: ({ fields = [] }) => {
      // Mark the fields and their tabs. A field that the form does not have would stay marked for ever.
      const known = getFields()
      const errors = fields.filter(({ path }) => Object.hasOwn(known, path))
      if (!errors.length) return
      dispatchFields({ type: 'ADD_SERVER_ERRORS', errors })
      setSubmitted(true)
    },
    // The action may have made the form read-only or editable; only the server knows.
    onTaken: () => router.refresh(),
  })
  return {
    ...workflow,
    ref: key ? { collection, id: key } : null,
    unsaved: modified || !isValid,
    unsubmitted: data?.unsubmittedChanges === true,
  }
}

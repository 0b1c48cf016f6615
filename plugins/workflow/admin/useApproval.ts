'use client'
import { useConfig, useDocumentInfo, useForm, useFormModified, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Action } from '../core/permit.ts'
import type { WorkflowView } from '../useCases/view.ts'
import { type DocumentRef, type Failure, type Input, readView, takeAction } from './api.ts'

/** The API connection shared by all components of the admin. */
export const useConnection = () => {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  return { base: config.routes.api, language: i18n.language }
}

export interface Approval {
  ref: DocumentRef | null
  view: WorkflowView | null
  failure: Failure | null
  busy: boolean
  /** Whether the form has unsaved changes. */
  unsaved: boolean
  /** Whether the saved text differs from the edition in force. */
  unsubmitted: boolean
  reload(): Promise<void>
  /** @returns the workflow after the action, or null when it failed; `failure` then has the reason */
  act(action: Action, input: Input): Promise<WorkflowView | null>
}

/**
 * The workflow of the open document and the actions of the person. Reloads when the document is saved and when the
 * person returns to the page, so that the panel is current.
 */
export const useApproval = (): Approval => {
  const { id, collectionSlug, data } = useDocumentInfo()
  const modified = useFormModified()
  // A refused save clears `modified` although nothing was saved. The form is invalid then.
  const { isValid, getFields, dispatchFields, setSubmitted } = useForm()
  const unsaved = modified || !isValid
  const router = useRouter()
  const { base, language } = useConnection()
  const [view, setView] = useState<WorkflowView | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  // Responses may arrive out of order; only that of the newest request counts.
  const asked = useRef(0)
  const savedAt: unknown = data?.updatedAt
  const collection = collectionSlug ?? ''
  const key = id === undefined || !collection ? null : String(id)

  const load = useCallback(async () => {
    if (!key) return
    asked.current += 1
    const mine = asked.current
    const reply = await readView({ base, language }, { collection, id: key })
    if (mine !== asked.current) return
    if ('value' in reply) setView(reply.value)
    else setFailure(reply.failure)
  }, [base, language, collection, key])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a save changes what may be done, so it asks again
  useEffect(() => {
    void load()
  }, [load, savedAt])

  useEffect(() => {
    const onReturn = () => {
      if (document.visibilityState === 'visible') void load()
    }
    document.addEventListener('visibilitychange', onReturn)
    return () => document.removeEventListener('visibilitychange', onReturn)
  }, [load])

  const reload = useCallback(async () => {
    setFailure(null)
    await load()
  }, [load])

  const act = async (action: Action, input: Input): Promise<WorkflowView | null> => {
    if (!key || !view || busy) return null
    setBusy(true)
    setFailure(null)
    asked.current += 1
    const reply = await takeAction({ base, language }, { collection, id: key }, action, view.seq, input)
    if ('failure' in reply) {
      setFailure(reply.failure)
      // Mark the fields and their tabs. A field that the form does not have would stay marked for ever.
      const known = getFields()
      const errors = (reply.failure.fields ?? []).filter(({ path }) => Object.hasOwn(known, path))
      if (errors.length) {
        dispatchFields({ type: 'ADD_SERVER_ERRORS', errors })
        setSubmitted(true)
      }
      // Someone else was faster, or the rules changed: show the current workflow and keep the typed text. Stay busy
      // until then, because a second press would be refused again.
      if (reply.failure.code.startsWith('WORKFLOW_')) await load()
      setBusy(false)
      return null
    }
    setBusy(false)
    setView(reply.value)
    // The action may have made the form read-only or editable; only the server knows.
    router.refresh()
    return reply.value
  }

  return {
    ref: key ? { collection, id: key } : null,
    view,
    failure,
    busy,
    unsaved,
    unsubmitted: data?.unsubmittedChanges === true,
    reload,
    act,
  }
}

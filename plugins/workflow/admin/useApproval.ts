'use client'
import { useConfig, useDocumentInfo, useForm, useFormModified, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Action } from '../core/permit.ts'
import type { WorkflowView } from '../useCases/view.ts'
import { type DocumentRef, type Failure, type Input, readView, takeAction } from './api.ts'

/** The connection that every call of the admin's components goes through. */
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
  /** Whether the form holds changes that are not saved. */
  unsaved: boolean
  reload(): Promise<void>
  /** @returns where the document stands after it, or null when it was not done and `failure` says why */
  act(action: Action, input: Input): Promise<WorkflowView | null>
}

/**
 * Where the open document stands, and what the person may do about it. Asks again when the document is saved and when
 * the person comes back to the page, so that what is shown is what is true.
 */
export const useApproval = (): Approval => {
  const { id, collectionSlug, data } = useDocumentInfo()
  const modified = useFormModified()
  // A refused save clears `modified` though nothing was saved; the form is invalid then.
  const { isValid } = useForm()
  const unsaved = modified || !isValid
  const router = useRouter()
  const { base, language } = useConnection()
  const [view, setView] = useState<WorkflowView | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  // Answers may overtake each other; only the newest question's counts.
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
      // Somebody else was faster, or the rules changed under the person: show what is true now, keep what they typed.
      // Pressing again before that is shown would be refused again.
      if (reply.failure.code.startsWith('WORKFLOW_')) await load()
      setBusy(false)
      return null
    }
    setBusy(false)
    setView(reply.value)
    // The form is read-only or editable by what was just decided; the server knows.
    router.refresh()
    return reply.value
  }

  return { ref: key ? { collection, id: key } : null, view, failure, busy, unsaved, reload, act }
}

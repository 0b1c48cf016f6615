'use client'
import {
  useAllFormFields,
  useAuth,
  useDocumentEvents,
  useDocumentInfo,
  useForm,
  useFormInitializing,
  useFormModified,
  useLocale,
} from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { systemClock } from '../../../../src/time/clock.ts'
import {
  changedFields,
  type Draft,
  draftKey,
  dropOldDrafts,
  readDraft,
  removeDraft,
  snapshot,
  writeDraft,
} from './drafts.ts'

/** Long enough not to write at every key, short enough that a crash costs a word at most. */
const PAUSE_MS = 400

export interface TypedText {
  /** What an earlier visit left unsaved, until the person decides. */
  offered: Draft | null
  /** Whether the browser refuses to keep more. */
  full: boolean
  discard(): void
  /** Call before putting the offer back into the form; call what it returns with whether that worked. */
  restoring(): (worked: boolean) => void
}

/**
 * Watches the document's form and keeps what differs from its saved state, by person, document and language.
 *
 * What is saved is not read off the form's `modified`: Payload clears that flag on every answer, a refusal too. It is
 * the data the form held before the first change, until a save is reported.
 */
export const useTypedText = (): TypedText => {
  const { id, collectionSlug, initialState } = useDocumentInfo()
  const { user } = useAuth()
  const { code: locale } = useLocale()
  const { mostRecentUpdate } = useDocumentEvents()
  const { getData } = useForm()
  const [fields] = useAllFormFields()
  const modified = useFormModified()
  const initializing = useFormInitializing()
  const [offered, setOffered] = useState<Draft | null>(null)
  const [full, setFull] = useState(false)
  const saved = useRef<Record<string, string> | null>(null)
  const dirty = useRef(false)
  const held = useRef(false)
  const flush = useRef<(() => void) | null>(null)
  const lastUpdate = useRef(mostRecentUpdate)

  const key =
    user && collectionSlug ? draftKey({ user: String(user.id), collection: collectionSlug, id, locale }) : null

  // biome-ignore lint/correctness/useExhaustiveDependencies: another state from the server is another starting point
  useEffect(() => {
    if (held.current) return
    saved.current = null
    dirty.current = false
  }, [key, initialState])

  useEffect(() => {
    if (!key) return
    dropOldDrafts(localStorage, systemClock.now())
    setOffered(readDraft(localStorage, key) ?? null)
  }, [key])

  useEffect(() => {
    if (mostRecentUpdate === lastUpdate.current) return
    lastUpdate.current = mostRecentUpdate
    if (!key || mostRecentUpdate?.entitySlug !== collectionSlug || mostRecentUpdate?.id !== id) return
    flush.current = null
    removeDraft(localStorage, key)
    setOffered(null)
    saved.current = null
    dirty.current = false
  }, [mostRecentUpdate, key, collectionSlug, id])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the fields is what this waits for
  useEffect(() => {
    if (!key || initializing || held.current) return
    if (!saved.current) {
      if (modified) return
      saved.current = snapshot(getData())
      return
    }
    dirty.current ||= modified
    if (!dirty.current) return
    const write = () => {
      flush.current = null
      if (!saved.current) return
      const changed = changedFields(getData(), saved.current)
      // An offer nobody decided on is not lost to the next word typed.
      const all = { ...offered?.fields, ...changed }
      if (Object.keys(all).length)
        setFull(!writeDraft(localStorage, key, { at: systemClock.now().toISOString(), fields: all }))
      else removeDraft(localStorage, key)
    }
    flush.current = write
    const timer = setTimeout(() => flush.current?.(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [fields, modified, initializing, key, getData, offered])

  useEffect(() => {
    const leave = () => flush.current?.()
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', leave)
    return () => {
      leave()
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', leave)
    }
  }, [])

  return {
    offered,
    full,
    discard: () => {
      if (key) removeDraft(localStorage, key)
      flush.current = null
      setOffered(null)
    },
    restoring: () => {
      held.current = true
      return (worked) => {
        held.current = false
        dirty.current = worked
        if (worked) setOffered(null)
      }
    },
  }
}

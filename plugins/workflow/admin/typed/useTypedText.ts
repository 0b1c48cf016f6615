'use client'
import {
  useAllFormFields,
  useAuth,
  useDocumentEvents,
  useDocumentInfo,
  useForm,
  useFormInitializing,
  useFormModified,
  useFormProcessing,
  useFormSubmitted,
  useLocale,
} from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { systemClock } from '../../../../lib/time/clock.ts'
import {
  changedFields,
  type Draft,
  documentKey,
  draftKey,
  dropOldDrafts,
  type KeptDraft,
  newestDraft,
  removeDraft,
  snapshot,
  writeDraft,
} from './drafts.ts'

/** Long enough not to write on every key, short enough that a crash loses a word at most. */
const PAUSE_MS = 400

/** Id of one visit. `crypto.randomUUID` is not available on plain HTTP. */
const newVisit = (): string => crypto.getRandomValues(new Uint32Array(3)).join('-')

export interface TypedText {
  /** Unsaved text of another visit, until the person decides. */
  offered: Draft | null
  /** Whether the browser's storage is full. */
  full: boolean
  discard(): void
  /** Call before putting the offered draft into the form; call the returned function with whether that worked. */
  restoring(): (worked: boolean) => void
}

/**
 * Watches the document's form and stores what differs from the saved state, by person, document, language and visit. A
 * document may be open in two tabs, and a save in one says nothing about unsaved text in the other.
 *
 * The form's `modified` flag does not tell what is saved: Payload clears it on every response, including a refusal. The
 * saved state is the data of the form before the first change, until a save is reported.
 */
export const useTypedText = (): TypedText => {
  const { id, collectionSlug, data, initialState } = useDocumentInfo()
  const { user } = useAuth()
  const { code: locale } = useLocale()
  const { mostRecentUpdate } = useDocumentEvents()
  const { getData, setModified } = useForm()
  const [fields] = useAllFormFields()
  const modified = useFormModified()
  const initializing = useFormInitializing()
  const submitted = useFormSubmitted()
  const processing = useFormProcessing()
  const [visit, setVisit] = useState(newVisit)
  const [offered, setOffered] = useState<KeptDraft | null>(null)
  const [full, setFull] = useState(false)
  const savedAt = typeof data?.updatedAt === 'string' ? data.updatedAt : undefined
  const saved = useRef<{ fields: Record<string, string>; at?: string } | null>(null)
  const dirty = useRef(false)
  const held = useRef(false)
  const flush = useRef<(() => void) | null>(null)
  // Drafts of other visits that were put into this form. They are deleted once this form stores or saves their text.
  const taken = useRef(new Set<string>())
  const lastUpdate = useRef(mostRecentUpdate)

  const about =
    user && collectionSlug ? documentKey({ user: String(user.id), collection: collectionSlug, id, locale }) : null
  const key = about === null ? null : draftKey(about, visit)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another state from the server is another starting point
  useEffect(() => {
    if (held.current) return
    if (dirty.current) {
      // The form is about to replace unsaved text with the server's state, because the document was reloaded, for
      // example after a save by someone else. This ends the visit; its draft is offered to the next one.
      flush.current?.()
      setModified(false)
      setVisit(newVisit())
    }
    taken.current.clear()
    saved.current = null
    dirty.current = false
  }, [about, initialState])

  useEffect(() => {
    if (!about || !key) return
    dropOldDrafts(localStorage, systemClock.now())
    setOffered(newestDraft(localStorage, about, key) ?? null)
  }, [about, key])

  useEffect(() => {
    if (!about || !key || !offered) return
    // The tab that wrote the draft may still be open. Offer what it goes on typing; stop offering what it saved.
    const elsewhere = (event: StorageEvent) => {
      if (event.key === offered.key) setOffered(newestDraft(localStorage, about, key) ?? null)
    }
    window.addEventListener('storage', elsewhere)
    return () => window.removeEventListener('storage', elsewhere)
  }, [about, key, offered])

  useEffect(() => {
    if (mostRecentUpdate === lastUpdate.current) return
    lastUpdate.current = mostRecentUpdate
    if (!key || mostRecentUpdate?.entitySlug !== collectionSlug || mostRecentUpdate?.id !== id) return
    flush.current = null
    for (const one of [key, ...taken.current]) removeDraft(localStorage, one)
    taken.current.clear()
    saved.current = null
    dirty.current = false
  }, [mostRecentUpdate, key, collectionSlug, id])

  // biome-ignore lint/correctness/useExhaustiveDependencies: waits for a change of the fields or an offer that was taken
  useEffect(() => {
    if (!key || initializing || held.current) return
    if (!saved.current) {
      if (modified) return
      saved.current = { fields: snapshot(getData()), at: savedAt }
      return
    }
    dirty.current ||= modified
    if (!dirty.current) return
    const write = () => {
      flush.current = null
      if (!saved.current) return
      const changed = changedFields(getData(), saved.current.fields)
      const draft = { at: systemClock.now().toISOString(), over: saved.current.at, fields: changed }
      if (Object.keys(changed).length === 0) removeDraft(localStorage, key)
      else if (!writeDraft(localStorage, key, draft)) {
        setFull(true)
        return
      }
      setFull(false)
      for (const one of taken.current) removeDraft(localStorage, one)
      taken.current.clear()
    }
    flush.current = write
    const timer = setTimeout(() => flush.current?.(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [fields, modified, initializing, key, getData, offered])

  // biome-ignore lint/correctness/useExhaustiveDependencies: waits for a change of the fields
  useEffect(() => {
    // Submitted but not saved: the save was refused. Payload then regards the form as saved and disables the save
    // button. Restore the flag only after Payload's own validation has run, which would otherwise erase the server's
    // messages.
    if (!submitted || processing || modified) return
    const timer = setTimeout(() => {
      if (!dirty.current || !saved.current) return
      if (Object.keys(changedFields(getData(), saved.current.fields)).length) setModified(true)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [submitted, processing, modified, fields, getData, setModified])

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
      if (!about || !key || !offered) return
      removeDraft(localStorage, offered.key)
      setOffered(newestDraft(localStorage, about, key) ?? null)
    },
    restoring: () => {
      held.current = true
      return (worked) => {
        held.current = false
        if (!worked || !offered) return
        dirty.current = true
        taken.current.add(offered.key)
        setOffered(null)
      }
    },
  }
}

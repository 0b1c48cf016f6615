'use client'
import { useConfig, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ownLanguage } from '../../../../lib/text/languages.ts'
import { type DeskTexts, deskTexts } from '../../translations/desk.ts'
import { ask, type Connection, type Reply } from './api.ts'

/** The texts of the desk in the admin's language. */
export const useDeskTexts = (): DeskTexts => deskTexts[ownLanguage(useTranslation().i18n.language)]

/** Returns how numbers are written in the admin's language. */
export const useCount = (): ((value: number) => string) => {
  const language = ownLanguage(useTranslation().i18n.language)
  return (value) => value.toLocaleString(language)
}

/** The API connection of the page. */
export const useConnection = (): Connection => ({
  base: useConfig().config.routes.api,
  language: useTranslation().i18n.language,
})

/** What the server answered to a question, and how it stands with asking. */
export interface Asked<T> {
  value: T | null
  failure: string | null
  reload: () => Promise<void>
}

/**
 * Asks the server, and again from time to time while the page is seen. The answer before stays until the next arrives.
 *
 * @param every milliseconds between two questions, by the last answer; without it, asked once
 */
export const useAsked = <T>(path: string, every?: (value: T | null) => number): Asked<T> => {
  const { base, language } = useConnection()
  const [state, setState] = useState<{ value: T | null; failure: string | null }>({ value: null, failure: null })
  const pause = useRef(every)
  pause.current = every
  const reload = useCallback(async () => {
    const reply = await ask<T>({ base, language }, path)
    setState(({ value }) =>
      'value' in reply ? { value: reply.value, failure: null } : { value, failure: reply.failure },
    )
  }, [base, language, path])
  useEffect(() => {
    void reload()
  }, [reload])
  useEffect(() => {
    const next = pause.current?.(state.value)
    if (next === undefined) return
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible') void reload()
      else setState((known) => ({ ...known }))
    }, next)
    return () => clearTimeout(timer)
  }, [state, reload])
  return { ...state, reload }
}

/** Sends something, and tells how it went. */
export const useSending = <T>() => {
  const connection = useConnection()
  const [busy, setBusy] = useState(false)
  const [reply, setReply] = useState<Reply<T> | null>(null)
  const send = async (path: string, body: object | FormData): Promise<Reply<T>> => {
    setBusy(true)
    const answer = await ask<T>(connection, path, body)
    setReply(answer)
    setBusy(false)
    return answer
  }
  return { send, busy, reply, forget: () => setReply(null) }
}

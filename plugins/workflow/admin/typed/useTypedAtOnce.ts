'use client'
import { useEffect } from 'react'
import { flushSync } from 'react-dom'
import { type IdleWork, watchIdleWork } from './idleWork.ts'

/** A window is watched once, however many forms are open in it. */
let work: IdleWork | undefined

/** What a person does to have what they typed acted upon, or to leave it. */
const MOMENTS = ['pointerdown', 'click', 'submit', 'pagehide'] as const

/**
 * Guarantees that the form holds everything that was typed before anything is done with it, however busy the browser
 * is: a press of a button, a key for saving, leaving the page.
 */
export const useTypedAtOnce = (): void => {
  useEffect(() => {
    // Safari has had no such function for long; there, Payload waits for the next frame only.
    if (!('requestIdleCallback' in window)) return
    work ??= watchIdleWork(window)
    const { waits, hurry } = work
    const hand = () => {
      if (waits()) flushSync(hurry)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.key === 'Enter') hand()
    }
    for (const moment of MOMENTS) window.addEventListener(moment, hand, true)
    window.addEventListener('keydown', onKey, true)
    document.addEventListener('visibilitychange', hand, true)
    return () => {
      for (const moment of MOMENTS) window.removeEventListener(moment, hand, true)
      window.removeEventListener('keydown', onKey, true)
      document.removeEventListener('visibilitychange', hand, true)
    }
  }, [])
}

'use client'
import { useEffect } from 'react'
import { flushSync } from 'react-dom'
import { type IdleWork, watchIdleWork } from './idleWork.ts'

/** Shared: a window is watched once, however many forms are open in it. */
let work: IdleWork | undefined

/** Events by which a person acts on typed text or leaves it. */
const MOMENTS = ['pointerdown', 'click', 'submit', 'pagehide'] as const

/**
 * Guarantees that the form contains all typed text before anything is done with it, however busy the browser is:
 * pressing a button, a keyboard shortcut for saving, leaving the page.
 */
export const useTypedAtOnce = (): void => {
  useEffect(() => {
    // Safari lacked `requestIdleCallback` for long. There, Payload only waits for the next frame.
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

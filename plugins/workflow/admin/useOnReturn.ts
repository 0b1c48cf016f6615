'use client'
import { useEffect } from 'react'

/**
 * Calls a function whenever the person comes back to the page.
 *
 * @param onReturn the same function until what it depends on changes
 */
export const useOnReturn = (onReturn: () => unknown): void => {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') onReturn()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [onReturn])
}

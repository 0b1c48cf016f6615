'use client'
import { useCallback, useEffect, useState } from 'react'

/**
 * A text that survives a failed call, a reload and an expired login in this tab. If the browser refuses storage, as in
 * some private windows, it lives as long as the component.
 *
 * @param key unique for the subject of the text
 */
export const useKeptText = (key: string): [string, (text: string) => void] => {
  const [text, setText] = useState('')
  useEffect(() => {
    try {
      setText(sessionStorage.getItem(key) ?? '')
    } catch {
      setText('')
    }
  }, [key])
  const keep = useCallback(
    (next: string) => {
      setText(next)
      try {
        if (next) sessionStorage.setItem(key, next)
        else sessionStorage.removeItem(key)
      } catch {
        // Ignored: the text remains in the component.
      }
    },
    [key],
  )
  return [text, keep]
}

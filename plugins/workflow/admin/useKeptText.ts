'use client'
import { useCallback, useEffect, useState } from 'react'

/**
 * A text that outlives a failed call, a reload and an expired login in this tab. Where the browser keeps nothing
 * (private windows may refuse), it still lives as long as the component.
 *
 * @param key unique for what the text is about
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
        // Nothing to do: the text stays in the component.
      }
    },
    [key],
  )
  return [text, keep]
}

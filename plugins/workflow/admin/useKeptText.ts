'use client'
import { useState } from 'react'

const kept = (key: string): string => {
  try {
    return sessionStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

const keep = (key: string, text: string): void => {
  try {
    if (text) sessionStorage.setItem(key, text)
    else sessionStorage.removeItem(key)
  } catch {
    // Ignored: the text remains in the component.
  }
}

/**
 * A text that survives a failed call, a reload and an expired login in this tab. If the browser refuses storage, as in
 * some private windows, it lives as long as the component. For components that first render in the browser.
 *
 * @param key unique for the subject of the text, the same for the life of the component
 */
export const useKeptText = (key: string): [string, (text: string) => void] => {
  // Read before the first paint: a text that appears a moment later may be missed, or overwrite what is being typed.
  const [text, setText] = useState(() => kept(key))
  return [
    text,
    (next) => {
      setText(next)
      keep(key, next)
    },
  ]
}

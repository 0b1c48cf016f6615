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
 * Texts that survive a failed call, a reload and an expired login in this tab. If the browser refuses storage, as in
 * some private windows, they live as long as the component. For components that first render in the browser.
 *
 * @param keptAs unique for the subject of the texts, the same for the life of the component
 * @param names of the texts, the same for the life of the component
 */
export const useKeptTexts = <Name extends string>(
  keptAs: string,
  names: readonly Name[],
): [Partial<Record<Name, string>>, (name: Name, text: string) => void] => {
  // Read before the first paint: a text that appears a moment later may be missed, or overwrite what is being typed.
  const [texts, setTexts] = useState<Partial<Record<Name, string>>>(
    () => Object.fromEntries(names.map((name) => [name, kept(`${keptAs}:${name}`)])) as Partial<Record<Name, string>>,
  )
  return [
    texts,
    (name, text) => {
      setTexts((before) => ({ ...before, [name]: text }))
      keep(`${keptAs}:${name}`, text)
    },
  ]
}

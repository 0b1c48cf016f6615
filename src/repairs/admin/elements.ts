import type { ControlNames } from './controlNames.ts'

/** A repair applied to every element that matches a selector, with names in the current language. */
export type Mend = [selector: string, mend: (element: HTMLElement, names: ControlNames) => void]

/** The text of an element on one line. */
export const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim()

/** Sets the accessible name of an element. An empty text keeps the current name. */
export const setName = (element: Element, text: string): void => {
  if (!text) return
  element.removeAttribute('aria-labelledby')
  element.setAttribute('aria-label', text)
}

/** Replaces text that React rendered. React updates the same text node, so the node is kept. */
export const setText = (element: Element, text: string): void => {
  if (element.firstChild && element.firstChild.nodeValue !== text) element.firstChild.nodeValue = text
}

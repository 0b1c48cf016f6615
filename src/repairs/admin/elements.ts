import type { ControlNames } from './controlNames.ts'

/** What is mended in every element that a selector finds, with the names of the language that is read. */
export type Mend = [selector: string, mend: (element: HTMLElement, names: ControlNames) => void]

/** The text of an element on one line. */
export const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim()

/** Gives an element its name for screen readers; an empty one leaves the name it has. */
export const setName = (element: Element, text: string): void => {
  if (!text) return
  element.removeAttribute('aria-labelledby')
  element.setAttribute('aria-label', text)
}

/** Puts other words in place of those that React set: it sets the same node again. */
export const setText = (element: Element, text: string): void => {
  if (element.firstChild && element.firstChild.nodeValue !== text) element.firstChild.nodeValue = text
}

import { dayFirstInstant } from './dayFirstInstant.ts'
import { type Mend, setName, setText, textOf } from './elements.ts'

/** Displays another label on a button. React keeps the original text (see accessible.css). */
const relabel = (button: HTMLElement, text: string) => {
  setName(button, text)
  const own = button.querySelector<HTMLElement>('.text')
  if (own) own.dataset.shown = text
}

const SAVED = /^Successfully saved (\d+) files$/
const NOT_SAVED = /^Failed to save (\d+) files$/

/** The messages of Chromium, Firefox and Safari. */
const NO_NETWORK = /^(?:Failed to fetch|NetworkError when attempting to fetch resource\.?|Load failed)$/

/**
 * `@payloadcms/ui` and `@payloadcms/richtext-lexical` 3.90.2 write some words in English regardless of the language:
 * the menu of tables, messages after an upload, names of buttons, the time of a lock. A failed request is shown with
 * the browser's own message. Each entry replaces such words with those of the current language.
 */
export const TRANSLATED_WORDS: Mend[] = [
  [
    '.toolbar-popup__dropdown-item-table',
    (element, names) => {
      if (names.toolbar.table) relabel(element, names.toolbar.table)
    },
  ],
  [
    '.table-action-menu-dropdown .item',
    (element, names) => {
      const label = names.tableMenu[element.dataset.testId ?? '']
      if (label) relabel(element, label)
    },
  ],
  // The dialog about a locked document shows the time of the lock only in American English.
  [
    '.document-locked__content strong',
    (element) => {
      const since = dayFirstInstant(textOf(element))
      if (since) setText(element, since)
    },
  ],
  // For a save without a network, Payload shows the browser's English message, which does not say what to do.
  [
    '[data-sonner-toast] [data-title]',
    (element, names) => {
      const message = textOf(element)
      if (NO_NETWORK.test(message)) element.textContent = names.unreachable
      const [saved, refused] = [SAVED.exec(message)?.[1], NOT_SAVED.exec(message)?.[1]]
      if (saved) element.textContent = names.filesSaved(saved)
      if (refused) element.textContent = names.filesRefused(refused)
    },
  ],
  // These names are English in every language.
  [
    'button[aria-label], [role="button"][aria-label], .insert-paragraph-at-end',
    (element, names) => {
      const label = names.english[element.getAttribute('aria-label') ?? '']
      if (label) setName(element, label)
    },
  ],
  ['.copy-to-clipboard .tooltip-content', (element, names) => setText(element, names.copyAddress)],
  [
    '.lexical-drawer h1, .drawer__header__title',
    (element, names) => {
      if (textOf(element) === 'Create Table') setText(element, names.newTable)
    },
  ],
]

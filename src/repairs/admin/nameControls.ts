import type { ControlNames } from './controlNames.ts'
import { dayFirstInstant } from './dayFirstInstant.ts'

const words = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim()

const name = (element: Element, text: string) => {
  if (!text) return
  element.removeAttribute('aria-labelledby')
  element.setAttribute('aria-label', text)
}

/** Shows other words in place of a button's own, which React goes on to hold (see repairs.css). */
const relabel = (button: HTMLElement, text: string) => {
  name(button, text)
  const own = button.querySelector<HTMLElement>('.text')
  if (own) own.dataset.shown = text
}

/** The label of the field that an input of Payload's stands in. */
const fieldLabel = (element: Element) =>
  words(element.closest('.field-type, .rich-text-lexical')?.querySelector('.field-label'))

/** What the file is called that a control belongs to. */
const fileOf = (element: Element) =>
  words(
    element
      .closest('.upload-relationship-details, .upload--has-many__dragItem, .file-details')
      ?.querySelector('.upload-relationship-details__filename, .file-meta__url > a'),
  )

/** Puts other words in place of those that React set: it sets the same node again. */
const reword = (element: Element, text: string) => {
  if (element.firstChild && element.firstChild.nodeValue !== text) element.firstChild.nodeValue = text
}

const SAVED = /^Successfully saved (\d+) files$/
const NOT_SAVED = /^Failed to save (\d+) files$/

/** What Chromium, Firefox and Safari say. */
const NO_NETWORK = /^(?:Failed to fetch|NetworkError when attempting to fetch resource\.?|Load failed)$/

type Repair = [selector: string, mend: (element: HTMLElement, names: ControlNames) => void]

/**
 * What fails WCAG 2.1 A and AA in Payload 3.90's pages, or speaks English to everyone, and cannot be put right by a
 * style sheet or an option.
 */
const REPAIRS: Repair[] = [
  // 1.3.1: no page says where its content begins.
  ['.template-minimal', (element) => element.setAttribute('role', 'main')],
  [
    '.template-default__wrap:not(:has(main, [role="main"]))',
    (element) => element.querySelector(':scope > :not(.app-header):last-child')?.setAttribute('role', 'main'),
  ],
  // 1.3.1: the login page has no heading; its brand is one.
  [
    '.login__brand .brand__name',
    (element) => {
      element.setAttribute('role', 'heading')
      element.setAttribute('aria-level', '1')
    },
  ],
  // 1.3.1: the list of tabs holds links, no list items.
  ['ul.doc-tabs__tabs', (element) => element.setAttribute('role', 'group')],
  // 2.1.1: what scrolls must scroll by keyboard.
  ['.doc-controls__content', (element) => element.setAttribute('tabindex', '0')],
  // 2.5.3: the name must hold the text that is seen, the number of versions too.
  ['a.doc-tab[aria-label]', (element) => name(element, words(element))],
  // 4.1.2: hidden from screen readers, yet reached by Tab; the keys Delete and Backspace clear a choice.
  [
    '.dropdown-indicator[aria-hidden="true"], .clear-indicator[aria-hidden="true"]',
    (element) => element.setAttribute('tabindex', '-1'),
  ],
  // 4.1.2: controls without a name.
  [
    'input[id^="react-select-"]',
    (element, names) =>
      name(
        element,
        fieldLabel(element) ||
          (element.closest('.step-nav') ? names.dashboard : '') ||
          (element.closest('.compare-version') ? names.compareWith : ''),
      ),
  ],
  // In a drawer the label names another input than its own.
  [
    '.field-type input[id^="field-"]:not([aria-label]), .field-type textarea[id^="field-"]:not([aria-label])',
    (element) => {
      if (!(element as HTMLInputElement | HTMLTextAreaElement).labels?.length) name(element, fieldLabel(element))
    },
  ],
  ['.ContentEditable__root[role="textbox"]', (element) => name(element, fieldLabel(element))],
  [
    '.popup-button:not([aria-label])',
    (element, names) => {
      if (!words(element)) name(element, names.moreActions)
    },
  ],
  [
    '.toolbar-popup__button, .toolbar-popup__dropdown',
    (element, names) => {
      const key = element.dataset.buttonKey ?? element.dataset.dropdownKey ?? ''
      if (!words(element)) name(element, names.toolbar[key] ?? key)
    },
  ],
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
  // Payload names these by a label that it has in two languages, and says "[object Object]".
  [
    '.card [aria-label*="[object"]',
    (element, names) => {
      const label = names.createNew(words(element.closest('.card')?.querySelector('.card__title')))
      name(element, label)
      element.title = label
    },
  ],
  [
    '.sort-column__button',
    (element, names) => {
      const column = words(element.closest('.sort-column')?.querySelector('.sort-column__label'))
      name(element, names.sort(column, element.classList.contains('sort-column__desc')))
    },
  ],
  // 4.1.2: a chosen value can be dragged and holds buttons of its own, so it is no button.
  [
    '.rs__multi-value[role="button"]',
    (element) => {
      element.setAttribute('role', 'group')
      name(element, words(element))
    },
  ],
  [
    '.relationship--multi-value-label__drawer-toggler, .relationship--single-value__drawer-toggler',
    (element, names) => name(element, names.edit(words(element.closest('.rs__multi-value, .rs__single-value')))),
  ],
  [
    '.rs__multi-value__remove',
    (element, names) => name(element, names.remove(words(element.closest('.rs__multi-value')))),
  ],
  [
    '.collapsible__drag',
    (element, names) =>
      name(element, names.move(words(element.closest('.collapsible')?.querySelector('.collapsible__header-wrap')))),
  ],
  // 4.1.2: who is changing the document stands in a tooltip that is hidden until a mouse comes.
  ['.locked[role="button"]', (element) => name(element, words(element.querySelector('.tooltip:not([aria-hidden])')))],
  // The dialog about a locked document says since when in American English only.
  [
    '.document-locked__content strong',
    (element) => {
      const since = dayFirstInstant(words(element))
      // What React set is the text of this node; it sets the same node again.
      if (since && element.firstChild) element.firstChild.nodeValue = since
    },
  ],
  // 2.5.3: "Collapse" stands in no word that is seen.
  ['.diff-collapser__toggle-button[aria-label]', (element) => name(element, words(element))],
  ['.upload--has-many__drag', (element, names) => name(element, names.move(fileOf(element)))],
  ['.upload-relationship-details__edit', (element, names) => name(element, names.edit(fileOf(element)))],
  [
    '.upload-relationship-details__remove, .file-details__remove',
    (element, names) => name(element, names.remove(fileOf(element))),
  ],
  ['.copy-to-clipboard', (element, names) => name(element, names.copyAddress)],
  ['.clickable-arrow--left', (element, names) => name(element, names.previousPage)],
  ['.clickable-arrow--right', (element, names) => name(element, names.nextPage)],
  // A save without a network: Payload shows the browser's own English words, which say nothing to do.
  [
    '[data-sonner-toast] [data-title]',
    (element, names) => {
      const said = words(element)
      if (NO_NETWORK.test(said)) element.textContent = names.unreachable
      const [saved, refused] = [SAVED.exec(said)?.[1], NOT_SAVED.exec(said)?.[1]]
      if (saved) element.textContent = names.filesSaved(saved)
      if (refused) element.textContent = names.filesRefused(refused)
    },
  ],
  // English in every language.
  [
    'button[aria-label], [role="button"][aria-label], .insert-paragraph-at-end',
    (element, names) => {
      const label = names.english[element.getAttribute('aria-label') ?? '']
      if (label) name(element, label)
    },
  ],
  ['.copy-to-clipboard .tooltip-content', (element, names) => reword(element, names.copyAddress)],
  [
    '.lexical-drawer h1, .drawer__header__title',
    (element, names) => {
      if (words(element) === 'Create Table') reword(element, names.newTable)
    },
  ],
  [
    '.relationship-add-new__add-button[aria-label*="[object"]',
    (element, names) => name(element, names.createNew(fieldLabel(element))),
  ],
  // The name of the field in the database, shown by a mouse that rests on it.
  ['.checkbox-input input[title]', (element) => element.removeAttribute('title')],
  ['.table-cell-action-button', (element, names) => name(element, names.tableCell)],
  ['#select-all', (element, names) => name(element, names.chooseAll)],
  [
    'td.cell-_select input[type="checkbox"]',
    (element, names) =>
      name(element, names.choose(words(element.closest('tr')?.querySelector('td:not(.cell-_select)')))),
  ],
]

/** Mends what can be seen of the page now. Doing it again changes nothing. */
export const repair = (page: ParentNode, names: ControlNames): void => {
  for (const [selector, mend] of REPAIRS)
    for (const element of page.querySelectorAll<HTMLElement>(selector)) mend(element, names)
}

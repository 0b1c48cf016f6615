import { type Mend, setName, textOf } from './elements.ts'

/** The label of the field that contains an input. */
const fieldLabel = (element: Element) =>
  textOf(element.closest('.field-type, .rich-text-lexical')?.querySelector('.field-label'))

/** The name of the file that a control belongs to. */
const fileOf = (element: Element) =>
  textOf(
    element
      .closest('.upload-relationship-details, .upload--has-many__dragItem, .file-details')
      ?.querySelector('.upload-relationship-details__filename, .file-meta__url > a'),
  )

/**
 * In `@payloadcms/ui`, `@payloadcms/next` and `@payloadcms/richtext-lexical` 3.90.2, many controls have no name or a
 * wrong one, and roles and keyboard access fail WCAG 2.1 A and AA. No option or style sheet can fix that. Each entry
 * repairs one kind of element in the rendered page. Numbers refer to success criteria.
 */
export const NAMED_CONTROLS: Mend[] = [
  // 1.3.1: the pages have no main landmark.
  ['.template-minimal', (element) => element.setAttribute('role', 'main')],
  [
    '.template-default__wrap:not(:has(main, [role="main"]))',
    (element) => element.querySelector(':scope > :not(.app-header):last-child')?.setAttribute('role', 'main'),
  ],
  // 1.3.1: the login page has no heading; its brand becomes one.
  [
    '.login__brand .brand__name',
    (element) => {
      element.setAttribute('role', 'heading')
      element.setAttribute('aria-level', '1')
    },
  ],
  // 1.3.1: the list of tabs contains links instead of list items.
  ['ul.doc-tabs__tabs', (element) => element.setAttribute('role', 'group')],
  // 2.1.1: a scrollable area must be scrollable by keyboard.
  ['.doc-controls__content', (element) => element.setAttribute('tabindex', '0')],
  // 2.5.3: the name must contain the visible text, including the number of versions.
  ['a.doc-tab[aria-label]', (element) => setName(element, textOf(element))],
  // 4.1.2: hidden from screen readers, yet reachable by Tab. Delete and Backspace clear a choice as well.
  [
    '.dropdown-indicator[aria-hidden="true"], .clear-indicator[aria-hidden="true"]',
    (element) => element.setAttribute('tabindex', '-1'),
  ],
  // 4.1.2: controls without a name.
  [
    'input[id^="react-select-"]',
    (element, names) =>
      setName(element, fieldLabel(element) || (element.closest('.compare-version') ? names.compareWith : '')),
  ],
  // In a drawer, the label refers to another input than its own.
  [
    '.field-type input[id^="field-"]:not([aria-label]), .field-type textarea[id^="field-"]:not([aria-label])',
    (element) => {
      if (!(element as HTMLInputElement | HTMLTextAreaElement).labels?.length) setName(element, fieldLabel(element))
    },
  ],
  ['.ContentEditable__root[role="textbox"]', (element) => setName(element, fieldLabel(element))],
  [
    '.popup-button:not([aria-label])',
    (element, names) => {
      if (!textOf(element)) setName(element, names.moreActions)
    },
  ],
  [
    '.toolbar-popup__button, .toolbar-popup__dropdown',
    (element, names) => {
      const key = element.dataset.buttonKey ?? element.dataset.dropdownKey ?? ''
      if (!textOf(element)) setName(element, names.toolbar[key] ?? key)
    },
  ],
  [
    '.sort-column__button',
    (element, names) => {
      const column = textOf(element.closest('.sort-column')?.querySelector('.sort-column__label'))
      setName(element, names.sort(column, element.classList.contains('sort-column__desc')))
    },
  ],
  // 4.1.2: a selected value can be dragged and contains buttons, so it cannot be a button itself.
  [
    '.rs__multi-value[role="button"]',
    (element) => {
      element.setAttribute('role', 'group')
      setName(element, textOf(element))
    },
  ],
  [
    '.relationship--multi-value-label__drawer-toggler, .relationship--single-value__drawer-toggler',
    (element, names) => setName(element, names.edit(textOf(element.closest('.rs__multi-value, .rs__single-value')))),
  ],
  [
    '.rs__multi-value__remove',
    (element, names) => setName(element, names.remove(textOf(element.closest('.rs__multi-value')))),
  ],
  [
    '.collapsible__drag',
    (element, names) =>
      setName(element, names.move(textOf(element.closest('.collapsible')?.querySelector('.collapsible__header-wrap')))),
  ],
  // 4.1.2: the editor of a locked document is named only in a tooltip that is hidden until the mouse hovers over it.
  [
    '.locked[role="button"]',
    (element) => setName(element, textOf(element.querySelector('.tooltip:not([aria-hidden])'))),
  ],
  // 2.5.3: the name "Collapse" does not contain the visible text.
  ['.diff-collapser__toggle-button[aria-label]', (element) => setName(element, textOf(element))],
  ['.upload--has-many__drag', (element, names) => setName(element, names.move(fileOf(element)))],
  ['.upload-relationship-details__edit', (element, names) => setName(element, names.edit(fileOf(element)))],
  [
    '.upload-relationship-details__remove, .file-details__remove',
    (element, names) => setName(element, names.remove(fileOf(element))),
  ],
  ['.copy-to-clipboard', (element, names) => setName(element, names.copyAddress)],
  ['.clickable-arrow--left', (element, names) => setName(element, names.previousPage)],
  ['.clickable-arrow--right', (element, names) => setName(element, names.nextPage)],
  [
    '.relationship-add-new__add-button[aria-label*="[object"]',
    (element, names) => setName(element, names.createNew(fieldLabel(element))),
  ],
  // The tooltip is the database name of the field.
  ['.checkbox-input input[title]', (element) => element.removeAttribute('title')],
  ['.table-cell-action-button', (element, names) => setName(element, names.tableCell)],
  ['#select-all', (element, names) => setName(element, names.chooseAll)],
  [
    'td.cell-_select input[type="checkbox"]',
    (element, names) =>
      setName(element, names.choose(textOf(element.closest('tr')?.querySelector('td:not(.cell-_select)')))),
  ],
]

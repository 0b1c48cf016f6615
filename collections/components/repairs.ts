/** Names for the controls that Payload leaves without one, in a language of the admin. */
export interface ControlNames {
  choose: (what: string) => string
  chooseAll: string
  moreActions: string
  dashboard: string
  /** By the key of a button of the editor's toolbar. */
  toolbar: Record<string, string>
}

export const CONTROL_NAMES: Record<'vi' | 'en', ControlNames> = {
  vi: {
    choose: (what) => `Chọn: ${what}`,
    chooseAll: 'Chọn tất cả',
    moreActions: 'Thao tác khác',
    dashboard: 'Bảng điều khiển',
    toolbar: {
      bold: 'Đậm',
      italic: 'Nghiêng',
      underline: 'Gạch chân',
      link: 'Liên kết',
      paragraph: 'Kiểu đoạn',
      text: 'Kiểu đoạn',
    },
  },
  en: {
    choose: (what) => `Select: ${what}`,
    chooseAll: 'Select all',
    moreActions: 'More actions',
    dashboard: 'Dashboard',
    toolbar: {
      bold: 'Bold',
      italic: 'Italic',
      underline: 'Underline',
      link: 'Link',
      paragraph: 'Paragraph style',
      text: 'Paragraph style',
    },
  },
}

const words = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim()

const name = (element: Element, text: string) => {
  if (!text) return
  element.removeAttribute('aria-labelledby')
  element.setAttribute('aria-label', text)
}

/** The label of the field that an input of Payload's stands in. */
const fieldLabel = (element: Element) =>
  words(element.closest('.field-type, .rich-text-lexical')?.querySelector('.field-label'))

type Repair = [selector: string, mend: (element: HTMLElement, names: ControlNames) => void]

/** What fails WCAG 2.1 A and AA in Payload 3.90's pages and cannot be put right by a style sheet or an option. */
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
    (element, names) => name(element, fieldLabel(element) || (element.closest('.step-nav') ? names.dashboard : '')),
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

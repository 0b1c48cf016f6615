/** Names for the controls that Payload leaves without one, in a language of the admin. */
export interface ControlNames {
  choose: (what: string) => string
  chooseAll: string
  moreActions: string
  dashboard: string
  /** By the key of a button of the editor's toolbar. */
  toolbar: Record<string, string>
  /** By the test id of an entry in the menu of a table's cell, whose own words are English only; none for none. */
  tableMenu: Record<string, string>
  tableCell: string
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
      strikethrough: 'Gạch ngang',
      subscript: 'Chỉ số dưới',
      superscript: 'Chỉ số trên',
      align: 'Căn lề',
      add: 'Chèn',
      table: 'Bảng',
      link: 'Liên kết',
      paragraph: 'Kiểu đoạn',
      text: 'Kiểu đoạn',
    },
    tableMenu: {
      'table-merge-cells': 'Gộp ô',
      'table-unmerge-cells': 'Tách ô',
      'table-insert-row-above': 'Thêm hàng phía trên',
      'table-insert-row-below': 'Thêm hàng phía dưới',
      'table-insert-column-before': 'Thêm cột bên trái',
      'table-insert-column-after': 'Thêm cột bên phải',
      'table-delete-columns': 'Xóa cột',
      'table-delete-rows': 'Xóa hàng',
      'table-delete': 'Xóa bảng',
      'table-row-header': 'Bật/tắt hàng tiêu đề',
      'table-column-header': 'Bật/tắt cột tiêu đề',
    },
    tableCell: 'Thao tác với ô của bảng',
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
      strikethrough: 'Strikethrough',
      subscript: 'Subscript',
      superscript: 'Superscript',
      align: 'Align',
      add: 'Insert',
      link: 'Link',
      paragraph: 'Paragraph style',
      text: 'Paragraph style',
    },
    tableMenu: {},
    tableCell: 'Table cell actions',
  },
}

const words = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim()

const name = (element: Element, text: string) => {
  if (!text) return
  element.removeAttribute('aria-labelledby')
  element.setAttribute('aria-label', text)
}

/** Shows other words in place of a button's own, which React goes on to hold (see components.css). */
const relabel = (button: HTMLElement, text: string) => {
  name(button, text)
  const own = button.querySelector<HTMLElement>('.text')
  if (own) own.dataset.shown = text
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

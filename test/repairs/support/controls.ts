// biome-ignore-all lint/suspicious/noTemplateCurlyInString: lines of upstream's source, templates and all
import type { Upstream } from './installed.ts'

/** Code of an installed package that constitutes a fault. */
export type Fault = [upstream: Upstream, file: string, code: string]

const UI = '@payloadcms/ui'
const NEXT = '@payloadcms/next'
const LEXICAL = '@payloadcms/richtext-lexical'
const TABLES = 'dist/features/experimental_table/client'

/** What Payload's pages lack or get wrong, by the selector of the repair in `namedControls.ts`. */
export const UNNAMED: Record<string, Fault> = {
  '.template-minimal': [
    NEXT,
    'dist/templates/Minimal/index.js',
    '_jsx("section", { className: classes, style: style, children: _jsx("div", {',
  ],
  '.template-default__wrap:not(:has(main, [role="main"]))': [
    NEXT,
    'dist/templates/Default/index.js',
    '_jsxs("div", { className: `${baseClass}__wrap`, children: [_jsx(AppHeader, {',
  ],
  '.login__brand .brand__name': [
    NEXT,
    'dist/views/Login/index.js',
    '_jsxs(Fragment, { children: [_jsx("div", { className: `${loginBaseClass}__brand`, children: _jsx(Logo, {',
  ],
  'ul.doc-tabs__tabs': [
    NEXT,
    'dist/elements/DocumentHeader/Tabs/Tab/TabLink.js',
    't3 = _jsx(Button, { "aria-label": ariaLabel, buttonStyle: "tab",',
  ],
  '.doc-controls__content': [
    UI,
    'dist/elements/DocumentControls/index.js',
    '_jsxs("div", { className: `${baseClass}__content`, children: [',
  ],
  'a.doc-tab[aria-label]': [NEXT, 'dist/elements/DocumentHeader/Tabs/Tab/index.js', 'ariaLabel: labelToRender,'],
  '.dropdown-indicator[aria-hidden="true"], .clear-indicator[aria-hidden="true"]': [
    UI,
    'dist/elements/ReactSelect/ClearIndicator/index.js',
    '...restInnerProps, onKeyDown: e => { if (e.key === \'Enter\') { clearValue(); e.stopPropagation(); } }, role: "button", tabIndex: 0,',
  ],
  'input[id^="react-select-"]': [UI, 'dist/elements/ReactSelect/index.js', 'instanceId: uuid,'],
  '.field-type input[id^="field-"]:not([aria-label]), .field-type textarea[id^="field-"]:not([aria-label])': [
    UI,
    'dist/fields/Text/Input.js',
    'id: `field-${path?.replace(/\\./g, "__")}`,',
  ],
  '.ContentEditable__root[role="textbox"]': [
    LEXICAL,
    'dist/lexical/ui/ContentEditable.js',
    '_jsx(ContentEditable, { "aria-placeholder": t("lexical:general:placeholder"), className: className ?? "ContentEditable__root", placeholder:',
  ],
  '.popup-button:not([aria-label])': [
    UI,
    'dist/elements/Popup/PopupTrigger/index.js',
    '_jsx("button", { className: classes, disabled: disabled, onClick: handleClick, onKeyDown: handleKeyDown, tabIndex: 0, type: "button", children: button });',
  ],
  '.toolbar-popup__button, .toolbar-popup__dropdown': [
    LEXICAL,
    'dist/features/toolbars/shared/ToolbarButton/index.js',
    'className, "data-button-key": item.key, onClick: handleClick, onMouseDown: handleMouseDown, type: "button", children });',
  ],
  '.sort-column__button': [
    UI,
    'dist/elements/SortColumn/index.js',
    '"aria-label": t("general:sortByLabelDirection", { direction: t("general:ascending"), label }),',
  ],
  '.rs__multi-value[role="button"]': [
    UI,
    'dist/elements/ReactSelect/MultiValue/index.js',
    'innerProps: { ...(isSortable ? { ...attributes, ...restListeners } : {}),',
  ],
  '.relationship--multi-value-label__drawer-toggler, .relationship--single-value__drawer-toggler': [
    UI,
    'dist/fields/Relationship/select-components/MultiValueLabel/index.js',
    '"aria-label": `Edit ${label}`,',
  ],
  '.rs__multi-value__remove': [
    UI,
    'dist/elements/ReactSelect/MultiValueRemove/index.js',
    'const t2 = t("general:remove");',
  ],
  '.collapsible__drag': [
    UI,
    'dist/elements/Collapsible/index.js',
    'className: `${baseClass}__drag`, ...dragHandleProps.attributes, ...dragHandleProps.listeners, children: _jsx(DragHandleIcon, {})',
  ],
  '.locked[role="button"]': [
    UI,
    'dist/elements/Locked/index.js',
    'className: t2, onMouseEnter: t3, onMouseLeave: t4, role: "button", tabIndex: 0, children: [_jsx(Tooltip, {',
  ],
  '.diff-collapser__toggle-button[aria-label]': [
    NEXT,
    'dist/views/Version/RenderFieldsToDiff/DiffCollapser/index.js',
    '"aria-label": isCollapsed ? "Expand" : "Collapse",',
  ],
  '.upload--has-many__drag': [
    UI,
    'dist/fields/Upload/HasMany/index.js',
    'className: `${baseClass}__drag`, ...draggableSortableItemProps.attributes, ...draggableSortableItemProps.listeners, children:',
  ],
  '.upload-relationship-details__edit': [
    UI,
    'dist/fields/Upload/RelationshipContent/index.js',
    'className: `${baseClass}__edit`, icon: "edit", iconStyle: "none", onClick: openDrawer }',
  ],
  '.upload-relationship-details__remove, .file-details__remove': [
    UI,
    'dist/fields/Upload/RelationshipContent/index.js',
    'className: `${baseClass}__remove`, icon: "x", iconStyle: "none", onClick: () => onRemove() }',
  ],
  '.copy-to-clipboard': [
    UI,
    'dist/elements/CopyToClipboard/index.js',
    'className: baseClass, onClick: t1, onMouseEnter: t2, onMouseLeave: t3, type: "button", children: [_jsx(CopyIcon, {}),',
  ],
  '.clickable-arrow--left': [
    UI,
    'dist/elements/Pagination/ClickableArrow/index.js',
    'className: classes, disabled: isDisabled, onClick: !isDisabled ? updatePage : undefined, type: "button", children:',
  ],
  '.clickable-arrow--right': [
    UI,
    'dist/elements/Pagination/ClickableArrow/index.js',
    'className: classes, disabled: isDisabled, onClick: !isDisabled ? updatePage : undefined, type: "button", children:',
  ],
  '.relationship-add-new__add-button[aria-label*="[object"]': [
    UI,
    'dist/elements/DocumentDrawer/index.js',
    '{ label: collectionConfig?.labels.singular });',
  ],
  '.checkbox-input input[title]': [UI, 'dist/fields/Checkbox/Input.js', 'title: name, type: "checkbox" });'],
  '.table-cell-action-button': [
    LEXICAL,
    `${TABLES}/plugins/TableActionMenuPlugin/index.js`,
    'className: "table-cell-action-button", onClick: e => { e.stopPropagation(); setIsMenuOpen(!isMenuOpen); }, ref: menuRootRef, type: "button", children: _jsx(MeatballsIcon, {})',
  ],
  '#select-all': [UI, 'dist/fields/Checkbox/Input.js', '"aria-label": "", "aria-labelledby": name,'],
  'td.cell-_select input[type="checkbox"]': [
    UI,
    'dist/fields/Checkbox/Input.js',
    '"aria-label": "", "aria-labelledby": name,',
  ],
}

/** Further code with one of the faults above; a fix upstream may be in either place. */
export const MORE_UNNAMED: Fault[] = [
  [LEXICAL, 'dist/features/toolbars/shared/ToolbarDropdown/index.js', 'buttonAriaLabel: `${groupKey} dropdown`,'],
  [UI, 'dist/fields/FieldLabel/index.js', 'htmlFor = htmlForFromProps || generateFieldID(path, editDepth, uuid);'],
  [UI, 'dist/fields/Textarea/Input.js', 'id: `field-${path.replace(/\\./g, "__")}`,'],
  [NEXT, 'dist/elements/DocumentHeader/Tabs/index.js', '_jsx("ul", { className: `${baseClass}__tabs`,'],
  [
    UI,
    'dist/elements/ReactSelect/DropdownIndicator/index.js',
    '_jsx("button", { className: baseClass, ref: ref, ...restInnerProps, onKeyDown:',
  ],
  [
    UI,
    'dist/fields/Relationship/select-components/SingleValue/index.js',
    '"aria-label": t("general:editLabel", { label }),',
  ],
  [
    UI,
    'dist/elements/FileDetails/StaticFileDetails/index.js',
    'className: `${baseClass}__remove`, icon: "x", iconStyle: "with-border", onClick: handleRemove, round: true }',
  ],
]

/** Texts that Payload's pages have in English only, by the selector of the repair in `translatedWords.ts`. */
export const ENGLISH: Record<string, Fault> = {
  '.toolbar-popup__dropdown-item-table': [LEXICAL, `${TABLES}/index.js`, "label: 'Table',"],
  '.table-action-menu-dropdown .item': [
    LEXICAL,
    `${TABLES}/plugins/TableActionMenuPlugin/index.js`,
    'children: "Delete table"',
  ],
  '.document-locked__content strong': [
    UI,
    'dist/elements/DocumentLocked/index.js',
    "new Intl.DateTimeFormat('en-US', { day: 'numeric', hour: 'numeric', hour12: true, minute: 'numeric', month: 'short', year: 'numeric' }).format(",
  ],
  '[data-sonner-toast] [data-title]': [
    UI,
    'dist/elements/BulkUpload/FormsManager/index.js',
    'toast.success(`Successfully saved ${successCount} files`);',
  ],
  'button[aria-label], [role="button"][aria-label], .insert-paragraph-at-end': [
    LEXICAL,
    'dist/lexical/plugins/InsertParagraphAtEnd/index.js',
    '"aria-label": "Insert Paragraph",',
  ],
  '.copy-to-clipboard .tooltip-content': [
    UI,
    'dist/elements/FileDetails/FileMeta/index.js',
    'defaultMessage: "Copy URL",',
  ],
  '.lexical-drawer h1, .drawer__header__title': [
    LEXICAL,
    `${TABLES}/plugins/TablePlugin/index.js`,
    'drawerTitle: "Create Table",',
  ],
}

/** Further English texts in the source, for faults above that have several. */
export const MORE_ENGLISH: Fault[] = [
  [UI, 'dist/elements/BulkUpload/FormsManager/index.js', 'toast.error(`Failed to save ${errorCount_2} files`);'],
  // The browser's message.
  [UI, 'dist/forms/Form/index.js', 'errorToast(err.message);'],
  [LEXICAL, 'dist/features/link/client/plugins/floatingLinkEditor/LinkEditor/index.js', '"aria-label": "Remove link",'],
  [LEXICAL, 'dist/features/link/client/plugins/floatingLinkEditor/LinkEditor/index.js', '"aria-label": "Edit link",'],
  [LEXICAL, 'dist/lexical/plugins/handles/AddBlockHandlePlugin/index.js', '"aria-label": "Add block",'],
  [LEXICAL, 'dist/lexical/plugins/handles/DraggableBlockPlugin/index.js', '"aria-label": "Drag to move",'],
  // `closeButtonAriaLabel` is not set here, so the toaster uses its default, "Close toast".
  [
    UI,
    'dist/providers/ToastContainer/index.js',
    "closeButton: 'payload-toast-close-button', content: 'toast-content', error: 'toast-error', icon: 'toast-icon', info: 'toast-info', success: 'toast-success', title: 'toast-title', toast: 'payload-toast-item', warning: 'toast-warning' }, unstyled: true },",
  ],
]

/** Rules of `@payloadcms/ui` that make controls smaller than 24 px or cut off a name; complete, by selector. */
export const TOO_SMALL: Record<string, string> = {
  '.sort-column__button':
    'margin:0;opacity:.3;padding:calc(var(--base) / 4) 0;display:inline-flex;align-items:center;justify-content:center;background:transparent;border:none;cursor:pointer',
  '.sort-column__buttons': 'display:flex;align-items:center;gap:0',
  '.array-actions__button': 'cursor:pointer;border-radius:100px',
  '.multi-value-remove':
    'cursor:pointer;width:20px;display:flex;align-items:center;justify-content:center;position:relative;background-color:transparent;border:none;padding:0;color:inherit',
  '.relationship--multi-value-label__drawer-toggler .icon': 'width:20px;height:20px;padding:2px',
  '.popup-button':
    'height:100%;color:currentColor;padding:0;font-size:inherit;line-height:inherit;font-family:inherit;border:0;cursor:pointer;display:inline-flex',
  '.react-select .rs__input': 'font-family:var(--font-body);width:10px',
  '.upload-relationship-details__filename': 'margin:0;text-wrap:nowrap;text-overflow:ellipsis;overflow:hidden',
}

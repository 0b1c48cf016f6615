/** The form's input for a path of the content, if the open tab shows it. */
const inputAt = (path: string): HTMLElement | null => {
  const id = `field-${path.replace(/\./g, '__')}`
  return document.getElementById(id) ?? document.querySelector<HTMLElement>(`[id^="${CSS.escape(id)}"]`)
}

const FRAMES = 3
const rendered = async (): Promise<void> => {
  for (let frame = 0; frame < FRAMES; frame += 1) await new Promise(requestAnimationFrame)
}

/** Opens one tab after the other until the input appears; when none has it, the tab that was open is open again. */
const throughTabs = async (path: string): Promise<HTMLElement | null> => {
  const tabs = [...document.querySelectorAll<HTMLElement>('.tabs-field__tab-button')]
  const open = tabs.find((tab) => tab.classList.contains('tabs-field__tab-button--active'))
  for (const tab of tabs) {
    if (tab === open) continue
    tab.click()
    await rendered()
    const input = inputAt(path)
    if (input) return input
  }
  open?.click()
  return null
}

/** The field where the frozen text is read, for pages that have no form. */
const readAt = (path: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-frozen="${CSS.escape(path.split('.')[0] ?? '')}"]`)

/** Moves to a field: to its input, in whichever tab or collapsed row of the form it stands, or to where it is read. */
export const goToField = async (path: string): Promise<void> => {
  const input = inputAt(path) ?? (await throughTabs(path))
  if (!input) {
    const read = readAt(path)
    read?.scrollIntoView({ block: 'start' })
    read?.focus({ preventScroll: true })
    return
  }
  const collapsed = input.closest('.collapsible--collapsed')
  collapsed?.querySelector<HTMLElement>('.collapsible__toggle')?.click()
  if (collapsed) await rendered()
  input.scrollIntoView({ block: 'center' })
  // Composed fields carry the id on a frame around what takes the focus.
  const within = input.matches('input, textarea, select, button, [tabindex], [contenteditable]')
    ? input
    : input.querySelector<HTMLElement>('input, textarea, select, button, [contenteditable="true"]')
  within?.focus()
}

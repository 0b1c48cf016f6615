import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { field } from './form.ts'
import { quiet } from './quiet.ts'

const row = (page: Page, list: string, index: number): Locator =>
  page.locator(`#${list.replaceAll('.', '-')}-row-${index}`)

export const countRows = (page: Page, list: string): Promise<number> =>
  page.locator(`[id^="${list.replaceAll('.', '-')}-row-"]`).count()

/** Expands a collapsed row and scrolls to it: Payload does not render rows that were never visible. */
export const unfold = async (page: Page, list: string, index: number): Promise<void> => {
  const at = row(page, list, index)
  await at.scrollIntoViewIfNeeded()
  const folded = at.locator('.collapsible__toggle--collapsed').first()
  if (await folded.count()) await folded.click()
  await at.locator('.render-fields').first().waitFor()
}

/** Adds a row at the end of a list and waits for its fields. */
export const addRow = async (page: Page, list: string): Promise<void> => {
  const index = await countRows(page, list)
  await field(page, list).locator('.array-field__add-row').last().click()
  await row(page, list, index).waitFor()
  await quiet(page)
  // Its fields arrive with a response, which may also collapse the row.
  await row(page, list, index).locator('.shimmer-effect').first().waitFor({ state: 'detached' })
  await row(page, list, index).locator('.render-fields').first().waitFor({ state: 'attached' })
  await unfold(page, list, index)
}

/** Removes the last row of a list through its menu. */
export const removeLastRow = async (page: Page, list: string): Promise<void> => {
  // A response for the form that arrives now would replace the menu that is being opened.
  await quiet(page)
  const last = (await countRows(page, list)) - 1
  await row(page, list, last).locator('.array-actions__button').first().click()
  await page.locator('.popup__content .array-actions__remove').click()
  await expect.poll(() => countRows(page, list)).toBe(last)
}

import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { field } from './form.ts'
import { quiet } from './quiet.ts'

const row = (page: Page, list: string, index: number): Locator =>
  page.locator(`#${list.replaceAll('.', '-')}-row-${index}`)

/** How many rows a list shows. */
export const countRows = (page: Page, list: string): Promise<number> =>
  page.locator(`[id^="${list.replaceAll('.', '-')}-row-"]`).count()

/** Opens a row that is folded, and brings it into sight: Payload leaves out what nobody has seen yet. */
export const unfold = async (page: Page, list: string, index: number): Promise<void> => {
  const at = row(page, list, index)
  await at.scrollIntoViewIfNeeded()
  const folded = at.locator('.collapsible__toggle--collapsed').first()
  if (await folded.count()) await folded.click()
  await at.locator('.render-fields').first().waitFor()
}

/** Adds a row at the end of a list, and waits for its fields. */
export const addRow = async (page: Page, list: string): Promise<void> => {
  const index = await countRows(page, list)
  await field(page, list).locator('.array-field__add-row').last().click()
  await row(page, list, index).waitFor()
  await quiet(page)
  // Its fields come with an answer, which may fold it too.
  await row(page, list, index).locator('.shimmer-effect').first().waitFor({ state: 'detached' })
  await row(page, list, index).locator('.render-fields').first().waitFor({ state: 'attached' })
  await unfold(page, list, index)
}

/** Takes the last row out of a list, by the menu of the row. */
export const removeLastRow = async (page: Page, list: string): Promise<void> => {
  // An answer about the form that arrives now would put another menu in place of the one that is being opened.
  await quiet(page)
  const last = (await countRows(page, list)) - 1
  await row(page, list, last).locator('.array-actions__button').first().click()
  await page.locator('.popup__content .array-actions__remove').click()
  await expect.poll(() => countRows(page, list)).toBe(last)
}

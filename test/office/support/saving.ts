import type { Page } from 'playwright-core'
import { alive, save } from './form.ts'
import { quiet } from './quiet.ts'

/** Saves an existing row and waits until the form shows the saved state, so that leaving the page asks no question. */
export const saveAgain = async (page: Page): Promise<void> => {
  await quiet(page)
  const status = await save(page)
  if (status !== 200) throw new Error(`The save answered ${status}`)
  await page.locator('#action-save:disabled').waitFor()
  await quiet(page)
}

/** Switches to another language of the document, through the menu above the form. */
export const turnToLanguage = async (page: Page, name: string): Promise<void> => {
  await page.locator('.localizer .popup-button').first().click()
  await page.locator('.popup__content').getByRole('button', { name }).click()
  await quiet(page)
  await alive(page)
}

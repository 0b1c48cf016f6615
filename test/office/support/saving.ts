import type { Page } from 'playwright-core'
import { alive, save } from './form.ts'
import { quiet } from './quiet.ts'

/** Saves a row that has been saved before, and waits until the form is the saved one: who leaves is asked nothing. */
export const saveAgain = async (page: Page): Promise<void> => {
  await quiet(page)
  const status = await save(page)
  if (status !== 200) throw new Error(`The save answered ${status}`)
  await page.locator('#action-save:disabled').waitFor()
  await quiet(page)
}

/** Turns to another language of the document, by the menu over the form. */
export const turnToLanguage = async (page: Page, name: string): Promise<void> => {
  await page.locator('.localizer .popup-button').first().click()
  await page.locator('.popup__content').getByRole('button', { name }).click()
  await quiet(page)
  await alive(page)
}

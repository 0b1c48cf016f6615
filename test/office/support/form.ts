import type { Locator, Page } from 'playwright-core'

/** Waits until React has hydrated the page, because earlier input would be lost. */
export const alive = async (page: Page): Promise<void> => {
  await page.locator('#action-save, .read-only, .locked').first().waitFor()
  await page.waitForFunction(() => {
    const form = document.querySelector('form.collection-edit__form, form.global-edit__form, .document-fields')
    return form !== null && Object.keys(form).some((key) => key.startsWith('__reactProps'))
  })
}

export const open = async (page: Page, address: string): Promise<void> => {
  await page.goto(address)
  await alive(page)
}

/** Presses the save button. Returns the status of the response. */
export const save = async (page: Page): Promise<number> => {
  const answered = page.waitForResponse(
    (response) =>
      ['POST', 'PATCH'].includes(response.request().method()) &&
      /\/api\/[a-z/-]+(\/[0-9a-f]{24})?\?/.test(response.url()),
  )
  await page.locator('#action-save:enabled').click()
  return (await answered).status()
}

/** Saves a new row for the first time. Returns the address of its page. */
export const saveNew = async (page: Page): Promise<string> => {
  const status = await save(page)
  if (status !== 201) throw new Error(`The first save answered ${status}: ${await toasts(page)}`)
  await page.waitForURL(/\/[0-9a-f]{24}(\?|$)/)
  await alive(page)
  return page.url().split('?')[0]!
}

const toasts = async (page: Page): Promise<string> => {
  await page.locator('.payload-toast-item').first().waitFor()
  return (await page.locator('.payload-toast-item').allTextContents()).join(' | ')
}

/** The input of a field, by its path in the form. */
export const field = (page: Page, path: string): Locator => page.locator(`#field-${path.replaceAll('.', '__')}`)

/** Chooses an option of a select field by its label; by default the first. */
export const choose = async (page: Page, path: string, name?: string): Promise<void> => {
  await field(page, path).locator('.rs__control').first().click()
  const options = page.locator('.rs__option')
  await (name === undefined ? options : options.filter({ hasText: name })).first().click()
}

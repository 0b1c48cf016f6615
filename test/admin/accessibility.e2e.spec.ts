import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { breaches, type Office, openOffice, said } from './support/office.ts'

let office: Office
let waiting: string
beforeAll(async () => {
  office = await openOffice()
  waiting = await office.notice('Thông báo chờ lãnh đạo')
  await office.act('author', waiting, 'submit')
  await office.act('editor', waiting, 'approve', { comment: 'Đã đối chiếu.' })
})
afterEach(() => office.closeWindows())
afterAll(() => office.stop())

/** Presses Tab until the control with this name is focused. */
const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let presses = 0; presses < 80; presses += 1) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      return element?.getAttribute('aria-label') || element?.textContent?.trim() || ''
    })
    if (focused === name) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reaches "${name}"`)
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe.each([1280, 390])('at %i pixels', (width) => {
  it('the login page has no breach of WCAG 2.1 AA', async () => {
    const page = await office.openAnonymous(width)
    await page.goto(`${office.origin}/admin/login`)
    await page.getByRole('heading', { name: 'Công Bố' }).waitFor()
    expect(await breaches(page)).toEqual([])
    await expect.poll(() => overflow(page)).toBe(0)
  })

  it('the dashboard has none', async () => {
    const page = await office.open('head', width)
    await page.goto(`${office.origin}/admin`)
    await page.locator('.tasks__link').first().waitFor()
    expect(await breaches(page)).toEqual([])
    await expect.poll(() => overflow(page)).toBe(0)
  })

  it('a list has none', async () => {
    const page = await office.open('head', width)
    await page.goto(`${office.origin}/admin/collections/notices`)
    await page.getByRole('link', { name: 'Thông báo chờ lãnh đạo' }).waitFor()
    expect(await breaches(page)).toEqual([])
    await expect.poll(() => overflow(page)).toBe(0)
  })

  it('a document, its panel and its dialogs have none', async () => {
    const page = await office.open('head', width)
    await page.goto(office.address(waiting))
    await page.locator('.approval__actions').waitFor()
    await page.getByText(/Việc bạn chưa làm được/).click()
    expect(await breaches(page)).toEqual([])
    await expect.poll(() => overflow(page)).toBe(0)
    await page.getByRole('button', { name: 'Xem văn bản đã chốt' }).click()
    await page.getByText('Mã kiểm tra').waitFor()
    expect(await breaches(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Trả lại để sửa' }).click()
    await page.getByRole('button', { name: 'Trả lại để sửa' }).click()
    await page.getByText('Xin ghi lý do trước khi gửi.').waitFor()
    expect(await breaches(page)).toEqual([])
  })

  it.each(['directives', 'bulletins', 'videos', 'notices', 'pages', 'organisations'])(
    'every tab of a filled form of %s, its list in pages and its versions have none',
    async (collection) => {
      const page = await office.open('editor', width)
      const address = `${office.origin}/admin/collections/${collection}`
      await page.goto(`${address}?limit=5`)
      const first = page.locator('tbody a').first()
      await first.waitFor()
      expect(await breaches(page)).toEqual([])
      expect(await page.locator('[aria-label*="[object"], [title*="[object"]').count()).toBe(0)
      const document = new URL(String(await first.getAttribute('href')), office.origin)
      await page.goto(document.href)
      await page.locator('#field-title, #field-name').waitFor()
      expect(await breaches(page)).toEqual([])
      for (const tab of await page.locator('.tabs-field__tab-button:visible').all()) {
        await tab.click()
        expect([await tab.textContent(), await breaches(page)]).toEqual([expect.anything(), []])
      }
      await page.goto(`${document.origin}${document.pathname}/versions`)
      // Documents use the plugin's own list and comparison, which know editions.
      await page.locator('tbody a, .saved__link').first().click()
      await page.locator('.compare-version, .saved__sides').waitFor()
      expect(await breaches(page)).toEqual([])
    },
  )

  it('lists within a form, and the drawer of the media library, have none', async () => {
    const page = await office.open('author', width)
    await page.goto(`${office.origin}/admin/collections/directives/create`)
    await page.locator('.array-field__add-row:visible').first().click()
    await page.locator('.array-field__row').waitFor()
    expect(await breaches(page)).toEqual([])
    await page.goto(`${office.origin}/admin/collections/videos/create`)
    await page.locator('.upload__createNewToggler').first().click()
    await page.locator('.drawer__content #field-alt').waitFor()
    expect(await breaches(page, '.drawer__content')).toEqual([])
  })

  it('a form that can be changed has none', async () => {
    const page = await office.open('author', width)
    await page.goto(`${office.origin}/admin/collections/directives/create`)
    await page.locator('.approval').waitFor()
    await page.locator('.date-text__input').first().waitFor()
    expect(await breaches(page)).toEqual([])
    await expect.poll(() => overflow(page)).toBe(0)
  })
})

describe('by keyboard alone', () => {
  it('a head reads the frozen text and approves it', async () => {
    const page = await office.open('head')
    await page.goto(office.address(waiting))
    await page.locator('.approval__actions').waitFor()
    await tabTo(page, 'Xem văn bản đã chốt')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByText('Mã kiểm tra').waitFor()
    for (let presses = 0; presses < 6; presses += 1) {
      await page.keyboard.press('Tab')
      // The browser's own controls may get the focus in turn; the page behind the dialog must not.
      expect(
        await page.evaluate(
          () => document.activeElement === document.body || !!document.activeElement?.closest('dialog'),
        ),
      ).toBe(true)
    }
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Xem văn bản đã chốt')

    await page.reload()
    await page.locator('.approval__actions').waitFor()
    await tabTo(page, 'Duyệt')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Đồng ý.')
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Duyệt')
    await page.keyboard.press('Enter')
    expect(await page.locator('.approval__actions .approval__text').inputValue()).toBe('Đồng ý.')
    await tabTo(page, 'Duyệt')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await tabTo(page, 'Duyệt lần cuối')
    await page.keyboard.press('Enter')
    await said(page).waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('status')
    expect((await office.view('head', waiting)).timeline.at(-2)).toMatchObject({ type: 'approved', comment: 'Đồng ý.' })
  })
})

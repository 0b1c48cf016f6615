import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Office, openOffice } from './support/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(() => office.closeWindows())
afterAll(() => office.stop())

const kept = (page: Page) =>
  page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('congbo')))
const offer = (page: Page) => page.getByRole('region', { name: 'Có nội dung chưa lưu' })

/** Leaves as a crash would: without the question whether to stay. */
const closeTab = async (page: Page, address: string): Promise<Page> => {
  const next = await page.context().newPage()
  await page.close({ runBeforeUnload: false })
  await next.goto(address)
  return next
}

describe('typed text', () => {
  it('comes back after the tab was closed, and goes once it is saved', async () => {
    const id = await office.notice('Thông báo gõ dở')
    const first = await office.open('author')
    await first.goto(office.address(id))
    await first.locator('#field-summary').fill('Tóm tắt gõ dở.')
    await first.locator('[data-lexical-editor]').click()
    await first.keyboard.press('Control+End')
    await first.keyboard.type(' Câu gõ dở.')
    await kept(first)
    await first.waitForFunction(() => Object.values(localStorage).some((text) => String(text).includes('Câu gõ dở')))

    const second = await closeTab(first, office.address(id))
    await offer(second).getByText('Tóm tắt').waitFor()
    expect(await second.locator('#field-summary').inputValue()).toBe('Lịch tiếp công dân.')
    await offer(second).getByRole('button', { name: 'Khôi phục' }).click()
    await second.getByText('Đã khôi phục; xin kiểm tra rồi bấm Lưu.').waitFor()
    await expect.poll(() => second.locator('#field-summary').inputValue()).toBe('Tóm tắt gõ dở.')
    await expect.poll(() => second.locator('[data-lexical-editor]').textContent()).toContain('Câu gõ dở.')
    await second.locator('#action-save:enabled').click()
    await second.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('congbo')))

    const third = await closeTab(second, office.address(id))
    await third.locator('#field-summary').waitFor()
    expect(await third.locator('#field-summary').inputValue()).toBe('Tóm tắt gõ dở.')
    await third.locator('.approval__actions').waitFor()
    expect(await offer(third).count()).toBe(0)
  })

  it('is kept without a network, and a sentence says what to do', async () => {
    const id = await office.notice('Thông báo mất mạng')
    const page = await office.open('author')
    await page.goto(office.address(id))
    await page.locator('.approval__actions').waitFor()
    await page.locator('#field-summary').fill('Gõ khi mất mạng.')
    await kept(page)
    await page.context().setOffline(true)
    await page.locator('#action-save').click()
    await page.getByText('Chưa lưu được vì mất kết nối').waitFor()
    expect(await page.locator('#field-summary').inputValue()).toBe('Gõ khi mất mạng.')
    await page.context().setOffline(false)
    await page.locator('#action-save:enabled').click()
    await expect
      .poll(() => page.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith('congbo'))))
      .toBe(false)
  })

  it('is kept when the save fails', async () => {
    const id = await office.notice('Thông báo lưu hỏng')
    const page = await office.open('author')
    await page.goto(office.address(id))
    await page.locator('#field-summary').fill('Lưu không được.')
    await page.route('**/api/notices/**', (route) =>
      route.request().method() === 'GET'
        ? route.continue()
        : route.fulfill({ status: 503, json: { errors: [{ message: 'Máy chủ bận.' }] } }),
    )
    await page.locator('#action-save').click()
    await kept(page)
    await page.getByText('Máy chủ bận.').waitFor()
    const next = await closeTab(page, office.address(id))
    await offer(next).getByRole('button', { name: 'Khôi phục' }).click()
    await next.waitForFunction(
      () => (document.querySelector('#field-summary') as HTMLTextAreaElement | null)?.value === 'Lưu không được.',
    )
  })

  it('is kept when the login has expired, and is there after another one', async () => {
    const id = await office.notice('Thông báo hết phiên')
    const page = await office.open('author')
    await page.goto(office.address(id))
    await page.locator('.approval__actions').waitFor()
    await page.locator('#field-summary').fill('Gõ khi phiên đã hết.')
    await kept(page)
    const cookies = await page.context().cookies()
    await page.context().clearCookies()
    const refused = page.waitForResponse(
      (response) => response.request().method() !== 'GET' && response.status() >= 400,
    )
    await page.locator('#action-save').click()
    await refused
    await page.context().addCookies(cookies)
    const next = await closeTab(page, office.address(id))
    await offer(next).getByRole('button', { name: 'Khôi phục' }).click()
    await expect.poll(() => next.locator('#field-summary').inputValue()).toBe('Gõ khi phiên đã hết.')
  })

  it('of a new document is offered once more, and not after it was saved or given up', {
    timeout: 180_000,
  }, async () => {
    const create = `${office.origin}/admin/collections/notices/create`
    const first = await office.open('author')
    await first.goto(create)
    await first.locator('#field-title').fill('Thông báo mới gõ dở')
    await kept(first)
    const second = await closeTab(first, create)
    await offer(second).getByRole('button', { name: 'Khôi phục' }).click()
    await second.getByText('Đã khôi phục; xin kiểm tra rồi bấm Lưu.').waitFor()
    await second.locator('#action-save').click()
    await second.waitForURL(/notices\/[0-9a-f]{24}/)
    const third = await closeTab(second, create)
    await third.locator('#field-title').fill('Bỏ đi')
    await kept(third)
    const fourth = await closeTab(third, create)
    await offer(fourth).getByText('Tiêu đề').waitFor()
    await offer(fourth).getByRole('button', { name: 'Bỏ' }).click()
    const fifth = await closeTab(fourth, create)
    await fifth.locator('#field-title').waitFor()
    expect(await fifth.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('congbo')))).toEqual([])
  })

  it('is offered to nobody else at the same browser', async () => {
    const id = await office.notice('Thông báo của người khác')
    const editor = await office.open('editor')
    await editor.goto(office.address(id))
    await editor.locator('#field-summary').fill('Chữ của biên tập viên.')
    await kept(editor)
    const head = await office.open('head')
    const cookies = await head.context().cookies()
    await editor.context().clearCookies()
    await editor.context().addCookies(cookies)
    const next = await closeTab(editor, office.address(id))
    await next.locator('.approval__actions').waitFor()
    expect(await next.locator('#field-summary').inputValue()).toBe('Lịch tiếp công dân.')
    expect(await offer(next).count()).toBe(0)
  })
})

import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { breaches, type Office, openOffice } from './support/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(() => office.closeWindows())
afterAll(() => office.stop())

const kept = (page: Page) =>
  page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('congbo')))
const offer = (page: Page) => page.getByRole('region', { name: 'Có nội dung chưa lưu' })

const keptText = (page: Page, text: string) =>
  page.waitForFunction((part) => Object.values(localStorage).some((one) => String(one).includes(part)), text)
const nothingKept = (page: Page) =>
  page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('congbo')))

/** Saves and waits for the response. */
const save = async (page: Page): Promise<void> => {
  const saved = page.waitForResponse((response) => response.request().method() === 'PATCH' && response.ok())
  await page.locator('#action-save:enabled').click()
  await saved
}

/** One document in two tabs of the same person. */
const twoTabs = async (title: string): Promise<[one: Page, other: Page, address: string]> => {
  const address = office.address(await office.notice(title))
  const one = await office.open('author')
  const other = await one.context().newPage()
  for (const page of [one, other]) {
    await page.goto(address)
    await page.locator('.approval__actions').waitFor()
  }
  return [one, other, address]
}

/** Closes the tab like a crash: without the question whether to leave. */
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

  it('in another tab outlives a save in this one', async () => {
    const [one, other, address] = await twoTabs('Thông báo mở ở hai thẻ')
    await other.locator('#field-summary').fill('Gõ ở thẻ hai.')
    await keptText(other, 'Gõ ở thẻ hai.')
    await one.locator('#field-title').fill('Thông báo lưu ở thẻ một')
    await keptText(one, 'Thông báo lưu ở thẻ một')
    await save(one)
    await one.waitForFunction(
      () => !Object.values(localStorage).some((text) => String(text).includes('Thông báo lưu ở thẻ một')),
    )
    await keptText(one, 'Gõ ở thẻ hai.')
    expect(await offer(one).count()).toBe(0)

    const again = await closeTab(other, address)
    await offer(again).getByText('Mục đã thay đổi: Tóm tắt.').waitFor()
    await offer(again).getByText('Văn bản đã được lưu lại từ khi gõ bản này').waitFor()
    expect(await breaches(again)).toEqual([])
    await offer(again).getByRole('button', { name: 'Khôi phục' }).click()
    await again.getByText('Đã khôi phục; xin kiểm tra rồi bấm Lưu.').waitFor()
    await expect.poll(() => again.locator('#field-summary').inputValue()).toBe('Gõ ở thẻ hai.')
    expect(await again.locator('#field-title').inputValue()).toBe('Thông báo lưu ở thẻ một')
    await keptText(again, 'Gõ ở thẻ hai.')
    await save(again)
    await nothingKept(again)
    const last = await closeTab(again, address)
    await last.locator('.approval__actions').waitFor()
    expect(await last.locator('#field-summary').inputValue()).toBe('Gõ ở thẻ hai.')
    expect(await offer(last).count()).toBe(0)
  })

  it('of two tabs is offered one after the other, the newest first', async () => {
    const [one, other, address] = await twoTabs('Thông báo gõ dở ở hai thẻ')
    await one.locator('#field-summary').fill('Gõ trước.')
    await keptText(one, 'Gõ trước.')
    await other.locator('#field-title').fill('Gõ sau')
    await keptText(other, 'Gõ sau')
    await one.close({ runBeforeUnload: false })
    const again = await closeTab(other, address)
    await offer(again).getByText('Mục đã thay đổi: Tiêu đề.').waitFor()
    await offer(again).getByRole('button', { name: 'Bỏ' }).click()
    await offer(again).getByText('Mục đã thay đổi: Tóm tắt.').waitFor()
    await offer(again).getByRole('button', { name: 'Bỏ' }).click()
    await nothingKept(again)
    expect(await offer(again).count()).toBe(0)
  })

  it('is offered at once after the document was loaded anew over it', async () => {
    const [one, other] = await twoTabs('Thông báo lưu ở thẻ khác')
    await one.locator('#field-title').fill('Thông báo đã lưu ở thẻ khác')
    await save(one)
    await other.evaluate(() => Object.assign(globalThis, { notReloaded: true }))
    await other.locator('#field-summary').fill('Gõ trên bản cũ.')
    await other.getByRole('button', { name: 'Tải lại tài liệu' }).click()
    await offer(other).getByText('Mục đã thay đổi: Tóm tắt.').waitFor()
    await offer(other).getByText('Văn bản đã được lưu lại từ khi gõ bản này').waitFor()
    await expect.poll(() => other.locator('#field-title').inputValue()).toBe('Thông báo đã lưu ở thẻ khác')
    expect(await other.locator('#field-summary').inputValue()).toBe('Lịch tiếp công dân.')
    // New input is stored beside the offered draft.
    await other.locator('#field-title').fill('Gõ tiếp sau khi tải lại')
    await keptText(other, 'Gõ tiếp sau khi tải lại')
    await offer(other).getByRole('button', { name: 'Khôi phục' }).click()
    await other.getByText('Đã khôi phục; xin kiểm tra rồi bấm Lưu.').waitFor()
    await expect.poll(() => other.locator('#field-summary').inputValue()).toBe('Gõ trên bản cũ.')
    expect(await other.locator('#field-title').inputValue()).toBe('Gõ tiếp sau khi tải lại')
    await save(other)
    await nothingKept(other)
    expect(await other.evaluate(() => 'notReloaded' in globalThis)).toBe(true)
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
    await next.getByText('Đã khôi phục; xin kiểm tra rồi bấm Lưu.').waitFor()
    await expect.poll(() => next.locator('#field-summary').inputValue()).toBe('Gõ khi phiên đã hết.')
  })

  it('of a new document is offered once more, and not after it was saved or given up', async () => {
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

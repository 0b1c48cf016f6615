import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { breaches, type Office, openOffice } from './support/office.ts'

const TITLE = 'Lịch tiếp công dân của phòng đọc'
const REASON = 'Thiếu giờ làm việc'

let office: Office
let id: string
beforeAll(async () => {
  office = await openOffice()
  id = await office.notice(TITLE)
  await office.act('author', id, 'submit')
  await office.act('editor', id, 'return', { reason: REASON })
})
afterEach(() => office.closeWindows())
afterAll(() => office.stop())

const trail = () => `${office.origin}/admin/trail`
const read = async (page: Page) => {
  await page.waitForSelector('.trail__entry')
  return page.textContent('.trail')
}

/** Opens the menu. A press before the page is alive does nothing, so it is pressed until the menu is open. */
const openMenu = (page: Page) =>
  vi.waitFor(
    async () => {
      if (await page.locator('.nav[inert], .nav [inert]').count())
        await page.locator('.nav-toggler:visible').first().click()
      await page.locator('.nav__link').first().hover({ timeout: 2_000 })
    },
    { timeout: 60_000, interval: 500 },
  )

it('an auditor reads in words who did what, and follows one document and one person', async () => {
  const page = await office.open('auditor')
  await page.goto(`${office.origin}/admin`)
  await openMenu(page)
  await page.click('.nav__link:has-text("Phòng đọc nhật ký")')
  await page.waitForURL(trail())
  expect(await read(page)).toContain(REASON)
  await page.fill('input[name=document]', 'phong doc')
  await page.keyboard.press('Enter')
  await page.waitForURL(/document=phong/)
  await page.waitForSelector('text=Có 2 việc.')
  await page.click('.trail__entry >> text=Chỉ xem văn bản này')
  await page.waitForSelector('.trail__chosen')
  expect(await page.textContent('.trail__chosen')).toContain(TITLE)
  expect(await page.textContent('.trail')).not.toMatch(/notices:|[0-9a-f]{24}/)
  await page.goBack()
  await page.waitForSelector('input[name=document]')
  expect(await page.inputValue('input[name=document]')).toBe('phong doc')
  await page.selectOption('select[name=type]', 'returned')
  await page.click('.trail__filters button[type=submit]')
  await page.waitForSelector('text=Có 1 việc.')
})

it('an auditor gets a spreadsheet of what was looked for', async () => {
  const page = await office.open('auditor')
  await page.goto(`${trail()}?document=phong+doc`)
  await read(page)
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('a[download]')])
  expect(download.suggestedFilename()).toMatch(/^nhat-ky-duyet-\d{4}-\d{2}-\d{2}\.csv$/)
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  expect(text).toContain(TITLE)
  expect(text.trim().split('\r\n')).toHaveLength(3)
})

it('an auditor verifies the logs with the keyboard, and is told in one sentence', async () => {
  const page = await office.open('auditor')
  await page.goto(trail())
  await read(page)
  await page.focus('.trail__verify button')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.trail__verdict')
  expect(await page.textContent('.trail__verdict')).toMatch(/^Không phát hiện sai lệch: đã kiểm tra .* việc của/)
})

it('is not there for others, who are told whom to ask, nor without a login', async () => {
  const page = await office.open('editor')
  await page.goto(trail())
  await page.waitForSelector('text=Trang này dành cho kiểm tra viên và lãnh đạo')
  expect(await page.$('.nav__link:has-text("Phòng đọc nhật ký")')).toBeNull()
  const stranger = await office.openAnonymous()
  await stranger.goto(trail())
  await stranger.waitForURL(/\/admin\/login/)
})

it.each([390, 1280])('can be used by everybody at %i pixels', async (width) => {
  const page = await office.open('auditor', width)
  for (const path of ['', '?document=phong+doc&type=returned', '?person=khong+ai']) {
    await page.goto(trail() + path)
    await page.waitForSelector('.trail [role=status] >> text=/việc/')
    expect([path, await breaches(page)]).toEqual([path, []])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  }
})

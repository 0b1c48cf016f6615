import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { FORBIDDEN_ENGLISH } from '../office/support/words.ts'
import { breaches, type Office, openOffice } from './support/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(() => office.closeWindows())
afterAll(() => office.stop())

/** Folder for screenshots; none are taken without it. */
const PICTURES = process.env.CONGBO_SCREENSHOTS && path.join(process.env.CONGBO_SCREENSHOTS, 'desk')
const picture = async (page: Page, name: string) => {
  if (!PICTURES) return
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`), fullPage: true })
}

const open = async (page: Page, part = '') => {
  await page.goto(`${office.origin}/admin/mail-desk${part ? `?part=${part}` : ''}`)
  await page.locator('.desk h1').waitFor()
}
const press = (page: Page, name: string) => page.locator('.desk').getByRole('button', { name, exact: true }).click()
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

const LIST = [
  'email,cadence,consent_time,consent_ip',
  'an@example.vn,immediate,2024-05-03 10:20:30,203.0.113.9',
  'binh@example.vn,daily,2024-05-03 10:20:30,203.0.113.9',
  'chi@example.vn,daily,,',
  '=cmd|calc!A1,daily,,',
].join('\r\n')

describe('the mail officer', () => {
  it('finds the desk in the navigation and imports a list, after a trial', async () => {
    const page = await office.open('mail')
    await page.goto(`${office.origin}/admin`)
    const link = page.locator('a.nav__link', { hasText: 'Bàn bản tin thư' })
    expect(await link.getAttribute('href')).toBe('/admin/mail-desk')
    await open(page, 'import')
    await page.getByLabel('Tệp CSV').setInputFiles({
      name: 'danh-sach.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(LIST),
    })
    await press(page, 'Xem thử')
    await page.getByText('Xem thử, chưa ghi gì.').waitFor()
    const numbers = () => page.locator('.desk__number dd').allTextContents()
    expect(await numbers()).toEqual(['2', '1', '0', '1', '0'])
    await picture(page, 'import-1280')
    await press(page, 'Nhập')
    await page.getByText('Đã nhập.').waitFor()
    expect(await numbers()).toEqual(['2', '1', '0', '1', '0'])
  })

  it('sees a mail before it is sent, on a telephone, and its links open nothing', async () => {
    const id = await office.notice('Lịch tiếp công dân tháng 12')
    await office.act('author', id, 'submit')
    await office.act('editor', id, 'approve')
    await office.act('head', id, 'approve')
    const page = await office.open('mail')
    await open(page, 'preview')
    await page.getByRole('button', { name: 'Xem thư b***@example.vn' }).first().click()
    const mail = page.frameLocator('.desk__phone')
    await mail.getByRole('link', { name: 'Lịch tiếp công dân tháng 12' }).click()
    expect(page.context().pages()).toHaveLength(1)
    expect(await mail.getByRole('link', { name: 'Lịch tiếp công dân tháng 12' }).count()).toBe(1)
    expect(await page.locator('.desk__text').textContent()).toContain('Lịch tiếp công dân tháng 12')
    await picture(page, 'preview-1280')
  })

  it('pauses digests with a reason and lets them go on', async () => {
    const page = await office.open('mail')
    await open(page)
    await press(page, 'Tạm dừng')
    await page.getByText('Xin ghi lý do, tối đa 1000 ký tự.').waitFor()
    await page.getByLabel('Bản tin', { exact: true }).selectOption('weekly')
    await page.getByLabel('Lý do (ghi vào sổ)').fill('Chờ sửa mẫu thư')
    await press(page, 'Tạm dừng')
    await page.getByText('Đã ghi vào sổ; mọi máy gửi thư làm theo ngay.').waitFor()
    await page.locator('.desk__alarms', { hasText: 'Bản tin hằng tuần đang tạm dừng' }).waitFor()
    await picture(page, 'paused-1280')
    await page.getByLabel('Bản tin', { exact: true }).selectOption('all')
    await page.getByLabel('Lý do (ghi vào sổ)').fill('Đã sửa')
    await press(page, 'Gửi tiếp')
    await page.getByText('Không có bản tin nào bị tạm dừng.').waitFor()
  })

  it('sees what was sent by a readable name, and settles what is unknown from a log', async () => {
    const page = await office.open('mail')
    await open(page)
    // The worker announces a publication within a minute; a round by hand need not wait for it.
    await expect
      .poll(async () => {
        await office.congbo('digest', '--cadence', 'immediate')
        await page.reload()
        await page.locator('.desk h2').first().waitFor()
        return page.locator('.desk__table th[scope=row]', { hasText: /^Tin gửi ngay \d\d\/\d\d\/\d{4}/ }).count()
      })
      .toBeGreaterThan(0)
    await picture(page, 'today-1280')
    await open(page, 'unknown')
    const log = 'Nov 24 07:30:01 mx postfix/smtpd[1]: connect from unknown[192.0.2.1]\nkhông phải nhật ký an@example.vn'
    await page.getByLabel('Nhật ký', { exact: true }).fill(log)
    await press(page, 'Xem thử')
    await page.getByText('2 dòng: 0 dòng về thư của ta, 1 dòng khác, 1 dòng không đọc được.').waitFor()
    expect(await page.locator('.desk__lines').textContent()).toBe('không phải nhật ký <…>')
    await picture(page, 'unknown-1280')
  })

  it('looks up an address by typing it', async () => {
    const page = await office.open('mail')
    await open(page, 'addresses')
    await page.getByLabel('Địa chỉ thư').fill('AN@example.vn')
    await page.keyboard.press('Enter')
    await page.getByText('Người này đang nhận bản tin.').waitFor()
    expect(await page.locator('[role=status]').allTextContents()).not.toContain('an@example.vn')
    await picture(page, 'addresses-1280')
  })
})

describe('a copy of the system', () => {
  it('says so on the home page of those who answer for mails, and is confirmed there with a reason', async () => {
    office.becomeCopy()
    const author = await office.open('author')
    await author.goto(`${office.origin}/admin`)
    await author.locator('h1').first().waitFor()
    expect(await author.locator('.copy-notice').count()).toBe(0)

    const page = await office.open('mail', 390)
    await page.goto(`${office.origin}/admin`)
    const notice = page.locator('.copy-notice')
    await notice.getByText('Chưa gửi thư: hệ thống này có thể là bản sao').waitFor()
    expect(await breaches(page, '.copy-notice')).toEqual([])
    await expect.poll(() => overflow(page)).toBe(0)
    const confirm = notice.getByRole('button', { name: 'Đây là hệ thống chính thức, gửi thư trở lại' })
    await confirm.click()
    await notice.getByText('Xin ghi lý do').waitFor()
    await picture(page, 'copy-390')
    await notice.getByLabel('Lý do, ghi vào nhật ký').fill('Máy cũ đã hỏng')
    await confirm.click()
    await notice.getByText('Đã xác nhận').waitFor()
    await page.reload()
    await page.locator('h1').first().waitFor()
    expect(await notice.count()).toBe(0)
  })
})

describe('who may see it', () => {
  it('an auditor looks and changes nothing; an author is told whom to ask', async () => {
    const auditor = await office.open('auditor')
    await open(auditor)
    await auditor.getByRole('heading', { name: 'Tạm dừng và gửi tiếp' }).waitFor()
    expect(await auditor.locator('.desk__part').allTextContents()).toEqual([
      'Hôm nay, tuần này',
      'Thư bị từ chối',
      'Tăng trưởng',
    ])
    expect(await auditor.locator('.desk').getByRole('button').count()).toBe(0)
    const author = await office.open('author')
    await author.goto(`${office.origin}/admin/mail-desk`)
    await author.getByText('Bạn không có quyền xem mục này').waitFor()
    expect(await author.locator('a.nav__link', { hasText: 'Bàn bản tin thư' }).count()).toBe(0)
  })
})

describe.each([1280, 390])('at %i pixels', (width) => {
  it.each(['', 'refusals', 'growth', 'preview', 'unknown', 'addresses', 'import'])(
    'the part “%s” breaks no rule of WCAG 2.2 AA, fits the width and speaks Vietnamese',
    async (part) => {
      const page = await office.open('mail', width)
      await open(page, part)
      await page.locator('.desk h2').first().waitFor()
      await picture(page, `${part || 'today'}-${width}-plain`)
      expect(await breaches(page, '.desk')).toEqual([])
      await expect.poll(() => overflow(page)).toBe(0)
      // Names of columns and of logs are quoted; the entries of mails are what people wrote.
      const own = (await page.locator('.desk').innerText()).replace(/“[^”]*”/g, '').toLowerCase()
      // Syllables with diacritics fall apart here; what is left whole must be no English.
      const words = own.match(/[a-z]+/g) ?? []
      expect(words.filter((word) => word.length > 3 && FORBIDDEN_ENGLISH.has(word))).toEqual([])
    },
  )
})

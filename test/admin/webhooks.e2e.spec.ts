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
const PICTURES = process.env.CONGBO_SCREENSHOTS && path.join(process.env.CONGBO_SCREENSHOTS, 'webhooks')
const picture = async (page: Page, name: string) => {
  if (!PICTURES) return
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`), fullPage: true })
}

const panel = (page: Page) => page.locator('.webhook-standing')

describe('an administrator', () => {
  it('adds a receiver, tries it and gets its secret once, in Vietnamese words', async () => {
    const page = await office.open('admin')
    await page.goto(`${office.origin}/admin/collections/webhooks/create`)
    await page.fill('#field-name', 'Website của tỉnh')
    await page.fill('#field-url', 'https://nobody.invalid/nhan-tin')
    await panel(page).getByText('Lưu xong sẽ thấy').waitFor()
    await page.click('#action-save')
    await page.waitForURL(/webhooks\/[0-9a-f]{24}/)
    await panel(page).getByText('Chưa gửi tin nào.').waitFor()
    await panel(page).getByText('Không còn việc nào chờ gửi.').waitFor()

    await panel(page).getByRole('button', { name: 'Gửi thử' }).click()
    await panel(page).getByText('Tin thử chưa đến nơi.').waitFor()
    expect(await breaches(page)).toEqual([])

    await panel(page).getByRole('button', { name: 'Cấp khóa ký mới' }).click()
    await panel(page).getByRole('button', { name: 'Cấp khóa mới' }).click()
    const secret = panel(page).getByLabel('Khóa ký mới')
    await secret.waitFor()
    expect(await secret.inputValue()).toMatch(/^whsec_/)
    await panel(page).getByText('Khóa ký cũ còn dùng được đến').waitFor()
    expect(await breaches(page)).toEqual([])
    const words = (await panel(page).innerText()).toLowerCase().match(/[a-z]+/g) ?? []
    // Syllables with diacritics fall apart here; what is left whole must be no English.
    expect(words.filter((word) => word.length > 3 && FORBIDDEN_ENGLISH.has(word))).toEqual([])
    await picture(page, 'form')

    await page.reload()
    await panel(page).getByText('Chưa gửi tin nào.').waitFor()
    expect(await panel(page).getByLabel('Khóa ký mới').count()).toBe(0)
    await page.goto(`${office.origin}/admin/collections/webhooks`)
    await page.getByText('Website của tỉnh').waitFor()
    await picture(page, 'list')
  })

  it('is told at the field what is wrong with an address', async () => {
    const page = await office.open('admin')
    await page.goto(`${office.origin}/admin/collections/webhooks/create`)
    await page.fill('#field-name', 'Máy trong cơ quan')
    await page.fill('#field-url', 'https://10.0.0.7/nhan-tin')
    await page.click('#action-save')
    await page.getByText('Địa chỉ này thuộc mạng nội bộ nên không gửi').first().waitFor()
    expect(await page.inputValue('#field-url')).toBe('https://10.0.0.7/nhan-tin')
  })
})

it('others do not see that there are webhooks', async () => {
  const page = await office.open('head')
  await page.goto(`${office.origin}/admin`)
  await page.locator('nav').first().waitFor()
  expect(await page.getByText('Nơi nhận tin tự động').count()).toBe(0)
})

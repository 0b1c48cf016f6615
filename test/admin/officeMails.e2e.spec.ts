import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { alive } from '../office/support/form.ts'
import { breaches, type Office, openOffice } from './support/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(() => office.closeWindows())
afterAll(() => office.stop())

const PICTURES = process.env.CONGBO_SCREENSHOTS && path.join(process.env.CONGBO_SCREENSHOTS, 'officeMails')
const picture = async (page: Page, name: string) => {
  if (!PICTURES) return
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`), fullPage: true })
}

/** The mail with this subject, once it was written to a file. @returns its text */
const mailOf = async (page: Page, subject: string): Promise<string> => {
  const link = page.getByRole('link', { name: subject, exact: true })
  await expect
    .poll(
      async () => {
        await page.goto(`${office.origin}/admin-mail`)
        return link.count()
      },
      { timeout: 90_000, interval: 1_000 },
    )
    .toBe(1)
  await link.click()
  return page.locator('pre').innerText()
}

describe('a mail to an officer', () => {
  it('leaves within seconds when it is urgent, and its link opens the text after logging in', async () => {
    const id = await office.notice('Cảnh báo mưa lớn')
    await office.act('head', id, 'publish-urgently', { reason: 'Mưa lớn trong đêm' })
    const text = await mailOf(await office.open('admin'), 'Đã công bố khẩn: Cảnh báo mưa lớn')
    const link = /http:\/\/\S+\/admin\/review\/\S+/.exec(text)![0]
    expect(link).toBe(`${office.origin}/admin/review/notices/${id}`)
    const page = await office.openAnonymous()
    await page.goto(link)
    await page.waitForURL(/\/admin\/login\?redirect=/)
    await page.locator('#field-email').fill('deputy@demo.local')
    await page.locator('#field-password').fill('congbo-demo')
    await page.locator('button[type=submit]').click()
    await page.waitForURL(link)
    await page.locator('.approval').getByText('Mưa lớn trong đêm').first().waitFor()
  })
})

describe('the account', () => {
  it.each([1280, 390])('lets a person choose their mails with the keyboard, at %i pixels', async (width) => {
    const page = await office.open('editor', width)
    await page.goto(`${office.origin}/admin/account`)
    await alive(page)
    const choice = page.locator('#field-mails input').first()
    await choice.scrollIntoViewIfNeeded()
    await picture(page, `account-${width}`)
    expect(await breaches(page)).toEqual([])
    await choice.focus()
    await page.keyboard.type('Không nhận')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Lưu', exact: true }).first().click()
    const headers = { origin: office.origin }
    const me = async () => {
      const answer = await page.request.get(`${office.origin}/api/users/me`, { headers })
      return ((await answer.json()) as { user: { id: string; mails: string } }).user
    }
    await expect.poll(async () => (await me()).mails).toBe('none')
    await picture(page, `account-saved-${width}`)
    await page.request.patch(`${office.origin}/api/users/${(await me()).id}`, { headers, data: { mails: 'all' } })
  })
})

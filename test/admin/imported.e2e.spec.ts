import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { breaches, type Office, openOffice } from './support/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  await office.congbo('import', 'test/importer/fixtures/whole.txt')
})
afterEach(() => office.closeWindows())
afterAll(() => office.stop())

const page = async (person: 'head' | 'author', width = 1280) => {
  const window = await office.open(person, width)
  await window.goto(`${office.origin}/admin/imported`)
  return window
}

it.each([1280, 390])('imported texts can be read and chosen by everybody at %i pixels', async (width) => {
  const window = await page('head', width)
  await window.locator('.batch__item').first().waitFor()
  expect(await breaches(window)).toEqual([])
  const overflow = () =>
    window.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await expect.poll(overflow).toBeLessThanOrEqual(0)
})

it('a head approves them together with the keyboard, and is told how many are public', async () => {
  const window = await page('head')
  await window.locator('.batch__item').first().waitFor()
  expect(await window.textContent('.batch__item')).toContain('Đã công khai từ 17/09/2024')
  const send = window.getByRole('button', { name: 'Duyệt và công bố 1 văn bản' })
  await window.getByRole('checkbox', { name: 'Chọn tất cả trong trang này' }).press('Space')
  await expect.poll(() => window.getByText('Đã chọn 0 trên 1').count()).toBe(1)
  await window.getByRole('checkbox', { name: /112\/KH-UBND/ }).press('Space')
  await send.press('Enter')
  const dialog = window.getByRole('dialog')
  expect(await dialog.textContent()).toMatch(/Mã danh sách: [0-9a-f]{64}/)
  await dialog.getByRole('button', { name: 'Duyệt và công bố' }).press('Enter')
  await window.getByText('Đã công bố 1 văn bản.').waitFor()
  await window.getByText('Không có bản nhập nào chờ duyệt.').waitFor()
  expect(await window.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('status')
})

it('others are told who may', async () => {
  const window = await page('author')
  await window.getByText('Chỉ lãnh đạo ban biên tập được duyệt').waitFor()
  expect(await window.locator('.batch__item').count()).toBe(0)
})

import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { breaches, type Office, openOffice } from './support/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(() => office.closeWindows())
afterAll(() => office.stop())

it('an editor takes the royalties of a period along as a table', async () => {
  const page = await office.open('editor')
  const data = {
    title: 'Tin có nhuận bút',
    date: '2026-03-05',
    contributors: [{ name: 'Lê Thị Hoa', royalty: 200_000 }],
  }
  const headers = { origin: office.origin }
  expect((await page.request.post(`${office.origin}/api/bulletins`, { data, headers })).status()).toBe(201)
  await page.goto(`${office.origin}/admin/collections/bulletins`)
  await page.getByText('Bảng nhuận bút', { exact: true }).click()
  await page.getByLabel('Từ ngày').fill('2026-03-31')
  await page.getByLabel('Đến ngày').fill('2026-03-01')
  await page.getByRole('button', { name: 'Tải bảng nhuận bút' }).click()
  await page.getByText('Chưa tải được; xin chọn hai ngày').waitFor()
  await page.getByLabel('Từ ngày').fill('2026-03-01')
  await page.getByLabel('Đến ngày').fill('2026-03-31')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải bảng nhuận bút' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('nhuan-but-2026-03-01-2026-03-31.csv')
  expect(await readFile(await file.path(), 'utf8')).toContain('2026-03-05,Tin có nhuận bút,Bản nháp,Lê Thị Hoa,200000')
  expect(await breaches(page)).toEqual([])
})

it('an author is shown no table of royalties', async () => {
  const page = await office.open('author')
  await page.goto(`${office.origin}/admin/collections/bulletins`)
  await page.getByRole('heading', { name: 'Tin, bản tin' }).waitFor()
  expect(await page.getByText('Bảng nhuận bút').count()).toBe(0)
})

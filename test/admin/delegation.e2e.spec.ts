import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { listDay } from '../../lib/text/dates.ts'
import { dayOf } from '../../lib/time/periods.ts'
import { breaches, button, type Office, openOffice, said } from './support/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(() => office.closeWindows())
afterAll(() => office.stop())

/** A day from now, as the control takes it. */
const inDays = (days: number): string =>
  `${new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10)}T17:00`

it.each([1280, 390])('workflows and people are shown in words, at %i pixels', async (width) => {
  await office.act('author', await office.notice(`Thông báo chờ ${width}`), 'submit')
  const head = await office.open('head', width)
  await head.goto(`${office.origin}/admin`)
  await head.goto(`${office.origin}/admin/office`)
  await head.getByRole('heading', { name: 'Quy trình duyệt thông báo' }).waitFor()
  await head
    .getByText(/văn bản đang chờ/)
    .first()
    .waitFor()
  await head.getByRole('heading', { name: 'Ai được làm gì' }).waitFor()
  expect(await head.locator('main').textContent()).not.toMatch(/[0-9a-f]{24}|undefined|\bhead\b/)
  expect(await breaches(head)).toEqual([])
})

it('a head delegates in the form, and the delegate approves in their place until it is ended', async () => {
  const id = await office.notice('Thông báo khi lãnh đạo đi vắng')
  await office.act('author', id, 'submit')
  await office.act('editor', id, 'approve')
  const head = await office.open('head')
  await head.goto(`${office.origin}/admin/collections/delegations/create`)
  await head.locator('#field-to .rs__control').click()
  await head.locator('.rs__option').filter({ hasText: 'Phạm Thu Dung' }).click()
  await head.locator('#field-steps .rs__control').click()
  await head.locator('.rs__option').filter({ hasText: 'Lãnh đạo duyệt' }).click()
  await head.locator('#field-authority').fill('15/QĐ-BBT ngày 30/11/2026')
  await head.locator('#field-validTo').fill(inDays(10))
  expect(await breaches(head)).toEqual([])
  const saved = head.waitForResponse(
    (one) => one.request().method() === 'POST' && one.url().includes('/api/delegations'),
  )
  await head.locator('#action-save:enabled').click()
  expect((await saved).status()).toBe(201)
  await head.waitForURL(/delegations\/[0-9a-f]{24}/)

  const deputed = await office.open('secretary')
  await deputed.goto(`${office.origin}/admin`)
  await deputed.locator('.tasks').getByRole('link', { name: 'Thông báo khi lãnh đạo đi vắng' }).click()
  await deputed.getByText('Bạn ký thay Nguyễn Văn Giang (KT. Trưởng Ban biên tập).').waitFor()
  expect(await breaches(deputed)).toEqual([])
  await button(deputed, 'Duyệt và công bố Thông báo khi lãnh đạo đi vắng').click()
  await deputed.getByRole('dialog').getByRole('button', { name: 'Duyệt và công bố' }).click()
  await said(deputed).getByText('Đã duyệt; văn bản đã được công bố.').waitFor()
  await deputed.getByText('KT. Trưởng Ban biên tập, Thư ký Ban biên tập').first().waitFor()

  await head.getByRole('button', { name: 'Chấm dứt ủy quyền' }).click()
  await head.getByText('Ủy quyền đã hết hiệu lực.').waitFor()
  const other = await office.notice('Thông báo sau khi chấm dứt')
  await office.act('author', other, 'submit')
  await office.act('editor', other, 'approve')
  await deputed.goto(office.address(other))
  await deputed.locator('.approval__actions').waitFor()
  expect(await button(deputed, 'Duyệt').count()).toBe(0)
})

it('a head writes that they are away; their desk says so with the way to delegate, and so does the list of people', async () => {
  const shown = (days: number) => listDay(dayOf(new Date(Date.now() + days * 24 * 3_600_000)))
  const page = await office.open('deputy', 390)
  await page.goto(`${office.origin}/admin/account`)
  await page.locator('#action-save').waitFor()
  for (const [field, day] of [
    ['absentFrom', shown(0)],
    ['absentUntil', shown(5)],
  ] as const) {
    await page.locator(`#field-${field}`).fill(day)
    await page.locator(`#field-${field}`).blur()
  }
  const saved = page.waitForResponse((one) => one.request().method() === 'PATCH' && one.url().includes('/api/users'))
  await page.locator('#action-save:enabled').click()
  expect((await saved).status()).toBe(200)
  await page.goto(`${office.origin}/admin`)
  const line = page.locator('.tasks__away')
  await line.getByText(`Bạn đang ghi vắng mặt đến ${shown(5)}.`).waitFor()
  expect(await breaches(page)).toEqual([])
  await line.getByRole('link', { name: 'Ủy quyền' }).click()
  await page.locator('#field-authority').waitFor()
  await page.goto(`${office.origin}/admin/office`)
  await page.getByText(`Vắng mặt đến ${shown(5)}`).waitFor()
  expect(await breaches(page)).toEqual([])
})

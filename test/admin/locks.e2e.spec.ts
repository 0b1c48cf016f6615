import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { breaches, button, type Office, openOffice, said } from './support/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(() => office.closeWindows())
afterAll(() => office.stop())

const locksOf = async (page: Page, id: string): Promise<number | undefined> => {
  const locks = `${office.origin}/api/payload-locked-documents?where[document.value][equals]=${id}`
  const answer = await page.request.get(locks, { headers: { origin: office.origin } })
  return ((await answer.json()) as { totalDocs?: number }).totalDocs
}

/** Creates a notice that the author has open and changed. Returns its id. */
const openElsewhere = async (title: string): Promise<string> => {
  const id = await office.notice(title)
  const author = await office.open('author')
  await author.goto(office.address(id))
  await author.locator('.approval__actions').waitFor()
  await author.locator('#field-summary').fill('Đang sửa.')
  await expect.poll(() => locksOf(author, id), { timeout: 30_000 }).toBe(1)
  return id
}

describe('a document that somebody else is changing', () => {
  it.each([1280, 390])('says who, by name, and since when, in Vietnamese, at %i pixels', async (width) => {
    const id = await openElsewhere(`Thông báo đang sửa ${width}`)
    const editor = await office.open('editor', width)
    await editor.goto(office.address(id))
    const dialog = editor.getByRole('dialog').filter({ hasText: 'Người khác đang sửa mục này' })
    await dialog.getByText('Sơn Thị Hạnh', { exact: true }).waitFor()
    await dialog.getByText(/^\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}$/).waitFor()
    expect(await dialog.textContent()).not.toMatch(/[0-9a-f]{24}|[AP]M/)
    expect(await breaches(editor)).toEqual([])
  })
})

describe('a document that its author has submitted', () => {
  it('is open for the editor though the author stays on the page', async () => {
    const id = await office.notice('Thông báo trình xong còn mở')
    const author = await office.open('author')
    await author.goto(office.address(id))
    await author.locator('#field-summary').fill('Lịch mới.')
    await expect.poll(() => locksOf(author, id), { timeout: 30_000 }).toBe(1)
    await author.locator('#action-save:enabled').click()
    await button(author, 'Trình duyệt').and(author.locator(':enabled')).click()
    await said(author).getByText('Đã trình duyệt.').waitFor()
    expect(await locksOf(author, id)).toBe(0)

    const editor = await office.open('editor')
    await editor.goto(office.address(id))
    await button(editor, 'Chuyển bước tiếp').waitFor()
    expect(await editor.getByText('Người khác đang sửa mục này').count()).toBe(0)
    await editor.locator('#field-summary').fill('Lịch tiếp công dân năm 2027.')
    await editor.locator('#action-save:enabled').click()
    await button(editor, 'Chuyển bước tiếp').and(editor.locator(':enabled')).click()
    await button(editor, 'Chuyển bước tiếp').click()
    await said(editor).getByText('Đã chuyển sang bước tiếp.').waitFor()
    expect((await office.view('editor', id)).seq).toBe(2)
    expect(await locksOf(editor, id)).toBe(0)
  })
})

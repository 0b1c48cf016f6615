import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { breaches, type Office, openOffice } from './support/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(() => office.closeWindows())
afterAll(() => office.stop())

/** Creates a notice that the author has open and changed. Returns its id. */
const openElsewhere = async (title: string): Promise<string> => {
  const id = await office.notice(title)
  const author = await office.open('author')
  await author.goto(office.address(id))
  await author.locator('.approval__actions').waitFor()
  await author.locator('#field-summary').fill('Đang sửa.')
  const locks = `${office.origin}/api/payload-locked-documents?where[document.value][equals]=${id}`
  const locked = async () => {
    const answer = await author.request.get(locks, { headers: { origin: office.origin } })
    return ((await answer.json()) as { totalDocs?: number }).totalDocs
  }
  await expect.poll(locked, { timeout: 30_000 }).toBe(1)
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

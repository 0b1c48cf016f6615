import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { breaches, button, type Office, openOffice, type Person } from './support/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(() => office.closeWindows())
afterAll(() => office.stop())

const node = (type: string, children: object[], more: object = {}) => ({
  type,
  version: 1,
  format: '',
  indent: 0,
  direction: 'ltr',
  children,
  ...more,
})
const words = (text: string) =>
  node('paragraph', [{ type: 'text', text, format: 0, style: '', mode: 'normal', detail: 0, version: 1 }])
const row = (headerState: number, ...cells: string[]) =>
  node(
    'tablerow',
    cells.map((cell) => node('tablecell', [words(cell)], { headerState, colSpan: 1, rowSpan: 1 })),
  )
/** A text with a table wider than a phone. */
const plan = (deadline: string) => ({
  root: node('root', [
    words('Phân công thực hiện:'),
    node('table', [
      row(1, 'Nhiệm vụ', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Nguồn kinh phí', 'Thời hạn hoàn thành'),
      row(0, 'Tập huấn hòa giải viên', 'Sở Tư pháp', 'UBND phường, xã', 'Ngân sách tỉnh', deadline),
    ]),
  ]),
})

const save = async (person: Person, id: string, data: object) => {
  const page = await office.open(person)
  const answer = await page.request.patch(`${office.origin}/api/notices/${id}?locale=vi`, {
    data,
    headers: { origin: office.origin },
  })
  expect(answer.status()).toBe(200)
  await page.close()
}

/** Creates a notice with a table, by the author. */
const notice = async (title: string) => {
  const id = await office.notice(title)
  await save('author', id, { body: plan('30/6/2027') })
  return id
}

const readFrozen = async (page: Page, id: string) => {
  await page.goto(office.address(id))
  await button(page, 'Xem văn bản đã chốt').click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('.frozen__rich').waitFor()
  return dialog
}

describe.each([1280, 390])('the frozen text at a width of %i', (width) => {
  it('shows a table as the public will see it', async () => {
    const id = await notice('Thông báo có bảng')
    await office.act('author', id, 'submit')
    const page = await office.open('head', width)
    const dialog = await readFrozen(page, id)
    expect(await dialog.locator('th').allInnerTexts()).toContain('Thời hạn hoàn thành')
    expect(await dialog.locator('td').allInnerTexts()).toContain('30/6/2027')
    expect(await breaches(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
  })
})

describe('the frozen text at the edit step', () => {
  it('shows what will be passed on once the editor changed it, and says which text is which', async () => {
    const id = await notice('Thông báo được biên tập')
    await office.act('author', id, 'submit')
    const editor = await office.open('editor')
    const same = await readFrozen(editor, id)
    await same.getByText(/bản làm việc chưa có gì khác/).waitFor()
    await save('editor', id, { body: plan('15/7/2027') })
    const dialog = await readFrozen(editor, id)
    await dialog.getByText(/Đây là nội dung sẽ được chốt lại và chuyển đi/).waitFor()
    expect(await dialog.locator('td').allInnerTexts()).toContain('15/7/2027')
    await dialog.getByLabel('Nội dung lúc trình').check()
    await dialog.getByText(/chuyển bước tiếp sẽ chuyển bản đã sửa, không phải nội dung này/).waitFor()
    expect(await dialog.locator('td').allInnerTexts()).toContain('30/6/2027')
    expect(await breaches(editor)).toEqual([])
  })
})

describe('the versions of a notice', () => {
  it('name people, tell the time of Vietnam, and call public only what is', async () => {
    const id = await notice('Thông báo nhiều phiên bản')
    await office.act('author', id, 'submit')
    await office.act('editor', id, 'approve')
    await office.act('head', id, 'approve')
    await save('author', id, { body: plan('30/8/2027') })
    const page = await office.open('author', 390)
    await page.goto(`${office.address(id)}/versions`)
    await page.locator('.saved__line').first().waitFor()
    const lines = await page.locator('.saved__line').allInnerTexts()
    expect(lines).toHaveLength(3)
    for (const line of lines) expect(line).toMatch(/^Phiên bản số \d\n\d\d\/\d\d\/\d{4} \d\d:\d\d · \p{L}+ \p{L}+/u)
    expect(lines[0]).toContain('Chưa trình duyệt')
    expect(lines.map((line) => line.includes('Đang công bố (bản công bố số 1)'))).toEqual([false, true, false])
    expect(await breaches(page)).toEqual([])

    await page.locator('.saved__link').first().click()
    await page.locator('.saved__field').first().waitFor()
    expect(await page.locator('.saved__text del').allInnerTexts()).toEqual(['30/6/2027'])
    expect(await page.locator('.saved__text ins').allInnerTexts()).toEqual(['30/8/2027'])
    const all = await page.locator('body').innerText()
    expect(all).not.toMatch(/[0-9a-f]{24}|GMT|UTC|xuất bản/i)
    expect(await breaches(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
  })

  it('can be restored, which changes nothing public', async () => {
    const id = await notice('Thông báo để khôi phục')
    const page = await office.open('author')
    await page.goto(`${office.address(id)}/versions/1`)
    await page.getByRole('button', { name: 'Khôi phục phiên bản này' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Khôi phục phiên bản này' }).click()
    await page.waitForURL(office.address(id))
    await page.goto(`${office.address(id)}/versions`)
    await page.locator('.saved__line').first().waitFor()
    expect(await page.locator('.saved__line').count()).toBe(3)
    expect((await office.view('author', id)).state).toBe('draft')
  })

  it('that do not exist are said to be none', async () => {
    const id = await office.notice('Thông báo một phiên bản')
    const page = await office.open('author')
    await page.goto(`${office.address(id)}/versions/99`)
    await page.getByText('Không có phiên bản này; xin chọn lại trong danh sách.').waitFor()
  })
})

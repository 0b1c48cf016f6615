import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { button, type Office, openOffice, said } from './support/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(() => office.closeWindows())
afterAll(() => office.stop())

describe('a notice on its way to the public', () => {
  it('goes from the author over the editor to the head, who publishes it', async () => {
    const author = await office.open('author')
    await author.goto(`${office.origin}/admin/collections/notices/create`)
    await author.locator('.approval').getByText('Xin lưu văn bản trước').waitFor()
    await author.locator('#field-title').fill('Thông báo lịch tiếp công dân tháng 12')
    await author.locator('[data-lexical-editor]').click()
    await author.keyboard.type('Sở Tư pháp tiếp công dân vào thứ Năm hằng tuần.')
    await author.locator('#action-save').click()
    await author.waitForURL(/notices\/[0-9a-f]{24}/)
    await button(author, 'Trình duyệt').click()
    await said(author).getByText('Đã trình duyệt.').waitFor()
    await author.locator('#field-title:disabled').waitFor()
    expect(await author.locator('#action-save').count()).toBe(0)
    const id = author.url().match(/[0-9a-f]{24}/)![0]

    const editor = await office.open('editor')
    await editor.goto(`${office.origin}/admin`)
    await editor.locator('.tasks').getByRole('link', { name: 'Thông báo lịch tiếp công dân tháng 12' }).click()
    await editor.getByRole('link', { name: 'Mở để sửa' }).click()
    await button(editor, 'Chuyển bước tiếp').click()
    await editor.getByLabel('Ghi chú (không bắt buộc)').fill('Đã đối chiếu lịch.')
    await button(editor, 'Chuyển bước tiếp').click()
    await said(editor).getByText('Đã chuyển sang bước tiếp.').waitFor()

    const head = await office.open('head')
    await head.goto(office.address(id))
    await button(head, 'Duyệt').click()
    await button(head, 'Duyệt').click()
    const dialog = head.getByRole('dialog', { name: 'Duyệt lần cuối văn bản này?' })
    expect(await dialog.isVisible()).toBe(true)
    expect((await office.view('head', id)).state).toBe('in_review')
    await dialog.getByRole('button', { name: 'Duyệt lần cuối' }).click()
    await said(head).getByText('Đã duyệt; văn bản đã được công bố.').waitFor()
    expect(await head.locator('.approval__state').textContent()).toBe('Đã công bố')
    const { state, url, timeline } = await office.view('head', id)
    expect(state).toBe('published')
    expect(await head.getByRole('link', { name: 'Xem trên trang công khai' }).getAttribute('href')).toContain(url)
    expect(timeline.map(({ type }) => type)).toEqual(['submitted', 'passed', 'approved', 'published'])
    expect(await head.locator('.approval__event').allTextContents()).toEqual([
      expect.stringContaining('Công bố'),
      expect.stringContaining('Duyệt'),
      expect.stringContaining('Đã đối chiếu lịch.'),
      expect.stringContaining('Trình duyệt'),
    ])
  })

  it('comes back to its author with the reason, and stands among their tasks', async () => {
    const id = await office.notice('Thông báo trả lại để sửa')
    await office.act('author', id, 'submit')
    const editor = await office.open('editor')
    await editor.goto(office.address(id))
    await button(editor, 'Trả lại để sửa').click()
    await button(editor, 'Trả lại để sửa').click()
    await editor.getByText('Xin ghi lý do trước khi gửi.').waitFor()
    expect((await office.view('editor', id)).state).toBe('in_review')
    const reason = 'Thiếu địa điểm tiếp công dân.'
    await editor.getByLabel('Lý do').fill(reason)
    await button(editor, 'Trả lại để sửa').click()
    await said(editor).getByText('Đã trả lại.').waitFor()

    const author = await office.open('author')
    await author.goto(`${office.origin}/admin`)
    const mine = author.getByRole('region', { name: /Trả lại cho tôi/ })
    await mine.getByRole('link', { name: 'Thông báo trả lại để sửa' }).click()
    await author.locator('.approval__event--returned').getByText(reason).waitFor()
    await author.locator('#field-title:enabled').waitFor()
  })

  it('tells the public what its author says has changed', async () => {
    const id = await office.notice('Thông báo sẽ sửa')
    await office.act('author', id, 'submit')
    await office.act('editor', id, 'approve')
    await office.act('head', id, 'approve')
    const author = await office.open('author')
    await author.goto(office.address(id))
    await author.locator('#field-title').fill('Thông báo đã sửa')
    await author.locator('#action-save').click()
    await button(author, 'Trình duyệt').click()
    await author.getByLabel('Nội dung thay đổi (không bắt buộc)').fill('Sửa số điện thoại.')
    await button(author, 'Trình duyệt').click()
    await said(author).getByText('Đã trình duyệt.').waitFor()
    await office.act('editor', id, 'approve')
    const { timeline } = await office.act('head', id, 'approve')
    expect(timeline.at(-1)).toMatchObject({ type: 'published', changeNote: 'Sửa số điện thoại.' })
  })

  it('leaves the public site only after its head says so twice', async () => {
    const id = await office.notice('Thông báo sẽ rút')
    await office.act('author', id, 'submit')
    await office.act('editor', id, 'approve')
    await office.act('head', id, 'approve')
    const head = await office.open('head')
    await head.goto(office.address(id))
    await button(head, 'Rút văn bản').click()
    await head.getByLabel('Lý do').fill('Lịch đã thay đổi.')
    await button(head, 'Rút văn bản').click()
    await head.getByRole('dialog').getByRole('button', { name: 'Quay lại' }).click()
    expect((await office.view('head', id)).state).toBe('published')
    expect(await head.getByLabel('Lý do').inputValue()).toBe('Lịch đã thay đổi.')
    await button(head, 'Rút văn bản').click()
    await head.getByRole('dialog').getByRole('button', { name: 'Rút văn bản' }).click()
    await said(head).getByText('Đã rút văn bản.').waitFor()
    expect((await office.view('head', id)).state).toBe('withdrawn')
  })
})

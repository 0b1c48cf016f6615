import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { button, type Office, openOffice, said } from './support/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(() => office.closeWindows())
afterAll(() => office.stop())

describe('the panel', () => {
  it('says why somebody may not act', async () => {
    const id = await office.notice('Thông báo chờ biên tập')
    await office.act('author', id, 'submit')
    const head = await office.open('head')
    await head.goto(office.address(id))
    await head
      .locator('.approval__notice')
      .getByText(/Bước .*do người khác giải quyết/)
      .waitFor()
    expect(await head.locator('.approval__actions > .approval__buttons button').count()).toBe(0)
    await head.getByText(/Việc bạn chưa làm được/).click()
    await head
      .locator('.approval__reasons')
      .getByText('Văn bản không ở trạng thái công bố nên không có gì để rút.')
      .waitFor()
  })

  it('tells who was faster, shows what is true now and keeps what was typed', async () => {
    const id = await office.notice('Thông báo có hai người duyệt')
    await office.act('author', id, 'submit')
    const editor = await office.open('editor')
    await editor.goto(office.address(id))
    await button(editor, 'Trả lại để sửa').click()
    await editor.getByLabel('Lý do').fill('Thiếu giờ tiếp.')
    await office.act('author', id, 'recall')
    await office.act('author', id, 'submit')
    // The response is held back until the test releases it, as on a slow connection.
    let arrive = () => {}
    const arriving = new Promise<void>((resolve) => {
      arrive = resolve
    })
    await editor.route(`**/api/workflow/notices/${id}`, async (route) => {
      await arriving
      await route.continue()
    })
    await button(editor, 'Trả lại để sửa').click()
    const note = editor.locator('.approval__failure')
    await note
      .getByText(/Lê|Soạn|Rút lại bản trình/)
      .first()
      .waitFor()
    expect(await note.locator('li').allTextContents()).toEqual([
      expect.stringContaining('Rút lại bản trình'),
      expect.stringContaining('Trình duyệt'),
    ])
    expect(await editor.getByLabel('Lý do').inputValue()).toBe('Thiếu giờ tiếp.')
    expect(await button(editor, 'Đang gửi…').isDisabled()).toBe(true)
    arrive()
    await button(editor, 'Trả lại để sửa').click()
    await said(editor).getByText('Đã trả lại.').waitFor()
  })

  it('keeps the reason when the server cannot be reached, and over a reload', async () => {
    const id = await office.notice('Thông báo khi mất mạng')
    await office.act('author', id, 'submit')
    const editor = await office.open('editor')
    await editor.goto(office.address(id))
    await button(editor, 'Không duyệt').click()
    await editor.getByLabel('Lý do').fill('Trùng với thông báo trước.')
    await editor.context().setOffline(true)
    await button(editor, 'Không duyệt').click()
    await editor.getByText('Không kết nối được với máy chủ.').waitFor()
    expect(await editor.getByLabel('Lý do').inputValue()).toBe('Trùng với thông báo trước.')
    await editor.context().setOffline(false)
    await editor.reload()
    await button(editor, 'Không duyệt').click()
    expect(await editor.getByLabel('Lý do').inputValue()).toBe('Trùng với thông báo trước.')
    await button(editor, 'Không duyệt').click()
    await said(editor).waitFor()
    expect((await office.view('editor', id)).timeline.at(-1)).toMatchObject({
      type: 'refused',
      reason: 'Trùng với thông báo trước.',
    })
  })

  it('says that the login has expired, and goes on after another one', async () => {
    const id = await office.notice('Thông báo khi hết phiên')
    await office.act('author', id, 'submit')
    const editor = await office.open('editor')
    await editor.goto(office.address(id))
    await button(editor, 'Trả lại để sửa').click()
    await editor.getByLabel('Lý do').fill('Thiếu số điện thoại.')
    const cookies = await editor.context().cookies()
    await editor.context().clearCookies()
    await button(editor, 'Trả lại để sửa').click()
    await editor.getByText('Phiên đăng nhập đã hết.').waitFor()
    await editor.context().addCookies(cookies)
    await button(editor, 'Trả lại để sửa').click()
    await said(editor).getByText('Đã trả lại.').waitFor()
  })

  it('lets nobody submit a text whose last changes are not saved', async () => {
    const id = await office.notice('Thông báo chưa lưu')
    const author = await office.open('author')
    await author.goto(office.address(id))
    await button(author, 'Trình duyệt').waitFor()
    // A page that is still hydrating may reset earlier input.
    await expect
      .poll(
        async () => {
          await author.locator('#field-summary').fill('Lịch')
          await author.locator('#field-summary').fill('Lịch mới.')
          return author.getByText('Xin lưu các thay đổi trước khi thực hiện bước này.').isVisible()
        },
        { timeout: 60_000, interval: 2_000 },
      )
      .toBe(true)
    expect(await button(author, 'Trình duyệt').isDisabled()).toBe(true)
    await author.locator('#action-save').click()
    await button(author, 'Trình duyệt').and(author.locator(':enabled')).click()
    await said(author).getByText('Đã trình duyệt.').waitFor()
  })

  it('shows the frozen text in words, not the working copy', async () => {
    const id = await office.notice('Thông báo để đọc')
    await office.act('author', id, 'submit')
    const editor = await office.open('editor')
    await editor.goto(office.address(id))
    await editor.locator('#field-summary').fill('Bản đang sửa, chưa chốt.')
    await button(editor, 'Xem văn bản đã chốt').click()
    const dialog = editor.getByRole('dialog', { name: 'Văn bản đã chốt' })
    await dialog.getByText('Sở Tư pháp thông báo lịch tiếp công dân.').waitFor()
    expect(await dialog.locator('dt').allTextContents()).toEqual(
      expect.arrayContaining(['Tiêu đề', 'Tóm tắt', 'Nội dung']),
    )
    expect(await dialog.getByText('Lịch tiếp công dân.', { exact: true }).count()).toBe(1)
    expect(await dialog.getByText('Bản đang sửa').count()).toBe(0)
  })

  it('marks the fields of its faults and their tabs, and leads to each of them', async () => {
    const id = await office.made('author', 'directives', { title: 'Kế hoạch còn thiếu' })
    const page = await office.open('author')
    await page.goto(`${office.origin}/admin/collections/directives/${id}`)
    await button(page, 'Trình duyệt').click()
    const faults = page.locator('.approval__failure li button')
    await faults.first().waitFor()
    await page.locator('.tabs-field__tab-button .error-pill').first().waitFor()
    await page.locator('.tabs-field__tab-button').last().click()
    for (const fault of await faults.all()) {
      await fault.click()
      const leads = () =>
        page.evaluate(() => !!document.activeElement?.closest('form') && !document.activeElement.closest('.approval'))
      await expect.poll(leads, { message: `“${await fault.textContent()}” leads to its field` }).toBe(true)
    }
    await page.locator('.tabs-field__tab-button').first().click()
    await page.locator('#field-number').fill('812')
    const saved = page.waitForResponse((response) => response.request().method() === 'PATCH')
    await page.locator('#action-save:enabled').click()
    expect((await saved).status()).toBe(200)
  })

  it('a fault in a row of a list marks the row and its tab when it is saved', async () => {
    const page = await office.open('author')
    await page.goto(`${office.origin}/admin/collections/directives/create`)
    await page.locator('.approval').getByText('Xin lưu văn bản trước').waitFor()
    await page.locator('#field-title').fill('Kế hoạch sửa đổi')
    await page.getByRole('button', { name: 'Quan hệ', exact: true }).click()
    await page.locator('#field-relations .array-field__add-row').click()
    await page.locator('#field-relations__0__citedAs').waitFor()
    await page.locator('#field-relations__0__type .rs__control').click()
    await page.locator('.rs__option').first().click()
    const saved = page.waitForResponse(
      (response) => response.request().method() === 'POST' && response.url().includes('/api/directives'),
    )
    await page.locator('#action-save:enabled').click()
    expect((await saved).status()).toBe(422)
    await page.locator('.tabs-field__tab-button .error-pill').getByText('1').waitFor()
    await page.locator('#field-relations .field-type.error').waitFor()
  })
})

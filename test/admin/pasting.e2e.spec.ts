import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { breaches, type Office, openOffice } from './support/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(() => office.closeWindows())
afterAll(() => office.stop())

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=VI><!--StartFragment-->
<h1 align=center><a name="_Toc1"></a>KẾ HOẠCH<o:p></o:p></h1>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;
</span></span><![endif]>Tuyên truyền<o:p></o:p></p>
<p class=MsoNormal><img width=300 height=200 src="file:///C:/so-do.png"></p>
<p class=MsoNormal>Xem <a href="file:///C:/kh84.docx">tệp trên máy</a> và <a href="https://example.gov.vn/84">văn bản</a></p>
<table class=MsoTableGrid border=1><tr><td><p><b>TT</b></p></td><td><p><b>Việc</b></p></td></tr>
<tr><td><p>1</p></td><td><p>Tập huấn</p></td></tr></table><!--EndFragment--></body></html>`

/** Replaces all content by pasting, like a browser on Ctrl+A and Ctrl+V. */
const paste = async (page: Page, html: string) => {
  await page.locator('.ContentEditable__root').first().click()
  await page.keyboard.press('Control+A')
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', text)
    clipboardData.setData('text/plain', 'chữ')
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, html)
}

it.each([1280, 390])('a text pasted from Word becomes prose that can be saved, at %s px', async (width) => {
  const id = await office.notice('Dán từ Word')
  const page = await office.open('author', width)
  await page.goto(office.address(id))
  await page.locator('.approval__actions').waitFor()
  await paste(page, WORD)
  const text = page.locator('.ContentEditable__root').first()
  await text.getByRole('heading', { level: 2, name: 'KẾ HOẠCH' }).waitFor()
  await page.getByText('có 1 ảnh không giữ lại được').waitFor()
  expect(await text.getByRole('listitem').allInnerTexts()).toEqual(['Tuyên truyền'])
  expect(await text.getByRole('link').allInnerTexts()).toEqual(['văn bản'])
  expect(await text.getByRole('columnheader').allInnerTexts()).toEqual(['TT', 'Việc'])
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await page.locator('#action-save').click()
  expect((await saved).status()).toBe(200)
  const again = await office.open('author', width)
  await again.goto(office.address(id))
  await again.getByRole('heading', { level: 2, name: 'KẾ HOẠCH' }).waitFor()
  expect(await breaches(again)).toEqual([])
})

it('the menu of a table speaks Vietnamese', async () => {
  const page = await office.open('author')
  await page.goto(office.address(await office.notice('Có bảng')))
  await page.locator('.approval__actions').waitFor()
  await paste(page, WORD)
  await page.getByRole('cell', { name: 'Tập huấn' }).click()
  await page.getByRole('button', { name: 'Thao tác với ô của bảng' }).click()
  await page.getByRole('button', { name: 'Thêm hàng phía dưới' }).click()
  expect(await page.locator('.ContentEditable__root tr').count()).toBe(3)
})

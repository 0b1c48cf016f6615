import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { breaches, button, type Office, openOffice, said } from './support/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(() => office.closeWindows())
afterAll(() => office.stop())

/** The panel shows this sentence only after the page accepts input. */
const alive = (page: Page) => page.locator('.approval').getByText('Xin lưu văn bản trước').waitFor()

const TYPED = 'Gõ số, ký hiệu như in trên văn bản'

describe('a printed number typed once', () => {
  it.each([1280, 390])('fills number, symbol, type and issuer, by keyboard alone, at %s px', async (width) => {
    const page = await office.open('author', width)
    await page.goto(`${office.origin}/admin/collections/directives/create`)
    await alive(page)
    await page.getByLabel(TYPED).focus()
    await page.keyboard.type('Số: 05a/kh – ubnd')
    await page.keyboard.press('Enter')
    await page.getByText('Đã điền: số, ký hiệu, loại văn bản, cơ quan ban hành.').waitFor()
    expect(await page.locator('#field-number').inputValue()).toBe('5')
    expect(await page.locator('#field-numberSuffix').inputValue()).toBe('a')
    expect(await page.locator('#field-symbol').inputValue()).toBe('KH-UBND')
    await page.locator('#field-docType').getByText('Kế hoạch', { exact: true }).waitFor()
    await page.locator('#field-issuer').getByText('Ủy ban nhân dân thành phố Cần Thơ', { exact: true }).waitFor()
    expect(await breaches(page)).toEqual([])
  })

  it('typed anew brings new suggestions, and leaves what somebody chose', async () => {
    const page = await office.open('author')
    await page.goto(`${office.origin}/admin/collections/directives/create`)
    await alive(page)
    const type = async (number: string) => {
      await page.getByLabel(TYPED).fill(number)
      await page.keyboard.press('Enter')
    }
    const chosen = (field: string) =>
      page.locator(`#field-${field} .rs__single-value, #field-${field} .rs__placeholder`)
    await type('84/KH-UBND')
    await expect.poll(() => chosen('docType').textContent()).toContain('Kế hoạch')
    await type('42/2022/NĐ-CP')
    await expect.poll(() => chosen('docType').textContent()).toContain('Nghị định')
    await expect.poll(() => chosen('issuer').textContent()).not.toContain('Cần Thơ')
    await page.locator('#field-docType input').fill('Công điện')
    await page.getByRole('option', { name: 'Công điện' }).click()
    await expect.poll(() => chosen('docType').textContent()).toContain('Công điện')
    await type('85/KH-UBND')
    await page.getByText('Đã điền: số, ký hiệu, cơ quan ban hành.').waitFor()
    expect(await chosen('docType').textContent()).toContain('Công điện')
  })

  it('says what to do when it cannot be read, and leaves what was there', async () => {
    const page = await office.open('author')
    await page.goto(`${office.origin}/admin/collections/directives/create`)
    await alive(page)
    await page.locator('#field-symbol').fill('QĐ-UBND')
    await page.getByLabel(TYPED).fill('không phải số')
    await page.keyboard.press('Tab')
    await page.getByText('Chưa đọc được số, ký hiệu này').waitFor()
    expect(await page.locator('#field-symbol').inputValue()).toBe('QĐ-UBND')
    expect(await page.getByLabel(TYPED).inputValue()).toBe('không phải số')
  })
})

describe('relations', () => {
  it('are shown from the other end too', async () => {
    const page = await office.open('author')
    const create = async (collection: string, data: object): Promise<string> => {
      const headers = { origin: office.origin }
      const answer = await page.request.post(`${office.origin}/api/${collection}`, { data, headers })
      return ((await answer.json()) as { doc: { id: string } }).doc.id
    }
    const old = await create('directives', { title: 'Kế hoạch cũ', number: '901/KH-UBND' })
    const relations = [{ type: 'replaces', target: old }]
    await create('directives', { title: 'Kế hoạch mới', number: '902/KH-UBND', relations })
    await create('bulletins', { title: 'Tin về kế hoạch cũ', about: [old] })
    await page.goto(`${office.origin}/admin/collections/directives/${old}`)
    await page
      .getByRole('tab', { name: 'Quan hệ' })
      .or(page.getByRole('button', { name: 'Quan hệ' }))
      .click()
    const there = page.getByRole('region', { name: 'Văn bản và tin nói đến văn bản này' })
    await there.getByRole('link', { name: '902/KH-UBND – Kế hoạch mới' }).waitFor()
    expect(await there.getByRole('listitem').allTextContents()).toEqual([
      '902/KH-UBND – Kế hoạch mới · Thay thế văn bản này',
      'Tin về kế hoạch cũ · Tin về văn bản này',
    ])
    expect(await breaches(page)).toEqual([])
  })
})

describe('a time of publication', () => {
  it('is set by a head with the last approval, shown in words, and taken back', async () => {
    const id = await office.notice('Thông báo hẹn giờ')
    await office.act('author', id, 'submit')
    await office.act('editor', id, 'approve')
    const page = await office.open('head')
    await page.goto(office.address(id))
    await button(page, 'Hẹn giờ công bố').click()
    await button(page, 'Hẹn giờ công bố').click()
    await page.getByText('Xin chọn đủ ngày và giờ.').waitFor()
    expect(await breaches(page)).toEqual([])
    await page.getByLabel('Ngày và giờ công bố').fill('2027-12-01T08:00')
    await button(page, 'Hẹn giờ công bố').click()
    await said(page).getByText('Đã hẹn giờ').waitFor()
    await page.getByText('Sẽ tự công bố lúc 01/12/2027 08:00 (giờ Việt Nam).').waitFor()
    expect((await office.view('head', id)).state).toBe('scheduled')
    await button(page, 'Bỏ hẹn giờ').click()
    await said(page).getByText('Đã bỏ hẹn giờ').waitFor()
    expect((await office.view('head', id)).state).toBe('approved')
  })
})

describe('a preview', () => {
  it.each([1280, 390])('opens as a page without a breach of WCAG 2.1 AA at %s px', async (width) => {
    const id = await office.notice('Thông báo xem trước')
    const page = await office.open('author', width)
    await page.goto(`${office.origin}/api/workflow/notices/${id}/preview?locale=vi`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Thông báo xem trước')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })

  it('shows the number and the day before the text, and says the rest in Vietnamese after it', async () => {
    const page = await office.open('author')
    const paragraph = { type: 'paragraph', version: 1, children: [{ type: 'text', version: 1, text: 'Toàn văn.' }] }
    const data = {
      title: 'Kế hoạch xem trước',
      number: '903/KH-UBND',
      issuedOn: '2024-05-08',
      body: { root: { type: 'root', version: 1, children: [paragraph] } },
      effectiveFrom: '2024-06-01',
    }
    const headers = { origin: office.origin }
    const answer = await page.request.post(`${office.origin}/api/directives?locale=vi`, { data, headers })
    const { doc } = (await answer.json()) as { doc: { id: string } }
    await page.goto(`${office.origin}/api/workflow/directives/${doc.id}/preview?locale=vi`)
    const shown = await page.locator('article').evaluate((article) =>
      [...article.children].map((part) => {
        const names = [...part.querySelectorAll('dt')].map((name) => name.textContent)
        return names.length ? names : part.textContent
      }),
    )
    expect(shown).toEqual([
      'Kế hoạch xem trước',
      'Số 903/KH-UBND · Ngày ban hành 08/05/2024',
      'Toàn văn.',
      ['Có hiệu lực từ:'],
    ])
  })
})

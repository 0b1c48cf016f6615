import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { instant } from '../../plugins/workflow/admin/instant.ts'
import { alive, field, save, saveNew } from '../office/support/form.ts'
import { type Office, openOffice } from './support/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(() => office.closeWindows())
afterAll(() => office.stop())

/** A time zone in which the date differs from Vietnam's for most of the day. */
const FAR_AWAY = 'America/Los_Angeles'

describe('on a machine with another clock', () => {
  it('a form and the list tell the time of Vietnam, day first', async () => {
    const title = 'Thông báo xem từ xa'
    const id = await office.notice(title)
    const page = await office.open('author', 1280, FAR_AWAY)
    const headers = { origin: office.origin }
    const saved = await page.request.patch(`${office.origin}/api/notices/${id}?depth=0`, {
      headers,
      data: { title: `${title}, lần hai` },
    })
    const { doc } = (await saved.json()) as { doc: { createdAt: string; updatedAt: string } }
    const { createdAt, updatedAt } = doc
    expect(updatedAt).not.toBe(createdAt)
    await page.goto(office.address(id))
    const times = page.locator('.doc-controls__value:visible')
    await times.first().waitFor()
    expect(await times.allInnerTexts()).toEqual([instant(updatedAt), instant(createdAt)])
    const moments = times.locator('time').evaluateAll((all) => all.map((time) => time.getAttribute('datetime')))
    expect(await moments).toEqual([updatedAt, createdAt])
    const columns = encodeURIComponent(JSON.stringify(['title', 'createdAt', 'updatedAt']))
    await page.goto(`${office.origin}/admin/collections/notices?columns=${columns}`)
    const row = page.locator('tr', { hasText: title })
    await row.locator('.cell-createdAt').getByText(instant(createdAt)).waitFor()
    await row.locator('.cell-updatedAt').getByText(instant(updatedAt)).waitFor()
  })
})

describe('a day in a form', () => {
  it('is typed and shown day first, in words under it, and what is no day stays to be put right', async () => {
    const page = await office.open('author')
    await page.goto(`${office.origin}/admin/collections/directives/create`)
    await alive(page)
    const day = field(page, 'issuedOn')
    const typed = async (text: string) => {
      await day.fill(text)
      await page.keyboard.press('Tab')
      return day.inputValue()
    }
    expect(await typed('8/5/2024')).toBe('08/05/2024')
    await page.locator('#field-issuedOn-words').getByText('8 tháng 5, 2024').waitFor()
    expect(await typed('ngày 29 tháng 02 năm 2024')).toBe('29/02/2024')
    expect(await typed('5-11-26')).toBe('05/11/2026')
    expect(await typed('31/2/2024')).toBe('31/2/2024')
    await field(page, 'title').fill('Kế hoạch ghi sai ngày')
    expect(await save(page)).toBe(422)
    await page.getByText('Ngày không đúng; xin ghi theo dạng ngày/tháng/năm').first().waitFor()
    expect(await day.inputValue()).toBe('31/2/2024')
    await typed('29/2/2024')
    await saveNew(page)
    await page.reload()
    await alive(page)
    expect(await day.inputValue()).toBe('29/02/2024')
    await typed('')
    expect(await save(page)).toBe(200)
  })

  it('is chosen in a calendar that opens beside it', async () => {
    const page = await office.open('author')
    await page.goto(`${office.origin}/admin/collections/directives/create`)
    await alive(page)
    await field(page, 'issuedOn').press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Chọn trong lịch')
    await page.evaluate(() => {
      HTMLInputElement.prototype.showPicker = function showPicker() {
        this.dataset.opened = 'true'
      }
    })
    await page.keyboard.press('Enter')
    await page.locator('.date-text__calendar[data-opened]').waitFor({ state: 'attached' })
    await page
      .locator('.date-text__calendar')
      .first()
      .evaluate((input: HTMLInputElement) => {
        const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!
        set!.call(input, '2026-05-08')
        input.dispatchEvent(new Event('input', { bubbles: true }))
      })
    await expect.poll(() => field(page, 'issuedOn').inputValue()).toBe('08/05/2026')
  })
})

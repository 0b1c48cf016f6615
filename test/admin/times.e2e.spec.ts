import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { instant } from '../../plugins/workflow/admin/instant.ts'
import { type Office, openOffice } from './support/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(() => office.closeWindows())
afterAll(() => office.stop())

/** Where it is another day for most of the day of Vietnam. */
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

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Office, openOffice } from './support/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(() => office.closeWindows())
afterAll(() => office.stop())

describe('a list in the admin', () => {
  it('is searched and filtered, and stays whatever its address asks', async () => {
    const title = 'Thông báo để lọc'
    const id = await office.notice(title)
    const page = await office.open('author')
    const failures: string[] = []
    page.on('pageerror', ({ message }) => failures.push(message))
    const shown = async (query: string) => {
      const response = await page.goto(`${office.origin}/admin/collections/notices?${query}`)
      expect(response?.status()).toBe(200)
      await page.locator('.collection-list tbody tr, .no-results').first().waitFor()
      return page.locator('.collection-list tbody tr').getByText(title, { exact: true }).count()
    }
    const where = (condition: string) => `where[or][0][and][0]${condition}`
    expect(await shown(`search=${encodeURIComponent('để lọc')}`)).toBe(1)
    expect(await shown(where(`[id][equals]=${id}`))).toBe(1)
    expect(await shown(where(`[id][like]=${id}`))).toBe(1)
    expect(await shown(where('[topics][exists]=false'))).toBe(1)
    expect(await shown(where('[createdAt][greater_than]=2000-01-01T00:00:00.000Z'))).toBe(1)
    expect(await shown(where('[id][like]=abc'))).toBe(0)
    // What the form of filters cannot show is left out; the page must stay.
    for (const broken of [
      where('[createdAt][greater_than]=abc'),
      where('[createdAt][equals][0]=31/12/2026'),
      'where[or]=abc',
    ])
      expect(await shown(broken)).toBe(1)
    expect(failures).toEqual([])
  })
})

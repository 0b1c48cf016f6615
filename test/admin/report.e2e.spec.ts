import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { BoardReport } from '../../plugins/workflow/useCases/report.ts'
import type { OfficeWeek } from '../../plugins/workflow/useCases/week.ts'
import { breaches, type Office, openOffice } from './support/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  const returned = await office.notice('Lịch tiếp công dân')
  await office.act('author', returned, 'submit')
  await office.act('editor', returned, 'return', { reason: 'Thiếu giờ làm việc' })
  const waiting = await office.notice('Niêm yết danh mục thủ tục')
  await office.act('author', waiting, 'submit')
  await office.act('editor', waiting, 'approve')
})
afterEach(() => office.closeWindows())
afterAll(() => office.stop())

const ask = (page: Page, path: string) =>
  page.request.get(`${office.origin}/api/workflow/${path}`, { headers: { origin: office.origin } })
const answer = async <T>(page: Page, path: string): Promise<T> => (await ask(page, path)).json() as Promise<T>

const texts = (page: Page, selector: string) => page.locator(selector).allTextContents()

/** Hours as Vietnamese write them. */
const hours = (value: number) => `${value.toLocaleString('vi')} giờ`

const report = async (page: Page, query = '') => {
  await page.goto(`${office.origin}/admin/report${query}`)
  await page.waitForSelector('.report__over')
}

describe('the home page', () => {
  it('tells a head how the office stands, as the API does, and leads on to the report', async () => {
    const page = await office.open('head')
    await page.goto(`${office.origin}/admin`)
    await page.waitForSelector('.week__days')
    const week = await answer<OfficeWeek>(page, 'week')
    expect(week).toMatchObject({ waiting: 1, steps: [{ name: 'Lãnh đạo duyệt', waiting: 1 }] })
    expect(await texts(page, '.week__figure')).toEqual([
      String(week.waiting),
      String(week.published),
      hours(week.hours ?? Number.NaN),
    ])
    expect(await texts(page, '.week__count')).toEqual(week.days.map(({ published }) => String(published)))
    expect(await page.locator('.card').count()).toBe(0)
    await page.getByRole('link', { name: 'Xem báo cáo đầy đủ' }).click()
    await page.waitForSelector('.report__over')
  })

  it('offers each person what they may create', async () => {
    const page = await office.open('author')
    await page.goto(`${office.origin}/admin`)
    await page.waitForSelector('.tasks__link')
    expect(await texts(page, '.create__published li')).toEqual([
      '+ Văn bản chỉ đạo',
      '+ Tin, bản tin',
      '+ Video',
      '+ Thông báo',
      '+ Trang giới thiệu',
    ])
    await page.getByRole('link', { name: 'Thông báo', exact: true }).last().click()
    await page.waitForURL(/\/collections\/notices\/create/)
  })
})

describe('the report', () => {
  it('shows the figures of the API in words, and is kept in the address', async () => {
    const page = await office.open('secretary')
    await report(page)
    const found = await answer<BoardReport>(page, 'report?period=quarter')
    const shown = page.locator('.report__group--steps tbody tr')
    expect(await shown.allInnerTexts()).toEqual(
      found.steps.map((line) =>
        [line.name, line.decisions, hours(line.p50), hours(line.p90), line.overdue, line.returned, line.refused].join(
          '\t',
        ),
      ),
    )
    expect(await texts(page, '.report__group--steps .report__bar-figure')).toEqual(
      found.steps.flatMap(({ p50, p90 }) => [hours(p50), hours(p90)]),
    )
    expect(await texts(page, '.report__group--collections tbody th')).toContain('Thông báo')
    expect(await page.textContent('.report')).not.toMatch(/notices|directives|\b20\d\d-\d\d|[0-9a-f]{24}/)
    expect(await texts(page, '.report__oldest a')).toEqual(['Niêm yết danh mục thủ tục'])
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('a[download]')])
    expect(download.suggestedFilename()).toBe(`bao-cao-duyet-${found.from}-${found.to}.csv`)
  })

  it('is asked for another period by keyboard; one without decisions says so in a sentence', async () => {
    const page = await office.open('head')
    await report(page)
    await page.getByRole('link', { name: 'Tháng trước' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/period=lastMonth/)
    await page.waitForSelector('text=Trong kỳ này chưa có quyết định nào')
    expect(await page.locator('.report__name[aria-current]').innerText()).toBe('Tháng trước')
    const [from, to] = [page.getByLabel('Từ ngày'), page.getByLabel('Đến ngày')]
    await from.fill(await to.inputValue())
    await to.fill('2020-01-01')
    await to.press('Enter')
    await page.waitForSelector('text=ngày đầu không sau ngày cuối')
    expect(await to.inputValue()).toBe('2020-01-01')
    await page.goBack()
    await page.waitForSelector('text=Trong kỳ này chưa có quyết định nào')
  })

  it('is neither shown nor offered to others, who are told whom to ask', async () => {
    const page = await office.open('author')
    await page.goto(`${office.origin}/admin/report`)
    await page.waitForSelector('text=Báo cáo này dành cho lãnh đạo và thư ký')
    expect(await page.locator('.nav__link', { hasText: 'Báo cáo duyệt văn bản' }).count()).toBe(0)
    expect((await ask(page, 'week')).status()).toBe(403)
    await page.goto(`${office.origin}/admin`)
    await page.waitForSelector('.tasks__link')
    expect(await page.locator('.week').count()).toBe(0)
    const stranger = await office.openAnonymous()
    await stranger.goto(`${office.origin}/admin/report`)
    await stranger.waitForURL(/\/admin\/login/)
  })
})

it.each([390, 1280])('both can be used by everybody at %i pixels', async (width) => {
  const page = await office.open('head', width)
  await page.goto(`${office.origin}/admin`)
  await page.waitForSelector('.week__days')
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect([await breaches(page), await wide()]).toEqual([[], 0])
  for (const theme of ['light', 'dark']) {
    await report(page)
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme)
    expect([theme, await breaches(page), await wide()]).toEqual([theme, [], 0])
  }
})

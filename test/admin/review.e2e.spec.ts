import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { breaches, type Office, openOffice, type Person, prose, said } from './support/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(() => office.closeWindows())
afterAll(() => office.stop())

const PICTURES = process.env.CONGBO_SCREENSHOTS && path.join(process.env.CONGBO_SCREENSHOTS, 'review')
const picture = async (page: Page, name: string) => {
  if (!PICTURES) return
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`), fullPage: true })
}

const screen = (id: string, collection = 'notices') => `${office.origin}/admin/review/${collection}/${id}`
const decision = (page: Page) => page.getByRole('region', { name: 'Quyết định của bạn' })
const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

/** A notice that waits for a head. Returns its id. */
const waiting = async (title: string): Promise<string> => {
  const id = await office.notice(title)
  await office.act('author', id, 'submit')
  await office.act('editor', id, 'approve')
  return id
}

/** Calls the API as the person of a page. */
const asked = async <T>(page: Page, method: string, address: string, data?: object): Promise<T> => {
  const answer = await page.request.fetch(`${office.origin}/api/${address}`, {
    method,
    data,
    headers: { origin: office.origin },
  })
  if (!answer.ok()) throw new Error(`${address} answered ${answer.status()}: ${await answer.text()}`)
  return (await answer.json()) as T
}

const cell = (text: string, headerState: number) => ({
  type: 'tablecell',
  version: 1,
  headerState,
  colSpan: 1,
  rowSpan: 1,
  backgroundColor: null,
  format: '',
  indent: 0,
  direction: 'ltr',
  children: prose(text).root.children,
})
const table = (...rows: string[][]) => ({
  type: 'table',
  version: 1,
  format: '',
  indent: 0,
  direction: 'ltr',
  children: rows.map((texts, row) => ({
    type: 'tablerow',
    version: 1,
    format: '',
    indent: 0,
    direction: 'ltr',
    children: texts.map((text) => cell(text, row ? 0 : 1)),
  })),
})

/** Changes the plan of the demo, which is public and has a PDF, and brings it to a head. Returns its id. */
const correctedPlan = async (): Promise<string> => {
  const as = async (person: Person) => office.open(person)
  const author = await as('author')
  const { docs } = await asked<{ docs: { id: string; title: string; body: { root: { children: object[] } } }[] }>(
    author,
    'GET',
    'directives?where[numberAndSymbol][equals]=84/KH-UBND&depth=0&locale=vi',
  )
  const [plan] = docs
  const { id, title, body } = plan!
  const children = [...body.root.children, table(['Nội dung', 'Hạn'], ['Tập huấn hòa giải viên', '30/6/2024'])]
  await asked(author, 'PATCH', `directives/${id}?locale=vi`, {
    title: title.replace('Triển khai', 'Tổ chức'),
    body: { root: { ...body.root, children } },
  })
  for (const [person, action] of [
    ['author', 'submit'],
    ['editor', 'approve'],
    ['secretary', 'approve'],
  ] as const) {
    const page = await as(person)
    const { seq } = await asked<{ seq: number }>(page, 'GET', `workflow/directives/${id}`)
    await asked(page, 'POST', `workflow/directives/${id}/${action}`, { expected: seq })
  }
  return id
}

/** Logs in and publishes a text, counting clicks. */
const publish = async (width: number, title: string): Promise<{ page: Page; clicks: number }> => {
  const page = await office.openAnonymous(width)
  let clicks = 0
  const press = async (target: Locator) => {
    clicks += 1
    await target.click()
  }
  await page.goto(`${office.origin}/admin`)
  await page.locator('#field-email').fill('head@demo.local')
  await page.locator('#field-password').fill('congbo-demo')
  await press(page.locator('button[type=submit]'))
  await press(page.locator('.tasks').getByRole('link', { name: title, exact: true }))
  await page.getByText('Sở Tư pháp thông báo lịch tiếp công dân.').waitFor()
  await press(page.getByRole('button', { name: `Duyệt và công bố ${title}`, exact: true }))
  const dialog = page.getByRole('dialog', { name: 'Duyệt và công bố?' })
  await dialog.getByText(title, { exact: true }).waitFor()
  await press(dialog.getByRole('button', { name: 'Duyệt và công bố' }))
  await said(page).getByText('Đã duyệt; văn bản đã được công bố.').waitFor()
  return { page, clicks }
}

describe('from logging in to published', () => {
  it('takes four clicks, at most five on a phone, and the next task is offered', async () => {
    const [first, second] = ['Thông báo khảo sát nhu cầu', 'Thông báo tuyển hòa giải viên'] as const
    const [one, other] = [await waiting(first), await waiting(second)]
    const desk = await publish(1280, first)
    expect(desk.clicks).toBeLessThanOrEqual(4)
    expect((await office.view('head', one)).state).toBe('published')
    const next = desk.page.getByRole('link', { name: `Việc tiếp theo: ${second}` })
    await next.waitFor()
    expect(await said(desk.page).evaluate((sentence) => sentence === document.activeElement)).toBe(true)
    await picture(desk.page, 'decided-1280')
    await next.click()
    await desk.page.waitForURL(screen(other))
    await desk.page.getByRole('button', { name: `Duyệt và công bố ${second}` }).waitFor()
    expect(await desk.page.evaluate(() => document.activeElement?.textContent)).toBe(second)

    const phone = await publish(390, second)
    expect(phone.clicks).toBeLessThanOrEqual(5)
    expect((await office.view('head', other)).state).toBe('published')
    await phone.page.getByText('Không còn việc nào chờ bạn.').waitFor()
    await picture(phone.page, 'decided-390')
  })

  it('goes by keyboard, with the button within five tabs of the beginning', async () => {
    const id = await waiting('Thông báo duyệt bằng bàn phím')
    const page = await office.open('head')
    await page.goto(screen(id))
    const name = 'Duyệt và công bố Thông báo duyệt bằng bàn phím'
    await page.getByRole('button', { name, exact: true }).waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đến phần quyết định')
    await page.keyboard.press('Enter')
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    let tabs = 1
    for (; tabs < 5 && (await focused()) !== name; tabs += 1) await page.keyboard.press('Tab')
    expect([await focused(), tabs <= 5]).toEqual([name, true])
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    expect(await focused()).toBe(name)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await said(page).getByText('Đã duyệt; văn bản đã được công bố.').waitFor()
  })
})

describe('a corrected text', () => {
  it('is read with its table and its PDF beside it, and what changed is told with who changed it', async () => {
    const id = await correctedPlan()
    for (const width of [1280, 390]) {
      const page = await office.open('head', width)
      // The browser of the tests has no viewer; those of people do.
      await page.addInitScript(() => Object.defineProperty(navigator, 'pdfViewerEnabled', { get: () => true }))
      const pdf = page.waitForResponse(
        (one) => one.request().resourceType() === 'document' && one.url().endsWith('.pdf'),
      )
      await page.goto(screen(id, 'directives'))
      const text = page.getByRole('region', { name: 'Nội dung', exact: true })
      await text.getByRole('cell', { name: 'Tập huấn hòa giải viên' }).waitFor()
      const frame = page.locator('iframe')
      await frame.scrollIntoViewIfNeeded()
      const headers = (await pdf).headers()
      expect(headers['content-type']).toBe('application/pdf')
      expect([headers['x-frame-options'], headers['content-security-policy']]).toEqual([
        'SAMEORIGIN',
        expect.stringContaining("frame-ancestors 'self'"),
      ])
      const [left, right] = [(await text.boundingBox())!, (await frame.boundingBox())!]
      if (width === 1280) expect(right.x).toBeGreaterThanOrEqual(left.x + left.width)
      else expect(right.y).toBeGreaterThanOrEqual(left.y + left.height)
      expect(await page.getByRole('link', { name: /^Mở .*\.pdf/ }).count()).toBe(1)

      const changes = page.getByRole('region', { name: 'Thay đổi' })
      await changes.getByText('So với bản đang công bố (bản số 1).').waitFor()
      const title = changes.locator('.review__change').first()
      expect(await title.locator('h3').textContent()).toMatch(/^Tiêu đề .*có sửa$/)
      expect(await title.locator('del').allTextContents()).toContain('Triển')
      expect(await title.locator('ins').allTextContents()).toContain('Tổ')
      await title.getByText('Người sửa: Sơn Thị Hạnh').waitFor()
      expect([width, await sideways(page), await breaches(page)]).toEqual([width, 0, []])
      await picture(page, `corrected-${width}`)
    }
  })
})

describe('somebody who cannot decide', () => {
  it('reads the same text, and why they cannot', async () => {
    const title = 'Thông báo của chính lãnh đạo'
    const id = await office.made('head', 'notices', { title, summary: 'Lịch.', body: prose('Lịch làm việc.') })
    await office.act('head', id, 'submit')
    await office.act('editor', id, 'approve')
    for (const [person, width, because] of [
      ['head', 1280, 'Bạn đã tham gia soạn văn bản này nên không thể duyệt; xin để người khác duyệt.'],
      ['auditor', 390, /^Bước “Lãnh đạo duyệt” do người khác giải quyết/],
    ] as const) {
      const page = await office.open(person, width)
      await page.goto(screen(id))
      await decision(page).locator('.approval__notice').getByText(because).waitFor()
      await page.getByText('Lịch làm việc.').waitFor()
      expect(await decision(page).getByRole('button', { name: /Duyệt/ }).count()).toBe(0)
      expect([person, await sideways(page), await breaches(page)]).toEqual([person, 0, []])
    }
  })

  it('is sent to log in and then back, and told what an empty screen means', async () => {
    const id = await office.notice('Thông báo chưa trình')
    const stranger = await office.openAnonymous()
    await stranger.goto(screen(id))
    await stranger.waitForURL(/\/admin\/login\?redirect=/)
    await stranger.locator('#field-email').fill('author@demo.local')
    await stranger.locator('#field-password').fill('congbo-demo')
    await stranger.locator('button[type=submit]').click()
    await stranger.waitForURL(screen(id))
    await stranger.getByText('Hiện không có bản trình nào của văn bản này để quyết định.').waitFor()
    await stranger.getByRole('link', { name: 'Mở để sửa' }).waitFor()
    await stranger.goto(screen('0123456789abcdef01234567'))
    await stranger.getByText('Không có văn bản ở địa chỉ này').waitFor()
    expect(await breaches(stranger)).toEqual([])
  })
})

describe('a decision that comes too late', () => {
  it('says what happened, offers to load it, and keeps the reason', async () => {
    const id = await waiting('Thông báo hai lãnh đạo cùng xem')
    const page = await office.open('head')
    await page.goto(screen(id))
    await decision(page).getByRole('button', { name: 'Trả lại để sửa' }).click()
    await page.getByLabel('Lý do').fill('Thiếu giờ tiếp.')
    await office.act('deputy', id, 'return', { reason: 'Sai ngày.' })
    await asked(await office.open('author'), 'PATCH', `notices/${id}?locale=vi`, { summary: 'Lịch mới.' })
    await office.act('author', id, 'submit')
    await office.act('editor', id, 'approve')
    await decision(page).getByRole('button', { name: 'Trả lại để sửa' }).click()
    await decision(page)
      .locator('.approval__failure li')
      .getByText(/Trả lại để sửa/)
      .waitFor()
    expect(await page.getByLabel('Lý do').inputValue()).toBe('Thiếu giờ tiếp.')
    await decision(page).getByRole('button', { name: 'Tải lại' }).click()
    await decision(page).locator('.approval__failure').waitFor({ state: 'detached' })
    await page.getByText('Lịch mới.').waitFor()
    expect(await page.getByLabel('Lý do').inputValue()).toBe('Thiếu giờ tiếp.')
    await decision(page).getByRole('button', { name: 'Trả lại để sửa' }).click()
    await said(page).getByText('Đã trả lại.').waitFor()
  })

  it('asks to read again only when the text or its state is another', async () => {
    const id = await waiting('Thông báo có người nhận việc')
    const page = await office.open('head')
    await page.goto(screen(id))
    await decision(page)
      .getByRole('button', { name: /^Duyệt và công bố/ })
      .waitFor()
    const back = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await office.act('deputy', id, 'claim')
    await back()
    await page
      .getByText(/Lâm Thị Kim đang xử lý/)
      .first()
      .waitFor()
    expect(await decision(page).locator('.approval__failure').count()).toBe(0)
    await office.act('deputy', id, 'return', { reason: 'Sai ngày.' })
    await back()
    await decision(page).locator('.approval__failure').getByText('xin tải lại, đọc nội dung mới').waitFor()
  })
})

import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { button, type Office, openOffice, type Person, said } from './support/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(() => office.closeWindows())
afterAll(() => office.stop())

const UNSAVED = 'Xin lưu các thay đổi trước khi thực hiện bước này.'
const WORDS = 'Sở Tư pháp tiếp công dân vào thứ Năm hằng tuần.'

/** A window of a browser that is never idle, as on a very busy machine. */
const openBusy = async (person: Person): Promise<Page> => {
  const page = await office.open(person)
  await page.addInitScript(() => {
    let asked = 0
    window.requestIdleCallback = () => {
      asked += 1
      return asked
    }
    window.cancelIdleCallback = () => undefined
  })
  return page
}

const typeBody = async (page: Page, words: string): Promise<void> => {
  await page.locator('[data-lexical-editor]').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}

/** Holds back what the server answers about a form. `asked` is done once the server has answered the first time. */
const holdAnswers = async (page: Page, address: string) => {
  let first = () => {}
  const asked = new Promise<void>((resolve) => {
    first = resolve
  })
  let answer = () => {}
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route(address, async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    const response = await route.fetch()
    first()
    await answered
    await route.fulfill({ response })
  })
  return { asked, answer: () => answer() }
}

const patched = (page: Page) => page.waitForResponse((response) => response.request().method() === 'PATCH')

describe('on a machine that is never idle', () => {
  it('a new notice is saved with the words typed last, and goes to the editor', async () => {
    const page = await openBusy('author')
    await page.goto(`${office.origin}/admin/collections/notices/create`)
    await page.locator('.approval').getByText('Xin lưu văn bản trước').waitFor()
    await page.locator('#field-title').fill('Thông báo gõ trên máy chậm')
    await typeBody(page, WORDS)
    await page.locator('#action-save').click()
    await page.waitForURL(/notices\/[0-9a-f]{24}/)
    await button(page, 'Trình duyệt').click()
    await said(page).getByText('Đã trình duyệt.').waitFor()
    expect(await page.locator('[data-lexical-editor]').textContent()).toContain(WORDS)
  })

  it('the key for saving saves them too', async () => {
    const id = await office.notice('Thông báo lưu bằng phím')
    const page = await openBusy('author')
    await page.goto(office.address(id))
    await button(page, 'Trình duyệt').waitFor()
    await typeBody(page, ` ${WORDS}`)
    const saved = patched(page)
    await page.keyboard.press('Control+s')
    expect(JSON.stringify(await (await saved).json())).toContain(WORDS)
  })

  it('nobody submits without them', async () => {
    const id = await office.notice('Thông báo gõ xong trình ngay')
    const page = await openBusy('author')
    await page.goto(office.address(id))
    await button(page, 'Trình duyệt').waitFor()
    await typeBody(page, ` ${WORDS}`)
    // Pressed where it stands: the sentence that appears moves it, and a click of the library would wait for ever.
    const { x, y, width, height } = (await button(page, 'Trình duyệt').boundingBox())!
    await page.mouse.click(x + width / 2, y + height / 2)
    await page.getByText(UNSAVED).waitFor()
    expect((await office.view('author', id)).state).toBe('draft')
  })
})

describe('on a slow connection', () => {
  it('what is ticked just before the server answers brings its field all the same', async () => {
    const page = await office.open('author')
    await page.goto(`${office.origin}/admin/collections/directives/create`)
    await page.locator('.approval').getByText('Xin lưu văn bản trước').waitFor()
    const held = await holdAnswers(page, '**/admin/collections/directives/create')
    await page.locator('#field-title').fill('Kế hoạch gõ khi mạng chậm')
    await held.asked
    await page.locator('#field-printsYear').check()
    held.answer()
    await page.locator('#field-printedYear').waitFor()
  })
})

describe('while something is not saved', () => {
  it('the form of a reason waits, says so, and can be closed', async () => {
    const id = await office.notice('Thông báo trả lại khi chưa lưu')
    await office.act('author', id, 'submit')
    const page = await office.open('editor')
    await page.goto(office.address(id))
    await button(page, 'Trả lại để sửa').click()
    await page.getByLabel('Lý do').fill('Thiếu giờ tiếp.')
    await page.locator('#field-summary').fill('Lịch mới.')
    await page.getByText(UNSAVED).waitFor()
    expect(await button(page, 'Trả lại để sửa').isDisabled()).toBe(true)
    await button(page, 'Hủy').click()
    await page.getByLabel('Lý do').waitFor({ state: 'detached' })
  })

  it('a refused save can be tried again at once', async () => {
    const id = await office.notice('Thông báo lưu hai lần')
    const page = await office.open('author')
    await page.goto(office.address(id))
    await button(page, 'Trình duyệt').waitFor()
    await page.locator('#field-summary').fill('Lịch mới.')
    const refuse = { status: 503, json: { errors: [{ message: 'Máy chủ bận.' }] } }
    await page.route('**/api/notices/**', (route) =>
      route.request().method() === 'GET' ? route.continue() : route.fulfill(refuse),
    )
    await page.locator('#action-save:enabled').click()
    await page.getByText('Máy chủ bận.').waitFor()
    expect(await button(page, 'Trình duyệt').isDisabled()).toBe(true)
    await page.unroute('**/api/notices/**')
    const saved = patched(page)
    await page.locator('#action-save:enabled').click()
    expect((await saved).status()).toBe(200)
    await button(page, 'Trình duyệt').and(page.locator(':enabled')).waitFor()
  })

  it('a fault that the server found stays in sight, though an older answer about the form comes after it', async () => {
    const page = await office.open('author')
    const data = { title: 'Thông báo có địa chỉ', slug: 'dia-chi-da-co-chu' }
    const headers = { origin: office.origin }
    expect((await page.request.post(`${office.origin}/api/notices`, { data, headers })).status()).toBe(201)
    const id = await office.notice('Thông báo trùng địa chỉ')
    await page.goto(office.address(id))
    await button(page, 'Trình duyệt').waitFor()
    const held = await holdAnswers(page, office.address(id))
    await page.locator('#field-slug').fill('dia-chi-da-co-chu')
    await held.asked
    await page.locator('#action-save:enabled').click()
    await page.locator('.field-type.text.error').waitFor()
    const answers = page.waitForResponse((response) => response.request().method() === 'POST' && response.ok())
    held.answer()
    await answers
    await page.locator('#action-save:enabled').waitFor()
    await page.waitForLoadState('networkidle')
    await page.locator('.field-type.text.error').waitFor()
    expect(await page.locator('#field-slug').inputValue()).toBe('dia-chi-da-co-chu')
  })
})

it('a row added before the server has answered about the form gets its fields', async () => {
  const page = await office.open('author')
  const address = `${office.origin}/admin/collections/directives/create`
  await page.goto(address)
  await page.locator('.approval').getByText('Xin lưu văn bản trước').waitFor()
  let answer = () => {}
  const answering = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route(address, async (route) => {
    const response = await route.fetch()
    await answering
    await route.fulfill({ response })
  })
  const asked = page.waitForRequest((request) => request.method() === 'POST' && request.url() === address)
  await page.locator('#field-title').fill('Kế hoạch có người ký')
  await asked
  await page.locator('#field-signers .array-field__add-row').click()
  await page.locator('#field-signers .array-field__draggable-rows > div').waitFor()
  answer()
  await page.locator('#field-signers__0__name').fill('Lê Thị Hoa')
})

it('a list that is emptied before the server has answered about the form is saved empty', async () => {
  const id = await office.made('author', 'directives', { title: 'Kế hoạch', signers: [{ name: 'Lê Thị Hoa' }] })
  const page = await office.open('author')
  const address = `${office.origin}/admin/collections/directives/${id}`
  await page.goto(address)
  await button(page, 'Trình duyệt').waitFor()
  const held = await holdAnswers(page, address)
  await page.locator('#field-title').fill('Kế hoạch không có người ký')
  await held.asked
  await page.locator('#signers-row-0 .array-actions__button').click()
  await page.locator('.popup__content .array-actions__remove').click()
  await page.locator('#signers-row-0').waitFor({ state: 'detached' })
  held.answer()
  await page.waitForLoadState('networkidle')
  const saved = patched(page)
  await page.locator('#action-save:enabled').click()
  expect((await saved).status()).toBe(200)
  const kept = await page.request.get(`${office.origin}/api/directives/${id}`, { headers: { origin: office.origin } })
  expect(((await kept.json()) as { signers: object[] }).signers).toEqual([])
})

it('a fault in a new row stays in sight, though what the server adds to the row comes after it', async () => {
  const page = await office.open('author')
  const address = `${office.origin}/admin/collections/directives/create`
  await page.goto(address)
  await page.locator('.approval').getByText('Xin lưu văn bản trước').waitFor()
  await page.locator('#field-title').fill('Kế hoạch sửa đổi')
  await page.getByRole('button', { name: 'Quan hệ', exact: true }).click()
  await page.locator('#field-relations .array-field__add-row').click()
  await page.locator('#field-relations__0__citedAs').waitFor()
  await page.waitForLoadState('networkidle')
  const held = await holdAnswers(page, address)
  await page.locator('#field-relations__0__type .rs__control').click()
  await page.locator('.rs__option').first().click()
  await held.asked
  const saved = page.waitForResponse((response) => response.url().includes('/api/directives'))
  await page.locator('#action-save:enabled').click()
  expect((await saved).status()).toBe(422)
  await page.locator('.tabs-field__tab-button .error-pill').getByText('1').waitFor()
  const answered = page.waitForResponse((response) => response.request().method() === 'POST' && response.ok())
  held.answer()
  await answered
  await page.waitForLoadState('networkidle')
  await page.locator('.tabs-field__tab-button .error-pill').getByText('1').waitFor()
  await page.locator('#field-relations .field-type.error').waitFor()
})

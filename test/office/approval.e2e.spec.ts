import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { button } from '../admin/support/office.ts'
import { confirm, done, press, publicTitles, wholeDocument } from './support/approvals.ts'
import { type Day, openDay } from './support/day.ts'
import { open } from './support/form.ts'

let day: Day
beforeAll(async () => {
  day = await openDay()
})
afterEach(() => day.office.closeWindows())
afterAll(() => day.office.stop())

const NOTE = { label: 'Ghi chú (không bắt buộc)', text: 'Đã đối chiếu.' }
const because = (text: string) => ({ label: 'Lý do', text })
const addressOf = (collection: string, id: string) => `${day.office.origin}/admin/collections/${collection}/${id}`

/** A whole document that its author wrote, at its address. */
const written = async (collection: string, title: string): Promise<string> =>
  addressOf(collection, await day.office.made('author', collection, await wholeDocument(day, collection, title)))

/** Somebody at the document, who takes one step. */
const at = async (person: Parameters<Day['desk']>[0], address: string, width?: number) => {
  const desk = await day.desk(person, width)
  await open(desk.page, address)
  return desk
}

const submitted = async (collection: string, title: string): Promise<string> => {
  const address = await written(collection, title)
  const { page, step } = await at('author', address)
  await press(page, 'Trình duyệt')
  await done(page, 'Đã trình duyệt.')
  await page.locator('#field-title:disabled').waitFor()
  await step(`submitted-${collection}`)
  return address
}

const passed = async (collection: string, title: string): Promise<string> => {
  const address = await submitted(collection, title)
  const { page, step } = await at('editor', address)
  await press(page, 'Chuyển bước tiếp', NOTE)
  await done(page, 'Đã chuyển sang bước tiếp.')
  await step(`passed-${collection}`)
  return address
}

const confirmed = async (collection: string, title: string): Promise<string> => {
  const address = await passed(collection, title)
  if (collection === 'notices') return address
  const { page, step } = await at('secretary', address)
  await press(page, 'Duyệt', NOTE)
  await done(page, 'Đã duyệt.')
  await step(`confirmed-${collection}`)
  return address
}

const published = async (collection: string, title: string): Promise<string> => {
  const address = await confirmed(collection, title)
  const { page, step } = await at('head', address)
  await press(page, 'Duyệt', NOTE)
  await step(`last-approval-${collection}`)
  await confirm(page, 'Duyệt lần cuối')
  await done(page, 'Đã duyệt; văn bản đã được công bố.')
  await step(`published-${collection}`)
  return address
}

const seenBy = (list: string) => expect.poll(() => publicTitles(day, list), { timeout: 60_000 })

describe('through the panel', () => {
  it.each(['directives', 'bulletins', 'videos'])('%s go from the author to the public', async (collection) => {
    const title = `Văn bản đi hết các bước: ${collection.length}`
    await published(collection, title)
    await seenBy(collection).toContain(title)
  })

  it('a notice is published, looked at on a narrow screen, and withdrawn', async () => {
    const title = 'Thông báo công bố rồi rút'
    const address = await published('notices', title)
    await seenBy('notices').toContain(title)
    const narrow = await at('author', address, 390)
    await narrow.page.locator('.approval__state').getByText('Đã công bố').waitFor()
    await narrow.step('published-notices')
    const { page, step } = await at('head', address)
    await press(page, 'Rút văn bản', because('Lịch đã thay đổi.'))
    await confirm(page, 'Rút văn bản')
    await done(page, 'Đã rút văn bản.')
    await step('withdrawn-notices')
    await seenBy('notices').not.toContain(title)
  })

  it('a notice is returned to its author, who finds it among their tasks and submits it again', async () => {
    const address = await submitted('notices', 'Thông báo bị trả lại')
    const editor = await at('editor', address)
    await press(editor.page, 'Trả lại để sửa', because('Thiếu địa điểm.'))
    await done(editor.page, 'Đã trả lại.')
    await editor.step('returned-notices')
    const author = await day.desk('author')
    await author.page.goto(`${day.office.origin}/admin`)
    const mine = author.page.getByRole('region', { name: /Trả lại cho tôi/ })
    await mine.getByRole('link', { name: 'Thông báo bị trả lại' }).waitFor()
    await author.step('tasks')
    await mine.getByRole('link', { name: 'Thông báo bị trả lại' }).click()
    await author.page.locator('.approval__event--returned').getByText('Thiếu địa điểm.').waitFor()
    await press(author.page, 'Trình duyệt')
    await done(author.page, 'Đã trình duyệt.')
    await author.step('submitted-again-notices')
  })

  it('a notice is refused', async () => {
    const address = await submitted('notices', 'Thông báo không duyệt')
    const { page, step } = await at('editor', address)
    await press(page, 'Không duyệt', because('Trùng với thông báo trước.'))
    await done(page, 'Đã ghi quyết định không duyệt.')
    await step('refused-notices')
  })

  it('a notice is taken back by its author', async () => {
    const address = await submitted('notices', 'Thông báo rút lại bản trình')
    const { page, step } = await at('author', address)
    await page.locator('.approval__buttons button').first().click()
    await page.locator('.approval__done').waitFor()
    await page.locator('#field-title:enabled').waitFor()
    await step('recalled-notices')
  })

  it('a notice is scheduled, and taken off the calendar', async () => {
    const address = await passed('notices', 'Thông báo hẹn giờ')
    const { page, step } = await at('head', address)
    await press(page, 'Hẹn giờ công bố', { label: 'Ngày và giờ công bố', text: '2027-12-01T08:00' })
    await done(page, 'Đã hẹn giờ; văn bản sẽ tự công bố.')
    await page.getByText('Sẽ tự công bố lúc 01/12/2027 08:00 (giờ Việt Nam).').waitFor()
    await step('scheduled-notices')
    await press(page, 'Bỏ hẹn giờ')
    await done(page, 'Đã bỏ hẹn giờ')
    await step('unscheduled-notices')
    expect(await button(page, 'Bỏ hẹn giờ').count()).toBe(0)
  })
})

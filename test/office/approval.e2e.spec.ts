import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { button } from '../admin/support/office.ts'
import { at, confirm, done, pass, press, publicTitles, publish, submit, wholeDocument } from './support/approvals.ts'
import { type Day, openDay } from './support/day.ts'

let day: Day
beforeAll(async () => {
  day = await openDay()
})
afterEach(() => day.office.closeWindows())
afterAll(() => day.end())

const because = (text: string) => ({ label: 'Lý do', text })

/** Creates a complete document by the author. Returns its address. */
const written = async (collection: string, title: string): Promise<string> => {
  const id = await day.office.made('author', collection, await wholeDocument(day, collection, title))
  return `${day.office.origin}/admin/collections/${collection}/${id}`
}

const submitted = async (collection: string, title: string): Promise<string> => {
  const address = await written(collection, title)
  await submit(day, collection, address)
  return address
}

const passed = async (collection: string, title: string): Promise<string> => {
  const address = await submitted(collection, title)
  await pass(day, collection, address)
  return address
}

const published = async (collection: string, title: string): Promise<string> => {
  const address = await written(collection, title)
  await publish(day, collection, address)
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
    const narrow = await at(day, 'author', address, 390)
    await narrow.page.locator('.approval__state').getByText('Đã công bố').waitFor()
    await narrow.step('published-notices')
    const { page, step } = await at(day, 'head', address)
    await press(page, 'Rút văn bản', because('Lịch đã thay đổi.'))
    await confirm(page, 'Rút văn bản')
    await done(page, 'Đã rút văn bản.')
    await step('withdrawn-notices')
    await seenBy('notices').not.toContain(title)
  })

  it('a notice is returned to its author, who finds it among their tasks and submits it again', async () => {
    const address = await submitted('notices', 'Thông báo bị trả lại')
    const editor = await at(day, 'editor', address)
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
    const { page, step } = await at(day, 'editor', address)
    await press(page, 'Không duyệt', because('Trùng với thông báo trước.'))
    await done(page, 'Đã ghi quyết định không duyệt.')
    await step('refused-notices')
  })

  it('a notice is taken back by its author', async () => {
    const address = await submitted('notices', 'Thông báo rút lại bản trình')
    const { page, step } = await at(day, 'author', address)
    await page.locator('.approval__buttons button').first().click()
    await page.locator('.approval__done').waitFor()
    await page.locator('#field-title:enabled').waitFor()
    await step('recalled-notices')
  })

  it('a notice is scheduled, and taken off the calendar', async () => {
    const address = await passed('notices', 'Thông báo hẹn giờ')
    const { page, step } = await at(day, 'head', address)
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

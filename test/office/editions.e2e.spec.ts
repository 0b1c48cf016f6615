import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { breaches } from '../admin/support/office.ts'
import { at, confirm, done, press, publicTitles, publish, wholeDocument } from './support/approvals.ts'
import { type Day, openDay } from './support/day.ts'

let day: Day
beforeAll(async () => {
  day = await openDay()
})
afterEach(() => day.office.closeWindows())
afterAll(() => day.end())

const because = (text: string) => ({ label: 'Lý do', text })
const seen = () => expect.poll(() => publicTitles(day, 'notices'), { timeout: 60_000 })
const notice = async (title: string): Promise<string> => {
  const id = await day.office.made('author', 'notices', await wholeDocument(day, 'notices', title))
  return `${day.office.origin}/admin/collections/notices/${id}`
}

describe('editions in the panel', () => {
  it('a notice is published urgently by a head and ratified by another', async () => {
    const title = 'Cảnh báo triều cường'
    const address = await notice(title)
    const head = await at(day, 'head', address)
    await head.page.getByText('Việc ít dùng').click()
    await press(head.page, 'Công bố khẩn', because('Triều cường lên trong đêm.'))
    await confirm(head.page, 'Công bố khẩn')
    await done(head.page, 'Đã công bố khẩn; đang chờ một lãnh đạo khác phê chuẩn.')
    await head.step('urgent')
    await seen().toContain(title)
    const deputy = await day.desk('deputy')
    await deputy.page.goto(`${day.office.origin}/admin`)
    const waiting = deputy.page.getByRole('region', { name: /Chờ tôi giải quyết/ })
    await waiting.getByText('Chờ phê chuẩn').first().waitFor()
    await deputy.step('home-ratify')
    await waiting.getByRole('link', { name: title }).click()
    const decision = deputy.page.locator('.review__decision')
    await decision.getByRole('button', { name: 'Phê chuẩn kèm ghi chú' }).click()
    await decision.getByLabel('Ghi chú (không bắt buộc)').fill('Đúng thẩm quyền.')
    await decision
      .locator('.approval__form')
      .getByRole('button', { name: /^Phê chuẩn/ })
      .click()
    await done(deputy.page, 'Đã phê chuẩn.')
    await deputy.step('ratified')
  })

  it('a withdrawn notice leads on, and returns by another head, on a phone', async () => {
    const [title, heir] = ['Thông báo sẽ trở lại', 'Thông báo thay thế']
    const [address, other] = [await notice(title), await notice(heir)]
    for (const one of [address, other]) await publish(day, 'notices', one)
    const { url } = await day.office.view('head', other.split('/').at(-1)!)
    const head = await at(day, 'head', address, 390)
    await head.page.getByRole('button', { name: 'Rút văn bản', exact: true }).click()
    await head.page.getByLabel('Lý do').fill('Có thông báo mới.')
    await head.page.getByLabel('Địa chỉ văn bản thay thế (không bắt buộc)').fill(url!)
    await head.page.getByRole('button', { name: 'Rút văn bản', exact: true }).click()
    await confirm(head.page, 'Rút văn bản')
    await done(head.page, 'Đã rút văn bản.')
    await head.page.getByText(`Địa chỉ này dẫn đến: ${url}`).waitFor()
    expect(await breaches(head.page, '.approval')).toEqual([])
    await head.step('withdrawn-onward')
    const deputy = await at(day, 'deputy', address, 390)
    await press(deputy.page, 'Công bố lại', because('Thông báo mới có sai sót.'))
    await confirm(deputy.page, 'Công bố lại')
    await done(deputy.page, 'Đã công bố lại.')
    await seen().toContain(title)
  })

  it('a claimed step is theirs, and people talk about a field', async () => {
    const address = await notice('Thông báo có trao đổi')
    const author = await at(day, 'author', address)
    await press(author.page, 'Trình duyệt')
    await done(author.page, 'Đã trình duyệt.')
    const editor = await at(day, 'editor', address)
    await press(editor.page, 'Nhận xử lý')
    await done(editor.page, 'Bạn đã nhận xử lý văn bản này.')
    await editor.page.getByText(/Bạn đang xử lý, giữ đến/).waitFor()
    await editor.page.locator('summary', { hasText: 'Ý kiến của bạn' }).click()
    await editor.page.getByLabel('Về mục').selectOption('title')
    await editor.page.getByRole('button', { name: 'Gửi ý kiến' }).click()
    await editor.page.getByText('Xin ghi ý kiến trước khi gửi.').waitFor()
    await editor.page.getByLabel('Ý kiến của bạn').fill('Tên dài quá.')
    await editor.page.getByRole('button', { name: 'Gửi ý kiến' }).click()
    await editor.page.getByText('Đã gửi ý kiến.').waitFor()
    expect(await breaches(editor.page, '.approval')).toEqual([])
    await editor.step('commented')
    await author.page.reload()
    await author.page.getByRole('button', { name: 'Trả lời', exact: true }).click()
    await author.page.getByLabel(/^Trả lời /).fill('Sẽ rút gọn.')
    await author.page.getByRole('button', { name: 'Gửi ý kiến' }).first().click()
    await author.page.getByText('Sẽ rút gọn.').waitFor()
    await author.page.getByRole('button', { name: 'Đã giải quyết xong' }).click()
    await author.page.getByText('Đã ghi là giải quyết xong.').waitFor()
    await author.step('resolved')
  })
})

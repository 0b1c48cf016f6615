import { mkdirSync } from 'node:fs'
import path from 'node:path'
import axe from 'axe-core'
import { type ParsedMail, simpleParser } from 'mailparser'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordTerms } from '../../../plugins/publications/index.ts'
import { faultsIn } from '../../digest/support/html.ts'
import { launchBrowser } from '../../support/browser.ts'
import { type Office, openOffice } from './support/office.ts'

const WIDTHS = [390, 600]
const PICTURES = process.env.CONGBO_SCREENSHOTS && path.join(process.env.CONGBO_SCREENSHOTS, 'notices')

let office: Office
const mails: Record<string, ParsedMail> = {}
const keep = async (name: string, to: string) => {
  const mail = office.mailbox.mails.findLast((one) => one.to.includes(`${to}@demo.local`))
  mails[name] = await simpleParser(mail!.raw)
}

beforeAll(async () => {
  office = await openOffice()
  await office.payload.updateGlobal({
    slug: 'site',
    data: { agency: 'Sở Tư pháp thành phố Cần Thơ', address: '62 Trần Quốc Hoàn, Cần Thơ', telephone: '0292 3820 000' },
  })
  await recordTerms(office)
  await office.at('2026-11-23 08:00')
  for (const title of [
    'Lịch tiếp công dân của Sở Tư pháp thành phố Cần Thơ tháng 12 năm 2026',
    'Tạm ngừng tiếp nhận hồ sơ tại Bộ phận Một cửa để nâng cấp hệ thống trong hai ngày 28 và 29 tháng 11',
  ])
    await office.act('author', await office.write(title), 'submit')
  await office.at('2026-11-23 08:05')
  await office.at('2026-11-23 08:30')
  await keep('collected', 'editor')
  const urgent = await office.write('Cảnh báo triều cường và ngập sâu ở các phường ven sông')
  await office.act('head', urgent, 'publish-urgently', {
    reason: 'Đỉnh triều vào 18 giờ hôm nay; người dân cần biết ngay.',
  })
  await office.at('2026-11-23 08:31')
  await keep('urgent', 'deputy')
  const returned = await office.write('Hướng dẫn đăng ký khai sinh trực tuyến')
  await office.act('author', returned, 'submit')
  await office.act('editor', returned, 'return', {
    reason: 'Thiếu căn cứ pháp lý ở mục 2; xin dẫn Nghị định số 123/2015/NĐ-CP và nêu rõ lệ phí.',
  })
  const refused = await office.write('Tuyển cộng tác viên trợ giúp pháp lý')
  await office.act('author', refused, 'submit')
  await office.act('editor', refused, 'refuse', { reason: 'Đã có thông báo cùng nội dung.' })
  await office.at('2026-11-23 08:40')
  await office.at('2026-11-23 09:00')
  await keep('author', 'author')
  await office.act('author', await office.write('Phiên giao dịch việc làm cho người khuyết tật'), 'submit')
  await office.account('deputy', { mailLanguage: 'en' })
  const approved = await office.write('Mời dự hội nghị đối thoại với doanh nghiệp')
  await office.act('author', approved, 'submit')
  await office.act('editor', approved, 'approve')
  await office.at('2026-11-26 07:00')
  await keep('summary', 'editor')
  await keep('english', 'deputy')
})
afterAll(() => office.close())

const NAMES = ['collected', 'urgent', 'author', 'summary', 'english']

describe('a mail to an officer', () => {
  it.each(NAMES)('%s is sound HTML, says the same as text, and carries no secret and no tracking', async (name) => {
    const { html, text = '', headers } = mails[name]!
    expect(await faultsIn(String(html))).toEqual([])
    expect(String(html)).not.toMatch(/<img|<script|src=/)
    for (const [, title] of String(html).matchAll(/<h[23]><a [^>]*>([^<]+)<\/a>/g)) expect(text).toContain(title)
    // Links lead into the admin and carry no parameters, so nobody can be recognised by them.
    const links = [...String(html).matchAll(/href="([^"]+)"/g)].map(([, href]) => href!)
    expect(links.length).toBeGreaterThan(2)
    for (const href of links) expect(href).toMatch(/^http:\/\/127\.0\.0\.1:3000\/admin[\w/-]*$/)
    expect(headers.get('auto-submitted')).toBe('auto-generated')
    expect(headers.has('list')).toBe(false)
    expect(text).toMatch(
      name === 'english'
        ? /\n\nLegal information portal\n/
        : /\n\nCổng thông tin pháp luật\nSở Tư pháp thành phố Cần Thơ\n/,
    )
  })

  it('names what waits, by when, and what is overdue', () => {
    expect(mails.summary!.subject).toBe('Việc ngày 26/11/2026: 3 văn bản chờ bạn, 3 quá hạn')
    expect(mails.summary!.text).toContain('Quá hạn từ 25/11/2026 08:00')
    expect(mails.english!.subject).toMatch(/^Work of 26\/11\/2026: /)
  })

  it('leads to where the text is decided, and to the form of what came back', () => {
    const addresses = (name: string) =>
      [...mails[name]!.text!.matchAll(/\/admin\/(review|collections)\/\w+\//g)].map(([, where]) => where)
    expect(new Set(addresses('collected'))).toEqual(new Set(['review']))
    expect(new Set(addresses('urgent'))).toEqual(new Set(['review']))
    expect(new Set(addresses('author'))).toEqual(new Set(['collections']))
  })

  it('can be read by everybody, on a telephone and in a mail program', async () => {
    const browser: Browser = await launchBrowser()
    try {
      for (const name of NAMES)
        for (const width of WIDTHS) {
          const page = await browser.newPage({ viewport: { width, height: 800 } })
          await page.setContent(String(mails[name]!.html))
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth),
            `${name} at ${width}`,
          ).toBeLessThanOrEqual(width)
          await page.evaluate(axe.source)
          const { violations } = await page.evaluate(() =>
            (globalThis as unknown as { axe: typeof axe }).axe.run({
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
            }),
          )
          expect(
            violations.map(({ id }) => id),
            `${name} at ${width}`,
          ).toEqual([])
          if (PICTURES) {
            mkdirSync(PICTURES, { recursive: true })
            await page.screenshot({ path: path.join(PICTURES, `${name}-${width}.png`), fullPage: true })
          }
          await page.close()
        }
    } finally {
      await browser.close()
    }
  })
})

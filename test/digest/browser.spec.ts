import axe from 'axe-core'
import { simpleParser } from 'mailparser'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tick } from '../../plugins/digest/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { type Mailbox, startMailbox } from './support/mailbox.ts'
import { type Portal, startPortal } from './support/portal.ts'
import { digestTo, join, linkIn, manageLink } from './support/subscriber.ts'

const ORIGIN = 'https://congbo.example.vn'

/** Violations of WCAG 2.1 A and AA that axe finds on the page. */
const breaches = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source)
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
    }),
  )
  return results.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`)
}

describe('in a browser', () => {
  let browser: Browser
  let mailbox: Mailbox
  let portal: Portal
  let page: Page
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    mailbox = await startMailbox()
    portal = await startPortal({ smtpUrl: mailbox.url })
    const context = await browser.newContext({ javaScriptEnabled: true })
    page = await context.newPage()
    await page.route(`${ORIGIN}/**`, async (route) => {
      const request = route.request()
      const { pathname, search } = new URL(request.url())
      const answer = await portal.ask(request.method() as 'GET' | 'POST', pathname + search, {
        headers: await request.allHeaders().then((all) => ({ 'content-type': all['content-type'] ?? '' })),
        body: request.postData(),
      })
      await route.fulfill({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: Buffer.from(await answer.arrayBuffer()),
      })
    })
  })
  afterEach(async () => {
    await page.context().close()
    await portal.stop()
    await mailbox.close()
  })

  it('the form is filled in, corrected and sent with the keyboard alone', async () => {
    await page.goto(`${ORIGIN}/subscriptions`)
    expect(await breaches(page)).toEqual([])
    for (const place of ['?lang=km', '?lang=en', null]) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(place)
    }
    await page.keyboard.type('nguyen@')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.faults')
    expect(await breaches(page)).toEqual([])
    for (let steps = 0; steps < 3; steps += 1) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('email')
    await page.keyboard.press('End')
    await page.keyboard.type('example.vn')
    await page.keyboard.press('Enter')
    await page.waitForSelector('h1:has-text("Hãy xem hộp thư của bạn")')
    expect(await breaches(page)).toEqual([])
    expect(await portal.rows('subscribers')).toMatchObject([{ email: 'nguyen@example.vn' }])
  })

  it('the own subscriptions are changed, paused and erased with the keyboard alone, in every language', async () => {
    await digestTo(portal, mailbox, 'an@example.vn')
    const link = await manageLink(mailbox)
    for (const lang of ['km', 'zh', 'en', 'vi']) {
      await page.goto(`${ORIGIN}${link}?lang=${lang}`)
      expect(await page.getAttribute('html', 'lang')).toBe(lang)
      expect(await breaches(page)).toEqual([])
      await page.goto(`${ORIGIN}/subscriptions?lang=${lang}`)
      expect(await breaches(page)).toEqual([])
      await page.goto(`${ORIGIN}/subscriptions/link?lang=${lang}`)
      expect(await breaches(page)).toEqual([])
    }
    await page.goto(`${ORIGIN}${link}?lang=km`)
    const [lines, size] = await page.evaluate(() => {
      const style = getComputedStyle(document.querySelector('p')!)
      return [Number.parseFloat(style.lineHeight), Number.parseFloat(style.fontSize)]
    })
    expect(lines! / size!).toBeGreaterThanOrEqual(1.8)

    await page.goto(ORIGIN + link)
    await page.focus('#s1-cadence')
    await page.keyboard.press('ArrowDown')
    for (let steps = 0; steps < 3; steps += 1) await page.keyboard.press('Tab')
    expect(await page.evaluate(() => (document.activeElement as HTMLButtonElement).value)).toBe('leave-one')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.done')
    expect(await breaches(page)).toEqual([])
    expect(await portal.rows('subscriptions', { state: { equals: 'active' } })).toMatchObject([{ cadence: 'weekly' }])

    await page.focus('button[value=pause]')
    await page.keyboard.press('Enter')
    await page.waitForSelector('button[value=resume]')
    expect(await breaches(page)).toEqual([])

    // The browser does not submit the form until the box is ticked.
    await page.focus('button[value=erase]')
    await page.keyboard.press('Enter')
    expect(await portal.rows('subscribers')).toHaveLength(1)
    await page.focus('#sure')
    await page.keyboard.press('Space')
    await page.focus('button[value=erase]')
    await page.keyboard.press('Enter')
    await page.waitForSelector('h1:has-text("Đã xóa dữ liệu của bạn")')
    expect(await breaches(page)).toEqual([])
    expect(await portal.rows('subscribers')).toEqual([])
  })

  it('the pages behind links, and the mails themselves, can be used by everybody', async () => {
    await portal.subscribe('an@example.vn')
    await tick(portal)
    const confirmation = await simpleParser(mailbox.mails[0]!.raw)
    await page.goto(ORIGIN + linkIn(confirmation.text!, '/subscriptions/confirm/'))
    expect(await breaches(page)).toEqual([])
    await page.click('button')
    await page.waitForSelector('h1:has-text("Đã xác nhận đăng ký")')
    expect(await breaches(page)).toEqual([])

    await join(portal, mailbox, 'binh@example.vn')
    await portal.publish({ document: 'a' })
    portal.clock.set('2026-11-24T00:30:00.000Z')
    await tick(portal)
    const digest = await simpleParser(mailbox.mails.find((mail) => mail.to.includes('binh@example.vn'))!.raw)
    await page.goto(ORIGIN + linkIn(digest.text!, '/m/'))
    expect(await page.textContent('h1')).toBe('Nội dung mới ngày 23/11/2026')
    expect(await breaches(page)).toEqual([])
    await page.goto(ORIGIN + linkIn(digest.text!, '/u/'))
    expect(await breaches(page)).toEqual([])
    await page.click('button')
    await page.waitForSelector('h1:has-text("Đã hủy nhận bản tin")')
    expect(await breaches(page)).toEqual([])
    await page.goto(`${ORIGIN}/u/0`)
    expect(await breaches(page)).toEqual([])

    // In a page of its own, so that no policy of ours blocks the mail's colours.
    for (const mail of [confirmation, digest]) {
      const letter = await page.context().newPage()
      await letter.setContent(mail.html as string)
      expect(await breaches(letter)).toEqual([])
    }
  })
})

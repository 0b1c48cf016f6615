import { mkdirSync } from 'node:fs'
import path from 'node:path'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { faultsIn } from './support/html.ts'
import { openWebsite, type Website } from './support/website.ts'

/** Folder for a picture of every page: `CONGBO_SCREENSHOTS`, or by default a folder that is not committed. */
const SCREENSHOTS = path.resolve(process.env.CONGBO_SCREENSHOTS || 'test/website/screenshots')

const PLAN = '/van-ban/84-kh-ubnd-2024-phat-huy-vai-tro-cua-hoi-luat-gia'
const PAGES: [string, string, number][] = [
  ['home', '/', 200],
  ['directives', '/van-ban', 200],
  ['directives-filtered', '/van-ban?topic=hoa-giai-o-co-so&docType=Q%C4%90-QPPL', 200],
  ['directive', PLAN, 200],
  ['directive-replaced', '/van-ban/908-2021-qd-ubnd-trinh-dien', 200],
  ['bulletins', '/ban-tin', 200],
  ['bulletin', '/ban-tin/soc-trang-phat-huy-vai-tro-cua-hoi-luat-gia', 200],
  ['bulletin-issue', '/ban-tin/ban-tin-phap-luat-so-1-nam-2026', 200],
  ['videos', '/video', 200],
  ['video', '/video/truyen-thong-ve-bao-luc-gia-dinh-va-tao-hon', 200],
  ['notices', '/thong-bao', 200],
  ['notice', '/thong-bao/tro-giup-phap-ly-mien-phi', 200],
  ['topic', '/chu-de/hoa-giai-o-co-so', 200],
  ['body', '/co-quan/ubnd-tinh-soc-trang', 200],
  ['body-successor', '/co-quan/ubnd-tp-can-tho', 200],
  ['search', '/tim-kiem?q=hoa+giai', 200],
  ['search-nothing', '/tim-kiem?q=xyzzy+qwerty', 200],
  ['search-empty', '/tim-kiem', 200],
  ['page', '/trang/gioi-thieu', 200],
  ['overview', '/so-do-trang', 200],
  ['khmer', '/km', 200],
  ['khmer-notice', '/km/thong-bao/tro-giup-phap-ly-mien-phi', 200],
  ['khmer-fallback', `/km${PLAN}`, 200],
  ['chinese', '/zh/van-ban', 200],
  ['english', `/en${PLAN}`, 200],
  ['not-found', '/tin-tuc/ke-hoach-84-kh-ubnd', 404],
  ['bad', '/van-ban?page=x', 400],
]

/** Chromium also tells of pages that are meant to be refused. */
const KNOWN_OTHERWISE = /^Failed to load resource/

let website: Website
let browser: Browser
beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true })
  browser = await launchBrowser()
  website = await openWebsite()
})
afterAll(async () => {
  await browser.close()
  await website.stop()
})

const ALL_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']

/**
 * Violations of WCAG 2.1 A and AA that axe finds on the page.
 *
 * @param rules tags of rules, or one rule by its name
 */
const breaches = async (page: Page, rules = ALL_RULES): Promise<string[]> => {
  await page.evaluate(axe.source)
  const results = await page.evaluate(
    (runOnly) => (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly }),
    rules,
  )
  return results.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`)
}

/** A window in which everything that goes wrong is noted; without script unless axe needs it, which no page has. */
const windowOf = async ({ width, forAxe = false }: { width: number; forAxe?: boolean }) => {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: forAxe,
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !KNOWN_OTHERWISE.test(message.text())) faults.push(message.text())
  })
  page.on('requestfailed', (request) => faults.push(`${request.url()}: ${request.failure()?.errorText}`))
  page.on('request', (request) => {
    const { origin } = new URL(request.url())
    if (origin !== website.site && origin !== website.cms) faults.push(`asks ${origin}`)
  })
  return { page, faults }
}

describe.each(PAGES)('the page %s', (name, target, status) => {
  it('is valid HTML', async () => {
    const answer = await fetch(website.site + target)
    expect(answer.status).toBe(status)
    expect(await faultsIn(await answer.text())).toEqual([])
  })

  it('can be used by everybody, wide and narrow, by day and by night', async () => {
    const { page, faults } = await windowOf({ width: 1280, forAxe: true })
    const answer = await page.goto(website.site + target)
    expect(answer?.status()).toBe(status)
    const picture = (as: string) =>
      page.screenshot({ path: path.join(SCREENSHOTS, `${name}-${as}.png`), fullPage: true })
    const fits = async () => {
      const [wide, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
      expect(wide).toBeLessThanOrEqual(shown!)
    }
    await picture('1280-light')
    expect(await breaches(page)).toEqual([])
    await fits()
    // By night only the colours are others.
    await page.emulateMedia({ colorScheme: 'dark' })
    await picture('1280-dark')
    expect(await breaches(page, ['color-contrast'])).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 390, height: 900 })
    await picture('390-light')
    expect(await breaches(page)).toEqual([])
    await fits()
    expect(faults).toEqual([])
    await page.context().close()
  })
})

describe('by keyboard', () => {
  it('the first key leads past the header, and a question is asked and answered', async () => {
    const { page } = await windowOf({ width: 1280 })
    await page.goto(website.site)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q')
    await page.keyboard.type('84 kh ubnd')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/tim-kiem?q=84+kh+ubnd')
    expect(await page.locator('.entry-title a').first().getAttribute('href')).toBe(PLAN)
    await page.context().close()
  })

  it('a list is filtered, and a filter taken away, at clean addresses', async () => {
    const { page } = await windowOf({ width: 1280 })
    await page.goto(`${website.site}/van-ban`)
    await page.focus('#f-docType')
    await page.keyboard.press('ArrowDown')
    await page.focus('.filters button')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/van-ban\?docType=[^&]+$/)
    await page.focus('.chosen a')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${website.site}/van-ban`)
    expect(await page.locator('.entry').count()).toBe(3)
    await page.context().close()
  })
})

describe('a reader', () => {
  it('who prefers large letters gets all of it larger, and nothing is cut off', async () => {
    const { page } = await windowOf({ width: 1280 })
    await page.goto(`${website.site}${PLAN}`)
    const sizes = () =>
      page.evaluate(() =>
        ['h1', '.document-text p', '.menu a', 'dt'].map((selector) =>
          Number.parseFloat(getComputedStyle(document.querySelector(selector)!).fontSize),
        ),
      )
    const before = await sizes()
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    const after = await sizes()
    for (const [at, size] of after.entries()) expect(size / before[at]!).toBeGreaterThan(1.4)
    const [wide, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
    expect(wide).toBeLessThanOrEqual(shown!)
    await page.context().close()
  })

  it('who prints gets the document alone, in the type of official documents', async () => {
    const { page } = await windowOf({ width: 1280 })
    await page.goto(`${website.site}${PLAN}`)
    await page.emulateMedia({ media: 'print' })
    for (const selector of ['.menu', '.foot', '.masthead .search-form', '.pdf'])
      expect(await page.locator(selector).first().isVisible()).toBe(false)
    for (const selector of ['h1', '.tasks', '.facts', '.steps'])
      expect(await page.locator(selector).first().isVisible()).toBe(true)
    await page.screenshot({ path: path.join(SCREENSHOTS, 'directive-print.png'), fullPage: true })
    await page.context().close()
  })

  it('of Khmer gets lines that its signs fit between', async () => {
    const { page } = await windowOf({ width: 390 })
    await page.goto(`${website.site}/km/thong-bao/tro-giup-phap-ly-mien-phi`)
    const [lines, size] = await page.evaluate(() => {
      const style = getComputedStyle(document.querySelector('.rich p')!)
      return [Number.parseFloat(style.lineHeight), Number.parseFloat(style.fontSize)]
    })
    expect(lines! / size!).toBeGreaterThanOrEqual(1.8)
    await page.context().close()
  })

  it('of a video has its captions and its words in writing', async () => {
    const { page, faults } = await windowOf({ width: 1280 })
    await page.goto(`${website.site}/video/truyen-thong-ve-bao-luc-gia-dinh-va-tao-hon`)
    const track = await page.getAttribute('track', 'src')
    const captions = await fetch(track!)
    expect([captions.status, captions.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
    expect(await page.textContent('.transcript')).toContain('Kính chào bà con')
    expect(faults).toEqual([])
    await page.context().close()
  })
})

it('no page made an error of the server', () => {
  expect(website.faults).toEqual([])
})

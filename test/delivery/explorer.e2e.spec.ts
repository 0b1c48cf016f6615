import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeMounts, type Served } from '../../src/http/mounts.ts'
import { type HttpServer, serveSystem } from '../http/server.ts'
import { launchBrowser } from '../support/browser.ts'
import { startPortal } from '../support/portal.ts'

let served: Served
let server: HttpServer
let browser: Browser
beforeAll(async () => {
  const portal = await startPortal()
  served = await composeMounts(portal)
  server = await serveSystem(portal, served)
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await served.close()
  await server.stop()
})

/** The explorer in a browser, with everything that it asked for and complained of. */
const opened = async (width: number) => {
  const context = await browser.newContext({ viewport: { width, height: 800 } })
  const page = await context.newPage()
  const asked: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`http://127.0.0.1:${server.port}/graphql`)
  await page.getByRole('button', { name: /Execute query/ }).waitFor()
  return { page, asked, complaints, close: () => context.close() }
}

describe('the explorer in a browser', () => {
  it.each([1280, 390])(
    'asks this server alone, breaks no rule of its page, and fits %s pixels',
    async (width) => {
      const { page, asked, complaints, close } = await opened(width)
      await page.getByRole('button', { name: /settings/ }).click()
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press('Escape')
      expect(
        asked.filter((url) => !url.startsWith(`http://127.0.0.1:${server.port}/`) && !url.startsWith('data:')),
      ).toEqual([])
      expect(complaints).toEqual([])
      const seen = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(seen).toBeLessThanOrEqual(width)
      await close()
    },
    60_000,
  )

  it('runs a sample that is chosen, and completes what is typed from the schema', async () => {
    const { page, close } = await opened(1280)
    const result = page.locator('.result-window')
    await page.getByLabel('Truy vấn mẫu').selectOption({ label: 'Tin, bản tin' })
    // The explorer takes a moment to see that the operation has another name.
    const run = async () => {
      await page.getByRole('button', { name: /Execute query/ }).click()
      return result.innerText()
    }
    await expect.poll(run).toContain('"bulletins"')
    await page.locator('.graphiql-query-editor .CodeMirror').click()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('{ visitS')
    await expect.poll(() => page.locator('.CodeMirror-hints').innerText()).toContain('visitStats')
    await close()
  }, 60_000)

  it('shows the guide for web developers beside the query', async () => {
    const { page, close } = await opened(1280)
    await page.getByRole('button', { name: /Hướng dẫn/ }).click()
    await page.getByRole('heading', { name: 'Dành cho người làm website' }).waitFor()
    await close()
  }, 60_000)
})

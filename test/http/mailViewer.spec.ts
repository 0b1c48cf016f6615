import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { digestHandlers, mailViewerHandlers, tick } from '../../plugins/digest/index.ts'
import { createApplication } from '../../src/http/application.ts'
import { close, listen, portOf } from '../../src/http/httpServer.ts'
import { enrol } from '../digest/support/enrol.ts'
import { type Portal, startPortal } from '../digest/support/portal.ts'
import { launchBrowser } from '../support/browser.ts'

describe('the viewer of mails, behind the headers of the server', () => {
  let browser: Browser
  let portal: Portal
  let server: Awaited<ReturnType<typeof listen>>
  let origin: string
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    portal = await startPortal({ smtpUrl: undefined })
    const { payload, clock, config, dir } = portal
    const application = createApplication({
      payload,
      config,
      environment: { publicUrl: 'http://127.0.0.1:3000', demo: true, mode: 'demo', trustProxy: 0 },
      clock,
      log: payload.logger,
      mounts: [...digestHandlers({ payload, clock }), ...mailViewerHandlers({ payload })],
      probes: {},
      payloadKey: dir,
    })
    server = await listen({
      application,
      fastPaths: [],
      admits: async () => true,
      isKnownHost: () => true,
      port: 0,
      host: '127.0.0.1',
    })
    origin = `http://127.0.0.1:${portOf(server)}`
  })
  afterEach(async () => {
    await close(server, 100)
    await portal.stop()
  })

  it('shows a mail’s HTML in its frame', async () => {
    const { payload } = portal
    const email = 'editor@example.org'
    await payload.create({ collection: 'users', data: { email, password: 'mat-khau-dai', role: 'editor' } })
    const token = await portal.login(email, 'mat-khau-dai')
    await enrol(portal, ['an'])
    await portal.publish({ document: 'a' })
    portal.clock.set('2026-11-24T00:30:00.000Z')
    await tick(portal)

    const context = await browser.newContext({ extraHTTPHeaders: { authorization: `JWT ${token}` } })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    await page.goto(`${origin}/admin-mail`)
    await page.click('table a')
    const frame = page.frameLocator('iframe')
    expect(await frame.locator('h1').textContent()).toBe('Nội dung mới ngày 23/11/2026')
    expect(await frame.locator('h1').evaluate((heading) => getComputedStyle(heading).fontSize)).toBe('24px')
    expect(complaints).toEqual([])
    await context.close()
  })
})

import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { VERIFY_LANGUAGES } from '../../plugins/delivery/verify/texts.ts'
import { sha256 } from '../../plugins/publications/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { type PublicSide, startPublicSide } from './support/publicSide.ts'

/** Nine in the morning in Viet Nam. */
const NINE = '2026-11-27T02:00:00.000Z'
const STEPS = JSON.stringify([
  { step: 'edit', title: { vi: 'Biên tập', en: 'Edit' }, capacity: 'Biên tập viên', at: '2026-11-27T01:00:00.000Z' },
  { step: 'approve', title: { vi: 'Lãnh đạo duyệt', en: 'Approval' }, capacity: 'Trưởng ban', at: NINE },
])

let side: PublicSide
beforeAll(async () => {
  side = await startPublicSide({ at: NINE })
})
beforeEach(() => side.clock.set(NINE))
afterAll(() => side.stop())

let count = 0
const publish = async (fields: Record<string, string> = {}, entry: Parameters<PublicSide['publish']>[3] = {}) => {
  count += 1
  const document = entry.slug ?? `v${count}`
  const { contentHash } = await side.publish(
    'notices',
    document,
    { title: `Thông báo ${count} <b>`, slug: document, ...fields },
    { capacities: STEPS, ...entry },
  )
  return { document, hash: contentHash! }
}
const ask = async (path: string) => {
  const response = await side.request(path)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

describe('the page of an edition', () => {
  it('tells by which steps it was approved, in which capacities and when, of a public document', async () => {
    const { hash, document } = await publish()
    const { status, headers, text } = await ask(`/verify/${hash}`)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    for (const shown of ['Biên tập', 'Trưởng ban', '27/11/2026 08:00', '27/11/2026 09:00', 'Đang công bố', hash])
      expect(text).toContain(shown)
    expect(text).toContain(`Thông báo ${count} &lt;b&gt;`)
    expect(text).toContain(`href="https://phapluat.example.vn/notices/${document}"`)
    expect((await ask(`/verify/${hash.toUpperCase()}`)).status).toBe(200)
  })

  it('is written in the language that was asked for', async () => {
    const { hash } = await publish()
    for (const language of VERIFY_LANGUAGES) {
      const { text } = await ask(`/verify/${hash}?lang=${language}`)
      expect(text).toContain(`<html lang="${language}">`)
    }
    expect((await ask(`/verify/${hash}?lang=en`)).text).toContain('<span lang="vi">Trưởng ban</span>')
    expect((await ask(`/verify/${hash}?lang=xx"><script>`)).text).toContain('<html lang="vi">')
  })

  it('runs no script but its own, and none that is written in the page', async () => {
    const { hash } = await publish()
    const { headers, text } = await ask(`/verify/${hash}`)
    const policy = headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'")
    expect(policy).not.toContain('unsafe')
    expect(text.match(/<script[^>]*>/g)).toEqual(['<script src="/verify/check.js" defer>'])
    expect(text).not.toMatch(/<style|style=|onclick/)
    for (const asset of ['/verify/check.js', '/verify/style.css']) expect((await ask(asset)).status).toBe(200)
  })

  it('says that an urgent edition waits for a second person, until it is ratified', async () => {
    const urgent = [{ step: 'publish-urgently', title: { vi: 'Công bố khẩn' }, capacity: 'Trưởng ban', awaits: true }]
    const { hash, document } = await publish({}, { capacities: JSON.stringify(urgent) })
    expect((await ask(`/verify/${hash}`)).text).toContain('đang chờ người thứ hai phê chuẩn')
    const ratified = [{ step: 'ratified', title: { vi: 'Phê chuẩn' }, capacity: 'Phó ban', ratifies: 'publication' }]
    await side.record({
      collection: 'notices',
      document,
      kind: 'ratified',
      contentHash: hash,
      capacities: JSON.stringify(ratified),
    })
    const { text } = await ask(`/verify/${hash}`)
    expect(text).not.toContain('đang chờ người thứ hai')
    expect(text).toContain('Phó ban')
  })

  it('of a replaced edition names the new one by its number, and leads from that one to it', async () => {
    const first = await publish()
    const second = await publish({ title: 'Thông báo đã sửa' }, { slug: first.document, edition: 2 })
    const { text } = await ask(`/verify/${first.hash}`)
    expect(text).toContain('Đã được thay bằng bản số 2')
    expect(text).not.toContain('Thông báo đã sửa')
    expect((await ask(`/verify/${second.hash}`)).text).toContain(`href="/verify/${first.hash}?lang=vi"`)
  })

  it('of a withdrawn document keeps the facts, and shows nothing of the text', async () => {
    const { hash, document } = await publish({ title: 'Lộ thông tin' })
    await side.record({ collection: 'notices', document, kind: 'withdrawn', changeNote: 'Nhầm', contentHash: hash })
    const { status, text } = await ask(`/verify/${hash}`)
    expect(status).toBe(200)
    expect(text).toContain('đã được rút ngày')
    expect(text).toContain('không còn công khai')
    expect(text).not.toMatch(/Lộ thông tin|check\.js/)
    expect((await ask(`/verify/${hash}/content`)).status).toBe(404)
  })

  it('follows the end of a day on which a notice expires', async () => {
    const { hash } = await publish({ expiresAt: '2026-11-30', expiresOn: '2026-11-30' })
    expect((await ask(`/verify/${hash}/content`)).status).toBe(200)
    side.clock.set('2026-11-30T17:00:00.000Z')
    expect((await ask(`/verify/${hash}/content`)).status).toBe(404)
    expect((await ask(`/verify/${hash}`)).text).toContain('đã hết thời hạn')
  })

  it('is none for what was never public', async () => {
    for (const path of [`/verify/${'0'.repeat(64)}`, '/verify/abc', '/verify/%22%3E%3Cscript%3E']) {
      const { status, text } = await ask(path)
      expect([path, status]).toEqual([path, 404])
      expect(text).toContain('Không có bản công bố nào mang mã này')
      expect(text).not.toContain('"><script>')
    }
  })

  it('is found by typing the hash', async () => {
    const { hash } = await publish()
    expect((await ask('/verify')).status).toBe(200)
    const answer = await side.request(`/verify?hash=${hash.toUpperCase()}&lang=km`)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/verify/${hash}?lang=km`])
    expect((await ask('/verify?hash=12')).status).toBe(404)
  })
})

describe('the canonical content', () => {
  it('has the hash by which it is asked for, and is nothing that a browser would run', async () => {
    const { hash } = await publish()
    const { status, headers, text } = await ask(`/verify/${hash}/content`)
    expect([status, sha256(text)]).toEqual([200, hash])
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${hash}.json"`)
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  })

  it('is not answered when it is not what was approved', async () => {
    const { hash } = await publish()
    const row = (await side.payload.db.findOne<{ id: string }>({
      collection: 'contents',
      where: { hash: { equals: hash } },
    }))!
    await side.payload.db.updateOne({ collection: 'contents', id: row.id, data: { bytes: '{"fields":{}}' } })
    expect((await ask(`/verify/${hash}/content`)).status).toBe(404)
  })
})

const ORIGIN = 'https://congbo.example.vn'

describe('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  /** A page whose requests the handlers answer. @param tamper changes the canonical content on its way */
  const open = async (args: {
    script?: boolean
    width?: number
    origin?: string
    tamper?: (text: string) => string
  }) => {
    const { script = true, width = 1280, origin = ORIGIN, tamper = (text: string) => text } = args
    const context = await browser.newContext({ javaScriptEnabled: script, viewport: { width, height: 900 } })
    const page = await context.newPage()
    await page.route(`${origin}/**`, async (route) => {
      const { pathname, search } = new URL(route.request().url())
      const answer = await side.request(pathname + search)
      const text = await answer.text()
      const body = pathname.endsWith('/content') ? tamper(text) : text
      await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body })
    })
    return page
  }
  const said = async (page: Page, name: string) => {
    await page.waitForSelector(`#check.${name}`)
    return page.textContent('#check')
  }
  const breaches = async (page: Page): Promise<string[]> => {
    await page.evaluate(axe.source)
    const results = await page.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
      }),
    )
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  }

  it('computes the hash of the public content, and says in a sentence whether it matches', async () => {
    const { hash } = await publish()
    const page = await open({})
    await page.goto(`${ORIGIN}/verify/${hash}`)
    expect(await said(page, 'matches')).toMatch(/^Khớp/)
    await page.context().close()
    const tampered = await open({ tamper: (text) => text.replace('Thông báo', 'Thông cáo') })
    await tampered.goto(`${ORIGIN}/verify/${hash}`)
    expect(await said(tampered, 'differs')).toMatch(/^Không khớp/)
    await tampered.context().close()
  })

  it('says what to do where it cannot', async () => {
    const { hash } = await publish()
    const insecure = await open({ origin: 'http://congbo.example.vn' })
    await insecure.goto(`http://congbo.example.vn/verify/${hash}`)
    expect(await said(insecure, 'insecure')).toContain('https')
    await insecure.context().close()
  })

  it('has all facts without a script', async () => {
    const { hash } = await publish()
    const page = await open({ script: false })
    await page.goto(`${ORIGIN}/verify/${hash}`)
    expect(await page.textContent('main')).toContain('Lãnh đạo duyệt')
    expect(await page.isVisible('#check')).toBe(false)
    expect(await page.isVisible('a[download]')).toBe(true)
    await page.context().close()
  })

  it.each([390, 1280])('is accessible and fits at %i pixels, in every language', async (width) => {
    const { hash } = await publish()
    const page = await open({ width })
    for (const path of [`/verify/${hash}`, '/verify', '/verify/12'])
      for (const language of VERIFY_LANGUAGES) {
        await page.goto(`${ORIGIN}${path}?lang=${language}`)
        if (path.endsWith(hash)) await said(page, 'matches')
        expect([path, language, await breaches(page)]).toEqual([path, language, []])
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      }
    await page.context().close()
  })
})

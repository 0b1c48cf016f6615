import http from 'node:http'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWebsite, type Website } from './support/website.ts'

const PLAN = '/van-ban/84-kh-ubnd-2024-phat-huy-vai-tro-cua-hoi-luat-gia'
const NOTICE = '/thong-bao/tro-giup-phap-ly-mien-phi'
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36'

interface Got {
  status: number
  headers: http.IncomingHttpHeaders
  body: Buffer
  text: string
}

let website: Website
beforeAll(async () => {
  website = await openWebsite()
})
afterAll(() => website.stop())

/** Sends a target as it is, without what a browser would mend of it. */
const get = (target: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(website.site)
    const request = http.request({ hostname, port, path: target, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => {
        const body = Buffer.concat(chunks)
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body, text: body.toString() })
      })
    })
    request.on('error', reject)
    request.end()
  })

/** Takes an action of the workflow on a document, as a head does. */
const decide = async (collection: string, slug: string, action: string, body: object) => {
  const { portal } = website
  const { docs } = await portal.payload.find({
    collection: collection as 'notices',
    where: { slug: { equals: slug } },
    depth: 0,
  })
  const at = `/workflow/${collection}/${docs[0]!.id}`
  const token = await portal.as('head')
  const { seq } = (await portal.rest('GET', at, { token })).body as { seq: number }
  const answer = await portal.rest('POST', `${at}/${action}`, { token, body: { expected: seq, ...body } })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

describe('an address', () => {
  it.each([
    ['/', 200],
    [PLAN, 200],
    ['/en', 200],
    [`/km${NOTICE}`, 200],
    ['/co-quan/ubnd-tinh-soc-trang', 200],
    ['/chu-de/hoa-giai-o-co-so', 200],
    ['/tim-kiem?q=hoa+giai', 200],
    ['/van-ban?docType=Q%C4%90-QPPL', 200],
    ['/van-ban?topic=khong-co', 200],
    ['/van-ban/khong-co', 404],
    ['/chu-de/khong-co', 404],
    ['/co-quan/khong-co', 404],
    ['/khong-co-trang-nay', 404],
    ['/van-ban?page=999999', 404],
    ['/tim-kiem?q=hoa+giai&page=9999', 404],
    ['/van-ban?page=-1', 400],
    ['/van-ban?page=2.5', 400],
    ['/van-ban?year=9', 400],
    ['/van-ban?sort=password', 400],
    ['/van-ban?topic=%27%22%3C', 400],
    ['/tim-kiem?collection=users', 400],
    ['/%', 400],
    ['/van-ban/%E0%A4%A', 400],
    ['/van-ban/%00', 400],
    ['/van-ban/%E2%80%AEabc', 400],
    ['/../etc/passwd', 400],
    ['/a\\b', 400],
    ['/van-ban/%2e%2e%2fx', 404],
    ['/wp-login.php', 404],
    ['/look/site.000000000000.css', 404],
  ])('%s is answered by %i', async (target, status) => {
    const answer = await get(target)
    expect([answer.status, answer.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8'])
    expect(answer.text).toContain('</html>')
  })

  it.each([
    ['/vi', '/'],
    ['/vi/van-ban', '/van-ban'],
    ['/van-ban/', '/van-ban'],
    ['/km/', '/km'],
    ['//evil.example/', '/evil.example'],
    ['/van-ban?page=1', '/van-ban'],
    ['/van-ban?topic=&docType=KH&sort=', '/van-ban?docType=KH'],
    ['/van-ban?limit=-1', '/van-ban'],
    ['/tim-kiem?q=++hoa++gi%E1%BA%A3i', '/tim-kiem?q=hoa+gi%E1%BA%A3i'],
    [`${PLAN}?utm_source=zalo&fbclid=x`, PLAN],
    [`/en${PLAN}/?gclid=1`, `/en${PLAN}`],
    ['/chi-dao-dieu-hanh/ke-hoach-84-kh-ubnd.html', PLAN],
    ['/en/chi-dao-dieu-hanh/ke-hoach-84-kh-ubnd.html?utm_medium=x', `/en${PLAN}`],
  ])('%s leads to %s', async (target, location) => {
    const answer = await get(target)
    expect([answer.status, answer.headers.location]).toEqual([301, location])
  })

  it('is not endless', async () => {
    expect((await get(`/${'a'.repeat(5_000)}`)).status).toBe(400)
    expect((await get(`/tim-kiem?q=${'a'.repeat(300)}`)).status).toBe(400)
  })

  it('that is not there is answered with what its words may have meant', async () => {
    const { text } = await get('/tin-tuc/ke-hoach-84-kh-ubnd')
    expect(text).toContain(`href="${PLAN}"`)
  })

  it('never makes an error of the server', () => {
    expect(website.faults).toEqual([])
  })
})

describe('what was withdrawn', () => {
  it('is 410 with its notice and reason, and 301 where something else took its place', async () => {
    const [gone, moved] = ['dang-ky-nhan-ban-tin-phap-luat-qua-thu', 'ngay-phap-luat-viet-nam']
    expect((await get(`/thong-bao/${gone}`)).status).toBe(200)
    await decide('notices', gone, 'withdraw', { reason: 'Cách đăng ký đã đổi.' })
    await decide('notices', moved, 'withdraw', { reason: 'Gộp vào thông báo khác.', redirectTo: NOTICE })
    const statusOf = async (slug: string) => {
      website.later()
      return (await get(`/thong-bao/${slug}`)).status
    }
    await expect.poll(() => statusOf(gone)).toBe(410)
    await expect.poll(() => statusOf(moved)).toBe(301)
    const { text } = await get(`/en/thong-bao/${gone}`)
    expect(text).toContain('Cách đăng ký đã đổi.')
    expect(text).toContain('<h1>This was withdrawn</h1>')
    expect((await get(`/km/thong-bao/${moved}`)).headers.location).toBe(`/km${NOTICE}`)
    expect((await get('/')).text).not.toContain(gone)
  })
})

describe('an answer', () => {
  it('has a tag by which it is 304, compressed or not, and is not asked of the CMS again within seconds', async () => {
    const plain = await get(PLAN)
    expect(plain.headers.etag).toMatch(/^"[\w-]+"$/)
    const again = await get(PLAN, { 'if-none-match': plain.headers.etag! })
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, plain.headers.etag])
    const zipped = await get(PLAN, { 'accept-encoding': 'gzip' })
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(zipped.body).toString()).toBe(plain.text)
    expect(zipped.headers.etag).not.toBe(plain.headers.etag)
    expect((await get(PLAN, { 'accept-encoding': 'gzip', 'if-none-match': zipped.headers.etag! })).status).toBe(304)
    website.later()
    expect((await get(PLAN, { 'if-none-match': plain.headers.etag! })).status).toBe(304)
    expect(plain.headers['cache-control']).toMatch(/^public, max-age=0, s-maxage=5/)
    expect(plain.headers.vary).toBe('accept-encoding')
  })

  it('to HEAD is the headers alone, and to a method that changes something 405', async () => {
    const head = await get(PLAN, {}, 'HEAD')
    expect([head.status, head.body.length, Number(head.headers['content-length']) > 1_000]).toEqual([200, 0, true])
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const answer = await get(PLAN, {}, method)
      expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD'])
    }
  })

  it('allows no script, no frame around it, nothing from elsewhere but files of the CMS', async () => {
    for (const target of ['/', PLAN, '/khong-co', '/%']) {
      const { headers, text } = await get(target)
      expect(headers['content-security-policy']).toBe(
        [
          "default-src 'none'",
          "style-src 'self'",
          `img-src 'self' ${website.cms}`,
          `media-src ${website.cms}`,
          `object-src ${website.cms}`,
          `frame-src ${website.cms}`,
          "form-action 'self'",
          "base-uri 'none'",
          "frame-ancestors 'none'",
        ].join(';'),
      )
      expect(headers['x-powered-by']).toBeUndefined()
      expect(headers['set-cookie']).toBeUndefined()
      expect(text).not.toMatch(/ style=| on\w+=|<style/)
      expect(
        [...text.matchAll(/<script[^>]*>/g)].filter(([tag]) => tag !== '<script type="application/ld+json">'),
      ).toEqual([])
    }
  })

  it('is small: the first page with its style sheet is below 60 kB without pictures', async () => {
    const { body, text } = await get('/')
    const sheet = await get(/href="(\/look\/site\.[^"]+)"/.exec(text)![1]!)
    expect(sheet.headers['cache-control']).toContain('immutable')
    expect(body.length + sheet.body.length).toBeLessThan(60_000)
  })
})

describe('languages', () => {
  it('say what is shown in another one than asked', async () => {
    const khmer = (await get(`/km${NOTICE}`)).text
    expect(khmer).toContain('<html lang="km">')
    expect(khmer).toMatch(/<h1>ជំនួយ/)
    expect(khmer).not.toContain('ខាងក្រោមជា')
    const fallback = (await get(`/km${PLAN}`)).text
    expect(fallback).toMatch(/<h1 lang="vi">Triển khai/)
    expect(fallback).toContain('ខាងក្រោមជាភាសាវៀតណាម')
    expect(fallback).toContain(`<link rel="canonical" href="${website.site}${PLAN}"/>`)
    expect((await get('/zh/van-ban')).text).toMatch(
      /lang="vi" hrefLang="vi">Quy định|lang="vi" hreflang="vi">Quy định/i,
    )
    expect((await get('/en')).text).toContain('Newest directives')
  })

  it('of a page lead to each other, with the same filters', async () => {
    const { text } = await get('/en/van-ban?docType=KH')
    for (const href of ['/van-ban?docType=KH', '/km/van-ban?docType=KH', '/zh/van-ban?docType=KH'])
      expect(text).toContain(`href="${href}"`)
  })
})

describe('links to the CMS', () => {
  it('open its form for subscribing with what the list is filtered by', async () => {
    const { text } = await get('/van-ban?topic=hoa-giai-o-co-so')
    const href = /href="([^"]*\/subscriptions\?[^"]*topics=[^"]*)"/.exec(text)![1]!.replaceAll('&amp;', '&')
    expect(href.startsWith(`${website.cms}/subscriptions?lang=vi`)).toBe(true)
    const form = await (await fetch(href)).text()
    expect(form).toMatch(/value="directives" checked/)
    expect(form).toMatch(/value="hoa-giai-o-co-so" checked/)
  })

  it('lead to the provenance of the very edition', async () => {
    const { text } = await get(PLAN)
    const href = /href="([^"]*\/verify\/[^"]*)"/.exec(text)![1]!
    expect((await fetch(href)).status).toBe(200)
  })
})

describe('a visit', () => {
  const total = async (): Promise<number> => {
    const answer = await fetch(`${website.cms}/graphql?query=${encodeURIComponent('{ visitStats { total } }')}`)
    return ((await answer.json()) as { data: { visitStats: { total: number } } }).data.visitStats.total
  }

  it('is counted when a person comes from outside, not on the way within, nor for a robot', async () => {
    const before = await total()
    await get('/', { 'user-agent': BROWSER })
    await expect.poll(total).toBe(before + 1)
    await get(PLAN, { 'user-agent': BROWSER, referer: `${website.site}/` })
    await get(PLAN, { 'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' })
    await get('/khong-co', { 'user-agent': BROWSER })
    await get('/en', { 'user-agent': BROWSER })
    await expect.poll(total).toBe(before + 2)
  })
})

describe('a CMS that is down', () => {
  it('leaves what was read before, said to be old and kept by nobody, and 503 for the rest', async () => {
    expect((await get('/van-ban')).status).toBe(200)
    await website.stopCms()
    website.later()
    const old = await get('/van-ban')
    expect([old.status, old.headers['cache-control']]).toEqual([200, 'no-store'])
    expect(old.text).toContain('84/KH-UBND')
    expect(old.text).toContain('Trang này hiện bản đã lưu trước đó')
    const missing = await get('/zh/van-ban?year=2021')
    expect([missing.status, missing.headers['retry-after']]).toEqual([503, '30'])
    expect(missing.text).toContain('页面暂时无法打开')
    website.later(25 * 60 * 60_000)
    expect((await get('/van-ban')).status).toBe(503)
    expect(website.faults).toEqual([])
  })
})

describe('a network', () => {
  it('that asks for one new page after the other is told to wait, and still gets what is kept', async () => {
    expect((await get('/')).status).toBe(503)
    const statuses = new Set<number>()
    for (let n = 0; n < 620; n += 1) statuses.add((await get(`/tim-kiem?q=${n}`)).status)
    expect([...statuses]).toEqual([503, 429])
    const answer = await get('/tim-kiem?q=more')
    expect(answer.text).toContain('Quá nhiều yêu cầu')
    expect(answer.headers['cache-control']).toBe('no-store')
    expect((await get('/')).status).toBe(503)
  })
})

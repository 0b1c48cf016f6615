import { readdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PublicSide, startPublicSide } from './support/publicSide.ts'

let side: PublicSide
let server: Server
let origin: string
/** Number of requests that the fast path passed on. */
let left = 0
let admitting = true

beforeAll(async () => {
  side = await startPublicSide({ at: '2026-03-01T03:00:00.000Z' })
  await side.publish('notices', 'n1', { title: 'Thông báo' })
  server = createServer((req, res) => {
    const pass = (body?: Buffer) => {
      left += 1
      const init = { method: req.method, headers: req.headers as Record<string, string>, body: body as BodyInit }
      void side.request(req.url!, init).then(async (response) => {
        res.writeHead(response.status).end(await response.text())
      })
    }
    if (!side.delivery.fastPath(req, res, { pass, admits: async () => admitting })) pass()
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  server.closeAllConnections()
  await side.stop()
})

const QUERY = `/graphql?query=${encodeURIComponent('{ notices { totalDocs docs { title } } }')}`

describe('an answer', () => {
  it('may be cached by all, never varies by cookie, and is open to every site', async () => {
    const response = await side.request(QUERY, { headers: { cookie: 'payload-token=x', authorization: 'JWT x' } })
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toMatch(
      /^public, .*s-maxage=\d+.*stale-while-revalidate=\d+.*stale-if-error=\d+/,
    )
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
    expect(response.headers.getSetCookie()).toEqual([])
    expect(response.headers.get('vary') ?? '').not.toMatch(/cookie|authorization/i)
  })

  it('has a strong validator that stays while it does: 304 for who has it, another one when something is published', async () => {
    const etag = (await side.request(QUERY)).headers.get('etag')!
    expect(etag).toMatch(/^"[\w-]{27}"$/)
    const known = async () => (await side.request(QUERY, { headers: { 'if-none-match': `"other", W/${etag}` } })).status
    expect(await known()).toBe(304)
    await side.publish('notices', 'n2', { title: 'Mới' })
    expect(await known()).toBe(200)
    expect((await side.request(QUERY)).headers.get('etag')).not.toBe(etag)
  })

  it('is not kept when it is a refusal', async () => {
    const response = await side.request('/graphql?query=%7B')
    expect([response.status, response.headers.get('cache-control')]).toEqual([400, 'no-store'])
  })

  it('to HEAD has the headers and no body', async () => {
    const [head, get] = [await side.request(QUERY, { method: 'HEAD' }), await side.request(QUERY)]
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, get.headers.get('etag'), ''])
  })

  it('takes variables and the operation’s name from the address', async () => {
    const query = encodeURIComponent('query A($n: Int) { notices(limit: $n) { limit } } query B { __typename }')
    const variables = encodeURIComponent('{"n":3}')
    const response = await side.request(`/graphql?query=${query}&variables=${variables}&operationName=A`)
    expect(await response.json()).toEqual({ data: { notices: { limit: 3 } } })
  })
})

describe('the fast path', () => {
  const get = async (headers: Record<string, string> = {}) => {
    const before = left
    const response = await fetch(origin + QUERY, { headers })
    return { fast: left === before, status: response.status, headers: response.headers, text: await response.text() }
  }

  it('answers what was answered before, byte for byte, until something is published', async () => {
    await get()
    const again = await get()
    const slow = await side.request(QUERY)
    expect(again).toMatchObject({ fast: true, status: 200, text: await slow.text() })
    expect(again.headers.get('etag')).toBe(slow.headers.get('etag'))
    expect((await get({ 'if-none-match': again.headers.get('etag')! })).status).toBe(304)
    await side.publish('notices', 'n3', { title: 'Thứ ba' })
    const fresh = await get()
    expect(fresh.fast).toBe(false)
    expect(fresh.text).toContain('Thứ ba')
  })

  it('forgets at the instant a document expires, also one that was published after the answer was made', async () => {
    await get()
    await side.publish('notices', 'n4', { title: 'Ngắn ngày', expiresOn: '2026-03-01' })
    expect((await get()).text).toContain('Ngắn ngày')
    expect((await get()).fast).toBe(true)
    side.clock.set('2026-03-01T17:00:00.000Z')
    const after = await get()
    expect(after.fast).toBe(false)
    expect(after.text).not.toContain('Ngắn ngày')
    side.clock.set('2026-03-01T03:00:00.000Z')
    expect((await get()).text).toContain('Ngắn ngày')
  })

  const post = async (body: string, headers: Record<string, string> = {}) => {
    const before = left
    const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body }
    const response = await fetch(`${origin}/graphql`, init)
    return { fast: left === before, status: response.status, text: await response.text() }
  }

  it('answers a POST, anew when something is published', async () => {
    const body = JSON.stringify({ query: '{ notices { docs { title } } }' })
    expect((await post(body)).fast).toBe(true)
    expect(await post(body)).toMatchObject({
      fast: true,
      status: 200,
      text: (await side.ask('{ notices { docs { title } } }')).text,
    })
    await side.publish('notices', 'n5', { title: 'Thứ năm' })
    expect((await post(body)).text).toContain('Thứ năm')
  })

  it('hands a POST beyond the limit on with its whole body, and never answers one with the answer of another', async () => {
    const long = 'ă'.repeat(40_000)
    const asked = (limit: number) =>
      JSON.stringify({ query: '{ notices(limit: $n) { limit } }'.replace('$n', `${limit}`), variables: { long } })
    expect(await post(asked(3))).toMatchObject({ text: '{"data":{"notices":{"limit":3}}}' })
    admitting = false
    expect(await post(asked(5))).toMatchObject({ fast: false, text: '{"data":{"notices":{"limit":5}}}' })
    expect((await post(asked(3))).fast).toBe(true)
    admitting = true
    expect(await post(asked(4))).toMatchObject({ text: '{"data":{"notices":{"limit":4}}}' })
    expect(await post(asked(3))).toMatchObject({ fast: true, text: '{"data":{"notices":{"limit":3}}}' })
  })

  it('leaves to others what it does not know, what is no JSON and what is too long', async () => {
    const before = left
    await fetch(`${origin}/graphql?query=%7B__typename%7D`)
    await fetch(origin + QUERY, { method: 'POST' })
    expect((await post('{}', { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await post(JSON.stringify({ query: 'x'.repeat(200_000) }))).status).toBe(400)
    expect(left).toBe(before + 4)
  })
})

describe('the explorer', () => {
  it('is a page for browsers, with a sample for each page of the website and nothing from elsewhere', async () => {
    const page = await side.request('/graphql', { headers: { accept: 'text/html,*/*' } })
    const html = await page.text()
    expect(page.headers.get('content-type')).toContain('text/html')
    const { samples } = JSON.parse(/id="samples">(.*)<\/script>/.exec(html)![1]!) as { samples: unknown[] }
    expect(samples).toHaveLength(readdirSync('docs/queries').length)
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//)
    expect(page.headers.get('content-security-policy')).toMatch(
      /default-src 'none'; script-src 'self'; style-src 'self' 'nonce-/,
    )
    expect(page.headers.get('content-security-policy')).not.toMatch(/unsafe|https?:/)
  })

  it('gives its look and the guide, once while they do not change, and nothing else of the server', async () => {
    for (const name of ['look.css', 'guide.md']) {
      const given = await side.request(`/graphql/explorer/${name}`)
      expect([given.status, given.headers.get('x-content-type-options')]).toEqual([200, 'nosniff'])
      const etag = given.headers.get('etag')!
      expect((await side.request(`/graphql/explorer/${name}`, { headers: { 'if-none-match': etag } })).status).toBe(304)
    }
    for (const name of [
      'INPUTS',
      'server.js',
      '..%2Fserver.js',
      '..%5Cserver.js',
      '%2e%2e%2fpackage.json',
      'README.md',
    ])
      expect([name, (await side.request(`/graphql/explorer/${name}`)).status]).toEqual([name, 404])
  })

  it('is not what a program gets', async () => {
    expect((await side.request('/graphql', { headers: { accept: 'application/json' } })).status).toBe(400)
    expect((await side.request(QUERY, { headers: { accept: 'text/html' } })).headers.get('content-type')).toContain(
      'json',
    )
  })
})

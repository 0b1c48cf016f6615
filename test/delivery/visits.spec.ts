import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDelivery } from '../../plugins/delivery/index.ts'
import { openVisits } from '../../plugins/delivery/visits/counter.ts'
import { isRobot } from '../../plugins/delivery/visits/handler.ts'
import { readDays } from '../../plugins/delivery/visits/store.ts'
import { type PublicSide, startPublicSide } from './support/publicSide.ts'

let side: PublicSide
beforeAll(async () => {
  side = await startPublicSide({ at: '2026-03-01T03:00:00.000Z' })
})
afterAll(() => side.stop())

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36'
const visit = (headers: Record<string, string> = { 'user-agent': BROWSER }) =>
  side.request('/visits', { method: 'POST', headers })
const stats = async () => (await side.ask('{ visitStats { total today } }')).body.data!.visitStats

describe('visits', () => {
  it('are counted one by one, shown at once, and their days end at midnight in Viet Nam', async () => {
    expect(await stats()).toEqual({ total: 0, today: 0 })
    const response = await visit()
    expect([response.status, await response.text(), response.headers.get('cache-control')]).toEqual([
      204,
      '',
      'no-store',
    ])
    expect(response.headers.getSetCookie()).toEqual([])
    expect(await stats()).toEqual({ total: 1, today: 1 })
    side.clock.set('2026-03-01T17:00:00.000Z')
    expect(await stats()).toEqual({ total: 1, today: 0 })
    await visit()
    await side.delivery.settleVisits()
    expect((await readDays(side.payload, '')).map(({ day, visits }) => [day, visits])).toEqual([
      ['2026-03-01', 1],
      ['2026-03-02', 1],
    ])
  })

  it('make anew only the answers that show them', async () => {
    const isKept = (query: string) => {
      const answer = { writeHead: () => answer, end: () => answer }
      const request = { method: 'GET', url: `/graphql?query=${encodeURIComponent(query)}`, headers: {} }
      const [req, res] = [request, answer] as unknown as Parameters<typeof side.delivery.fastPath>
      return side.delivery.fastPath(req, res, { pass: () => {}, admits: async () => true })
    }
    const queries = ['{ site { name } }', '{ visitStats { total } site { name } }', '{ search(q: "a") { totalDocs } }']
    for (const query of queries) await side.request(`/graphql?query=${encodeURIComponent(query)}`)
    expect(queries.map(isKept)).toEqual([true, true, true])
    await visit()
    expect(queries.map(isKept)).toEqual([true, false, true])
    await side.publish('notices', 'new', { title: 'Mới' })
    expect(queries.map(isKept)).toEqual([false, false, false])
  })

  it.each([
    ['a crawler', { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }],
    ['a preview', { 'user-agent': 'facebookexternalhit/1.1' }],
    ['a script', { 'user-agent': 'curl/8.5.0' }],
    ['a browser without a window', { 'user-agent': BROWSER.replace('Chrome', 'HeadlessChrome') }],
    ['nobody', {}],
    ['a page loaded ahead', { 'user-agent': BROWSER, 'sec-purpose': 'prefetch;prerender' }],
  ])('of %s are answered the same and not counted', async (_, headers) => {
    const before = await stats()
    expect((await visit(headers)).status).toBe(204)
    expect(await stats()).toEqual(before)
  })

  it.each([
    BROWSER,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    'Mozilla/5.0 (Linux; Android 14; CUBOT X50) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36',
  ])('of %s are a person’s', (agent) => {
    expect(isRobot(new Headers({ 'user-agent': agent }))).toBe(false)
  })

  it('keep a day and a number, nothing about anybody', async () => {
    await visit({ 'user-agent': BROWSER, 'x-forwarded-for': '203.0.113.7', cookie: 'a=b' })
    await side.delivery.settleVisits()
    const { docs } = await side.payload.db.find<Record<string, unknown>>({
      collection: 'visits',
      pagination: false,
    })
    for (const row of docs)
      expect(
        Object.keys(row)
          .filter((name) => !name.startsWith('_'))
          .sort(),
      ).toEqual(['day', 'id', 'visits'])
  })

  it('add up over several processes', async () => {
    const { payload, clock, environment } = side
    const other = await openDelivery({
      payload,
      clock,
      dataDir: environment.dataDir,
      mediaDir: environment.mediaDir,
      publicUrl: environment.publicUrl,
    })
    const handler = other.handlers.find(({ path }) => path === '/visits')!
    const before = (await stats()) as { total: number }
    for (let n = 0; n < 20; n += 1) {
      await visit()
      await handler.handle(new Request('http://x/visits', { method: 'POST', headers: { 'user-agent': BROWSER } }))
    }
    await Promise.all([side.delivery.settleVisits(), other.settleVisits()])
    await side.delivery.settleVisits()
    expect(side.delivery.visitStats().total).toBe(before.total + 40)
    await other.close()
    const stored = (await readDays(side.payload, '')).reduce((sum, { visits }) => sum + visits, 0)
    expect(stored).toBe(before.total + 40)
  })

  it('go on from what was counted before this portal, and do without it while it cannot be read', async () => {
    const failures: unknown[] = []
    let opening = () => Promise.resolve(3_188_282)
    const visits = await openVisits({
      payload: side.payload,
      clock: side.clock,
      opening: () => opening(),
      onChange: () => undefined,
      onFailure: (error) => failures.push(error),
    })
    const own = side.delivery.visitStats().total
    expect(visits.stats().total).toBe(3_188_282 + own)
    opening = () => Promise.reject(new Error('no settings'))
    visits.count()
    await visits.settle()
    expect(visits.stats().total).toBe(3_188_282 + own + 1)
    expect(failures).toEqual([new Error('no settings')])
    await visits.close()
  })

  it('are kept when the database is away for a while', async () => {
    const { payload, clock } = side
    const away = Object.create(payload, { db: { value: Object.create(payload.db), writable: true } }) as typeof payload
    const visits = await openVisits({
      payload: away,
      clock,
      opening: async () => 0,
      onChange: () => undefined,
      onFailure: () => undefined,
    })
    const { total } = visits.stats()
    away.db.updateOne = () => Promise.reject(new Error('database down'))
    visits.count()
    await visits.settle()
    expect(visits.stats().total).toBe(total + 1)
    away.db.updateOne = payload.db.updateOne.bind(payload.db)
    await visits.settle()
    expect(visits.stats().total).toBe(total + 1)
    expect((await readDays(payload, '')).reduce((sum, day) => sum + day.visits, 0)).toBe(total + 1)
    await visits.close()
  })

  it('cannot be written through the API, by whoever asks', async () => {
    const token = await side.as('admin')
    for (const [method, path] of [
      ['POST', '/visits'],
      ['PATCH', '/visits?where[day][exists]=true'],
      ['DELETE', '/visits?where[day][exists]=true'],
    ] as const)
      expect((await side.rest(method, path, { token, body: { day: '2026-01-01', visits: 1e9 } })).status).toBe(403)
  })
})

import { BlockList } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeMounts, type Served } from '../../src/http/mounts.ts'
import { PER_MINUTE } from '../../src/portal/limits.ts'
import { type Portal, startPortal } from '../support/portal.ts'
import { codeOf, type HttpServer, serveSystem } from './server.ts'

let portal: Portal
let served: Served
let server: HttpServer
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36'

beforeAll(async () => {
  portal = await startPortal()
  served = await composeMounts(portal)
  server = await serveSystem(portal, served)
})
afterAll(async () => {
  await served.close()
  await server.stop()
})

describe('what the portal serves beside GraphQL', () => {
  it('counts a visit that is posted, sets no cookie, and shows it in GraphQL and to the monitor', async () => {
    const stats = async () => {
      const { json } = await server.ask('/graphql?query=%7B%20visitStats%20%7B%20total%20today%20%7D%20%7D')
      return (json as { data: { visitStats: unknown } }).data.visitStats
    }
    expect(await stats()).toEqual({ total: 0, today: 0 })
    const posted = await server.ask('/visits', { method: 'POST', headers: { 'user-agent': BROWSER } })
    expect([posted.status, posted.text, posted.headers['set-cookie']]).toEqual([204, '', undefined])
    expect(posted.headers['access-control-allow-origin']).toBe('*')
    expect(await stats()).toEqual({ total: 1, today: 1 })
    const { text } = await server.ask('/metrics')
    expect(text).toContain('congbo_visits_total 1\n')
    expect(text).toContain('congbo_live_documents{collection="directives"} 0\n')
  })

  it('takes a visit by POST alone', async () => {
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect([method, (await server.ask('/visits', { method })).status]).toEqual([method, 405])
    expect((await server.ask('/visits')).headers.allow).toBe('POST')
  })

  it('gives files and the explorer by GET and HEAD alone', async () => {
    for (const path of [
      `/media/public/${'a'.repeat(64)}/x.pdf`,
      '/graphql/explorer/explorer.js',
      '/graphql/explorer/look.css',
    ])
      for (const method of ['POST', 'PUT', 'DELETE']) {
        const answer = await server.ask(path, { method })
        expect([path, method, answer.status, answer.headers.allow]).toEqual([path, method, 405, 'GET, HEAD'])
      }
  })

  it('takes no more visits of one network than people make', async () => {
    const statuses = new Set<number>()
    for (let n = 0; n < 80; n += 1)
      statuses.add((await server.ask('/visits', { method: 'POST', headers: { 'user-agent': BROWSER } })).status)
    expect([...statuses]).toEqual([204, 429])
  })

  it('takes as many visits and queries as its readers make of the website’s own server', async () => {
    const siteAddresses = new BlockList()
    siteAddresses.addSubnet('203.0.113.0', 28)
    const environment = { ...portal.environment, trustProxy: 1, siteAddresses }
    const own = await serveSystem({ ...portal, stop: async () => {} }, { ...served, environment })
    const from = async (address: string, path: string, times: number) => {
      const statuses = new Set<number>()
      const headers = { 'user-agent': BROWSER, 'x-forwarded-for': address, 'content-type': 'application/json' }
      for (let n = 0; n < times; n += 1)
        statuses.add(
          (
            await own.ask(path, {
              method: 'POST',
              headers,
              body: { query: `{ a${n}_${address.replaceAll('.', '_')}: __typename }` },
            })
          ).status,
        )
      return [...statuses]
    }
    try {
      expect(await from('203.0.113.5', '/visits', 80)).toEqual([204])
      expect(await from('203.0.113.77', '/visits', 80)).toEqual([204, 429])
      expect(await from('203.0.113.5', '/graphql', PER_MINUTE.public + 10)).toEqual([200])
      expect(await from('203.0.113.77', '/graphql', PER_MINUTE.public + 10)).toEqual([200, 429])
    } finally {
      await own.stop()
    }
  })

  it('does not limit the website that it started itself, which shows a token', async () => {
    const siteToken = 'a token of the tests, long enough to be one'
    const { environment } = portal
    const own = await serveSystem({ ...portal, stop: async () => {} }, { ...served, environment, siteToken })
    const visits = async (token: string) => {
      const statuses = new Set<number>()
      const headers = { 'user-agent': BROWSER, 'x-site-token': token }
      for (let n = 0; n < 80; n += 1) statuses.add((await own.ask('/visits', { method: 'POST', headers })).status)
      return [...statuses]
    }
    try {
      expect(await visits(siteToken)).toEqual([204])
      expect(await visits('another token')).toEqual([204, 429])
    } finally {
      await own.stop()
    }
  })

  it('gives feeds and the sitemap to anybody, their headers to HEAD, and nothing to other methods', async () => {
    for (const path of ['/feeds/all.atom', '/feeds/directives.atom?topic=x', '/sitemap.xml']) {
      const got = await server.ask(path)
      expect([path, got.status, got.headers['set-cookie']]).toEqual([path, 200, undefined])
      const head = await server.ask(path, { method: 'HEAD' })
      expect([head.status, head.headers.etag, head.text]).toEqual([200, got.headers.etag, ''])
      expect((await server.ask(path, { method: 'POST' })).status).toBe(405)
    }
    expect(codeOf(await server.ask('/feeds/users.atom'))).toBe('NOT_FOUND')
    expect(codeOf(await server.ask('/feeds/%00.atom'))).toBe('NOT_FOUND')
    expect((await server.ask('/feeds/%E0%A4%A.atom')).status).toBeLessThan(500)
  })
})

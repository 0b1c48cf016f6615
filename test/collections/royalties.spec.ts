import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Login, type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
  const token = await portal.as('editor')
  const bulletin = (title: string, date: string, contributors: object[]) =>
    portal.rest('POST', '/bulletins', { token, body: { title, date, contributors } })
  await bulletin('Tin tháng ba', '2026-03-31', [{ name: 'Lê Thị Hoa', royalty: 200_000 }, { name: 'Sơn Rốt' }])
  await bulletin('Tin đầu tháng', '2026-03-01', [{ name: 'Trần An', royalty: 50_000 }])
  await bulletin('Tin tháng tư', '2026-04-01', [{ name: 'Trần An', royalty: 70_000 }])
})
afterAll(() => portal.stop())

const ask = async (login: Login, query: string) => {
  const response = await handleEndpoints({
    config: portal.config,
    payloadInstanceCacheKey: portal.dir,
    request: new Request(`http://127.0.0.1:3000/api/bulletins/royalties?${query}`, {
      headers: { authorization: `JWT ${await portal.as(login)}` },
    }),
  })
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
}
const MARCH = 'from=2026-03-01&to=2026-03-31'

describe('the royalties of a period', () => {
  it.each(['editor', 'secretary', 'head', 'auditor'] as const)(
    'are a table for the %s, both days taken',
    async (login) => {
      const { status, type, text } = await ask(login, MARCH)
      expect([status, type]).toEqual([200, 'text/csv; charset=utf-8'])
      expect(text.split('\r\n').slice(1, -1)).toEqual([
        '2026-03-01,Tin đầu tháng,Bản nháp,Trần An,50000',
        '2026-03-31,Tin tháng ba,Bản nháp,Lê Thị Hoa,200000',
        '2026-03-31,Tin tháng ba,Bản nháp,Sơn Rốt,',
      ])
    },
  )

  it.each(['author', 'mail', 'admin'] as const)('are nothing to the %s', async (login) => {
    const { status, text } = await ask(login, MARCH)
    expect([status, text.includes('200000')]).toEqual([403, false])
    expect(text).toContain('FORBIDDEN')
  })

  it.each(['', 'from=2026-03-01', 'from=2026-03-31&to=2026-03-01', 'from=2026-02-30&to=2026-03-01', 'from[a]=1&to=x'])(
    'are asked for with two days: not %j',
    async (query) => {
      expect((await ask('head', query)).status).toBe(400)
    },
  )
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prometheusText } from '../../src/http/metrics.ts'
import { type HttpServer, startServer } from './server.ts'

const TOKEN = 'a token of the tests, long enough to be one'

describe('metrics', () => {
  let server: HttpServer
  beforeAll(async () => {
    server = await startServer({
      environment: {
        publicUrl: 'http://127.0.0.1:3000',
        demo: true,
        mode: 'demo',
        trustProxy: 0,
        metricsToken: TOKEN,
      },
      measures: async () => [{ name: 'congbo_seven', help: 'Seven.', type: 'gauge', values: [{ value: 7 }] }],
    })
  })
  afterAll(() => server.stop())

  it('are told to this machine, in the format of Prometheus', async () => {
    const { status, headers, text } = await server.ask('/metrics')
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
      'no-store',
    ])
    expect(text).toContain('# HELP congbo_seven Seven.\n# TYPE congbo_seven gauge\ncongbo_seven 7\n')
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m)
    for (const line of text.trimEnd().split('\n'))
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{.*\})? [\d.e+-]+)$/)
  })

  it.each(['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])(
    'are not told to who came through a proxy on this machine (%s)',
    async (header) => {
      const { status, json } = await server.ask('/metrics', { headers: { [header]: '203.0.113.7' } })
      expect([status, json.errors?.[0]?.code]).toEqual([403, 'FORBIDDEN'])
    },
  )

  it('are told to who bears the token, wherever they are', async () => {
    const ask = (authorization: string) =>
      server.ask('/metrics', { headers: { 'x-forwarded-for': '203.0.113.7', authorization } })
    expect((await ask(`Bearer ${TOKEN}`)).status).toBe(200)
    for (const wrong of ['Bearer ', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`, TOKEN])
      expect((await ask(wrong)).status).toBe(403)
  })

  it('keep labels and help from breaking a line', () => {
    expect(
      prometheusText([{ name: 'a', help: 'x\ny\\', type: 'counter', values: [{ labels: { l: 'q"\\\n' }, value: 1 }] }]),
    ).toBe('# HELP a x\\ny\\\\\n# TYPE a counter\na{l="q\\"\\\\\\n"} 1\n')
  })
})

import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { PER_MINUTE } from '../../src/portal/limits.ts'
import { codeOf, type HttpServer, startServer } from './server.ts'

describe('what stands around the APIs', () => {
  let server: HttpServer
  let wentAway = false
  let probes = 0
  let serving = true
  let wellness: () => Promise<unknown> = async () => {}

  beforeAll(async () => {
    server = await startServer({
      environment: { publicUrl: 'http://127.0.0.1:3000', demo: true, mode: 'demo', trustProxy: 1 },
      serves: () => serving,
      probes: {
        database: () => {
          probes += 1
          return wellness()
        },
      },
      mounts: [
        ...(['GET', 'POST'] as const).map((method) => ({
          path: '/graphql',
          method,
          openToAllSites: true,
          handle: async () => Response.json({ asked: method }),
        })),
        {
          path: '/say/:word',
          method: 'GET',
          handle: async (request, client) =>
            Response.json({ url: request.url, ip: client.ip, forwarded: request.headers.get('x-forwarded-for') }),
        },
        {
          path: '/say/:word',
          method: 'POST',
          handle: async (request) => new Response(await request.text(), { status: 202 }),
        },
        {
          path: '/two-cookies',
          handle: async () => {
            const headers = new Headers({ 'content-security-policy': "default-src 'none'" })
            headers.append('set-cookie', 'a=1')
            headers.append('set-cookie', 'b=2')
            return new Response('x', { headers })
          },
        },
        {
          path: '/broken',
          handle: async () => {
            throw new Error('inner workings')
          },
        },
        {
          path: '/endless',
          handle: async (request) => {
            request.signal.addEventListener('abort', () => {
              wentAway = true
            })
            return new Response(
              new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) }),
            )
          },
        },
        { path: '/usual', handle: async () => new Response('x') },
        { path: '/often', perMinute: 3, handle: async () => new Response('x') },
      ],
      fastPaths: [
        (req, res, taken) => {
          if (req.url !== '/usual' || req.method !== 'POST') return false
          void taken.admits().then((admitted) => (admitted ? res.end('fast') : taken.pass(Buffer.alloc(0))))
          return true
        },
      ],
    })
  })
  afterAll(() => server.stop())

  it('the start page says where everything is and who can log in to the demo', async () => {
    const { status, text, headers } = await server.ask('/')
    expect(status).toBe(200)
    expect(headers['content-type']).toMatch(/^text\/html/)
    for (const said of [
      'href="/admin"',
      'href="/graphql"',
      'href="/subscriptions"',
      'author@demo.local',
      'congbo-demo',
    ])
      expect(text).toContain(said)
  })

  it.each(['/', '/api/users/me', '/say/x', '/nowhere', '/healthz'])('%s names no framework', async (path) => {
    expect((await server.ask(path)).headers['x-powered-by']).toBeUndefined()
  })

  it.each(['/', '/api/users/me', '/say/x', '/nowhere'])('%s cannot be framed and is not guessed at', async (path) => {
    const { headers } = await server.ask(path)
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['strict-transport-security']).toBeUndefined()
  })

  it('other sites may ask the public API, and nothing else', async () => {
    const from = { headers: { origin: 'https://website.example' } }
    const { headers } = await server.ask('/graphql', from)
    expect(headers['access-control-allow-origin']).toBe('*')
    expect(headers['access-control-allow-credentials']).toBeUndefined()
    const preflight = await server.ask('/graphql', { method: 'OPTIONS', ...from })
    expect([preflight.status, preflight.headers['access-control-allow-methods']]).toEqual([204, 'GET, POST, OPTIONS'])
    for (const path of ['/', '/api/users/me', '/say/x', '/nowhere'])
      expect((await server.ask(path, from)).headers['access-control-allow-origin']).toBeUndefined()
  })

  it.each(['evil.example', 'evil.example:3000', '127.0.0.1.evil.example'])('Host %s is refused', async (host) => {
    const answer = await server.ask('/', { headers: { host } })
    expect([answer.status, codeOf(answer)]).toEqual([421, 'WRONG_HOST'])
  })

  it('a browser that came to the demo as localhost is sent to its own name, where its login is', async () => {
    const headers = { host: 'localhost:3000', accept: 'text/html' }
    const { status, headers: sent } = await server.ask('/admin/login?x=1', { headers })
    expect([status, sent.location]).toEqual([307, 'http://127.0.0.1:3000/admin/login?x=1'])
    expect((await server.ask('/', { headers: { ...headers, accept: '*/*' } })).status).toBe(200)
    expect((await server.ask('/', { headers: { ...headers, host: '127.0.0.1:3000' } })).status).toBe(200)
  })

  it('a target that is no path is refused', async () => {
    expect((await server.ask('http://evil.example/')).status).toBe(400)
  })

  it('a path that cannot be decoded is 400', async () => {
    expect((await server.ask('/say/%E0%A4%A')).status).toBe(400)
  })

  it('a handler sees the server’s own origin and the address that the proxy vouches for', async () => {
    const headers = {
      'x-forwarded-for': '203.0.113.9, 198.51.100.7',
      'x-forwarded-host': 'evil.example',
      host: 'localhost:1',
    }
    const { json } = await server.ask('/say/x?a=1', { headers })
    expect(json).toEqual({ url: 'http://127.0.0.1:3000/say/x?a=1', ip: '198.51.100.7', forwarded: '198.51.100.7' })
    expect((await server.ask('//evil.example/say/x', { headers })).status).toBe(404)
  })

  it('a body streams in, several cookies and a policy of the page’s own come out', async () => {
    const said = await server.ask('/say/x', { method: 'POST', body: 'Xin chào' })
    expect([said.status, said.text]).toEqual([202, 'Xin chào'])
    const { headers } = await server.ask('/two-cookies')
    expect(headers['set-cookie']).toEqual(['a=1', 'b=2'])
    expect(headers['content-security-policy']).toBe("default-src 'none'")
  })

  it('HEAD answers as GET does, without the body', async () => {
    const head = await server.ask('/say/x', { method: 'HEAD' })
    expect([head.status, head.text]).toEqual([200, ''])
  })

  it('a method that nobody takes is 405 and names those that are', async () => {
    const answer = await server.ask('/say/x', { method: 'DELETE' })
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, POST'])
  })

  it('an unknown address is 404: JSON to a program, a page to a person', async () => {
    const program = await server.ask('/nowhere')
    expect([program.status, codeOf(program)]).toEqual([404, 'NOT_FOUND'])
    const person = await server.ask('/nowhere', { headers: { accept: 'text/html' } })
    expect(person.text).toMatch(/<html lang="vi">[\s\S]*Không có gì ở địa chỉ này/)
  })

  it('an error says its sentence in English to those who ask for it', async () => {
    const { json } = await server.ask('/nowhere', { headers: { 'accept-language': 'en-GB,vi;q=0.5' } })
    expect(json.errors?.[0]?.message).toMatch(/nothing at this address/)
  })

  it('an error of ours is logged with the id the client got, and tells nothing', async () => {
    const answer = await server.ask('/broken')
    expect([answer.status, codeOf(answer)]).toEqual([500, 'INTERNAL'])
    expect(answer.text).not.toContain('inner')
    expect(server.lines).toContainEqual(
      expect.objectContaining({ level: 'error', request: answer.headers['x-request-id'], err: expect.any(Error) }),
    )
  })

  it('a line is written a request, without its query', async () => {
    const { headers } = await server.ask('/say/x?token=secret', { headers: { 'x-request-id': 'given-by-the-proxy' } })
    expect(headers['x-request-id']).toBe('given-by-the-proxy')
    const line = server.lines.find((each) => each.request === 'given-by-the-proxy')
    expect(line).toMatchObject({ msg: 'request', method: 'GET', path: '/say/x', status: 200 })
    expect(JSON.stringify(server.lines)).not.toContain('secret')
  })

  it('a client that goes away stops the answer', async () => {
    const socket = connect(server.port, '127.0.0.1')
    socket.write('GET /endless HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n')
    await once(socket, 'data')
    socket.destroy()
    await expect.poll(() => wentAway).toBe(true)
  })

  it('a network that asks too often is told to wait, and others are not', async () => {
    const from = (address: string) => server.ask('/often', { headers: { 'x-forwarded-for': address } })
    const statuses = []
    for (let asked = 0; asked < 4; asked += 1) statuses.push((await from('203.0.113.5')).status)
    expect(statuses).toEqual([200, 200, 200, 429])
    expect((await from('203.0.113.6')).status).toBe(200)
  })

  it('what is answered before Express counts against the same limit', async () => {
    const ask = (method: string) => server.ask('/usual', { method, headers: { 'x-forwarded-for': '203.0.113.7' } })
    for (let asked = 0; asked < PER_MINUTE.public - 1; asked += 1) await ask('POST')
    expect((await ask('GET')).status).toBe(200)
    expect([(await ask('POST')).status, (await ask('GET')).status]).toEqual([429, 429])
  })

  describe('its health', () => {
    afterEach(() => {
      const { clock } = server.system
      clock.set(new Date(clock.now().getTime() + 5_000))
      wellness = async () => {}
      serving = true
    })

    it('is asked at most once in five seconds', async () => {
      const before = probes
      await Promise.all([server.ask('/readyz'), server.ask('/readyz')])
      await server.ask('/readyz')
      expect(probes - before).toBe(1)
    })

    it('names what is not well without a detail of it, while the site goes on', async () => {
      wellness = async () => {
        throw new Error('mongodb://user:password@host')
      }
      const ready = await server.ask('/readyz')
      expect([ready.status, ready.json]).toEqual([
        200,
        { status: 'degraded', because: ['database'], checks: { database: 'failed' } },
      ])
    })

    it('is 503 only when the public cannot be answered, while the process itself is well', async () => {
      serving = false
      const ready = await server.ask('/readyz')
      expect([ready.status, ready.json]).toEqual([503, { status: 'unavailable', checks: { database: 'ok' } }])
      expect((await server.ask('/healthz', { headers: { host: '10.0.0.1' } })).json).toEqual({ status: 'ok' })
    })
  })
})

describe('in production behind TLS', () => {
  let server: HttpServer
  beforeAll(async () => {
    server = await startServer({
      environment: { publicUrl: 'https://soanthao.example.gov.vn', demo: false, mode: 'production', trustProxy: 0 },
    })
  })
  afterAll(() => server.stop())
  const host = 'soanthao.example.gov.vn'

  it('browsers are told to stay with https', async () => {
    const { headers } = await server.ask('/', { headers: { host } })
    expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8}/)
  })

  it('no demo login is shown', async () => {
    expect((await server.ask('/', { headers: { host } })).text).not.toMatch(/demo/)
  })

  it('the bare address is refused, except for the health of the process', async () => {
    expect((await server.ask('/')).status).toBe(421)
    expect((await server.ask('/healthz')).status).toBe(200)
  })

  it('an id or an address that a client makes up is not believed', async () => {
    const { headers } = await server.ask('/', { headers: { host, 'x-request-id': 'made-up-by-client' } })
    expect(headers['x-request-id']).not.toBe('made-up-by-client')
  })
})

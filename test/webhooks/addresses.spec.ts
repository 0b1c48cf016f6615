import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AddressPolicy } from '../../plugins/webhooks/index.ts'
import { type Posted, post } from '../../plugins/webhooks/transport/post.ts'
import { type Portal, startPortal } from './support/portal.ts'
import { type Receiver, startReceiver } from './support/receiver.ts'

const PRODUCTION: AddressPolicy = { plain: false, ports: [443], internal: [] }

let receiver: Receiver
beforeEach(async () => {
  receiver = await startReceiver()
})
afterEach(() => receiver.stop())

const portOf = ({ host }: Receiver) => Number(host.split(':')[1])
const send = (url: string, more: Partial<Posted> = {}) =>
  post({
    url,
    headers: {},
    body: '{}',
    timeoutMs: 2_000,
    addresses: { plain: true, ports: [443, portOf(receiver)], internal: [] },
    ...more,
  })
const inside = () => ({ addresses: { plain: true, ports: [], internal: [receiver.host] } })
const leadsTo =
  (...addresses: string[]): Posted['resolve'] =>
  (_, found) =>
    found(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )

describe('a message', () => {
  it.each([
    '127.0.0.1',
    '127.1',
    '0x7f000001',
    '2130706433',
    '0.0.0.0',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    'localhost',
    'localhost.',
  ])('does not go to loopback written as %s', async (host) => {
    expect(await send(`http://${host}:${portOf(receiver)}/`)).toMatchObject({ problem: 'internal' })
    expect(receiver.received).toEqual([])
  })

  it.each([
    ['127.0.0.1'],
    ['10.1.2.3'],
    ['169.254.169.254'],
    ['fd00:ec2::254'],
    ['::ffff:127.0.0.1'],
    // One public address beside it makes the name no better.
    ['192.0.9.9', '127.0.0.1'],
    [],
  ])('does not go to a name that leads to %s', async (...addresses) => {
    const outcome = await send(`http://rebound.example.vn:${portOf(receiver)}/`, { resolve: leadsTo(...addresses) })
    expect(outcome).toMatchObject({ problem: 'internal' })
    expect(receiver.received).toEqual([])
  })

  it('asks for the addresses of a name once, and connects to those it looked at', async () => {
    let asked = 0
    // First inside: whoever answers otherwise the second time gets no second time.
    const resolve: Posted['resolve'] = (_, found) => {
      asked += 1
      found(null, [{ address: asked === 1 ? '10.0.0.1' : '127.0.0.1', family: 4 }])
    }
    const outcome = await send(`http://rebound.example.vn:${portOf(receiver)}/`, { resolve })
    expect([asked, outcome]).toEqual([1, { result: 'failed', problem: 'internal', status: 0 }])
    expect(receiver.received).toEqual([])
  })

  it('goes to a machine inside the network that is allowed by name, on that port alone', async () => {
    expect(await send(receiver.url, inside())).toEqual({ result: 'arrived', status: 200 })
    const byName = { plain: true, ports: [], internal: [`localhost:${portOf(receiver)}`] }
    expect(await send(`http://localhost:${portOf(receiver)}/`, { addresses: byName })).toMatchObject({ status: 200 })
    const elsewhere = { plain: true, ports: [], internal: ['127.0.0.1:1'] }
    expect(await send(receiver.url, { addresses: elsewhere })).toMatchObject({ problem: 'url' })
    expect(receiver.received).toHaveLength(2)
  })

  it.each([
    'http://example.vn/',
    'https://example.vn:8443/',
    'https://user:word@example.vn/',
    'ftp://example.vn/',
    'file:///etc/passwd',
    'https://',
    'nothing',
  ])('does not go to %s in production', async (url) => {
    expect(await send(url, { addresses: PRODUCTION })).toEqual({ result: 'failed', problem: 'url', status: 0 })
  })

  it('needs a valid certificate', async () => {
    const addresses = { plain: false, ports: [], internal: [receiver.host] }
    expect(await send(receiver.url.replace('http:', 'https:'), { addresses })).toMatchObject({ problem: 'tls' })
  })
})

describe('a receiver', () => {
  it('that leads elsewhere is not followed', async () => {
    const target = await startReceiver()
    for (const location of [target.url, receiver.url, 'http://169.254.169.254/latest/meta-data']) {
      receiver.answers = (response) => response.writeHead(307, { location }).end()
      expect(await send(receiver.url, inside())).toEqual({ result: 'failed', problem: 'status', status: 307 })
    }
    expect([receiver.received.length, target.received.length]).toEqual([3, 0])
    await target.stop()
  })

  it('that never answers is given up', async () => {
    receiver.answers = () => {}
    expect(await send(receiver.url, { ...inside(), timeoutMs: 100 })).toMatchObject({ problem: 'timeout' })
  })

  it('that answers byte by byte for ever is given up', async () => {
    receiver.answers = (response) => {
      const { socket } = response
      const drip = setInterval(() => socket?.write('H'), 5)
      socket?.on('close', () => clearInterval(drip))
    }
    expect(await send(receiver.url, { ...inside(), timeoutMs: 200 })).toMatchObject({ result: 'failed' })
    receiver.answers = (response) => {
      const { socket } = response
      socket?.write('HTTP/1.1 200 OK\r\n')
      const drip = setInterval(() => socket?.write('x: y\r\n'), 5)
      socket?.on('close', () => clearInterval(drip))
    }
    expect(await send(receiver.url, { ...inside(), timeoutMs: 200 })).toMatchObject({ problem: 'timeout' })
  })

  it('that says more than is read after its status has received the message, and is hung up on at once', async () => {
    const closed = new Promise<void>((resolve) => {
      receiver.answers = (response) => {
        response.on('close', resolve)
        response.writeHead(200)
        // And then nothing, for longer than the test waits.
        response.write('x'.repeat(4_096))
      }
    })
    expect(await send(receiver.url, { ...inside(), timeoutMs: 600_000 })).toEqual({ result: 'arrived', status: 200 })
    await closed
  })

  it('that answers no HTTP, or hangs up, has received nothing', async () => {
    receiver.answers = (response) => void response.socket?.end('what?\r\n\r\n')
    expect(await send(receiver.url, inside())).toMatchObject({ problem: 'broken' })
    receiver.answers = (response) => void response.socket?.destroy()
    expect(await send(receiver.url, inside())).toMatchObject({ problem: 'broken' })
    receiver.answers = (response) => {
      response.writeHead(200, { 'x-much': 'y'.repeat(12_000) }).end()
    }
    expect(await send(receiver.url, inside())).toMatchObject({ result: 'failed' })
  })

  it('does not keep a process that stops', async () => {
    const stopping = new AbortController()
    receiver.answers = () => stopping.abort()
    expect(await send(receiver.url, { ...inside(), stopping: stopping.signal })).toEqual({ result: 'stopped' })
  })
})

describe('the form', () => {
  let portal: Portal
  let server: Server
  beforeAll(async () => {
    server = createServer((_, response) => response.writeHead(500).end())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    portal = await startPortal({ hosts: [], options: { addresses: PRODUCTION } })
  })
  afterAll(async () => {
    server.close()
    await portal.stop()
  })

  const make = (url: string) =>
    portal.rest('POST', '/webhooks', { token: portal.token, body: { name: 'x', url } }).then(({ status }) => status)

  it('refuses an address that cannot be sent to, and takes one that can', async () => {
    const { port } = server.address() as AddressInfo
    for (const url of [
      `https://127.0.0.1:${port}/`,
      'https://127.0.0.1/',
      'https://[::1]/',
      'http://website.example.vn/',
      'https://website.example.vn:8443/',
      'https://a:b@website.example.vn/',
      'javascript:alert(1)',
      '',
    ])
      expect([url, await make(url)]).toEqual([url, 422])
    expect(await make('https://website.example.vn/news?key=1')).toBe(201)
  })

  it('lets a webhook be switched off whose address is no longer allowed', async () => {
    const { id } = await portal.payload.db.create({
      collection: 'webhooks',
      data: { name: 'old', url: 'http://website.example.vn/', active: true },
    })
    const body = { active: false, url: 'http://website.example.vn/' }
    const answer = await portal.rest('PATCH', `/webhooks/${id}`, { token: portal.token, body })
    expect(answer).toMatchObject({ status: 200, body: { doc: { active: false } } })
  })
})

import { Agent, request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeMounts, type Served } from '../../src/http/mounts.ts'
import { type Portal, startPortal } from '../support/portal.ts'
import { type HttpServer, serveSystem } from './server.ts'

let portal: Portal
let served: Served
let server: HttpServer

beforeAll(async () => {
  portal = await startPortal()
  served = await composeMounts(portal)
  server = await serveSystem(portal, served)
})
afterAll(async () => {
  await served.close()
  await server.stop()
})

const PATIENCE_MS = 5_000

interface Sent {
  status: number
  /** Whether the connection had carried a request before. */
  reused: boolean
}

const send = (
  agent: Agent,
  args: { method?: string; path: string; type?: string; bytes?: number; chunked?: boolean },
) =>
  new Promise<Sent>((resolve, reject) => {
    const body = Buffer.alloc(args.bytes ?? 0, 'x')
    const sent = request(
      {
        agent,
        host: '127.0.0.1',
        port: server.port,
        path: args.path,
        method: args.method ?? 'GET',
        timeout: PATIENCE_MS,
        headers: {
          ...(args.type ? { 'content-type': args.type } : {}),
          ...(args.bytes && !args.chunked ? { 'content-length': String(body.length) } : {}),
        },
      },
      (response) => {
        response.resume()
        response.on('end', () => resolve({ status: response.statusCode ?? 0, reused: sent.reusedSocket }))
      },
    )
    sent.on('timeout', () => sent.destroy(new Error(`${args.path} got no answer`)))
    sent.on('error', reject)
    if (args.bytes) sent.write(body)
    sent.end()
  })

describe('a body that nobody reads whole', () => {
  it.each([
    ['/graphql', 400, { type: 'application/json', bytes: 200_000 }],
    ['/graphql', 400, { type: 'application/json', bytes: 2_000_000, chunked: true }],
    ['/graphql', 415, { type: 'text/plain', bytes: 200_000 }],
    ['/visits', 204, { bytes: 200_000 }],
    ['/subscriptions', 413, { type: 'application/json', bytes: 2_000_000 }],
    ['/subscriptions', 413, { type: 'application/json', bytes: 2_000_000, chunked: true }],
    ['/u/x', 404, { type: 'application/x-www-form-urlencoded', bytes: 200_000 }],
    ['/api/users/login', 413, { type: 'application/json', bytes: 200_000 }],
  ])('of POST %s is answered with %i, and the connection takes the next request', async (path, status, body) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    try {
      expect((await send(agent, { method: 'POST', path, ...body })).status).toBe(status)
      expect(await send(agent, { path: '/healthz' })).toEqual({ status: 200, reused: true })
    } finally {
      agent.destroy()
    }
  })
})

import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { composeMounts, type Served } from '../../src/http/mounts.ts'
import { BOUNDS } from '../../src/portal/uploads.ts'
import { type Login, type Portal, startPortal } from '../support/portal.ts'
import { codeOf, type HttpServer, serveSystem } from './server.ts'

let portal: Portal
let served: Served
let server: HttpServer
const sockets: Socket[] = []

beforeAll(async () => {
  portal = await startPortal()
  served = await composeMounts(portal)
  server = await serveSystem(portal, served)
})
afterAll(async () => {
  for (const socket of sockets) socket.destroy()
  await served.close()
  await server.stop()
})

const HALF = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.vtt"\r\n\r\nWEBVTT\n'
const WHOLE = `${HALF}\n00:00.000 --> 00:02.000\nXin chào\n\r\n--b--\r\n`

/** Starts an upload on its own connection, leaves it unfinished, and records the response. */
const begin = (token: string) => {
  const socket = connect(server.port, '127.0.0.1')
  const half = { answer: '', socket }
  sockets.push(socket)
  socket.on('data', (chunk) => {
    half.answer += chunk
  })
  // A server that refuses may close the connection while this side is still writing.
  socket.on('error', () => undefined)
  socket.write(
    `POST /api/media HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\nauthorization: JWT ${token}\r\n` +
      `content-type: multipart/form-data; boundary=b\r\ncontent-length: 100000000\r\n\r\n${HALF}`,
  )
  return half
}

const upload = async (login: Login) => {
  return server.ask('/api/media', {
    method: 'POST',
    body: WHOLE,
    token: await portal.as(login),
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
  })
}

it('a hundred half-open uploads of one person leave everybody else theirs', async () => {
  await portal.as('author2')
  const token = await portal.as('author')
  const halves = Array.from({ length: 100 }, () => begin(token))
  const refused = () => halves.filter(({ answer }) => answer.startsWith('HTTP/1.1 429'))
  await expect.poll(() => refused().length).toBe(100 - BOUNDS.underWayOfOne)
  expect(refused()[0]!.answer).toContain('"code":"TOO_MANY_UPLOADS"')
  expect(refused()[0]!.answer).toContain('xin đợi một tệp tải xong')
  expect((await upload('author2')).status).toBe(201)
  const own = await upload('author')
  expect([own.status, codeOf(own)]).toEqual([429, 'TOO_MANY_UPLOADS'])
  for (const { socket } of halves) socket.destroy()
  await expect.poll(async () => (await upload('author')).status).toBe(201)
})

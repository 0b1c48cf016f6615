import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { watchBody } from '../../src/http/slowBodies.ts'

const PATIENCE = { baseMs: 400, bytesPerSecond: 2_000 }
/** Path of a request whose body the server reads only after a while. */
const LATE = '/late'
const server = createServer((req, res) => {
  watchBody(req, res, PATIENCE)
  let size = 0
  const read = () => {
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
    })
  }
  if (req.url === LATE) setTimeout(read, 3 * PATIENCE.baseMs)
  else read()
  req.on('end', () => res.headersSent || res.end(`${size}`))
  req.on('error', () => {})
})
beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)))
afterAll(() => server.close())

/** Sends a body in parts, and returns what came back when the connection ended. */
const send = async (args: { length: number; parts: number; pauseMs: number; path?: string; chunked?: boolean }) => {
  const { length, parts, pauseMs, path = '/', chunked } = args
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  let answer = ''
  socket.on('data', (data) => {
    answer += String(data)
  })
  socket.on('error', () => {})
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  const framing = chunked ? 'transfer-encoding: chunked' : `content-length: ${length}`
  socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${framing}\r\n\r\n`)
  const part = 'x'.repeat(length / parts)
  for (let sent = 0; sent < parts && !socket.destroyed; sent += 1) {
    socket.write(chunked ? `${part.length.toString(16)}\r\n${part}\r\n` : part)
    await wait(pauseMs)
  }
  if (chunked && !socket.destroyed) socket.write('0\r\n\r\n')
  await closed
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]), answer }
}

describe('a body', () => {
  it.each([false, true])('that trickles is ended with a code (chunked: %s)', async (chunked) => {
    const { status, answer } = await send({ length: 100, parts: 100, pauseMs: 50, chunked })
    expect([status, answer]).toEqual([408, expect.stringContaining('TOO_SLOW')])
  })

  it('that never comes is ended', async () => {
    expect((await send({ length: 100, parts: 1, pauseMs: 0, path: '/' })).status).toBe(200)
    const began = performance.now()
    expect((await send({ length: 1_000, parts: 1_000, pauseMs: 2_000 })).status).toBe(408)
    expect(performance.now() - began).toBeLessThan(20_000)
  })

  it('that is small, or long and fast enough, is taken', async () => {
    expect((await send({ length: 100, parts: 2, pauseMs: 50 })).status).toBe(200)
    expect((await send({ length: 20_000, parts: 20, pauseMs: 60 })).status).toBe(200)
  })

  it('that the server itself does not read yet is not the client’s fault', async () => {
    expect((await send({ length: 400_000, parts: 1, pauseMs: 0, path: LATE })).status).toBe(200)
  })
})

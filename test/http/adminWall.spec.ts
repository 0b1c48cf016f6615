import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { actionOutcome } from '../../src/repairs/actionOutcome.ts'
import { type Answer, type Ask, codeOf, type HttpServer, PASSWORD, startServer } from './server.ts'

let server: HttpServer
let token: string

/** Requests that reached the admin. */
let seen: { url?: string; body: string; headers: IncomingMessage['headers'] }[] = []
/** The admin's response to a call. */
let makes: (res: ServerResponse) => void = (res) => res.writeHead(200).end('done')

const admin = async (req: IncomingMessage, res: ServerResponse) => {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  seen.push({ url: req.url, body: Buffer.concat(chunks).toString(), headers: req.headers })
  makes(res)
}

const CALL = '[{"name":"form-state","args":{}}]'
const ID = '40e047a2f386c5bb29510cd2b605431717ca99e4fb'
const HEADERS = { 'next-action': ID, 'content-type': 'text/plain;charset=UTF-8', origin: 'http://127.0.0.1:3000' }

const call = (more: Ask = {}): Promise<Answer> =>
  server.ask('/admin', { method: 'POST', body: CALL, token, ...more, headers: { ...HEADERS, ...more.headers } })

beforeAll(async () => {
  server = await startServer({ admin })
  const { json } = await server.ask('/api/users/login', {
    method: 'POST',
    body: { email: 'a@example.vn', password: PASSWORD },
  })
  token = String(json.token)
})
beforeEach(() => {
  seen = []
  makes = (res) => res.writeHead(200).end('done')
})
afterAll(() => server.stop())

describe('a server function of the admin', () => {
  it('is reached by who is logged in, with the body whole', async () => {
    expect((await call()).status).toBe(200)
    const large = `[${JSON.stringify('x'.repeat(2_000_000))}]`
    expect((await call({ body: large })).status).toBe(200)
    expect(seen.map(({ body }) => body)).toEqual([CALL, large])
  })

  it('is not reached by a stranger, whatever its name', async () => {
    for (const name of ['form-state', 'constructor', '__proto__', 'x\n\u001b[31m', null]) {
      const answer = await call({ token: undefined, body: JSON.stringify([{ name, args: {} }]) })
      expect([answer.status, codeOf(answer)]).toEqual([401, 'LOGIN_REQUIRED'])
    }
    expect(seen).toEqual([])
  })

  it.each<[string, number, Ask]>([
    ['from another site', 403, { headers: { origin: 'http://elsewhere.example' } }],
    ['from nowhere', 403, { headers: { origin: 'null' } }],
    ['by no id', 400, { headers: { 'next-action': 'x' } }],
    ['as a form', 415, { headers: { 'content-type': 'multipart/form-data; boundary=x' } }],
    ['by another method', 405, { method: 'PUT' }],
    ['with an empty body', 400, { body: '' }],
    ['with half a body', 400, { body: '[{"name":' }],
    ['with a body that is no list', 400, { body: 'null' }],
    ['nested too deeply', 400, { body: `${'['.repeat(9_000)}${']'.repeat(9_000)}` }],
    ['with a book', 413, { body: `["${'x'.repeat(9 * 1024 * 1024)}"]` }],
  ])('is not reached %s', async (_, status, ask) => {
    const answer = await call(ask)
    expect([answer.status, seen]).toEqual([status, []])
    expect(codeOf(answer)).toBeTruthy()
  })

  it('is not reached by a form that names it in a field', async () => {
    const body = `--x\r\ncontent-disposition: form-data; name="$ACTION_ID_${ID}"\r\n\r\n\r\n--x--\r\n`
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    for (const path of ['/admin/login', '/admin', '/_next/x'])
      expect((await server.ask(path, { method: 'POST', body, headers, token })).status).toBe(400)
    expect(seen).toEqual([])
  })

  it('does not learn of a host that the client made up', async () => {
    expect((await call({ headers: { 'x-forwarded-host': 'elsewhere.example' } })).status).toBe(200)
    expect(seen[0]?.headers['x-forwarded-host']).toBeUndefined()
  })

  it('gives its answer the status of what became of it', async () => {
    makes = (res) => {
      const outcome = actionOutcome.getStore()
      if (outcome) Object.assign(outcome, { name: 'form-state', status: 403 })
      res.writeHead(200).end()
    }
    expect((await call()).status).toBe(403)
  })

  it('fails as the caller’s fault when it was never made out, and as ours when it was', async () => {
    makes = (res) => {
      Object.assign(res, { statusCode: 500 }).setHeader('content-type', 'text/x-component')
      res.write('1:E{"digest":"1"}')
      res.end('more')
    }
    const undecoded = await call()
    expect([undecoded.status, codeOf(undecoded)]).toEqual([400, 'BAD_REQUEST'])
    makes = (res) => {
      res.statusCode = 500
      res.flushHeaders()
      res.end('more')
    }
    const flushed = await call()
    expect([flushed.status, codeOf(flushed)]).toEqual([400, 'BAD_REQUEST'])
    makes = (res) => void res.writeHead(500, { 'content-type': 'text/x-component' }).end('more')
    const written = await call()
    expect([written.status, codeOf(written)]).toEqual([400, 'BAD_REQUEST'])
    makes = (res) => {
      const outcome = actionOutcome.getStore()
      if (outcome) outcome.name = 'form-state'
      res.writeHead(500).end()
    }
    expect((await call()).status).toBe(500)
  })

  it('may be asked for by strangers so often a minute, which holds up nobody else', async () => {
    const statuses = new Set<number>()
    for (let tries = 0; tries < 70; tries += 1) statuses.add((await call({ token: undefined })).status)
    expect([...statuses]).toEqual([401, 429])
    expect((await call()).status).toBe(200)
  })
})

describe('a page of the admin', () => {
  it('is reached by anybody, and calls no function', async () => {
    expect((await server.ask('/admin/login', { headers: { 'next-action': ID } })).status).toBe(200)
    expect([seen[0]?.url, seen[0]?.headers['next-action']]).toEqual(['/admin/login', undefined])
  })

  it.each(['/admin/%', '/admin/%ff', '/admin/a/%c3'])('is not asked for by %s', async (path) => {
    const answer = await server.ask(path)
    expect([answer.status, seen]).toEqual([400, []])
  })

  it('leaves one line in the log at most, and none of a failure of the server', () => {
    expect(server.lines.filter(({ level, status }) => level === 'error' && status !== 500)).toEqual([])
  })

  it('is limited', async () => {
    const answer = await server.ask('/admin/login')
    expect(answer.headers['ratelimit-policy']).toContain('3000')
  })
})

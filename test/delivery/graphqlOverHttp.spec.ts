import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Audit, serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PublicSide, startPublicSide } from './support/publicSide.ts'

/** The audit of the specification “GraphQL over HTTP” by its reference implementation, over a real server. */

let side: PublicSide
let server: Server
let url = ''
beforeAll(async () => {
  side = await startPublicSide()
  await side.publish('notices', 'n1', { title: 'Thông báo' })
  server = createServer((req, res) => {
    const pass = async (body?: Buffer) => {
      const init = { method: req.method, headers: req.headers as Record<string, string>, body: body as BodyInit }
      const response = await side.request(req.url!, init)
      res.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text())
    }
    if (side.delivery.fastPath(req, res, { pass: (body) => void pass(body), admits: async () => true })) return
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => void pass(chunks.length ? Buffer.concat(chunks) : undefined))
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
})
afterAll(async () => {
  server.close()
  server.closeAllConnections()
  await side.stop()
})

const audits: Audit[] = serverAudits({ url: () => url, fetchFn: fetch })

describe('the specification', () => {
  it('is audited whole', () => {
    expect(audits.filter(({ name }) => name.startsWith('MUST')).length).toBeGreaterThanOrEqual(13)
    expect(audits.filter(({ name }) => name.startsWith('SHOULD')).length).toBeGreaterThan(10)
  })

  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_, audit) => {
    const result = await audit.fn()
    expect(result.status === 'ok' ? '' : `${result.reason}: ${await result.response.text().catch(() => '')}`).toBe('')
  })
})

const STRICT = 'application/graphql-response+json'
const ask = (accept: string | undefined, body: unknown) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(accept ? { accept } : {}) },
    body: JSON.stringify(body),
  })

describe('the media type of an answer', () => {
  it('has a validator of its own', async () => {
    const address = `${url}?query=${encodeURIComponent('{ notices { limit } }')}`
    const tagOf = async (accept: string) => (await fetch(address, { headers: { accept } })).headers.get('etag')!
    const [legacy, strict] = [await tagOf('application/json'), await tagOf(STRICT)]
    expect(strict).not.toBe(legacy)
    for (const [accept, etag, status] of [
      [STRICT, strict, 304],
      [STRICT, legacy, 200],
      ['application/json', legacy, 304],
    ] as const)
      expect((await fetch(address, { headers: { accept, 'if-none-match': etag } })).status).toBe(status)
  })

  it.each([
    [STRICT, STRICT],
    [`${STRICT}, application/json`, STRICT],
    [`application/json, ${STRICT}`, STRICT],
    [`application/json, ${STRICT};q=0.9`, 'application/json'],
    [`${STRICT};q=0, application/json`, 'application/json'],
    ['application/json', 'application/json'],
    ['*/*', 'application/json'],
    ['image/png', 'application/json'],
  ])('for %s is %s', async (accept, type) => {
    for (const _ of ['made', 'kept']) {
      const response = await ask(accept, { query: '{ notices { totalDocs } }' })
      expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`)
      expect(response.headers.get('vary')).toMatch(/accept/i)
      expect(await response.json()).toEqual({ data: { notices: { totalDocs: 1 } } })
    }
  })

  it.each([
    ['a query that cannot be parsed', { query: '{' }, 200],
    ['a field that does not exist', { query: '{ nothing }' }, 200],
    [
      'a variable of another type',
      { query: 'query($n: Int!) { notices(limit: $n) { limit } }', variables: { n: 'x' } },
      200,
    ],
    [
      'a query that asks for too much',
      {
        query: `{ ${'a: notices { limit } '.repeat(40).replace(/a:/g, () => `a${Math.random().toString(36).slice(2)}:`)} }`,
      },
      400,
    ],
    ['a page of nothing', { query: '{ notices(limit: -1) { limit } }' }, 400],
    ['extensions that are a text', { query: '{ __typename }', extensions: 'x' }, 400],
  ])('decides over the status of %s', async (_, body, legacy) => {
    const answers = [await ask('application/json', body), await ask(STRICT, body), await ask('*/*', body)]
    expect(answers.map(({ status }) => status)).toEqual([legacy, 400, 400])
    for (const response of answers) {
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect((await response.json()).errors[0].extensions.code).toMatch(/^[A-Z_]+$/)
    }
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, type HttpServer, PASSWORD, startServer } from './server.ts'

let server: HttpServer
let token: string

beforeAll(async () => {
  server = await startServer()
  const { json } = await server.ask('/api/users/login', {
    method: 'POST',
    body: { email: 'a@example.vn', password: PASSWORD },
  })
  token = String(json.token)
})
afterAll(() => server.stop())

const multipart = (fields: Record<string, string>) => {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return { body: `${parts.join('')}--x--\r\n`, headers: { 'content-type': 'multipart/form-data; boundary=x' } }
}

describe('logins at once', () => {
  it('each open a session that lasts, over REST and GraphQL', async () => {
    const body = { email: 'a@example.vn', password: PASSWORD }
    const query = `mutation { loginUser(email: "${body.email}", password: "${PASSWORD}") { token } }`
    const tokens = await Promise.all([
      ...[1, 2, 3].map(async () => (await server.ask('/api/users/login', { method: 'POST', body })).json.token),
      server
        .ask('/api/graphql', { method: 'POST', body: { query } })
        .then(({ json }) => (json.data as { loginUser: { token: string } }).loginUser.token),
    ])
    for (const one of tokens) {
      const { json } = await server.ask('/api/users/me', { headers: { authorization: `JWT ${one}` } })
      expect((json.user as { email?: string } | null)?.email).toBe(body.email)
    }
  })
})

describe('without a login', () => {
  const override = { 'x-http-method-override': 'GET', 'content-type': 'application/x-www-form-urlencoded' }

  it.each([
    ['a list', '/api/notes', {}],
    ['a count', '/api/notes/count', {}],
    ['a write', '/api/notes', { method: 'POST', body: { title: 'x' } }],
    ['a write as a form', '/api/notes', { method: 'POST', ...multipart({ _payload: '{"title":"x"}' }) }],
    ['a bulk delete', '/api/notes?where[title][exists]=true', { method: 'DELETE' }],
    ['a read dressed as a write', '/api/notes', { method: 'POST', headers: override, body: 'limit=1' }],
    ['a read behind an open door', '/api/users/login', { method: 'POST', headers: override, body: 'limit=1' }],
    ['what one may do', '/api/access', {}],
    ['whether there is a user', '/api/users/init', {}],
    ['unlocking', '/api/users/unlock', { method: 'POST', body: { email: 'a@example.vn' } }],
    ['preferences', '/api/payload-preferences', {}],
    ['jobs', '/api/payload-jobs/run', {}],
    ['a file', '/api/files/file/x.png', {}],
    ['what does not exist', '/api/nothing/here', {}],
    ['a preflight', '/api/notes', { method: 'OPTIONS', headers: { origin: 'https://evil.example' } }],
    ['a doubled slash', '/api//users/login', { method: 'POST', body: {} }],
  ])('%s answers 401 LOGIN_REQUIRED', async (_, path, options) => {
    const answer = await server.ask(path, options)
    expect([answer.status, codeOf(answer)]).toEqual([401, 'LOGIN_REQUIRED'])
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })

  it('writes nothing', async () => {
    expect((await server.system.payload.count({ collection: 'notes' })).totalDocs).toBe(0)
  })

  it.each(['/api/users/first-register', '/api/users/First-Register', '/api/users/first-register/'])(
    'POST %s is forbidden to everybody',
    async (path) => {
      const body = { email: 'b@example.vn', password: 'x' }
      expect((await server.ask(path, { method: 'POST', body })).status).toBe(403)
      expect((await server.ask(path, { method: 'POST', body, token })).status).toBe(403)
    },
  )

  it('"me" is nobody', async () => {
    const { status, json } = await server.ask('/api/users/me')
    expect([status, json.user]).toEqual([200, null])
  })

  it('a login may come as the form that the admin sends', async () => {
    const form = multipart({ _payload: JSON.stringify({ email: 'a@example.vn', password: PASSWORD }) })
    const answer = await server.ask('/api/users/login', { method: 'POST', ...form })
    expect(answer.status).toBe(200)
    expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly/)
  })

  it('a body over 64 kB is refused at an open door', async () => {
    const answer = await server.ask('/api/users/login', { method: 'POST', body: { email: 'x'.repeat(70_000) } })
    expect([answer.status, codeOf(answer)]).toEqual([413, 'TOO_LARGE'])
  })

  it.each([{ email: { like: 'a' } }, { email: 7 }, { email: ['a@example.vn'] }, [], null, 'text', {}])(
    'a login with %j is refused, not broken',
    async (body) => {
      const answer = await server.ask('/api/users/login', { method: 'POST', body })
      expect([400, 401, 415, 422, 429]).toContain(answer.status)
      expect(codeOf(answer)).toBeTruthy()
    },
  )
})

describe('with a login', () => {
  const ask = (path: string, options = {}) => server.ask(path, { token, ...options })

  it('reads and writes, by the header or by the cookie of the own site', async () => {
    const made = await ask('/api/notes', { method: 'POST', body: { title: 'Thông báo' } })
    expect(made.status).toBe(201)
    const cookie = { cookie: `payload-token=${token}`, origin: 'http://127.0.0.1:3000' }
    const found = await server.ask('/api/notes', { headers: cookie })
    expect((found.json.docs as { title: string }[]).map(({ title }) => title)).toEqual(['Thông báo'])
  })

  it('a cookie sent from another site is nobody', async () => {
    for (const more of [{ origin: 'https://evil.example' }, {}] as Record<string, string>[])
      expect((await server.ask('/api/notes', { headers: { cookie: `payload-token=${token}`, ...more } })).status).toBe(
        401,
      )
  })

  it('HEAD answers as GET does, without the body', async () => {
    const head = await ask('/api/notes', { method: 'HEAD' })
    expect([head.status, head.text]).toEqual([200, ''])
  })

  it('an unknown address is 404 with a code', async () => {
    for (const path of ['/api/nothing', '/api/notes/none', '/api']) {
      const answer = await ask(path)
      expect([path, answer.status, codeOf(answer)]).toEqual([path, 404, 'NOT_FOUND'])
    }
  })

  it('JSON that is none is 400', async () => {
    const answer = await ask('/api/notes', {
      method: 'POST',
      body: '{"title":',
      headers: { 'content-type': 'application/json' },
    })
    expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_REQUEST'])
  })

  it('a document over 8 MB is 413', async () => {
    const answer = await ask('/api/notes', { method: 'POST', body: { title: 'x'.repeat(8 * 1024 * 1024) } })
    expect([answer.status, codeOf(answer)]).toEqual([413, 'TOO_LARGE'])
  })

  it('an upload that does not say how long it is is refused', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x', 'transfer-encoding': 'chunked' }
    const answer = await ask('/api/files', { method: 'POST', headers })
    expect([answer.status, codeOf(answer)]).toEqual([413, 'TOO_LARGE'])
  })

  it('an error of a rule keeps its code and status', async () => {
    const answer = await ask('/api/notes', { method: 'POST', body: { title: 'refused' } })
    expect([answer.status, codeOf(answer)]).toEqual([409, 'NOTE_REFUSED'])
  })

  it('an error of ours tells nothing of its inside', async () => {
    const answer = await ask('/api/notes', { method: 'POST', body: { title: 'broken' } })
    expect([answer.status, codeOf(answer)]).toEqual([500, 'INTERNAL'])
    expect(answer.text).not.toMatch(/inner|congbo|\.ts|at /)
  })

  it('answers are kept by no cache', async () => {
    expect((await ask('/api/notes')).headers['cache-control']).toBe('private, no-store')
  })

  it('an uploaded page comes back as a download that no browser runs', async () => {
    const body = `--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\ncontent-type: text/plain\r\n\r\n<script>alert(1)</script>\r\n--x--\r\n`
    const made = await ask('/api/files', {
      method: 'POST',
      body,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    })
    expect(made.status).toBe(201)
    const { headers, status } = await ask(`/api/files/file/${(made.json.doc as { filename: string }).filename}`)
    expect(status).toBe(200)
    expect(headers['content-disposition']).toBe('attachment')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toContain('sandbox')
  })
})

describe('logging in again and again', () => {
  const tryTo = (email: string, password: string, headers = {}) =>
    server.ask('/api/users/login', { method: 'POST', body: { email, password }, headers })

  it('is refused after five wrong passwords for one account, with the right one too, and for no other account', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) expect((await tryTo('b@example.vn', 'wrong')).status).toBe(401)
    const sixth = await tryTo('B@example.vn ', 'wrong')
    expect([sixth.status, codeOf(sixth)]).toEqual([429, 'TOO_MANY_REQUESTS'])
    expect((await tryTo('a@example.vn', PASSWORD)).status).toBe(200)
  })

  it('asking for a new password is refused after three times an hour, known address or not', async () => {
    for (const email of ['a@example.vn', 'nobody@example.vn']) {
      const ask = () => server.ask('/api/users/forgot-password', { method: 'POST', body: { email } })
      const answers = [await ask(), await ask(), await ask(), await ask()]
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429])
    }
  })
})

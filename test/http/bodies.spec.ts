import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, codeOf, type HttpServer, PASSWORD, startServer } from './server.ts'

let server: HttpServer
let token: string

const EMAIL = 'a@example.vn'
const BOUNDARY = 'border-of-parts'
const FORM = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }

interface Part {
  name: string
  value: string
  type?: string
  filename?: string
}

const form = (...parts: Part[]): string =>
  [
    ...parts.map(
      ({ name, value, type, filename }) =>
        `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${filename ? `; filename="${filename}"` : ''}\r\n${type ? `content-type: ${type}\r\n` : ''}\r\n${value}\r\n`,
    ),
    `--${BOUNDARY}--\r\n`,
  ].join('')

const payloadPart = (value: unknown, more: Partial<Part> = {}): Part => ({
  name: '_payload',
  value: JSON.stringify(value),
  ...more,
})

const post = (path: string, body: string, headers: Record<string, string>, as?: string): Promise<Answer> =>
  server.ask(path, { method: 'POST', body, headers, token: as })

const nested = (depth: number, open: string, close: string) => `${open.repeat(depth)}1${close.repeat(depth)}`

const failuresLogged = () => server.lines.filter(({ level }) => level === 'error')

beforeAll(async () => {
  server = await startServer()
  const { json } = await server.ask('/api/users/login', { method: 'POST', body: { email: EMAIL, password: PASSWORD } })
  token = json.token as string
})
afterAll(() => server.stop())

describe('a body at a door that is open to strangers', () => {
  it('is taken as JSON and as the form that the login page sends', async () => {
    const right = { email: EMAIL, password: PASSWORD }
    for (const type of ['application/json', 'Application/JSON; charset=utf-8'])
      expect((await post('/api/users/login', JSON.stringify(right), { 'content-type': type })).status).toBe(200)
    expect((await post('/api/users/login', form(payloadPart(right)), FORM)).status).toBe(200)
    // The content may contain the boundary as long as no line begins with it.
    const short = `--a\r\ncontent-disposition: form-data; name="_payload"\r\n\r\n${JSON.stringify(right)}\r\n--a--\r\n`
    const brief = { 'content-type': 'multipart/form-data; boundary=a' }
    expect((await post('/api/users/login', short, brief)).status).toBe(200)
    const spelled = { 'content-type': `Multipart/Form-Data;  Boundary="${BOUNDARY}"` }
    expect((await post('/api/users/login', form(payloadPart(right)), spelled)).status).toBe(200)
  })

  it('is refused when it could be read in two ways', async () => {
    const wrong = { email: EMAIL, password: 'wrong' }
    const other = { email: 'b@example.vn', password: 'wrong' }
    for (const parts of [
      [payloadPart(other, { type: 'application/octet-stream' }), payloadPart(wrong)],
      [payloadPart(wrong), payloadPart(other)],
      [payloadPart(wrong, { filename: 'x.json' })],
      [payloadPart(wrong), { name: 'email', value: 'b@example.vn' }],
      [{ name: 'email', value: EMAIL }],
    ]) {
      const answer = await post('/api/users/login', form(...parts), FORM)
      expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_REQUEST'])
    }
  })

  it('counts wrong passwords however the form is spelled', async () => {
    const statuses: number[] = []
    for (let tries = 0; tries < 7; tries += 1) {
      const parts = form(payloadPart({ email: 'c@example.vn', password: `wrong ${tries}` }, { type: 'text/plain' }))
      statuses.push((await post('/api/users/login', parts, FORM)).status)
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
  })

  it.each([
    ['no boundary', 'multipart/form-data'],
    ['an empty boundary', 'multipart/form-data; boundary='],
    ['two boundaries', `multipart/form-data; boundary=${BOUNDARY}; boundary=other`],
    ['another boundary', 'multipart/form-data; boundary=other'],
    ['a boundary of signs', 'multipart/form-data; boundary=<>'],
  ])('is refused with %s', async (_, type) => {
    const body = form(payloadPart({ email: EMAIL, password: PASSWORD }))
    expect((await post('/api/users/login', body, { 'content-type': type })).status).toBe(400)
    const upload = form({ name: 'file', value: 'a', filename: 'a.txt' })
    expect((await post('/api/files', upload, { 'content-type': type }, token)).status).toBe(400)
  })

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/mixed; boundary=x', 'application/jsonp'])(
    'is refused as %s',
    async (type) => {
      const answer = await post('/api/users/login', `email=${EMAIL}&email=b@example.vn`, { 'content-type': type })
      expect([answer.status, codeOf(answer)]).toEqual([415, 'WRONG_CONTENT_TYPE'])
    },
  )

  const hostile: unknown[] = [
    { toString: 1 },
    { toString: 1, valueOf: 2 },
    ['a@example.vn'],
    7,
    true,
    { constructor: { name: 'x' } },
    { $ne: null },
  ]
  const doors = ['login', 'forgot-password', 'reset-password', 'logout', 'refresh-token']

  it.each(doors)('is refused at %s when its fields are no texts, or lie deep', async (door) => {
    for (const value of hostile)
      for (const name of ['email', 'password', 'token', 'username'])
        expect((await server.ask(`/api/users/${door}`, { method: 'POST', body: { [name]: value } })).status).toBe(400)
    for (const deep of [nested(9_000, '[', ']'), nested(9_000, '{"a":', '}')])
      for (const body of [deep, `{"email":${deep}}`])
        expect((await post(`/api/users/${door}`, body, { 'content-type': 'application/json' })).status).toBe(400)
    for (const body of ['null', '1', '"a"', '[]', '{bad', '{"a":1}}'])
      expect((await post(`/api/users/${door}`, body, { 'content-type': 'application/json' })).status).toBe(400)
  })

  it('never fails the server, nor leaves more than one line', async () => {
    expect(failuresLogged()).toEqual([])
  })
})

describe('a body of somebody who is logged in', () => {
  const json = { 'content-type': 'application/json' }

  it('is refused when it is no object or lies too deep, and taken as deep as a text goes', async () => {
    for (const body of ['null', '1', '"a"', '[]', `{"title":${'['.repeat(12_000)}${']'.repeat(12_000)}}`])
      expect((await post('/api/notes', body, json, token)).status).toBe(400)
    const deep = `{"title":"a","x":${'['.repeat(100)}${']'.repeat(100)}}`
    expect((await post('/api/notes', deep, json, token)).status).toBe(201)
  })

  it('is refused when it asks for another method and is no JSON', async () => {
    const asGet = { ...json, 'x-http-method-override': 'GET' }
    expect((await post('/api/notes', '{bad', asGet, token)).status).toBe(400)
    expect((await post('/api/notes', '{}', asGet, token)).status).toBe(200)
  })

  it('brings a file, with fields or without', async () => {
    const file: Part = { name: 'file', value: 'a text', filename: 'a.txt', type: 'text/plain' }
    expect((await post('/api/files', form(payloadPart({}), file), FORM, token)).status).toBe(201)
    expect((await post('/api/files', form(file), FORM, token)).status).toBe(201)
    const large = { ...file, value: 'x'.repeat(3 * 1024 * 1024) }
    const { json: created } = await post('/api/files', form(payloadPart({}), large), FORM, token)
    expect(created.doc).toMatchObject({ filesize: large.value.length })
  })

  it.each<[string, Part[]]>([
    ['fields that are no JSON', [{ name: '_payload', value: '{bad' }]],
    ['fields twice', [payloadPart({}), payloadPart({ alt: 'b' })]],
    ['fields as a file', [payloadPart({}, { filename: 'x.json' })]],
    ['fields nested too deeply', [{ name: '_payload', value: `{"a":${'['.repeat(12_000)}${']'.repeat(12_000)}}` }]],
    ['a file that is a text', [payloadPart({}), { name: 'file', value: '{"filename":"x"}' }]],
    ['a file that is no JSON either', [{ name: 'file', value: 'x' }]],
  ])('is refused with %s', async (_, parts) => {
    const file: Part = { name: 'file', value: 'a', filename: 'b.txt' }
    for (const body of [form(...parts), form(...parts, file), form(file, ...parts)]) {
      const answer = await post('/api/files', body, FORM, token)
      expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_REQUEST'])
    }
  })

  it('is refused when it breaks off', async () => {
    const whole = form(payloadPart({}), { name: 'file', value: 'a', filename: 'c.txt' })
    expect((await post('/api/files', whole.slice(0, -20), FORM, token)).status).toBe(400)
  })
})

describe('a question to the GraphQL API for editors', () => {
  const json = { 'content-type': 'application/json' }

  it('is refused when its variables lie too deep or name an account that is no text', async () => {
    const deep = nested(9_000, '[', ']')
    const query = 'mutation($email: String!) { loginUser(email: $email, password: "x") { token } }'
    const asked = (variables: string) => `{"query":${JSON.stringify(query)},"variables":${variables}}`
    expect((await post('/api/graphql', asked(`{"email":${deep}}`), json)).status).toBe(400)
    expect((await post('/api/graphql', asked('{"email":{"toString":1}}'), json)).status).toBeLessThan(500)
    expect(failuresLogged()).toEqual([])
  })
})

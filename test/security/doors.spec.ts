import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, codeOf, type HttpServer, serveSystem } from '../http/server.ts'
import { PASSWORD, type Portal, startPortal } from '../support/portal.ts'

const OWN = 'http://127.0.0.1:3000'
let portal: Portal
let server: HttpServer
beforeAll(async () => {
  portal = await startPortal()
  server = await serveSystem(portal)
})
afterAll(() => server.stop())

type Headers = Record<string, string>
const post = (path: string, body: unknown, headers: Headers = {}): Promise<Answer> =>
  server.ask(`/api${path}`, { method: 'POST', body, headers })

const asForm = (fields: object): { body: string; headers: Headers } => ({
  body: `--x\r\ncontent-disposition: form-data; name="_payload"\r\n\r\n${JSON.stringify(fields)}\r\n--x--\r\n`,
  headers: { 'content-type': 'multipart/form-data; boundary=x' },
})

const who = { email: 'author@demo.local', password: PASSWORD }
const WAYS: Record<string, (headers: Headers) => Promise<Answer>> = {
  JSON: (headers) => post('/users/login', who, headers),
  'a form': (headers) => {
    const form = asForm(who)
    return post('/users/login', form.body, { ...form.headers, ...headers })
  },
  GraphQL: (headers) =>
    post(
      '/graphql',
      { query: `mutation { loginUser(email: "${who.email}", password: "${who.password}") { token } }` },
      headers,
    ),
}

describe.each(Object.entries(WAYS))('a login by %s', (_, login) => {
  it.each<Headers>([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:3001' },
    { origin: `${OWN}.evil.example` },
    { origin: `${OWN}/` },
    { origin: 'https://127.0.0.1:3000' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: OWN, 'sec-fetch-site': 'cross-site' },
  ])('from a page of another site is refused: %j', async (headers) => {
    const answer = await login({ host: '127.0.0.1:3000', ...headers })
    expect([answer.status, codeOf(answer)]).toEqual([403, 'CROSS_SITE'])
    expect(answer.headers['set-cookie']).toBeUndefined()
  })

  it.each<Headers>([
    {},
    { origin: OWN },
    { origin: OWN, 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'same-origin' },
    { host: 'localhost:3000', origin: 'http://localhost:3000' },
  ])('from an own page or a program is taken: %j', async (headers) => {
    const answer = await login({ host: '127.0.0.1:3000', ...headers })
    expect([answer.status, answer.json.errors]).toEqual([200, undefined])
  })
})

it.each(['logout', 'refresh-token', 'forgot-password', 'reset-password'])(
  'nor does another site reach %s',
  async (door) => {
    const answer = await post(`/users/${door}`, {}, { origin: 'https://evil.example' })
    expect([answer.status, codeOf(answer)]).toEqual([403, 'CROSS_SITE'])
  },
)

const median = (times: number[]): number => [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)]!
const timed = async (work: () => Promise<Answer>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}
/** Medians of times for known and unknown addresses, asked in turns so that a busy machine slows both. */
const compared = async (known: string[], unknown: string[], ask: (email: string) => Promise<Answer>) => {
  const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] }
  for (const [index, email] of known.entries()) {
    times.known.push(await timed(() => ask(email)))
    times.unknown.push(await timed(() => ask(unknown[index]!)))
  }
  return median(times.known) / median(times.unknown)
}
const staff = ['author', 'author2', 'editor', 'secretary', 'head'].map((login) => `${login}@demo.local`)
const strangers = staff.map((email) => `nobody.${email}`)

describe('the time of an answer does not tell who has an account', () => {
  it.each<[string, (email: string) => Promise<Answer>]>([
    ['a login', (email) => post('/users/login', { email, password: 'một mật khẩu sai' })],
    [
      'a login over GraphQL',
      (email) => post('/graphql', { query: `mutation { loginUser(email: "${email}", password: "sai") { token } }` }),
    ],
    ['a forgotten password', (email) => post('/users/forgot-password', { email })],
    [
      'a forgotten password over GraphQL',
      (email) => post('/graphql', { query: `mutation { forgotPasswordUser(email: "${email}") }` }),
    ],
  ])('%s', async (_, ask) => {
    const ratio = await compared(staff, strangers, ask)
    expect(ratio).toBeGreaterThan(0.6)
    expect(ratio).toBeLessThan(1.7)
  })

  it('nor do its words', async () => {
    const ask = (email: string) => post('/users/forgot-password', { email }, { 'accept-language': 'en' })
    const [known, unknown] = [await ask('mail@demo.local'), await ask('nobody@demo.local')]
    expect([known.status, known.json]).toEqual([unknown.status, unknown.json])
    expect(known.json.message).toMatch(/mail/)
  })
})

it('a forgotten password is answered at once, and its mail is written all the same', async () => {
  const hasToken = async () => {
    const row = await portal.payload.db.findOne<{ id: string; resetPasswordToken?: string }>({
      collection: 'users',
      where: { email: { equals: 'admin@demo.local' } },
    })
    return Boolean(row?.resetPasswordToken)
  }
  expect((await post('/users/forgot-password', { email: 'Admin@demo.local ' })).status).toBe(200)
  await expect.poll(hasToken).toBe(true)
})

import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { freePort } from '../support/freePort.ts'
import { type Place, place, production, runToEnd, start } from './process.ts'

const used: Place[] = []
const here = async (more?: Record<string, string>) => {
  const made = await place(more)
  used.push(made)
  return made
}
afterEach(async () => {
  for (const each of used.splice(0)) await each.remove()
})

const linesOf = (text: string) => text.trim().split('\n')

describe('a value that cannot be used stops the start with one line that names it', () => {
  it.each([
    ['PORT', { PORT: 'eighty' }],
    ['DATABASE_URI', { DATABASE_URI: 'mongodb://db.example/congbo' }],
    ['HOST', { HOST: '0.0.0.0' }],
    ['PAYLOAD_SECRET', { CONGBO_MODE: 'production', PUBLIC_URL: 'http://127.0.0.1:3000' }],
    ['PUBLIC_URL', production],
    ['DKIM_KEY_FILE', { DKIM_KEY_FILE: '/nonexist', DKIM_SELECTOR: 's', DKIM_DOMAIN: 'example.vn' }],
    ['DKIM_KEY_FILE', { DKIM_KEY_FILE: '/etc/hostname', DKIM_SELECTOR: 's', DKIM_DOMAIN: 'example.vn' }],
  ] as [string, Record<string, string>][])('%s of %j', async (name, env) => {
    const { code, printed } = await runToEnd('server', await here(env))
    expect(linesOf(printed)).toEqual([expect.stringMatching(new RegExp(`^${name}\\b.* / ${name}\\b`))])
    expect(code).toBe(2)
  })
})

describe('what is out of reach stops the start with one line that names it', () => {
  const refused = async (name: string, env: Record<string, string>) => {
    const { code, printed } = await runToEnd('server', { env })
    expect(linesOf(printed)).toEqual([expect.stringMatching(new RegExp(`^${name}\\b.* / ${name}\\b`))])
    expect(code).toBe(1)
    return printed
  }

  it.each(['DATA_DIR', 'MEDIA_DIR'])('a file in the place of %s', async (name) => {
    const { dir, env } = await here()
    writeFileSync(path.join(dir, 'taken'), '')
    await refused(name, { ...env, [name]: path.join(dir, 'taken') })
  })

  it('a folder that the system does not let anybody make', async () => {
    const { env } = await here()
    await refused('DATA_DIR', { ...env, DATA_DIR: '/proc/congbo/data' })
    await refused('DATABASE_URI', { ...env, DATABASE_URI: 'file:/proc/congbo/congbo.db' })
  })

  it('a database server that does not answer, without its password', async () => {
    const { env } = await here()
    const uri = `mongodb://user:geheim@127.0.0.1:${await freePort()}/congbo`
    expect(await refused('DATABASE_URI', { ...env, DATABASE_URI: uri })).not.toContain('geheim')
  })

  it('a file that is no database', async () => {
    const { dir, env } = await here()
    writeFileSync(path.join(dir, 'test.db'), 'this is no database, and long enough to be read as one'.repeat(100))
    const { code, printed } = await runToEnd('server', { env })
    expect(linesOf(printed).at(-1)).toMatch(/^DATABASE_URI\b/)
    expect(code).toBe(1)
  })

  it('a port that is taken', async () => {
    const { env } = await here({ DEMO: '0', ...production, PUBLIC_URL: 'http://127.0.0.1:3000' })
    const other = createServer().listen(Number(env.PORT), '127.0.0.1')
    await once(other, 'listening')
    const { code, printed } = await runToEnd('server', { env })
    other.close()
    expect(linesOf(printed).at(-1)).toMatch(/^PORT: .*\d+/)
    expect(code).toBe(1)
  })
})

describe('in production', () => {
  it('nobody is there before the operator makes the first, who then logs in; and it stops when it is told to', async () => {
    const { env } = await here(production)
    const origin = `http://127.0.0.1:${env.PORT}`
    env.PUBLIC_URL = origin
    const server = start('server', { env })
    const post = async (url: string, body: object) => {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(origin + url, { method: 'POST', headers, body: JSON.stringify(body) })
      return { status: response.status, body: (await response.json()) as Record<string, unknown> }
    }
    try {
      await expect
        .poll(
          () =>
            fetch(`${origin}/readyz`).then(
              ({ status }) => status,
              () => 0,
            ),
          { timeout: 30_000 },
        )
        .toBe(200)
      expect(server.printed()).not.toMatch(/demo\.local|congbo-demo/)
      expect((await post('/api/users/login', { email: 'admin@demo.local', password: 'congbo-demo' })).status).toBe(401)
      const first = { email: 'x@example.vn', password: 'một mật khẩu đủ dài' }
      expect((await post('/api/users/first-register', first)).status).toBe(403)

      const args = ['user', 'create', '--email', 'first@example.vn', '--role', 'admin', '--json']
      const made = await runToEnd('cli', { env, args })
      expect(made.code).toBe(0)
      const { password } = JSON.parse(linesOf(made.printed).at(-1)!) as { password: string }
      const login = await post('/api/users/login', { email: 'first@example.vn', password })
      expect([login.status, (login.body.user as { role: string }).role]).toEqual([200, 'admin'])
    } finally {
      server.child.kill('SIGTERM')
      expect(await server.ended, server.printed()).toBe(0)
    }
  }, 90_000)
})

describe('a catalogue that is being made', () => {
  // A test by stopping alone would not do: it ends the process once in some thirty times, on a busy machine.
  it('is made by threads that nobody terminates, because within a query that ends the whole process', () => {
    const sources = readdirSync('src/threads').map((file) => readFileSync(path.join('src/threads', file), 'utf8'))
    expect(sources.length).toBeGreaterThan(5)
    expect(sources.filter((source) => /\.terminate\(/.test(source))).toEqual([])
  })

  it('lets the server stop when it is told to', async () => {
    const { env } = await here()
    const args = ['scripts/run.mjs', 'bench-editions', '3000']
    await promisify(execFile)(process.execPath, args, { env: { ...env, NODE_ENV: 'test' } })
    const server = start('server', { env })
    await expect
      .poll(
        () =>
          fetch(`http://127.0.0.1:${env.PORT}/healthz`).then(
            ({ ok }) => ok,
            () => false,
          ),
        { timeout: 90_000 },
      )
      .toBe(true)
    server.child.kill('SIGTERM')
    expect(await server.ended, server.printed()).toBe(0)
    expect(server.printed()).not.toContain('the catalogue was made anew')
  }, 240_000)
})

describe('the command line', () => {
  it.each([
    [['--help'], 0, /congbo COMMAND/],
    [[], 2, /congbo COMMAND/],
    [['nothing'], 2, /no command "nothing"/],
    [['user', '--help'], 0, /--password-stdin/],
    ...['start', 'worker', 'seed', 'doctor', 'retention'].map((name) => [[name, 'extra'], 2, /options only/]),
    ...['user', 'import', 'export', 'load', 'audit'].map((name) => [[name, 'one', 'extra'], 2, /say `congbo/]),
    [['digest', 'extra'], 2, /say one of: pause, resume, status, rotate-links/],
    [['audit', 'export', '--format', 'xml'], 2, /--format is one of/],
    [['audit', 'show'], 2, /say `congbo/],
    [['user', '--nothing'], 2, /nothing/],
    [['user', 'create'], 2, /--email/],
    [['user', 'create', '--email', 'a@example.vn', '--role', 'boss'], 2, /--role is one of/],
    [['user', 'create', '--email', 'example.vn', '--role', 'head'], 2, /e-mail/],
  ] as [string[], number, RegExp][])('answers %j with %i', async (args, code, said) => {
    const { env } = await here()
    const answer = await runToEnd('cli', { env, args })
    expect(answer.printed).toMatch(said)
    expect(answer.code).toBe(code)
  })

  it('keeps what it stores from everybody else on the machine', async () => {
    const { dir, env } = await here()
    expect((await runToEnd('cli', { env, args: ['audit', 'verify'] })).code).toBe(0)
    const modeOf = (name: string) => statSync(path.join(dir, name)).mode & 0o777
    expect([modeOf('data'), modeOf('test.db'), modeOf('data/secret')]).toEqual([0o700, 0o600, 0o600])
  }, 60_000)

  it('exports the trail, and tells that a document has none', async () => {
    const { dir, env } = await here()
    const file = path.join(dir, 'trail.csv')
    const args = ['audit', 'export', file, '--format', 'csv']
    expect((await runToEnd('cli', { env, args })).code).toBe(0)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await runToEnd('cli', { env, args })).toMatchObject({ code: 1, printed: expect.stringMatching(/Đã có tệp/) })
    const asked = ['audit', 'show', '/van-ban/khong-co']
    expect(await runToEnd('cli', { env, args: asked })).toMatchObject({
      code: 1,
      printed: expect.stringMatching(/Không có nhật ký/),
    })
  }, 60_000)

  it('takes a password from standard input, and refuses a weak one and a person who is there already', async () => {
    const { env } = await here()
    const args = ['user', 'create', '--email', 'b@example.vn', '--role', 'head', '--password-stdin']
    expect((await runToEnd('cli', { env, args, input: 'ngắn\n' })).code).toBe(2)
    const made = await runToEnd('cli', { env, args, input: 'bốn chữ tình cờ\n' })
    expect([made.code, made.printed]).toEqual([0, expect.not.stringContaining('bốn chữ')])
    expect((await runToEnd('cli', { env, args, input: 'bốn chữ tình cờ\n' })).code).toBe(1)
  }, 60_000)
})

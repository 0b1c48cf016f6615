import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { buildEnvironment, systemEnvironment } from '../../scripts/lib/environment.mjs'
import { hashInputs } from '../../scripts/lib/inputs.mjs'
import { run } from '../../scripts/lib/run.mjs'

afterEach(() => vi.unstubAllEnvs())

describe('the environment of a build', () => {
  const documented = readFileSync('.env.example', 'utf8').match(/^#? ?[A-Z_]+(?==)/gm) ?? []
  const names = [...documented.map((line) => line.replace(/^#? ?/, '')), 'NEXT_PUBLIC_SECRET', 'AWS_SECRET_ACCESS_KEY']

  it('holds nothing of the user’s, so that nothing secret can be built in', () => {
    expect(names.length).toBeGreaterThan(15)
    for (const name of names) vi.stubEnv(name, `canary-${name}`)
    expect(JSON.stringify(buildEnvironment())).not.toContain('canary')
  })
})

describe('what browsers load', () => {
  const files = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const file = path.join(folder, entry.name)
      return entry.isDirectory() ? files(file) : [file]
    })

  it('names no variable of the server and phones nobody', () => {
    const scripts = files('.next/static').filter((file) => file.endsWith('.js'))
    expect(scripts.length).toBeGreaterThan(10)
    const text = scripts.map((file) => readFileSync(file, 'utf8')).join('\n')
    expect(text).not.toMatch(/PAYLOAD_SECRET|DATABASE_URI|SMTP_URL|DKIM_KEY_FILE|building-needs-no-secret|congbo-demo/)
  })
})

describe('the environment of a process', () => {
  it.each([
    ['production', 'production'],
    ['development', 'demo'],
    ['', 'demo'],
  ])('NODE_ENV=%s of the user is mode %s; the libraries run as in production all the same', (given, mode) => {
    vi.stubEnv('NODE_ENV', given)
    expect(systemEnvironment()).toMatchObject({ CONGBO_MODE: mode, NODE_ENV: 'production' })
  })
})

describe('what a build depends on', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'congbo-inputs-'))
  for (const folder of ['plugins/digest', 'src/http']) mkdirSync(path.join(root, folder), { recursive: true })
  afterAll(() => rmSync(root, { recursive: true }))

  /** The parts whose input hash changes when a file is added. */
  const rebuiltBy = (file: string) => {
    const before = [hashInputs('admin', root), hashInputs('server', root)]
    writeFileSync(path.join(root, file), 'export {}')
    const after = [hashInputs('admin', root), hashInputs('server', root)]
    return ['admin', 'server'].filter((_, part) => before[part] !== after[part])
  }

  it.each([
    ['plugins/digest/index.ts', ['admin', 'server']],
    ['payload.config.ts', ['admin', 'server']],
    ['package-lock.json', ['admin', 'server']],
    ['src/http/hosts.ts', ['server']],
    ['src/server.ts', ['server']],
    ['src/http/hosts.spec.ts', []],
    ['README.md', []],
  ])('%s rebuilds %j', (file, parts) => {
    expect(rebuiltBy(file)).toEqual(parts)
  })
})

describe('a command that a starter runs', () => {
  const node = (code: string) => run(process.execPath, ['-e', code])

  it('hands on its exit code', async () => {
    expect(await node('process.exit(3)')).toBe(3)
  })

  it('gives 128 and the number of the signal that ended it', async () => {
    expect(await node('process.kill(process.pid, "SIGKILL")')).toBe(137)
  })
})

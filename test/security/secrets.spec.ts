import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEnvironment } from '../../src/config/environment.ts'

const SHORTEST = 32
const SKIPPED = new Set(['node_modules', '.git', '.tmp', '.next', 'dist', 'data', 'media', 'migrations', 'fixtures'])
const READ = /\.(?:[cm]?[jt]sx?|md|json|ya?ml|sh|example)$|^\.env/

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name)
    if (SKIPPED.has(name) || name === 'package-lock.json') return []
    return statSync(file).isDirectory() ? filesIn(file) : READ.test(name) ? [file] : []
  })

/** Texts that a line about a secret holds, between quotes or behind `=`; what stands between two quoted texts is none. */
const secretsOn = (line: string): string[] => {
  const [, after] = /secret(.*)$/i.exec(line) ?? []
  if (after === undefined) return []
  const quoted = [...after.matchAll(/(['"`])((?:(?!\1).)+)\1/g)].map(([, , text]) => text!)
  const assigned = [...after.matchAll(/^\s*=\s*([\w!@.+/=~-]+)(?=\s|$)/g)].map(([, text]) => text!)
  return [...quoted, ...assigned].filter(
    (text) => text.length >= SHORTEST && text === text.trim() && !text.includes('${'),
  )
}

const startsWith = (secret: string): boolean => {
  const env = { CONGBO_MODE: 'production', PUBLIC_URL: 'https://x.example.vn', PAYLOAD_SECRET: secret }
  try {
    readEnvironment(env as Partial<NodeJS.ProcessEnv> as NodeJS.ProcessEnv, tmpdir())
    return true
  } catch {
    return false
  }
}

describe('production', () => {
  it('does not start with a secret that the repository prints', () => {
    const printed = filesIn('.').flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line) => secretsOn(line).map((secret) => ({ file, secret }))),
    )
    expect(printed.map(({ secret }) => secret)).toContain('building-needs-no-secret-at-all!')
    expect(printed.filter(({ secret }) => startsWith(secret))).toEqual([])
  })

  it.each(['b7c1d9e2f3a4958671605f4e3d2c1b0a-9f8e', 'unused: b4 the f0lders are there'])(
    'nor with %s, which it printed before',
    (secret) => {
      expect(startsWith(secret)).toBe(false)
      expect(startsWith(` ${secret}\n`)).toBe(false)
    },
  )

  it('starts with random ones', () => {
    fc.assert(
      fc.property(fc.constantFrom('hex', 'base64', 'base64url'), (form) => {
        expect(startsWith(`r${randomBytes(32).toString(form as BufferEncoding)}`)).toBe(true)
      }),
    )
  })
})

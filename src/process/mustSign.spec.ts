import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { mustSign } from './mustSign.ts'

const dir = mkdtempSync(path.join(tmpdir(), 'congbo-dkim-'))
afterAll(() => rmSync(dir, { recursive: true }))

const fileOf = (text: string): string => {
  const file = path.join(dir, 'key.pem')
  writeFileSync(file, text, { mode: 0o600 })
  return file
}
const pem = (key: KeyObject) => String(key.export({ type: key.type === 'private' ? 'pkcs8' : 'spki', format: 'pem' }))

const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 })

const refused = (file: string) =>
  expect(mustSign(file)).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringMatching(/^DKIM_KEY_FILE .* \/ DKIM_KEY_FILE [^\n]*$/),
  })

describe('the key that signs mails', () => {
  it('may be RSA or Ed25519', async () => {
    await mustSign(fileOf(pem(rsa.privateKey)))
    await mustSign(fileOf(pem(generateKeyPairSync('ed25519').privateKey)))
  })

  it('is refused in one line when it is missing, no key, public, or of a kind that no mail is signed with', async () => {
    await refused(path.join(dir, 'none'))
    await refused(dir)
    await refused(fileOf('x'))
    await refused(fileOf(pem(rsa.publicKey)))
    await refused(fileOf(pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey)))
  })
})

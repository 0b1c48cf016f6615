import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { dkimVerify } from 'mailauth/lib/dkim/verify'
import { beforeEach, describe, expect, it } from 'vitest'
import { tick } from '../../plugins/digest/index.ts'
import { enrol } from './support/enrol.ts'
import { eachOnItsOwn, insteadWith, mailbox, portal } from './support/standing.ts'

eachOnItsOwn()

const KEYS = {
  rsa: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ed25519: () => generateKeyPairSync('ed25519'),
}
let publicKey: string

/** A digest signed with a new key, as it arrived. */
const signedDigest = async (type: keyof typeof KEYS): Promise<string> => {
  const pair = KEYS[type]()
  const der = pair.publicKey.export({ type: 'spki', format: 'der' })
  // RFC 8463, 4: the bare key, without the frame that names its kind.
  publicKey = (type === 'rsa' ? der : der.subarray(-32)).toString('base64')
  const folder = mkdtempSync(path.join(tmpdir(), 'dkim-'))
  const keyFile = path.join(folder, 'key.pem')
  writeFileSync(keyFile, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  await insteadWith({ dkim: { keyFile, selector: 's1', domain: 'example.vn' } })
  rmSync(folder, { recursive: true })
  await enrol(portal, ['an'])
  await portal.publish({ document: 'a', title: 'Kế hoạch trợ giúp pháp lý' })
  portal.clock.set('2026-11-24T00:30:00.000Z')
  await tick(portal)
  return mailbox.mails[0]!.raw.toString('latin1')
}

/** What an independent library says of the signature of a mail: `pass`, `fail` and so on. */
const verdictOn = async (mail: string, type: keyof typeof KEYS = 'rsa') => {
  const { results } = await dkimVerify(Buffer.from(mail, 'latin1'), {
    resolver: async (name: string) => {
      if (name !== 's1._domainkey.example.vn') throw Object.assign(new Error('none'), { code: 'ENOTFOUND' })
      return [[`v=DKIM1; k=${type}; p=${publicKey}`]]
    },
  })
  return results.map(({ status }: { status: { result: string } }) => status.result)
}

describe.each(['rsa', 'ed25519'] as const)('a digest signed with a key of %s', (type) => {
  let mail: string
  beforeEach(async () => {
    mail = await signedDigest(type)
  })

  it('is found genuine by an independent library, as it was stored, sent and received', async () => {
    expect(await verdictOn(mail, type)).toEqual(['pass'])
    const [row] = await portal.rows<{ mimeSize: number }>('deliveries')
    expect(row!.mimeSize).toBe(mail.length)
  })

  it('survives what relays do to white space', async () => {
    expect(await verdictOn(mail.replace('Subject: ', 'Subject:   ').replace(/\r\n$/, '\r\n\r\n'), type)).toEqual([
      'pass',
    ])
  })

  it('is not any more once a header or the text is changed', async () => {
    for (const changed of [
      mail.replace('List-Unsubscribe=One-Click', 'List-Unsubscribe=Other'),
      mail.replace('/u/', '/v/'),
      mail.replace(/^Date: .*$/m, 'Date: Wed, 25 Nov 2026 00:30:00 +0000'),
      mail.replace('<daily.', '<weekly.'),
      mail.replace(/(\r\n\r\n[\s\S]{200})./, '$1~'),
    ]) {
      expect(changed).not.toBe(mail)
      expect(await verdictOn(changed, type)).not.toContain('pass')
    }
  })

  it('is not any more once a second sender, subject or way to leave is put before or behind', async () => {
    for (const line of [
      'From: Evil <evil@example.org>',
      'Subject: Evil',
      'To: evil@example.org',
      'Reply-To: evil@example.org',
      'List-Unsubscribe: <https://evil.example.org/>',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      'List-Id: <evil.example.org>',
      'Content-Type: text/plain',
    ]) {
      expect(await verdictOn(`${line}\r\n${mail}`, type), line).not.toContain('pass')
      expect(await verdictOn(mail.replace('\r\n\r\n', `\r\n${line}\r\n\r\n`), type), line).not.toContain('pass')
    }
  })
})

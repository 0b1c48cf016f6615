import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { relayLogReader } from './relayLog.ts'

const A = 'a'.repeat(32)
const B = `b${'0'.repeat(31)}`
const at = (id: string) => `${id}@example.vn`
const readAll = (lines: string[], domain = 'example.vn') => {
  const reader = relayLogReader(domain)
  const meanings = lines.map((line) => reader.read(line))
  return { meanings, fates: Object.fromEntries(reader.fates()), unproven: [...reader.unproven()] }
}
const postfix = (program: string, rest: string) => `Dec  1 08:00:01 mx1 postfix/${program}[1234]: ${rest}`
const exim = (rest: string) => `2026-12-01 08:00:01 1tABCD-000001-AB ${rest}`

describe('the log of Postfix', () => {
  const cleanup = postfix('cleanup', `4XyZ1a2b3c: message-id=<${at(A)}>`)
  const active = postfix('qmgr', `4XyZ1a2b3c: from=<no-reply+${at(A)}>, size=4321, nrcpt=1 (queue active)`)
  const sent = postfix('smtp', '4XyZ1a2b3c: to=<an@example.org>, relay=mx[1.2.3.4]:25, dsn=2.0.0, status=sent (250 OK)')

  it('proves that a mail was taken by its queue, and tells what became of it', () => {
    expect(readAll([cleanup, active]).fates).toEqual({ [A]: 'accepted' })
    expect(readAll([cleanup, active, sent])).toEqual({
      meanings: ['ours', 'ours', 'ours'],
      fates: { [A]: 'accepted' },
      unproven: [],
    })
    const bounced = postfix('smtp', '4XyZ1a2b3c: to=<a@b.vn>, dsn=5.1.1, status=bounced (host said: 550 5.1.1)')
    expect(readAll([cleanup, active, bounced]).fates).toEqual({ [A]: 'rejected' })
    const deferred = postfix('smtp', '4XyZ1a2b3c: to=<a@b.vn>, dsn=4.4.1, status=deferred (timed out)')
    const expired = postfix('qmgr', `4XyZ1a2b3c: from=<no-reply+${at(A)}>, status=expired, returned to sender`)
    expect(readAll([cleanup, deferred]).fates).toEqual({ [A]: 'accepted' })
    expect(readAll([cleanup, deferred, expired]).fates).toEqual({ [A]: 'rejected' })
  })

  it('proves nothing by the Message-ID alone, which is written before the mail is complete', () => {
    expect(readAll([cleanup])).toEqual({ meanings: ['ours'], fates: {}, unproven: [A] })
  })

  it('knows a mail by its envelope sender where the Message-ID was rotated away', () => {
    expect(readAll([active, sent]).fates).toEqual({ [A]: 'accepted' })
    expect(readAll([sent]).fates).toEqual({})
  })

  it('passes over what is about other mails, and other domains', () => {
    const others = [
      postfix('smtpd', 'connect from localhost[127.0.0.1]'),
      postfix('cleanup', '5AbC1a2b3c: message-id=<xyz@example.vn>'),
      postfix('smtp', '5AbC1a2b3c: to=<a@b.vn>, status=sent (250 OK)'),
      postfix('cleanup', `6AbC1a2b3c: message-id=<${A}@example.vn.evil.test>`),
      postfix('submission/smtpd', 'warning: something'),
    ]
    expect(readAll(others)).toEqual({ meanings: others.map(() => 'other'), fates: {}, unproven: [] })
  })
})

describe('the log of Exim', () => {
  const arrived = exim(`<= no-reply+${at(A)} H=app [10.0.0.1] P=esmtps S=4321 id=${at(A)}`)

  it('tells of arrival, delivery, delay and failure', () => {
    expect(readAll([arrived]).fates).toEqual({ [A]: 'accepted' })
    expect(readAll([arrived, exim('=> an@example.org R=dnslookup T=remote_smtp C="250 OK"')]).fates).toEqual({
      [A]: 'accepted',
    })
    expect(readAll([arrived, exim('== an@example.org R=x T=y defer (-44)')]).fates).toEqual({ [A]: 'accepted' })
    expect(readAll([arrived, exim('** an@example.org: 550 5.1.1 unknown')]).fates).toEqual({ [A]: 'rejected' })
    expect(readAll([arrived, exim('Completed')]).meanings).toEqual(['ours', 'ours'])
  })

  it('with the longer ids of newer versions too', () => {
    const lines = [arrived, exim('** an@example.org: 550')].map((line) =>
      line.replace('1tABCD-000001-AB', '1tABCD-00000000abc-0AbC'),
    )
    expect(readAll(lines).fates).toEqual({ [A]: 'rejected' })
  })
})

describe('a list of Message-IDs', () => {
  it('takes words and codes, however they are separated', () => {
    const lines = [`<${at(A)}> sent`, `${at(B)},"bounced"`, '', '# a remark', `${at(A)} perhaps`, 'hello']
    expect(readAll(lines)).toEqual({
      meanings: ['ours', 'ours', 'blank', 'blank', 'unread', 'unread'],
      fates: { [A]: 'accepted', [B]: 'rejected' },
      unproven: [],
    })
    expect(readAll([`${at(A)} 250 2.0.0 OK`, `${at(B)};5.1.1`]).fates).toEqual({ [A]: 'accepted', [B]: 'rejected' })
  })
})

it('reads any text without failing, and takes no fate from what does not name one of our mails', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom(postfix('smtp', 'x'), exim('** a')))), (lines) => {
      const { meanings, fates } = readAll(lines)
      expect(meanings).toHaveLength(lines.length)
      expect(fates).toEqual({})
    }),
  )
})

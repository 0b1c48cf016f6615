import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mailboxOf, maskAddress, networkOf, readAddress } from './address.ts'

describe('readAddress', () => {
  it.each([
    ['Nguyen.Van.A@Example.VN', 'Nguyen.Van.A@example.vn', 'nguyen.van.a@example.vn'],
    ['  a+b@sub.example.gov.vn ', 'a+b@sub.example.gov.vn', 'a+b@sub.example.gov.vn'],
    ['ai@Đồng-Tháp.vn', 'ai@xn--ng-thp-tta29am99t.vn', 'ai@xn--ng-thp-tta29am99t.vn'],
    ['ai@đo\u0302\u0300ng-tha\u0301p.vn', 'ai@xn--ng-thp-tta29am99t.vn', 'ai@xn--ng-thp-tta29am99t.vn'],
  ])('takes two spellings of one mailbox as one: %s', (typed, address, key) => {
    expect(readAddress(typed)).toEqual({ address, key })
  })

  it.each([
    '',
    'a',
    '@example.vn',
    'a@',
    'a@b',
    'a@127.0.0.1',
    'a@[127.0.0.1]',
    'a@1',
    'a b@example.vn',
    'a@exam ple.vn',
    'a..b@example.vn',
    '.a@example.vn',
    'a.@example.vn',
    '"a b"@example.vn',
    'a@example.vn,b@example.vn',
    'a@example.vn;b@example.vn',
    'A <a@example.vn>',
    'a@b@example.vn',
    'a@example.vn\r\nBcc: b@example.vn',
    'a\r\n@example.vn',
    'a\0@example.vn',
    'a@example%2evn',
    'a@example.vn:25',
    'a@example.vn/x',
    'a@-example.vn',
    'tên@example.vn',
    `${'a'.repeat(65)}@example.vn`,
    `a@${'b'.repeat(250)}.vn`,
  ])('refuses what cannot stand unquoted in an envelope: %j', (typed) => {
    expect(readAddress(typed)).toBeNull()
  })

  it('lets nothing through that could end a line, a command or a header', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('\r', '\n', '\0', ' ', '<', '>', ',', ';', '"', '(', ':', '\u2028'),
        fc.string({ unit: 'binary' }),
        (before, hostile, after) => {
          const read = readAddress(`${before}${hostile}${after}@example.vn`)
          const readDomain = readAddress(`a@${before}${hostile}${after}.vn`)
          for (const found of [read, readDomain])
            if (found) expect(found.address).toMatch(/^[!#-'*+\-./0-9=?A-Z^_`a-z{|}~]+@[a-z0-9.-]+$/)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('gives the same key to its own result', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (typed) => {
        const once = readAddress(typed)
        if (once) expect(readAddress(once.address)).toEqual(once)
      }),
    )
  })
})

describe('what is kept of a person', () => {
  it('shows an operator the first letter and the domain', () => {
    expect(maskAddress('nguyen@example.vn')).toBe('n***@example.vn')
    expect(maskAddress('a@b.vn')).toBe('a***@b.vn')
  })

  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:12:34::7', '2001:db8:12::/48'],
    ['2001:0db8::1', '2001:db8:0::/48'],
    ['::1', '0:0:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    [undefined, 'unknown'],
    ['not an address', 'unknown'],
  ])('keeps of %s the network only', (ip, network) => {
    expect(networkOf(ip)).toBe(network)
  })
})

describe('mailboxOf', () => {
  it.each([
    ['an+tin@example.vn', 'an@example.vn'],
    ['an+a+b@example.vn', 'an@example.vn'],
    ['a.n@example.vn', 'a.n@example.vn'],
    ['a.n+x@gmail.com', 'an@gmail.com'],
    ['an@googlemail.com', 'an@gmail.com'],
    ['a.n@notgmail.com', 'a.n@notgmail.com'],
    ['+an@example.vn', '+an@example.vn'],
    ['an@example.vn', 'an@example.vn'],
  ])('counts %s as %s', (key, mailbox) => {
    expect(mailboxOf(key)).toBe(mailbox)
  })

  it('is the same for every tag, and counted once however often it is asked', () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,10}$/)
    fc.assert(
      fc.property(word, word, fc.constantFrom('gmail.com', 'example.vn'), (name, tag, domain) => {
        const mailbox = mailboxOf(`${name}@${domain}`)
        expect(mailboxOf(`${name}+${tag}@${domain}`)).toBe(mailbox)
        expect(mailboxOf(mailbox)).toBe(mailbox)
      }),
    )
  })
})

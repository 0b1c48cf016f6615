import { isIP } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AddressPolicy, addressFault, isPublicAddress } from './address.ts'

const POLICY: AddressPolicy = { plain: false, ports: [443], internal: ['website.noi-bo', '10.0.0.7:8443', '[fd00::7]'] }
const byte = fc.integer({ min: 0, max: 255 })
const v4 = (first: fc.Arbitrary<number>, second: fc.Arbitrary<number>) =>
  fc.tuple(first, second, byte, byte).map((bytes) => bytes.join('.'))
const is = (value: number) => fc.constant(value)
const within = (min: number, max: number) => fc.integer({ min, max })

/** First two bytes of every network of IPv4 that is not public as a whole. */
const INSIDE = fc.oneof(
  v4(is(0), byte),
  v4(is(10), byte),
  v4(is(100), within(64, 127)),
  v4(is(127), byte),
  v4(is(169), is(254)),
  v4(is(172), within(16, 31)),
  v4(is(192), is(168)),
  v4(is(198), within(18, 19)),
  v4(within(224, 255), byte),
)

const hex = (address: string): string => {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
  return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
}

describe('an IP address', () => {
  it('inside a network, of this machine or of many is never public, in whichever notation', () => {
    fc.assert(
      fc.property(INSIDE, (address) => {
        for (const written of [address, `::ffff:${address}`, `::${address}`, `::ffff:${hex(address)}`])
          expect([written, isPublicAddress(written)]).toEqual([written, false])
        expect(isPublicAddress(`64:ff9b::${address}`)).toBe(false)
        expect(isPublicAddress(`2002:${hex(address)}::1`)).toBe(false)
      }),
    )
  })

  it.each(['1.1.1.1', '8.8.8.8', '172.32.0.1', '100.128.0.1', '192.0.9.9', '223.255.255.255', '2606:4700::1111'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )

  it.each([
    ...['::', '::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd00:ec2::254', 'ff02::1', 'fec0::1', '100::1'],
    ...['2001::1', '2001:db8::1', '2001:10::1', '3fff::1', '64:ff9b:1::1', '4000::1'],
    ...['168.63.129.16', '192.0.0.192', '192.0.2.1', '198.51.100.1', '203.0.113.1', '192.88.99.1', '255.255.255.255'],
    ...['', 'x', '1.1.1', '01.1.1.1', '1.1.1.1 ', 'localhost', '::ffff:1.1.1.1'],
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it('that is anything else is not public', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => isIP(text) === 0),
        (text) => !isPublicAddress(text),
      ),
    )
  })
})

describe('an address', () => {
  it('is taken with https, a public machine and an allowed port', () => {
    for (const url of [
      'https://example.vn',
      'https://example.vn:443/a?b=c#d',
      'https://8.8.8.8/',
      'https://website.noi-bo/x',
      'https://10.0.0.7:8443/',
      'https://[fd00::7]/',
    ])
      expect([url, addressFault(url, POLICY)]).toEqual([url, undefined])
  })

  it.each([
    ['', 'form'],
    ['example.vn/news', 'form'],
    ['https:///', 'form'],
    ['http://example.vn/', 'scheme'],
    ['ftp://example.vn/', 'scheme'],
    ['javascript:alert(1)', 'form'],
    ['https://a@example.vn/', 'login'],
    ['https://:b@example.vn/', 'login'],
    ['https://example.vn:8443/', 'port'],
    ['https://website.noi-bo:8443/', 'port'],
    ['https://10.0.0.7/', 'internal'],
    ['https://10.0.0.8:8443/', 'port'],
    ['https://2130706433/', 'internal'],
    ['https://0x7f.1/', 'internal'],
    ['https://[::ffff:10.0.0.7]/', 'internal'],
  ])('%s is refused: %s', (url, fault) => {
    expect(addressFault(url, POLICY)).toBe(fault)
  })

  it('never goes to a machine inside, however its number is written', () => {
    fc.assert(
      fc.property(INSIDE, (address) => {
        const number = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
        const policy = { ...POLICY, internal: [] }
        for (const host of [address, String(number), `0x${number.toString(16)}`, `[::ffff:${address}]`])
          expect([host, addressFault(`https://${host}/`, policy)]).toEqual([host, 'internal'])
      }),
    )
  })

  it('is judged without an error, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), (text) => {
        expect([undefined, 'form', 'scheme', 'login', 'port', 'internal']).toContain(addressFault(text, POLICY))
      }),
    )
  })
})

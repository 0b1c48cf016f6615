import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGenuine, type LinkFacts, linkEnd, linkTime, linkToken, readLink } from './links.ts'

const key = { generation: 1, secret: randomBytes(32) }
const ref = '0123456789abcdef0123456789abcdef'
const facts: LinkFacts = { purpose: 'unsubscribe', subscriber: ref, issuedAt: 1_795_000_000, mail: '' }

const digits = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('hex'))
const anyFacts = fc.record({
  purpose: fc.constantFrom('unsubscribe', 'manage', 'view'),
  subscriber: digits,
  issuedAt: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  mail: fc.oneof(fc.constant(''), digits),
})

describe('a derived link', () => {
  it('says again what it was derived from, whatever a mail gateway does to its letters', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 1, max: 65_535 }), (given, generation) => {
        const token = linkToken(given, { ...key, generation })
        for (const arrived of [token, token.toUpperCase()]) {
          const read = readLink(arrived)!
          expect(read).toMatchObject({ facts: given, generation })
          expect(isGenuine(read, key.secret)).toBe(true)
        }
      }),
    )
  })

  it('is the same for the same facts, and another one for another key or time', () => {
    expect(linkToken(facts, key)).toBe(linkToken(facts, key))
    expect(linkToken(facts, key)).not.toBe(linkToken({ ...facts, issuedAt: 1_795_000_001 }, key))
    expect(linkToken(facts, key)).not.toBe(linkToken(facts, { ...key, secret: randomBytes(32) }))
  })

  it('is refused with any digit changed, cut short or added', () => {
    const token = linkToken({ ...facts, purpose: 'view', mail: ref }, key)
    const isTaken = (given: string) => {
      const read = readLink(given)
      return read !== undefined && isGenuine(read, key.secret)
    }
    expect(isTaken(token)).toBe(true)
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'f' ? '0' : 'f'
      expect(isTaken(`${token.slice(0, at)}${other}${token.slice(at + 1)}`)).toBe(false)
      expect(isTaken(token.slice(0, at))).toBe(false)
    }
    expect(isTaken(`${token}00`)).toBe(false)
  })

  it('is not one of the 40 digits of a stored link, and not any other text', () => {
    expect(readLink('a'.repeat(40))).toBeUndefined()
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-f]{84,200}$/)), (text) => {
        const read = readLink(text)
        expect(read !== undefined && isGenuine(read, key.secret)).toBe(false)
      }),
    )
  })

  it('is not derived from what is no reference', () => {
    expect(() => linkToken({ ...facts, subscriber: 'an' }, key)).toThrow(RangeError)
    expect(() => linkToken({ ...facts, mail: 'x'.repeat(32) }, key)).toThrow(RangeError)
  })

  it('lasts some days from the second in which it was made', () => {
    const issued = linkTime(new Date('2026-11-24T00:30:00.900Z'))
    expect(linkEnd(issued, 30).toISOString()).toBe('2026-12-24T00:30:00.000Z')
  })
})

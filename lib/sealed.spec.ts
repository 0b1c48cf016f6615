import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seal, unseal } from './sealed.ts'

const key = randomBytes(32)

describe('a sealed secret', () => {
  it('comes back whole, in its own place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (secret, place) => {
        expect(unseal({ key, place, stored: seal({ key, place, secret }) })).toBe(secret)
      }),
    )
  })

  it('is never the same bytes twice', () => {
    expect(seal({ key, place: 'a', secret: 's' })).not.toBe(seal({ key, place: 'a', secret: 's' }))
  })

  it('comes back nowhere else, with no other key, and not with a byte changed', () => {
    const stored = seal({ key, place: 'a', secret: 'bí mật' })
    expect(unseal({ key, place: 'b', stored })).toBeUndefined()
    expect(unseal({ key: randomBytes(32), place: 'a', stored })).toBeUndefined()
    expect(unseal({ key, place: 'a', stored: stored.slice(0, 10) })).toBeUndefined()
    const bytes = Buffer.from(stored, 'base64')
    for (let at = 0; at < bytes.length; at += 1) {
      const damaged = Buffer.from(bytes)
      damaged[at]! ^= 1
      expect(unseal({ key, place: 'a', stored: damaged.toString('base64') })).toBeUndefined()
    }
  })
})

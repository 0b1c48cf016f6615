import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fateOf, invitedAt } from './importFate.ts'

const proof = { at: '2024-01-01T00:00:00.000Z', network: '1.2.3.0/24', method: '' }
const stranger = { suppressed: false, state: undefined, withdrew: false, invited: false }
const person = fc.record({
  suppressed: fc.boolean(),
  state: fc.constantFrom('pending' as const, 'active' as const, 'left' as const, undefined),
  withdrew: fc.boolean(),
  invited: fc.boolean(),
})

describe('what becomes of a person of a list', () => {
  it('is subscribed with proof, and asked without', () => {
    expect(fateOf(stranger, proof)).toEqual({ fate: 'subscribed' })
    expect(fateOf(stranger, undefined)).toEqual({ fate: 'invited' })
  })

  it('whoever left, withdrew or is suppressed never comes back', () => {
    fc.assert(
      fc.property(person, fc.constantFrom(proof, undefined), (known, given) => {
        const { fate } = fateOf(known, given)
        if (known.suppressed) expect(fate).toBe('rejected')
        else if (known.state === 'active') expect(fate).toBe('unchanged')
        else if (known.state === 'left' || known.withdrew) expect(fate).toBe('rejected')
      }),
    )
  })

  it('nobody is asked twice', () => {
    fc.assert(
      fc.property(person, (known) => {
        expect(fateOf({ ...known, invited: true }, undefined).fate).not.toBe('invited')
        expect(fateOf({ ...known, state: 'pending' }, undefined).fate).not.toBe('invited')
      }),
    )
  })
})

it('an hour holds no more invitations than it may', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), fc.nat(5_000), (perHour, nth) => {
      const from = new Date('2026-11-23T03:00:00.000Z')
      const window = invitedAt(nth + perHour, from, perHour).getTime() - invitedAt(nth, from, perHour).getTime()
      expect(window).toBeGreaterThanOrEqual(3_599_999)
      expect(invitedAt(0, from, perHour)).toEqual(from)
    }),
  )
})
